"""Numbers of people by group: complete, and adding up.

Messages never repeat the numbers, which may be small enough to point at a person.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from govcheck.plugin import Finding, Gap, Open, Recommendation, Record
from govcheck_police.answers import left_open
from govcheck_police.groups import listed, named_groups


class OfGroup(Protocol):
    """An entry that gives numbers for one group."""

    @property
    def group(self) -> str:
        """The group that the numbers are about."""
        ...


def every_group_counted(
    entries: Sequence[OfGroup] | None, recommendation: Recommendation, at: str
) -> Iterator[Finding]:
    """There are numbers for every group that the recommendation names."""
    if entries is None:
        yield Open(at)
    elif not entries:
        yield Gap("no group is counted", at=at)
    else:
        yield from others_not_counted(entries, recommendation, at)


def others_not_counted(
    entries: Sequence[OfGroup] | None, recommendation: Recommendation, at: str
) -> Iterator[Finding]:
    """What keeps numbers by group from being judged as a whole: groups that have none."""
    if entries is None:
        yield Open(at)
        return
    counted = {entry.group for entry in entries}
    missing = [name for name in named_groups(recommendation) if name not in counted]
    if missing:
        yield Open(at, f"the numbers for {listed(missing)}")


def adding_up(
    totals: Record, at: str, entries: Sequence[Record], names: Sequence[str]
) -> Iterator[Finding]:
    """The entries together give the stated totals, so that no entry can be left out unseen."""
    yield from left_open(totals, at, *names)
    for name in names:
        stated = getattr(totals, name)
        parts = [getattr(entry, name) for entry in entries]
        if stated is None or None in parts:
            continue
        if sum(parts) != stated:
            yield Gap(
                f"the entries under by_group do not add up to the stated total of “{name}”",
                at=f"{at}.{name}",
            )
