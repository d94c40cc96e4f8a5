"""What makes one support in a role count, and that one which counts is enough.

A force draws up this list itself, and without a total. So no support counts against a role beside
one that does: otherwise whoever left it out would come out better than whoever showed it.
"""

from collections.abc import Callable, Iterator

from govcheck.plugin import Finding, Gap, Open
from govcheck_police.wellbeing.section import HighStressRole, Support

Question = Callable[[Support, str], list[Finding]]
"""What keeps a support from counting; empty where it counts."""
_WANTED = {
    "targeted": ("yes", "not made for this role"),
    "proactive": ("yes", "not offered without being asked"),
    "is_screening": ("no", "is the screening itself"),
}
"""The answer with which a support counts, and what any other answer means."""


def shortfalls_of(support: Support, at: str, *asked: str) -> list[Finding]:
    """What keeps a support from counting, of these of its answers."""
    found: list[Finding] = []
    for name in asked:
        wanted, otherwise = _WANTED[name]
        given = getattr(support, name)
        if given is None:
            found.append(Open(f"{at}.{name}"))
        elif given != wanted:
            found.append(lacking_in(support, otherwise, f"{at}.{name}"))
    return found


def lacking_in(support: Support, what: str, at: str) -> Gap:
    """What a support lacks, with its name."""
    return Gap(f"“{support.name}”: {what}", at=at)


def one_counts(
    role: HighStressRole, at: str, shortfalls: Question, lacking: str
) -> Iterator[Finding]:
    """One support that counts is enough. Open where an unanswered one could still count."""
    if role.supports is None:
        yield Open(f"{at}.supports")
        return
    all_found = [
        shortfalls(support, f"{at}.supports[{index}]")
        for index, support in enumerate(role.supports)
    ]
    if not all(all_found):
        return
    undecided = [
        finding
        for found in all_found
        if not any(isinstance(item, Gap) for item in found)
        for finding in found
    ]
    yield from undecided
    if not undecided:
        why = "; ".join(_first_gap(found) for found in all_found) or "none is listed"
        yield Gap(f"{role.name}: {lacking} ({why})", at=f"{at}.supports")


def _first_gap(found: list[Finding]) -> str:
    return next(item.message for item in found if isinstance(item, Gap))
