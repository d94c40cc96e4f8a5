"""Two results held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from govcheck.gate.outcome import Place, outcomes
from govcheck.gate.promise import actions_of, kind_of
from govcheck.model.difference import (
    FORMAT,
    Change,
    ChangeKind,
    Difference,
    EntryChange,
    EvidenceChange,
    GapChange,
    Promise,
    PromiseKind,
    Side,
)
from govcheck.model.result import Result
from govcheck.model.vocabulary import Status, Support, Verdict

_What = Literal["substance", "support", "timeliness", "response duty"]
_BOTH_BORNE_OUT = {Support.SUPPORTED, Support.UNDER_CLAIMED}
_KINDS = tuple(ChangeKind)
_PROMISES = tuple(PromiseKind)


class _Word(NamedTuple):
    """One word of a result."""

    place: str
    what: _What


def difference(old: Result, new: Result) -> Difference:
    """What changed from one result to the other. A result does not differ from itself."""
    before, after = _failing(old), _failing(new)
    return Difference(
        FORMAT,
        _side(old),
        _side(new),
        tuple(_remarks(old, new)),
        tuple(sorted(_changes(old, new), key=lambda change: _KINDS.index(change.kind))),
        tuple(_one_sided(after, before, old, are_new=True)),
        tuple(_one_sided(before, after, new, are_new=False)),
        tuple(sorted(_promises(old, new), key=lambda promise: _PROMISES.index(promise.kind))),
        tuple(_evidence(old, new)),
        tuple(entry_changes(old, new)),
    )


def _side(result: Result) -> Side:
    return Side(
        result.file, result.force.name, result.framework.id, result.as_of, result.digest
    )  # fmt: skip


def _remarks(old: Result, new: Result) -> Iterator[str]:
    if old.force.id != new.force.id:
        yield f"These are two forces: {old.force.name} and {new.force.name}."
    if old.framework.id != new.framework.id:
        yield f"These answer two reports: {old.framework.id} and {new.framework.id}."
    if new.as_of < old.as_of:
        yield "The second is judged as of an earlier day than the first."
    packs = {pack.name: pack.version for pack in old.packs}
    for pack in new.packs:
        version = packs.pop(pack.name, None)
        if version is None:
            yield f"The pack {pack.name} was not there before: its checks are new questions."
        elif version != pack.version:
            yield f"The pack {pack.name} was {version} and is {pack.version}."
    for name in packs:
        yield f"The pack {name} is no longer there: its questions are not asked."


def _changes(old: Result, new: Result) -> Iterator[Change]:
    before, after = dict(_words(old)), dict(_words(new))
    for word in dict.fromkeys((*before, *after)):
        one, other = before.get(word), after.get(word)
        if one != other:
            yield Change(_kind(one, other), word.place, word.what, one, other)


def _kind(old: Verdict | Support | None, new: Verdict | Support | None) -> ChangeKind:
    if old is None:
        return ChangeKind.APPEARED
    if new is None:
        return ChangeKind.DISAPPEARED
    one, other = old.rank, new.rank
    if one is None or other is None or {old, new} == _BOTH_BORNE_OUT:
        return ChangeKind.CHANGED
    return ChangeKind.IMPROVED if other > one else ChangeKind.FELL


def _words(result: Result) -> Iterator[tuple[_Word, Verdict | Support]]:
    for item in result.recommendations:
        yield _Word(item.number, "substance"), item.verdict
        yield _Word(item.number, "support"), item.support
        yield _Word(item.number, "timeliness"), item.timeliness
        yield _Word(item.number, "response duty"), item.duty
        for requirement in item.requirements:
            yield _Word(requirement.id, "substance"), requirement.verdict
            yield _Word(requirement.id, "support"), requirement.support


def _failing(result: Result) -> Mapping[tuple[Place, str], Status]:
    return {
        (place, outcome.check.id): outcome.check.status
        for outcome in outcomes(result)
        if outcome.fails
        for place in outcome.places
    }


def _one_sided(
    side: Mapping[tuple[Place, str], Status],
    other: Mapping[tuple[Place, str], Status],
    result: Result,
    *,
    are_new: bool,
) -> Iterator[GapChange]:
    """What is a gap or open question on one side only."""
    elsewhere = {
        (place, outcome.check.id): outcome.check.status
        for outcome in outcomes(result)
        for place in outcome.places
    }
    for key, status in side.items():
        if key not in other:
            place, check = key
            known = elsewhere.get(key)
            old, new = (known, status) if are_new else (status, known)
            yield GapChange(place.name, check, old, new)


def _promises(old: Result, new: Result) -> Iterator[Promise]:
    before, after = actions_of(old), actions_of(new)
    for key in dict.fromkeys((*before, *after)):
        one, other = before.get(key), after.get(key)
        kind = kind_of(one, other, new.as_of)
        said = other or one
        if kind and said:
            days = (one.due if one else None, other.due if other else None)
            yield Promise(kind, *key, said.what, *days)


def _evidence(old: Result, new: Result) -> Iterator[EvidenceChange]:
    before = {item.id: item.state for item in old.evidence}
    after = {item.id: item.state for item in new.evidence}
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield EvidenceChange(name, before.get(name), after.get(name))


def entry_changes(old: Result, new: Result) -> Iterator[EntryChange]:
    """The entries of lists that are there on one side only; of one that is gone, not its parts."""
    before, after = _entries_of(old), _entries_of(new)
    for one, other, kind in (
        (before, after, ChangeKind.DISAPPEARED),
        (after, before, ChangeKind.APPEARED),
    ):
        gone = [entry for entry in one if entry not in other]
        inside = tuple(f"{path}[{name}]" for path, name in gone)
        for path, name in gone:
            if not path.startswith(inside):
                yield EntryChange(kind, path, name)


def _entries_of(result: Result) -> Mapping[tuple[str, str], None]:
    return {(item.path, entry): None for item in result.lists for entry in item.entries}
