"""Many results rolled up: forces in the order of their names, and counts with their whole."""

import json

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from tests.gate.gated import recommendation, requirement, result
from tests.model.test_gate_documents import DOCUMENTS

from govcheck.model.decision import Decision
from govcheck.model.rollup import FORMAT, FileLine, RequirementLine, Rollup, line_of, rolled_up
from govcheck.model.vocabulary import Basis, Support, Verdict

ROLLUP = TypeAdapter(Rollup)


def line(file: str, force: str | None = "North", *verdicts: Verdict, **more: str) -> FileLine:
    told = tuple(
        RequirementLine(f"2.r{number}", verdict, Support.SUPPORTED, Basis.DOCUMENT)
        for number, verdict in enumerate(verdicts)
    )
    return FileLine(file, 0, "clear", force, more.get("framework", "trees"), requirements=told)


def test_the_line_of_a_result_says_what_came_out() -> None:
    judged = result(
        recommendation("2", requirement("2.review", verdict=Verdict.NOT_MET)), recommendation("3")
    )
    told = line_of("north/a.yaml", judged, 1, "1 check found a gap")
    assert told == FileLine(
        "north/a.yaml",
        1,
        "1 check found a gap",
        "North",
        "trees",
        "2024-03-15",
        judged.digest,
        (("2", Verdict.MET), ("3", Verdict.MET)),
        (RequirementLine("2.review", Verdict.NOT_MET, Support.SUPPORTED, Basis.DOCUMENT),),
    )


def test_a_line_holds_the_rules_that_are_broken_and_the_waivers() -> None:
    (decision,) = [item for item in DOCUMENTS if isinstance(item, Decision)]
    kept = decision.rules[0]._replace(rule="A runs", kept=True)
    told = line_of("a.yaml", result(), 1, "", decision._replace(rules=(*decision.rules, kept)))
    assert told.broken == ("gaps: at most 0; found 1",)
    assert told.waivers == decision.waivers
    whole = rolled_up([told])
    assert ROLLUP.validate_json(json.dumps(whole.as_json())) == whole


def test_a_result_without_a_digest_has_none_in_its_line() -> None:
    assert line_of("a.yaml", result()._replace(digest=""), 0, "clear").digest is None


def test_forces_stand_in_the_order_of_their_names_and_files_without_one_at_the_end() -> None:
    lines = [line("z.yaml", None), line("b.yaml", "south"), line("c.yaml"), line("a.yaml", "South")]
    assert [item.file for item in rolled_up(lines).files] == [
        "c.yaml", "a.yaml", "b.yaml", "z.yaml",
    ]  # fmt: skip


def test_each_requirement_is_counted_over_the_files_that_answer_its_report() -> None:
    lines = [
        line("a.yaml", "A", Verdict.MET, Verdict.NOT_MET),
        line("b.yaml", "B", Verdict.MET),
        line("c.yaml", "C", Verdict.MET, framework="roads"),
        line("d.yaml", None),
    ]
    counts = rolled_up(lines).requirements
    assert [(count.framework, count.id, count.files) for count in counts] == [
        ("roads", "2.r0", 1), ("trees", "2.r0", 2), ("trees", "2.r1", 1),
    ]  # fmt: skip
    assert counts[1].verdicts == dict.fromkeys(Verdict, 0) | {Verdict.MET: 2}
    assert counts[1].bases == dict.fromkeys(Basis, 0) | {Basis.DOCUMENT: 2}


def test_requirements_stay_in_the_order_of_the_report() -> None:
    told = tuple(
        RequirementLine(name, Verdict.MET, Support.SUPPORTED, Basis.DOCUMENT)
        for name in ("2.review", "2.asked", "10.all")
    )
    counts = rolled_up([line("a.yaml")._replace(requirements=told)]).requirements
    assert [count.id for count in counts] == ["2.review", "2.asked", "10.all"]


@given(st.lists(st.lists(st.sampled_from(Verdict), max_size=3), max_size=5), st.randoms())
def test_no_order_of_the_files_changes_the_rollup(
    files: list[list[Verdict]], random: object
) -> None:
    lines = [line(f"{at}.yaml", f"F{at % 2}", *verdicts) for at, verdicts in enumerate(files)]
    other = list(lines)
    random.shuffle(other)  # type: ignore[attr-defined]
    whole = rolled_up(lines)
    assert rolled_up(other) == whole
    for count in whole.requirements:
        assert count.files == sum(count.verdicts.values()) == sum(count.bases.values())


def test_a_rollup_survives_its_json() -> None:
    whole = rolled_up([line("a.yaml", "A", Verdict.MET), line("bad.yaml", None)])
    assert whole.format == FORMAT
    assert ROLLUP.validate_json(json.dumps(whole.as_json())) == whole
