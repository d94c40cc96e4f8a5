"""What other programs are told to act on, and how they know it again."""

from govcheck.model.finding import Figure
from govcheck.model.result import FindingResult, Location, Result
from govcheck.report.machine.issues import Issue, issues
from tests.report.results import of, result


def found(*findings: FindingResult) -> list[Issue]:
    return list(issues(of(having(*findings))))


def having(*findings: FindingResult) -> Result:
    item = result()
    recommendation = item.recommendations[0]
    requirement = recommendation.requirements[0]
    check = requirement.checks[0]._replace(findings=findings)
    changed = requirement._replace(checks=(check,))
    return item._replace(
        recommendations=(recommendation._replace(requirements=(changed,), checks=()),)
    )


def gap(message: str, pointer: str = "/retention", line: int = 3) -> FindingResult:
    return FindingResult("gap", message, None, Location("a.yaml", line, 5, pointer))


def test_gaps_open_questions_and_broken_checks_are_told_the_rest_is_not() -> None:
    assert [issue.kind for issue in issues(of(result()))] == ["gap", "open", "error"]


def test_a_message_says_what_is_wrong_by_how_much_and_how_to_close_it() -> None:
    figure = Figure("special constables", "31 %", "at least 90 %", "leavers.csv", "")
    first = found(gap("too few were asked")._replace(figure=figure, fix="ask all."))[0]
    assert first.message == (
        "too few were asked. Measured: special constables: 31 %; wanted: at least 90 %"
        " (leavers.csv). To close: ask all."
    )
    assert first.title == "2.review (DEM-001)"
    assert found(gap("who did?"))[0].message == "who did?"


def test_an_open_question_and_a_broken_check_say_that_they_are_no_gap() -> None:
    texts = [issue.text for issue in issues(of(result()))]
    assert texts[1].startswith("Not assessed: open: words.")
    assert texts[2].startswith("The check broke: error: words.")


def test_the_cell_of_a_workbook_stands_in_the_message() -> None:
    place = Location("a.xlsx", 3, 5, "/retention", "Retention!C7")
    assert found(gap("x")._replace(location=place))[0].text == "[Retention!C7] x."


def test_a_gap_is_known_again_when_lines_move_entries_are_added_and_figures_change() -> None:
    before = found(gap("3 of 7 roles", "/roles/2/name", 10))[0]
    after = found(gap("4 of 8 roles", "/roles/3/name", 40))[0]
    assert before.fingerprint == after.fingerprint


def test_two_gaps_are_never_taken_for_one() -> None:
    same = [gap("role 1", "/roles/0"), gap("role 2", "/roles/1"), gap("role", "/roles/2")]
    assert len({issue.fingerprint for issue in found(*same)}) == 3


def test_the_same_gap_of_two_forces_is_two() -> None:
    item = having(gap("x"))
    other = item._replace(force=item.force._replace(id="y"))
    first, second = issues(of(item, other))
    assert first.fingerprint != second.fingerprint


def test_the_same_gap_in_two_files_of_one_force_is_two() -> None:
    first, second = issues(of(having(gap("x")), having(gap("x"))))
    assert first.fingerprint != second.fingerprint
