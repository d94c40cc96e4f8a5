"""A difference between two results as tables that the terminal and Markdown share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govcheck.model.difference import Change, ChangeKind, Difference, GapChange, PromiseKind
from govcheck.report.words import counted, day

_GAPS = "gaps or open questions"


class Part(NamedTuple):
    """A table under its title."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def heading(difference: Difference) -> str:
    """Whose results are compared."""
    old, new = difference.old, difference.new
    who = new.force if new.force == old.force else f"{old.force} and {new.force}"
    return f"{who}: from {day(old.as_of)} to {day(new.as_of)}"


def summary(difference: Difference) -> str:
    """The whole difference in one line."""
    told = [f"{len(found)} {kind}" for kind in ChangeKind if (found := difference.of(kind))]
    told += [
        f"{len(gaps)} {'gap or open question' if len(gaps) == 1 else _GAPS} {word}"
        for gaps, word in ((difference.new_gaps, "new"), (difference.closed_gaps, "closed"))
        if gaps
    ]
    told += [
        f"{counted(len(promises), 'promise')} {what}"
        for what in PromiseKind
        if (promises := difference.kept(what))
    ]
    told += [counted(len(difference.evidence), "piece") + " of evidence changed"] * bool(
        difference.evidence
    )
    told += [
        f"{number} {'entry' if number == 1 else 'entries'} {kind}"
        for kind in (ChangeKind.DISAPPEARED, ChangeKind.APPEARED)
        if (number := sum(item.kind is kind for item in difference.entries))
    ]
    return f"{'; '.join(told)}." if told else "Nothing changed."


def parts(difference: Difference) -> Iterator[Part]:
    """What changed, the worst first."""
    for kind in ChangeKind:
        rows = tuple(map(_change, difference.of(kind)))
        if rows:
            yield Part(f"{kind.capitalize()}: {len(rows)}", ("For", "Result", "Was", "Is"), rows)
    for title, gaps in (
        ("New gaps and open questions", difference.new_gaps),
        ("Closed gaps and open questions", difference.closed_gaps),
    ):
        if gaps:
            rows = tuple(map(_gap, gaps))
            yield Part(f"{title}: {len(rows)}", ("For", "Check", "Was", "Is"), rows)
    if difference.promises:
        rows = tuple(
            (item.kind, item.recommendation, f"{item.action}: {item.what}",
             day(item.old_due) if item.old_due else "none",
             day(item.new_due) if item.new_due else "none")
            for item in difference.promises
        )  # fmt: skip
        headers = ("Promise", "For", "Action", "Was due", "Is due")
        yield Part(f"Promises: {len(rows)}", headers, rows)
    if difference.evidence:
        rows = tuple(
            (item.id, item.old or "not listed", item.new or "not listed")
            for item in difference.evidence
        )
        yield Part(f"Evidence: {len(rows)}", ("Evidence", "Was", "Is"), rows)
    if difference.entries:
        rows = tuple((item.kind, item.path, item.entry) for item in difference.entries)
        yield Part(f"Entries of lists: {len(rows)}", ("Entry", "Of", "Which"), rows)


def _change(change: Change) -> tuple[str, ...]:
    return change.place, change.what, change.old or "not there", change.new or "not there"


def _gap(gap: GapChange) -> tuple[str, ...]:
    return gap.place, gap.check, gap.old or "not there", gap.new or "not there"
