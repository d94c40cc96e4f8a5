"""An evidence entry as it was looked at: whether it is there, unchanged, and when it is about."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from govcheck.model.assessment import EvidenceEntry
from govcheck.model.period import months_later, parse_period
from govcheck.model.support import Exhibits
from govcheck.model.vocabulary import Basis


class ExhibitState(StrEnum):
    """What looking at an evidence entry showed."""

    UNCHANGED = "found, digest holds"
    FOUND = "found, no digest given"
    CHANGED = "found, digest differs"
    MISSING = "not found"
    UNREADABLE = "could not be read"
    OUTSIDE = "outside the folder of the assessment"
    NOT_LOOKED_AT = "not looked at"

    @property
    def usable(self) -> bool:
        """Whether the entry can stand behind a claim."""
        # A digest that differs is reported as a gap of its own. If it also made the entry unusable,
        # deleting the digest would make a claim look better.
        return self not in (
            ExhibitState.MISSING,
            ExhibitState.UNREADABLE,
            ExhibitState.OUTSIDE,
        )


class Exhibit(NamedTuple):
    """One evidence entry beside what was seen of it."""

    id: str
    entry: EvidenceEntry
    state: ExhibitState

    def last_day(self) -> date | None:
        """The last day that it is about, or None where no date is given."""
        return parse_period(self.entry.about).last if self.entry.about else None

    def ahead_of(self, as_of: date) -> bool:
        """Whether it begins after the day of judgement, so cannot have been known by then."""
        return self.entry.about is not None and parse_period(self.entry.about).first > as_of

    def stale_since(self, months: int | None) -> date | None:
        """The last day on which it is fresh; None where it has no date or no limit is set."""
        last = self.last_day()
        return months_later(last, months) if last and months is not None else None

    def fresh(self, as_of: date, months: int | None) -> bool:
        """Whether it is dated, not ahead, and within the limit (inclusive) where there is one."""
        return is_fresh(self.entry.about, as_of, months)


def is_fresh(about: str | None, as_of: date, months: int | None) -> bool:
    """Whether a period is given, not ahead, and ended within the limit (inclusive)."""
    if about is None:
        return False
    period = parse_period(about)
    if period.first > as_of:
        return False
    return months is None or as_of <= months_later(period.last, months)


class EvidenceRegister:
    """Every exhibit of one assessment, by id."""

    def __init__(self, exhibits: tuple[Exhibit, ...] = ()) -> None:
        self._by_id = {exhibit.id: exhibit for exhibit in exhibits}

    def __iter__(self) -> Iterator[Exhibit]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def cited(self, ids: tuple[str, ...]) -> tuple[Exhibit, ...]:
        """The exhibits with these ids, each once, in this order; unknown ids are passed over."""
        return tuple(self._by_id[name] for name in dict.fromkeys(ids) if name in self._by_id)

    def counted(self, ids: tuple[str, ...], as_of: date, fresh_for_months: int | None) -> Exhibits:
        """How many of these stand behind a claim, and how strongly."""
        usable = [item for item in self.cited(ids) if item.state.usable]
        methods = {item.entry.method for item in usable}
        basis = next(
            (
                basis
                for basis in (Basis.MEASURED, Basis.DOCUMENT, Basis.ATTESTED)
                if basis in methods
            ),
            Basis.CLAIMED_ONLY,
        )
        fresh = sum(item.fresh(as_of, fresh_for_months) for item in usable)
        return Exhibits(usable=len(usable), fresh=fresh, basis=basis)


class CitedEvidence(EvidenceRegister):
    """The exhibits that one recommendation cites.

    In its answer, in its finer answers, and in the sections that its checks ask for.
    """
