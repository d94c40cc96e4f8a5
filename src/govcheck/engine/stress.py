"""A self-assessment made weaker, one fact at a time: which weakenings no check notices."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from govcheck.engine.judge import evaluate
from govcheck.engine.time_limit import TimeLimit
from govcheck.intake.assessment import Submission, read_assessment
from govcheck.intake.document import Pointer, parse_document
from govcheck.intake.problem import InvalidDocument
from govcheck.model.exhibit import EvidenceRegister
from govcheck.model.result import Result
from govcheck.registry.registry import Registry

MOST: Final = 5_000
"""More weakenings of one file are not tried, and that is told."""
YEARS: Final = 5
"""By how much a date is made older."""
_DAY = re.compile(r"([0-9]{4})(-[0-9]{2}-[0-9]{2})")
_HEAD = frozenset(("govcheck", "framework", "force", "as_at", "requires", "prepared_by"))
"""What is no answer."""


class Weakening(NamedTuple):
    """One fact that is taken away or made worse."""

    kind: str
    """evidence dropped, date made older, owner blanked, group left out, entry dropped, answer
    blanked."""
    pointer: Pointer
    value: Any
    """What stands there instead; None for nothing."""
    drops: bool = False
    """Whether it is an item of a list that goes."""


class Tried(NamedTuple):
    """What became of a weakening."""

    weakening: Weakening
    noticed: bool


class Stress(NamedTuple):
    """What became of all weakenings."""

    tried: tuple[Tried, ...]
    left_out: int
    """Those beyond the limit."""

    @property
    def unnoticed(self) -> tuple[Weakening, ...]:
        """Those that no check notices."""
        return tuple(item.weakening for item in self.tried if not item.noticed)


def weakenings(data: dict[str, Any], groups: Collection[str]) -> Iterator[Weakening]:
    """Every weakening of an assessment, in the order of the file."""
    for key, value in data.items():
        if key not in _HEAD:
            yield from _inside(value, (key,), groups)


def _inside(value: Any, pointer: Pointer, groups: Collection[str]) -> Iterator[Weakening]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _inside(inner, (*pointer, key), groups)
    elif isinstance(value, list):
        kind = _kind_of_item(pointer, value, groups)
        for index, inner in enumerate(value):
            yield Weakening(kind, (*pointer, index), None, drops=True)
            if isinstance(inner, dict | list):
                yield from _inside(inner, (*pointer, index), groups)
    elif isinstance(value, str) and (found := _DAY.fullmatch(value)):
        older = f"{int(found[1]) - YEARS:04}{found[2].replace('-02-29', '-02-28')}"
        yield Weakening("date made older", pointer, older)
        yield Weakening("answer blanked", pointer, None)
    elif value is not None:
        yield Weakening(_kind_of_answer(pointer), pointer, None)


def _kind_of_item(pointer: Pointer, items: Sequence[Any], groups: Collection[str]) -> str:
    if pointer[-1] == "evidence":
        return "evidence dropped"
    names = [item for item in items if isinstance(item, str)]
    if names and len(names) == len(items) and all(name in groups for name in names):
        return "group left out"
    return "entry dropped"


def _kind_of_answer(pointer: Pointer) -> str:
    return "owner blanked" if pointer[-1] == "owner" else "answer blanked"


def stressed(  # noqa: PLR0913, PLR0917 - what a result depends on
    submission: Submission,
    registry: Registry,
    evidence: Callable[[Submission], EvidenceRegister],
    as_of: date | None,
    limit: TimeLimit,
    told: Callable[[int, int], None] = lambda _done, _total: None,
    most: int = MOST,
) -> Stress:
    """Judge each weakened self-assessment, and see whether anything comes out otherwise.

    Data sets are not counted, neither before nor after: only what the file says is weakened. A
    weakening that makes the file invalid is noticed. `told` hears how far it is.
    """
    data = submission.document.data
    every = list(weakenings(data, submission.framework.group_names))
    steps = every[:most]
    before = _said(
        evaluate(submission, registry, evidence(submission), as_of, limit=limit, digested=False)
    )
    tried = []
    for number, step in enumerate(steps, start=1):
        try:
            text = json.dumps(weakened(data, step))
            document = parse_document(text, submission.document.name, "json")
            other = read_assessment(document, registry.catalogue)
        except InvalidDocument:
            tried.append(Tried(step, noticed=True))
        else:
            result = evaluate(other, registry, evidence(other), as_of, limit=limit, digested=False)
            tried.append(Tried(step, noticed=_said(result) != before))
        told(number, len(steps))
    return Stress(tuple(tried), len(every) - len(steps))


def weakened(data: dict[str, Any], step: Weakening) -> dict[str, Any]:
    """The data with one weakening. What is not on the way to it is shared."""
    copy: dict[str, Any] = _with(data, step.pointer, step)
    return copy


def _with(value: Any, rest: Pointer, step: Weakening) -> Any:
    if not rest:
        return step.value
    first, further = rest[0], rest[1:]
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    if not further and step.drops:
        del copy[first]
    else:
        copy[first] = _with(value[first], further, step)
    return copy


def _said(result: Result) -> object:
    """What a result says, wherever it stands in the file."""
    return (
        [
            (item.verdict, item.support, item.timeliness, item.duty,
             [(one.verdict, one.support) for one in item.requirements])
            for item in result.recommendations
        ],
        [
            (check.id, check.scope, check.status, [(finding.kind, finding.message)
             for finding in check.findings])
            for check in result.check_results()
        ],
    )  # fmt: skip
