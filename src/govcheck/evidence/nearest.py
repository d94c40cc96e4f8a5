"""Did you mean: the nearest of the names that a table or a file of connections does have."""

from __future__ import annotations

from collections.abc import Iterable

from govcheck.model.visible import shortened

_MOST_COMPARED = 400
_LONGEST = 100


def nearest(wrong: str, known: Iterable[str], otherwise: str) -> str:
    """The name that was probably meant, as a question; `otherwise` where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - only where something is wrong

    names = [name for name in known if len(name) <= _LONGEST][:_MOST_COMPARED]
    by_folded = {name.casefold(): name for name in names}
    near = get_close_matches(wrong[:_LONGEST].casefold(), by_folded, n=1)
    return f"Did you mean: {shortened(by_folded[near[0]], _LONGEST)}?" if near else otherwise
