"""How much of a self-assessment our packs hold to: what is made worse is noticed.

Every fact of a force that has everything in place is made worse, one at a time. Nothing may come
out better; and some check, verdict or support must change, or something must at least be remarked
on. What goes unnoticed is listed in `unnoticed.yaml` with its reason, and nothing else may be.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from tests.properties.law import improvements
from tests.properties.test_police_packs import filled_in, judge, result_of
from tests.properties.weakening import replaced
from tests.properties.worsening import shape, worsenings

from govcheck.model.result import Result

ACCEPTED = Path(__file__).parent / "unnoticed.yaml"
AFTER_THE_DAY_OF_JUDGEMENT = "2024-06-30"
AT_LEAST = 0.95
NARRATIVE = ("comment", "title", "prepared_by", "key_findings", "invited_comment")
"""Words for the reader. They are carried and quoted, and no check judges them."""


class Sweep(NamedTuple):
    """What came of making each fact worse, as kind and place."""

    noticed: set[str]
    unnoticed: set[str]
    better: dict[str, list[str]]


def told(result: Result) -> object:
    """What a reader learns beside what stands in the file anyway."""
    checks = {
        (check.id, check.scope): (check.status, {(f.kind, f.message) for f in check.findings})
        for check in result.check_results()
    }
    verdicts = [
        (item.verdict, item.support, item.basis)
        for recommendation in result.recommendations
        for item in (recommendation, *recommendation.requirements)
    ]
    return checks, verdicts, [(item.timeliness, item.duty) for item in result.recommendations]


@cache
def sweep() -> Sweep:
    before = result_of("strong")
    found = Sweep(set(), set(), {})
    for change in worsenings(filled_in("strong"), AFTER_THE_DAY_OF_JUDGEMENT):
        after = judge(change.data, "strong")
        if after is None or change.path[-1] in NARRATIVE:
            continue
        name = f"{change.kind} {shape(change.path)}"
        if better := improvements(before, after):
            found.better[name] = better
        (found.unnoticed if told(after) == told(before) else found.noticed).add(name)
    return found


def accepted() -> dict[str, str]:
    groups = yaml.safe_load(ACCEPTED.read_text(encoding="utf-8"))
    return {change: group["because"] for group in groups for change in group["unnoticed"]}


def test_nothing_that_is_made_worse_comes_out_better() -> None:
    assert sweep().better == {}


def test_what_goes_unnoticed_is_listed_with_its_reason() -> None:
    assert sweep().unnoticed - accepted().keys() == set()


def test_nothing_is_listed_that_is_noticed_after_all() -> None:
    assert accepted().keys() - sweep().unnoticed == set()


def test_every_reason_is_given() -> None:
    assert all(reason.strip() for reason in accepted().values())


def test_nearly_every_fact_that_is_made_worse_is_noticed() -> None:
    noticed, unnoticed = len(sweep().noticed), len(sweep().unnoticed)
    assert noticed / (noticed + unnoticed) >= AT_LEAST


@pytest.mark.parametrize("field", ["completed", "led_by", "reported_on"])
def test_a_fact_that_is_not_there_is_told_like_one_that_is_left_blank(field: str) -> None:
    data = filled_in("strong")
    blank = judge(replaced(data, ("retention", "review", field), None), "strong")
    review = {key: value for key, value in data["retention"]["review"].items() if key != field}
    left_out = judge(replaced(data, ("retention", "review"), review), "strong")
    assert blank is not None
    assert left_out is not None
    assert told(blank) == told(left_out)
