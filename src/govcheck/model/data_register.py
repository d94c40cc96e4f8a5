"""The data sets of one assessment as they were looked at."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from govcheck.model.disclosure import Amount


class Violation(NamedTuple):
    """Rows that are not as the data set is declared. Never a value of a row."""

    column: str
    kind: str
    """As `blank`, `not recognised` or `out of order`."""
    rows: Amount
    message: str
    """A sentence with the count."""
    lines: tuple[str, ...] = ()
    """The first lines concerned, where the source is a file."""
    optional: bool = False
    """Whether the cells could as well be blank: then blanking them would hide what is wrong."""


class DataState(NamedTuple):
    """One data set that the assessment names, and what looking at it showed."""

    key: str
    source: str
    rows: Amount
    period: str = ""
    notes: tuple[str, ...] = ()
    """What was found out about how it is written."""
    violations: tuple[Violation, ...] = ()
    failure: str = ""
    """Why it could not be counted; empty where it was."""
    collected: date | None = None
    """The day on which the rows were taken, as the assessment says."""


class DataRegister:
    """Data sets that the assessment names, by key."""

    asked: tuple[str, ...] = ()
    """The keys of the data sets that checks count, whether they are named or not."""

    def __init__(self, states: tuple[DataState, ...] = (), asked: tuple[str, ...] = ()) -> None:
        """In the order of the file."""
        self._by_key = {state.key: state for state in states}
        self.asked = asked

    def __iter__(self) -> Iterator[DataState]:
        """In the order of the file."""
        return iter(self._by_key.values())

    def __len__(self) -> int:
        """How many are named."""
        return len(self._by_key)

    def of(self, asked: tuple[str, ...]) -> "DataRegister":
        """Those that are named of the data sets that some checks count."""
        return DataRegister(tuple(item for item in self if item.key in asked), asked)

    def state(self, key: str) -> DataState | None:
        """The data set under a name."""
        return self._by_key.get(key)
