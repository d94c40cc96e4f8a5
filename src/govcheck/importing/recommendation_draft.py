"""One recommendation as a part of the draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from govcheck.importing.block import quoted
from govcheck.importing.days import WrittenDue, dues_in
from govcheck.importing.draft import Entry, Node, Remark, blank, found
from govcheck.importing.quoted import Quoted
from govcheck.importing.wording import Candidate, addressee, candidates, due_dates, groups_in
from govcheck.model.record import MAX_TEXT

_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,19}")
_DAY_LENGTH = len("2024-01-31")
_MOST_CANDIDATES = 100
_LONGEST_TITLE = 500
_QUOTE = "Quote the recommendation"


def drafted(item: Quoted) -> tuple[Node, ...]:
    """The keys of a recommendation, each with where it was found or as a marked blank."""
    return (
        _number(item),
        *_id(item),
        _title(item),
        _addressee(item),
        _due(item),
        *_groups(item),
        *_wording(item),
        _requirements(item),
        Remark(""),
    )


def groups_named(item: Quoted) -> dict[str, str]:
    """The groups that a recommendation names, each with where."""
    return {name: quoted(line) for line in reversed(item.lines) for name in groups_in(line.text)}


def in_order(named: Iterable[str]) -> list[str]:
    """The names in the order in which frameworks have them."""
    known = groups_in(", ".join(named))
    return [name for name in known if name in named]


def _number(item: Quoted) -> Entry:
    if item.number and _NUMBER.fullmatch(item.number):
        return found("number", item.number, quoted(item.start))
    return blank("number", f"Write the number in the report. It begins at {quoted(item.start)}.")


def _id(item: Quoted) -> list[Node]:
    given = item.details.get("id")
    own = given.text if given else item.id
    if own and len(own) <= _LONGEST_TITLE:
        return [found("id", own, quoted(given or item.start))]
    return [Remark("id: not found. It may be added: the publisher's own id, as #28191.")]


def _title(item: Quoted) -> Entry:
    # Below a number without its words a few words are as likely an answer: "Completed".
    title = item.details.get("title") or (item.title if item.obliges() else None)
    if title and len(title.text) <= _LONGEST_TITLE:
        return found("title", title.text, quoted(title))
    return blank("title", "Write a few words that tell it from the others.")


def _addressee(item: Quoted) -> Entry:
    given = item.details.get("addressee")
    who = (given.text, given) if given else addressee(item.lines)
    if who and len(who[0]) <= _LONGEST_TITLE:
        return found("addressee", who[0], quoted(who[1]))
    return blank("addressee", "Write who has to act, in the words of the report.")


def _due(item: Quoted) -> Entry:
    """The due date; where there is none, a person has to say that none is set."""
    given = item.details.get("due")
    dues = due_dates(item.lines) or (_given(given.text) if given else ())
    none = "Where the report sets no deadline, delete the lines of due."
    if len(dues) != 1 or dues[0].by is None:
        words = " and ".join(f"“{due.wording}”" for due in dues)
        told = f"The words are {words}, which is not one date. " if dues else ""
        by = blank("by", f"{told}Write the date, as 2024, 2024-01 or 2024-01-31. {none}")
        if len(dues) == 1:
            return Entry("due", (by, found("wording", dues[0].wording, _place(item, dues[0]))))
        wording = blank("wording", f"Write the words of the report on the date. {none}")
        return Entry("due", (by, wording))
    due, where = dues[0], _place(item, dues[0])
    nodes: list[Node] = [Entry("by", due.by), Entry("wording", due.wording)]
    if len(due.by or "") < _DAY_LENGTH:
        nodes += [
            Remark("Which day of it counts is not said. Write first day where that is meant."),
            Entry("reading", "last day"),
        ]
    return Entry("due", tuple(nodes), where)


def _given(text: str) -> tuple[WrittenDue, ...]:
    """What stands behind the name of a due date, where the wording has none."""
    short = text[:200]
    return dues_in(short) or tuple(
        due._replace(wording=short) for due in dues_in(f"by {short}")[:1]
    )


def _place(item: Quoted, due: WrittenDue) -> str:
    lines = (*item.lines, *filter(None, (item.details.get("due"),)))
    line = next((line for line in lines if due.wording in line.text), lines[-1])
    return quoted(line, due.wording)


def _groups(item: Quoted) -> list[Node]:
    named = groups_named(item)
    if not named:
        return []
    places = dict.fromkeys(named.values())
    return [found("groups", in_order(named), "; ".join(places))]


def _not_taken(item: Quoted) -> list[Node]:
    if item.after is None:
        return []
    return [Remark(f"not taken: {quoted(item.after)}. Add it if it belongs to the recommendation.")]


def _wording(item: Quoted) -> list[Node]:
    wording = item.wording()
    if not wording or len(wording) > MAX_TEXT:
        told = f"The text is longer than {MAX_TEXT} characters. " if wording else ""
        return [*_not_taken(item), blank("wording", f"{told}{_QUOTE} at {item.start.where}.")]
    if not item.obliges():
        return [
            Remark(f"not taken: {quoted(item.lines[0])}. It does not say what should be done."),
            blank("wording", f"{_QUOTE} at {item.start.where}."),
        ]
    nodes = _not_taken(item)
    differing = "; ".join(
        f"{quoted(other.lines[0])} quotes it in other words" for other in item.others
    )
    missing = f"{differing}. Compare with the report, then delete this line." if differing else ""
    last = item.lines[-1].where
    first = item.lines[0]
    place = quoted(first) if first.where == last else f"{quoted(first)} to {last}"
    return [*nodes, Entry("wording", wording, place, missing)]


def _requirements(item: Quoted) -> Entry:
    wording = item.wording()
    parts = candidates(item.lines) if len(wording) <= MAX_TEXT else ()
    if not parts:
        return blank("requirements", "Write what has to be the case, one entry for each point.")
    items: list[tuple[Node, ...]] = [_requirement(part) for part in _few(parts)]
    return Entry("requirements", items)


def _few(parts: Sequence[Candidate]) -> Sequence[Candidate]:
    return parts[:_MOST_CANDIDATES]


def _requirement(part: Candidate) -> tuple[Node, ...]:
    groups = groups_in(part.text)
    named: tuple[Node, ...] = (Entry("groups", list(groups)),) if groups else ()
    return (found("id", part.id, part.line.where), Entry("text", part.text), *named)
