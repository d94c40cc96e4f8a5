"""Did you mean: the nearest of the names that would have been right."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import islice

from govcheck.intake.problem import shown

_MOST_LISTED = 12
_MOST_COMPARED = 400
"""Names held against a wrong one. Every force in every spelling are fewer."""
_LONGEST_COMPARED = 100
"""Longer names are no slips, and to compare two takes time by the square of their length."""


class Known(Collection[str]):
    """Ids that a document may refer to: quick to look up, however many, and some to suggest from.

    Each wrong reference keeps the ids that it may have meant. If these were all, a file with
    thousands of both would fill the memory.
    """

    __slots__ = ("_ids",)

    def __init__(self, ids: Iterable[str]) -> None:
        """Keep the ids, each once."""
        self._ids = dict.fromkeys(ids)

    def __contains__(self, name: object) -> bool:
        """Whether an id may be referred to."""
        return name in self._ids

    def __iter__(self) -> Iterator[str]:
        """The ids to suggest from."""
        return islice(self._ids, _MOST_COMPARED)

    def __len__(self) -> int:
        """How many there are to suggest from."""
        return min(len(self._ids), _MOST_COMPARED)


def suggestion(wrong: str, known: Iterable[str], near_enough: float = 0.6) -> str:
    """A hint for a name that is not known: the nearest one, or the list where it is short.

    `near_enough` is the share of the letters that two names have in common, in order.
    The known names may come from a file, too, so they are shown with the same care.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only needed when something is wrong

    names = list(dict.fromkeys(islice(known, _MOST_COMPARED)))
    by_folded = {name.casefold(): name for name in names if len(name) <= _LONGEST_COMPARED}
    compared = wrong.casefold() if len(wrong) <= _LONGEST_COMPARED else ""
    near = get_close_matches(compared, by_folded, n=1, cutoff=near_enough)
    if near:
        return f"Did you mean: {shown(by_folded[near[0]])}?"
    if not names:
        return ""
    listed = ", ".join(map(shown, names[:_MOST_LISTED]))
    return f"Known are: {listed}{_more(len(names))}."


def _more(number: int) -> str:
    if number <= _MOST_LISTED:
        return ""
    return f" and {number - _MOST_LISTED if number < _MOST_COMPARED else 'many'} more"
