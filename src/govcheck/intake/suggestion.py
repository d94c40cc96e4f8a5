"""Did you mean: the nearest of the names that would have been right."""

from __future__ import annotations

from collections.abc import Iterable

_MOST_LISTED = 12


def suggestion(wrong: str, known: Iterable[str]) -> str:
    """A hint for a name that is not known: the nearest one, or the list where it is short."""
    from difflib import get_close_matches  # noqa: PLC0415 - only needed when something is wrong

    names = list(dict.fromkeys(known))
    by_folded = {name.casefold(): name for name in names}
    near = get_close_matches(wrong.casefold(), by_folded, n=1, cutoff=0.6)
    if near:
        return f"Did you mean: {by_folded[near[0]]}?"
    if not names:
        return ""
    listed = ", ".join(names[:_MOST_LISTED])
    more = f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    return f"Known are: {listed}{more}."
