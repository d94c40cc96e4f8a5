"""The columns of a data set as a pack declares them: what they mean and what can stand in them."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from govcheck.model.condition import Among, Compare, Missing, Moment


class Unread(Enum):
    """What a cell holds that is not blank and not one of the values that can stand there."""

    UNREAD = "not recognised"


UNREAD: Final = Unread.UNREAD
NOT_STATED = "not stated"
"""The name of the group of rows in which a column is blank."""

CodeValue = str | None | Unread


class Column:
    """One column. Its name is that of the class attribute, which is also its usual header."""

    name = ""
    owner: "type | None" = None

    def __init__(
        self,
        about: str,
        *,
        headers: Iterable[str] = (),
        optional: bool = False,
        unit: str | None = None,
    ) -> None:
        """Declare a column.

        `about` says what it means; `headers` are other names under which it is usually found;
        `optional` columns can be absent, and checks that need them are then not assessed; `unit`
        is that of a number, as `days`.
        """
        self.about = about
        self.headers = tuple(headers)
        self.optional = optional
        self.unit = unit

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name of the attribute."""
        self.name = name
        self.owner = owner

    def __repr__(self) -> str:
        """`Leavers.reason`."""
        return f"{self.owner.__name__ if self.owner else '?'}.{self.name}"

    def is_missing(self) -> "Missing":
        """Rows in which it is blank."""
        from govcheck.model.condition import Missing  # noqa: PLC0415 - it imports this module

        return Missing(self)


class Code(Column):
    """A closed list of values, each with the labels under which it is found in practice."""

    def __init__(
        self,
        about: str,
        values: Mapping[str, Iterable[str]],
        *,
        headers: Iterable[str] = (),
        optional: bool = False,
    ) -> None:
        """Declare the values. Case and surplus spaces make no difference to labels.

        Raises ValueError for a label that stands for two values.
        """
        super().__init__(about, headers=headers, optional=optional)
        self.values = tuple(values)
        self._by_label: dict[str, str] = {}
        for value, labels in values.items():
            for label in (value, *labels):
                other = self._by_label.setdefault(folded_label(label), value)
                if other != value:
                    raise ValueError(f"{label!r} stands for {other!r} and for {value!r}")

    def read(self, raw: object, relabelled: Mapping[str, str] | None = None) -> CodeValue:
        """The value that a cell stands for; None where it is blank.

        `relabelled` holds the labels that the assessment explains, by their folded form.
        """
        if raw is None:
            return None
        label = folded_label(str(raw))
        if not label:
            return None
        if relabelled and label in relabelled:
            return relabelled[label]
        return self._by_label.get(label, UNREAD)

    def is_(self, value: str) -> "Among":
        """Rows with this value."""
        return self.is_in(value)

    def is_in(self, *values: str) -> "Among":
        """Rows with one of these values. Raises ValueError for a value that cannot stand there."""
        from govcheck.model.condition import Among  # noqa: PLC0415 - it imports this module

        unknown = [value for value in values if value not in self.values]
        if unknown:
            raise ValueError(f"{self!r} is never {unknown[0]!r}; it can be {list(self.values)}")
        return Among(self, frozenset(values))


class Day(Column):
    """A calendar day."""

    def before(self, other: "Day | Moment | date") -> "Compare":
        """Rows in which it is earlier; false where either is blank."""
        return self._compared("<", other)

    def not_after(self, other: "Day | Moment | date") -> "Compare":
        """Rows in which it is earlier or the same; false where either is blank."""
        return self._compared("<=", other)

    def after(self, other: "Day | Moment | date") -> "Compare":
        """Rows in which it is later; false where either is blank."""
        return self._compared(">", other)

    def not_before(self, other: "Day | Moment | date") -> "Compare":
        """Rows in which it is later or the same; false where either is blank."""
        return self._compared(">=", other)

    def _compared(self, sign: str, other: "Day | Moment | date") -> "Compare":
        from govcheck.model.condition import Compare  # noqa: PLC0415 - it imports this module

        return Compare(self, sign, other)


class Number(Column):
    """A number, with the least and the most that can be."""

    def __init__(  # noqa: PLR0913 - one for each thing that a number has
        self,
        about: str,
        *,
        unit: str | None = None,
        least: float | None = None,
        most: float | None = None,
        headers: Iterable[str] = (),
        optional: bool = False,
    ) -> None:
        """Declare the unit and the limits, both inclusive."""
        super().__init__(about, headers=headers, optional=optional, unit=unit)
        self.least = least
        self.most = most

    def below(self, limit: float) -> "Compare":
        """Rows in which it is less; false where it is blank."""
        return self._compared("<", limit)

    def at_least(self, limit: float) -> "Compare":
        """Rows in which it is as much or more; false where it is blank."""
        return self._compared(">=", limit)

    def above(self, limit: float) -> "Compare":
        """Rows in which it is more; false where it is blank."""
        return self._compared(">", limit)

    def _compared(self, sign: str, limit: float) -> "Compare":
        from govcheck.model.condition import Compare  # noqa: PLC0415 - it imports this module

        return Compare(self, sign, limit)


class Key(Column):
    """What tells one row from another, as a pseudonymous number. Never shown."""


def folded_label(label: str) -> str:
    """A label without case and surplus spaces."""
    return " ".join(label.split()).casefold()
