"""Data sets: tables that a pack declares by their columns, and of which checks ask counts."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, ClassVar, NamedTuple, TypeVar, cast

from govcheck.model.column import Column, Day
from govcheck.model.disclosure import FEWEST_SHOWN, Amount, Share
from govcheck.model.finding import Figure
from govcheck.model.measure import Measure

A = TypeVar("A")
_ALL = 100


class Provenance(NamedTuple):
    """Where an answer comes from, as it is printed beside the figure."""

    source: str
    """As `leavers.csv`, or `hr.leavers (connection warehouse)`."""
    rows: Amount
    period: str = ""
    """What the assessment says that the data are about, as `2022-04/2023-03`."""


class UndeclaredMeasureError(LookupError):
    """A check asked for a measure that its decorator does not name, so nobody counted it."""


class Dataset:
    """A table of the force. Its key is its name under `datasets:` in the file.

    `class Leavers(Dataset, key="leavers")` declares columns as class attributes; a check that asks
    for `leavers: Leavers` names its measures in `@check(..., measures=(OFFERED,))` and reads
    `leavers[OFFERED]`.
    """

    dataset_key: ClassVar[str] = ""
    one_row: ClassVar[str] = "record"
    """What one row stands for, as `leaver`."""
    days_in_order: ClassVar[tuple[tuple[Day, ...], ...]] = ()
    """Days of one row that cannot come the other way round."""
    unique: ClassVar[tuple[Column, ...]] = ()
    """Columns in which no value can stand twice."""

    def __init_subclass__(cls, *, key: str = "", **kwargs: Any) -> None:
        """Remember the key that the class statement gives."""
        super().__init_subclass__(**kwargs)
        if key:
            cls.dataset_key = key

    def __init__(
        self,
        answers: Mapping[Measure[Any], Any],
        provenance: Provenance | None = None,
        limit: int = FEWEST_SHOWN,
    ) -> None:
        """Counted answers by measure. Checks are given one; tests make one from rows."""
        self._answers = answers
        self.provenance = provenance or Provenance("", Amount(0, limit))
        self.limit = limit

    def __getitem__(self, measure: Measure[A]) -> A:
        """The answer to a measure that the check names in its decorator.

        Raises UndeclaredMeasureError, which makes the check a broken one.
        """
        try:
            return cast("A", self._answers[measure])
        except KeyError:
            message = f"the check asks {type(self).__name__} for a measure that it does not declare"
            raise UndeclaredMeasureError(
                f"{message}: name it in @check(..., measures=(...))"
            ) from None

    def figure(
        self,
        value: Share | Amount | str,
        about: str,
        wanted: str = "",
        *,
        at_least: float | None = None,
        period: str = "",
    ) -> Figure:
        """A figure for a finding, with where it comes from. `about` says whom it counts.

        For a share, `at_least` is the per cent that it was held against: it is printed as what was
        wanted, and a share that falls short of it is never rounded up to it. Give `period` where
        the figure is about a part of the time that the data cover.
        """
        shown = str(value)
        if at_least is not None:
            wanted = wanted or ("all" if at_least >= _ALL else f"at least {at_least:g} %")
            shown = value.beside(at_least) if isinstance(value, Share) else shown
        source, whole = self.provenance.source, self.provenance.period
        return Figure(about, shown, wanted, source, period or whole)

    @classmethod
    def columns(cls) -> tuple[Column, ...]:
        """The declared columns, in the order of the class."""
        found: dict[str, Column] = {}
        for base in reversed(cls.__mro__):
            found |= {name: item for name, item in vars(base).items() if isinstance(item, Column)}
        return tuple(found.values())

    @classmethod
    def orders(cls) -> Iterator[tuple[Day, Day]]:
        """Each two days of which the first cannot be later than the second."""
        for days in cls.days_in_order:
            yield from pairwise(days)
