"""The data of the examples: made anew they are the same, and what is planted in them is found."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from govcheck.evidence.datasets import Found, measure
from govcheck.evidence.sources import Sources
from govcheck.intake.assessment import read_assessment
from govcheck.intake.condition_text import read_condition
from govcheck.intake.document import read_document
from govcheck.model.assessment import SelfAssessment
from govcheck.model.data_source import DataSource
from govcheck.model.disclosure import Amount, Share
from govcheck.model.measure import RowCount
from govcheck.model.result import CheckResult, FindingResult, Result
from govcheck.model.vocabulary import Status
from govcheck.registry.registry import Registry
from govcheck.testing import judge_text, load_packs

EXAMPLES = Path(__file__).parents[2] / "examples"
FORCE = EXAMPLES / "invented-force"
OFFICERS_OF_A_YEAR = 9000
SLIPS = "COM-019"
KINDS = ("finding", "observation")
PLANTED: list[dict[str, Any]] = yaml.safe_load((FORCE / "planted.yaml").read_text(encoding="utf-8"))
COUNTS = [count for entry in PLANTED for count in entry.get("counts", ())]


@cache
def registry() -> Registry:
    return load_packs()


@cache
def assessment() -> SelfAssessment:
    document = read_document(FORCE / "self-assessment.yaml")
    return read_assessment(document, registry().catalogue).assessment


@cache
def result_of(example: str) -> Result:
    text = (EXAMPLES / example / "self-assessment.yaml").read_text(encoding="utf-8")
    return judge_text(text, registry(), folder=EXAMPLES / example)


def measured(example: str) -> list[CheckResult]:
    """The checks that look at data sets, each once for what it serves."""
    checks = result_of(example).check_results()
    return [check for check in checks if check.counted or check.id == SLIPS]


def findings_of(entry: dict[str, Any]) -> list[FindingResult]:
    """What the named check says in the words of an entry, each finding once."""
    kind, words = next((kind, entry[kind]) for kind in KINDS if kind in entry)
    found = [
        finding
        for check in measured("invented-force")
        if check.id == entry["check"]
        for finding in check.findings
        if (finding.kind == "observation") == (kind == "observation") and words in finding.message
    ]
    return list(dict.fromkeys(found))


def count(data_set: str, question: RowCount, source: DataSource, folder: Path) -> Found:
    kind = registry().catalogue.datasets[data_set]
    return measure(kind, source, [question], assessment().as_at, Sources(folder))


def rows_of(asked: dict[str, Any]) -> int:
    """The exact number of rows that an entry names, as the engine counts them."""
    columns = {item.name: item for item in registry().catalogue.datasets[asked["of"]].columns()}
    where = read_condition(asked["where"], columns.values()) if "where" in asked else None
    by = columns["measure"] if "measure" in asked else ()
    question = RowCount(where=where, by=by)
    found = count(asked["of"], question, assessment().datasets[asked["of"]], FORCE)
    assert found.dataset is not None
    group = (asked["measure"],) if "measure" in asked else ()
    return found.dataset[question].get(group, Amount(0)).exact


def slips_of(data_set: str) -> dict[str, int]:
    """How many rows of a data set are not as declared, by column."""
    found = count(data_set, RowCount(), assessment().datasets[data_set], FORCE)
    return {item.column: item.rows.exact for item in found.state.violations}


def title(entry: dict[str, Any]) -> str:
    return f"{entry['check']}: {entry['planted'][:50]}"


# What is planted in the tables of the invented force.


@pytest.mark.parametrize("entry", PLANTED, ids=title)
def test_what_is_planted_is_found_by_the_named_check(entry: dict[str, Any]) -> None:
    (finding,) = findings_of(entry)
    assert finding.kind != "open"
    assert (finding.figure.value if finding.figure else None) == entry.get("shown")


@pytest.mark.parametrize("asked", COUNTS, ids=lambda asked: f"{asked['of']} {asked.get('where')}")
def test_as_many_rows_are_counted_as_were_planted(asked: dict[str, Any]) -> None:
    assert rows_of(asked) == asked["rows"]


@pytest.mark.parametrize(
    "entry", [entry for entry in PLANTED if len(entry.get("counts", ())) == 2], ids=title
)
def test_what_is_shown_is_the_share_of_the_planted_counts(entry: dict[str, Any]) -> None:
    whole, part = (asked["rows"] for asked in entry["counts"])
    assert entry["shown"] == str(Share(part, whole))


def test_as_many_slips_are_counted_as_were_planted() -> None:
    slips = [entry["slips"] for entry in PLANTED if "slips" in entry]
    planted = {item["of"]: {} for item in slips}
    for item in slips:
        planted[item["of"]][item["column"]] = item["rows"]
    assert {name: slips_of(name) for name in assessment().datasets if slips_of(name)} == planted


def test_nothing_is_found_in_the_tables_that_was_not_planted() -> None:
    gaps = {
        (check.id, finding.message)
        for check in measured("invented-force")
        for finding in check.findings
        if finding.kind == "gap"
    }
    planted = {
        (entry["check"], finding.message)
        for entry in PLANTED
        if "finding" in entry
        for finding in findings_of(entry)
    }
    assert gaps - planted == set()


def test_what_is_planted_covers_all_four_themes() -> None:
    assert {entry["check"][:3] for entry in PLANTED} == {"RET", "WEL", "DAT", "EVA", "COM"}


def test_nothing_is_found_in_the_tables_of_the_strong_example() -> None:
    checks = measured("strong")
    assert {check.status for check in checks} == {Status.MET}
    assert [finding.message for check in checks for finding in check.findings] == []
    assert all(not item.violations and not item.failure for item in result_of("strong").datasets)


def test_every_data_set_that_a_pack_declares_is_in_the_strong_example() -> None:
    assert {item.key for item in result_of("strong").datasets} == set(registry().catalogue.datasets)


# The generator.


def generate(folder: Path, *options: str) -> None:
    """Run it with an order of hashes that differs from run to run."""
    subprocess.run(
        [sys.executable, EXAMPLES / "generate_data.py", "--to", folder, *options],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "random", "PYTHONDONTWRITEBYTECODE": "1"},
    )


def test_generating_the_data_anew_gives_the_same_bytes(tmp_path: Path) -> None:
    generate(tmp_path)
    for example in ("strong", "invented-force"):
        made = {item.name: item.read_bytes() for item in (tmp_path / example / "data").iterdir()}
        kept = {item.name: item.read_bytes() for item in (EXAMPLES / example / "data").iterdir()}
        assert made == kept


def test_the_national_tables_are_of_all_forces_and_of_a_realistic_size(tmp_path: Path) -> None:
    generate(tmp_path, "--national")
    folder = tmp_path / "national"
    assert (folder / "INVENTED.txt").read_text("utf-8").startswith("EVERY FIGURE IN THIS FOLDER")
    forces = {force.id for force in registry().catalogue.forces}
    assert {path.stem for path in (folder / "leavers").iterdir()} == forces
    columns = {item.name: item for item in registry().catalogue.datasets["leavers"].columns()}
    question = RowCount(by=columns["group"])
    found = count("leavers", question, DataSource(path="leavers"), folder)
    assert found.state.violations == ()
    assert found.dataset is not None
    assert found.dataset[question]["police officers",].exact == OFFICERS_OF_A_YEAR
