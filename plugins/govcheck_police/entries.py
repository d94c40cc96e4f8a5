"""Lists that the force draws up itself, held against a total so that nothing drops out unseen."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from govcheck.plugin import Finding, Gap, Open


class Identified(Protocol):
    """An entry with a short id."""

    @property
    def id(self) -> str:
        """The id by which other answers name it."""
        ...


def different_ids(entries: Sequence[Identified]) -> int:
    """How many entries there are, an id that is repeated counted once."""
    return len({entry.id for entry in entries})


def miscounted(entries: Sequence[Identified], stated: int, what: str) -> str | None:
    """How a list differs from its stated total, in words; None where it does not."""
    different = different_ids(entries)
    if different == stated == len(entries):
        return None
    return f"the stated total of {what} is {stated}, and {different} different ones are listed"


def known_in_full(
    entries: Sequence[Identified] | None, stated: int | None, what: str, at: str, stated_at: str
) -> Iterator[Finding]:
    """What keeps a check from judging a whole list: nothing is known of entries not in it."""
    if entries is None:
        yield Open(at)
    elif not entries:
        yield Gap(f"no {what} are listed", at=at)
    if stated is None:
        yield Open(stated_at)
    elif entries and different_ids(entries) < stated:
        yield Open(
            at, f"{miscounted(entries, stated, what)}: what holds for the others is not known"
        )


def repeated(entries: Sequence[Identified], what: str, at: str) -> Iterator[Finding]:
    """Ids that stand for more than one entry."""
    uses = Counter(entry.id for entry in entries)
    for index, entry in enumerate(entries):
        if uses[entry.id] > 1:
            yield Gap(
                f"the id “{entry.id}” is given to {uses[entry.id]} {what}", at=f"{at}[{index}].id"
            )
