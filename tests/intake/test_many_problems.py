"""Files with more wrong in them than anybody reads: the first problems, and where the telling stops."""

from dataclasses import replace

import pytest
from tests.intake.allotments import FRAMEWORK, HEAD, told

from govcheck.intake.document import parse_document
from govcheck.intake.framework import read_framework
from govcheck.intake.plain_schema import schema_problems
from govcheck.intake.problem import MAX_PROBLEMS, InvalidDocument, Problem

MANY = 5_000
LAST = "reading stopped here, after 100 problems. Correct those above and try again;"


def lines(text: str, number: int = MANY) -> str:
    """A line for each number, so that the line of a problem tells which it is."""
    return "".join(text.format(n) for n in range(number))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (lines("shads{}: 1\n"), "5:1: “shads0” is not known."),
        ("recommendations:\n" + lines('  "1{}": {{}}\n'), "6:3: allotments-2024 holds no"),
        ("requires:\n" + lines("  garten{}: '>=1'\n"), "6:3: this assessment needs the pack"),
        ("sheds:\n  evidence:\n" + lines("  - diary{}\n"), "7:5: entry 1 of evidence: there is no"),
        ("evidence:\n" + lines("  e{}: {{title: 3, path: x}}\n"), "6:15: title: expected text"),
    ],
)
def test_of_many_problems_the_first_are_told_in_the_order_of_the_file(
    text: str, first: str
) -> None:
    said = told(HEAD + text)
    assert said[0].startswith(first)
    assert len(said) == MAX_PROBLEMS + 1
    numbers = [int(line.partition(":")[0]) for line in said]
    assert numbers == list(range(numbers[0], numbers[0] + MAX_PROBLEMS + 1))
    assert LAST in said[-1]


def test_as_many_as_are_read_are_all_told() -> None:
    said = told(HEAD + lines("shads{}: 1\n", MAX_PROBLEMS + 1))
    assert len(said) == MAX_PROBLEMS + 1
    assert LAST not in said[-1]


def test_wrong_references_among_thousands_of_entries_are_told_without_comparing_all() -> None:
    text = "evidence:\n" + lines("  entry-{}: {{title: x, url: 'https://x.example'}}\n")
    said = told(HEAD + text + "sheds:\n  evidence:\n" + lines("  - etnry-{}\n"))
    assert len(said) == MAX_PROBLEMS + 1
    assert "Did you mean: entry-0?" in said[0]


def test_many_groups_that_a_framework_does_not_list_are_told_so_far() -> None:
    text = FRAMEWORK.replace("title: Paths", "title: Paths\n    groups:\n" + lines("    - m{}\n"))
    with pytest.raises(InvalidDocument) as caught:
        read_framework(parse_document(text, "f", "yaml"))
    assert len(caught.value.problems) == MAX_PROBLEMS + 1


def test_empty_lists_that_need_an_entry_are_each_told() -> None:
    said = told(HEAD + "sheds: {one: [], few: [a]}\n")
    assert [line.partition(": ")[2] for line in said] == [
        "one: at least 1 entry is needed.",
        "few: at least 2 entries are needed.",
    ]


def test_a_problem_told_twice_counts_once() -> None:
    problem = Problem("a", 1, 1, "m")
    problems = [problem, *(problem._replace(line=number) for number in range(1, MAX_PROBLEMS + 2))]
    assert len(InvalidDocument(problems).problems) == MAX_PROBLEMS + 1
    assert LAST not in str(InvalidDocument(problems))


@pytest.mark.parametrize("schema", [{"$ref": "#"}, {"allOf": [{"$ref": "#"}]}])
def test_a_schema_that_points_to_itself_without_end_is_told(schema: dict[str, object]) -> None:
    document = replace(parse_document("bees: {hives: 3}", "a", "yaml"))
    (problem,) = schema_problems(document, ("bees",), schema)
    assert str(problem) == (
        "a:1:1: the schema of this part points to itself without end. Tell whoever wrote the"
        " schema."
    )


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ({"required": ["bee's"]}, "a:1:1: bee's is missing in bees. Add a line: bee's: ..."),
        ({"properties": {"queen": {"pattern": "^\u202ex"}}}, "The form is ^x."),
    ],
)
def test_what_a_schema_names_is_shown_as_it_is_and_does_no_harm(
    schema: dict[str, object], message: str
) -> None:
    document = parse_document("bees: {queen: a}", "a", "yaml")
    (problem,) = schema_problems(document, ("bees",), schema)
    assert str(problem).endswith(message)
