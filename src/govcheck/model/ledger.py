"""The ledger of a result: for each requirement what is claimed, found, and how it was looked at."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, Literal, NamedTuple, TypeVar

from govcheck.model.finding import Figure
from govcheck.model.json_object import json_object
from govcheck.model.result import CheckResult, IsoDate, RequirementResult, Result
from govcheck.model.vocabulary import Basis, Support, Verdict

W = TypeVar("W", bound=StrEnum)
FORMAT: Literal["govcheck-coverage/1"] = "govcheck-coverage/1"


@json_object
class Entry(NamedTuple):
    """One requirement."""

    id: str
    text: str
    claim: str | None
    verdict: Verdict
    support: Support
    support_reason: str
    basis: Basis
    data_sets: tuple[str, ...]
    """Those that its checks counted."""
    figures: tuple[Figure, ...]
    """Those that its checks found worth saying, good and bad, each once."""


@json_object
class Account(NamedTuple):
    """One recommendation with its requirements."""

    number: str
    title: str
    claim: str | None
    verdict: Verdict
    support: Support
    support_reason: str
    basis: Basis
    requirements: tuple[Entry, ...]


@json_object
class Totals(NamedTuple):
    """How many requirements there are, and how they divide; each count is of all of them."""

    requirements: int
    counted: int
    """Those of which a check counted a data set in this run."""
    basis: dict[Basis, int]
    support: dict[Support, int]


@json_object
class Ledger(NamedTuple):
    """All accounts and their totals."""

    format: Literal["govcheck-coverage/1"]
    framework: str
    force: str
    file: str
    as_of: IsoDate
    recommendations: tuple[Account, ...]
    totals: Totals
    digest_of_result: str

    def entries(self) -> Iterator[Entry]:
        """Every requirement, in the order of the report."""
        for account in self.recommendations:
            yield from account.requirements

    def as_json(self) -> dict[str, Any]:
        """The ledger as JSON types."""
        accounts = [_account(account) for account in self.recommendations]
        return self._asdict() | {"recommendations": accounts, "totals": self.totals._asdict()}


def _account(account: Account) -> dict[str, Any]:
    requirements = [
        entry._asdict() | {"figures": [figure._asdict() for figure in entry.figures]}
        for entry in account.requirements
    ]
    return account._asdict() | {"requirements": requirements}


def ledger_of(result: Result) -> Ledger:
    """The ledger of one result."""
    accounts = tuple(
        Account(
            item.number,
            item.title,
            item.claim,
            item.verdict,
            item.support,
            item.support_reason,
            item.basis,
            tuple(map(_entry, item.requirements)),
        )
        for item in result.recommendations
    )
    entries = [entry for account in accounts for entry in account.requirements]
    totals = Totals(
        len(entries),
        sum(bool(entry.data_sets) for entry in entries),
        _counted(Basis, (entry.basis for entry in entries)),
        _counted(Support, (entry.support for entry in entries)),
    )
    return Ledger(
        FORMAT,
        result.framework.id,
        result.force.id,
        result.file,
        result.as_of,
        accounts,
        totals,
        result.digest,
    )


def _entry(item: RequirementResult) -> Entry:
    return Entry(
        item.id,
        item.text,
        item.claim,
        item.verdict,
        item.support,
        item.support_reason,
        item.basis,
        tuple(dict.fromkeys(key for check in item.checks for key in check.counted)),
        tuple(dict.fromkeys(_figures(item.checks))),
    )


def _figures(checks: Sequence[CheckResult]) -> Iterator[Figure]:
    for check in checks:
        for finding in check.findings:
            if finding.figure:
                yield finding.figure


def _counted(words: type[W], found: Iterable[W]) -> dict[W, int]:
    counts = Counter(found)
    return {word: counts[word] for word in words}
