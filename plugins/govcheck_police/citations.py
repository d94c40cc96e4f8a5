"""Which parts of an answer name a document that shows them.

What is said here never lowers a result: whether a claim rests on evidence at all is asked apart.
It tells the force where an inspector would ask to be shown.
"""

from collections.abc import Iterable, Iterator
from typing import Protocol

from govcheck.plugin import Finding, Observation
from govcheck_police.groups import listed

_NAMED_AT_MOST = 3


class Citing(Protocol):
    """A part of an answer that can point to documents."""

    @property
    def evidence(self) -> tuple[str, ...] | None:
        """Ids of the entries under evidence."""
        ...


def not_shown(part: Citing | None, what: str, at: str) -> Iterator[Finding]:
    """A remark where a part is there and points to no document."""
    if part is not None and not part.evidence:
        yield Observation(f"no document is named that shows {what}", at=at)


def some_not_shown(parts: Iterable[tuple[str, Citing]], what: str, at: str) -> Iterator[Finding]:
    """One remark for all the parts of a list that point to no document; each has its name."""
    given = list(parts)
    silent = [f"“{name}”" for name, part in given if not part.evidence]
    if len(silent) == len(given) > _NAMED_AT_MOST:
        yield Observation(f"{what}: none of the {len(given)} names a document that shows it", at=at)
    elif silent:
        named = silent[:_NAMED_AT_MOST]
        if more := len(silent) - len(named):
            named.append(f"{more} more")
        yield Observation(f"{what}: no document is named that shows {listed(named)}", at=at)
