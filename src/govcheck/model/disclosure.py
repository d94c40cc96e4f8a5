"""Counts of people as they may be shown: small ones suppressed, the others rounded.

What is judged is exact; what is printed goes through `str` of these types and nothing else. The
counts of a whole and of its parts are rounded one by one, so that a suppressed one does not follow
from the others.
"""

from typing import NamedTuple

FEWEST_SHOWN = 5
"""Smaller counts of people are shown as “fewer than 5”, unless a run sets another limit."""
LEAST_LIMIT = 3
"""The limit cannot be set lower."""
RATE_FROM = 10
"""Rates are shown of wholes of at least so many times the limit."""


class Amount(NamedTuple):
    """A number of people or records."""

    exact: int
    limit: int = FEWEST_SHOWN

    def __str__(self) -> str:
        """`fewer than 5`, or the number rounded to the nearest multiple of the limit."""
        if self.rounded is None:
            return f"fewer than {self.shown_from}"
        return f"about {self.rounded}"

    def __format__(self, _spec: str) -> str:
        """As `str`: no format shows more."""
        return str(self)

    @property
    def shown_from(self) -> int:
        """The least number that is shown."""
        return self.limit

    @property
    def rounded(self) -> int | None:
        """The nearest multiple of the limit, halves upwards; None where it is suppressed."""
        if self.exact < self.shown_from:
            return None
        return _rounded(self.exact, self.limit)


class Whole(Amount):
    """A number of which parts are shown elsewhere. A small one would tell suppressed parts.

    Two groups of “fewer than 5” of “about 10” can only be 4 and 4.
    """

    __slots__ = ()

    @property
    def shown_from(self) -> int:
        """As for wholes of which rates are shown."""
        return RATE_FROM * self.limit


class Share(NamedTuple):
    """How many of how many."""

    numerator: int
    denominator: int
    limit: int = FEWEST_SHOWN

    def reaches(self, percent: float) -> bool | None:
        """Whether it is at least so many per cent, exactly; None where the whole is nobody."""
        if self.denominator == 0:
            return None
        return self.numerator * 100 >= percent * self.denominator

    @property
    def shown_from(self) -> int:
        """The least whole that is shown."""
        return self.limit

    @property
    def percent(self) -> int | None:
        """Whole per cent, halves upwards; None where a small number would follow from it.

        Worked out from the rounded counts, so that it tells nothing that they do not: beside them,
        the exact rate would often leave one count possible. Never 0 or 100, which would say of a
        few that they are nobody.
        """
        rest = self.denominator - self.numerator
        if self.denominator < RATE_FROM * self.limit or min(self.numerator, rest) < self.limit:
            return None
        part, whole = _rounded(self.numerator, self.limit), _rounded(self.denominator, self.limit)
        return min(99, max(1, (200 * part + whole) // (2 * whole)))

    def beside(self, percent: float) -> str:
        """As `str`, but where rounding alone would make it reach a figure it says `just under`."""
        shown = self.percent
        if shown is None or shown < percent or self.reaches(percent):
            return str(self)
        return str(self).replace(f"{shown} %", f"just under {percent:g} %", 1)

    def __str__(self) -> str:
        """As `31 % (about 40 of about 125)`, or with words where that would say too much."""
        whole = Amount(self.denominator, self.limit)
        if self.denominator < self.shown_from:
            return f"fewer than {self.shown_from} in all, too few to say more"
        if self.numerator < self.limit:
            return f"fewer than {self.limit} of {whole}"
        if self.denominator - self.numerator < self.limit:
            return f"all but fewer than {self.limit} of {whole}"
        counts = f"{Amount(self.numerator, self.limit)} of {whole}"
        return counts if self.percent is None else f"{self.percent} % ({counts})"

    def __format__(self, _spec: str) -> str:
        """As `str`: no format shows more."""
        return str(self)


class ShareOfWhole(Share):
    """How many of a whole of which parts are shown elsewhere."""

    __slots__ = ()

    @property
    def shown_from(self) -> int:
        """As for wholes of which rates are shown."""
        return RATE_FROM * self.limit


def _rounded(number: int, limit: int) -> int:
    """The nearest multiple of the limit, halves upwards."""
    return (2 * number + limit) // (2 * limit) * limit
