"""One recommendation in the paper: position, evidence, gaps, actions, what the board is asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from govcheck.model.result import RecommendationResult, Result
from govcheck.model.visible import visible
from govcheck.model.vocabulary import Severity, Verdict
from govcheck.report.board.asks import asks
from govcheck.report.board.blocks import Block, Cell, Heading, Paragraph, Table
from govcheck.report.board.plain_words import SEEN, about, duty_of, timeliness_of
from govcheck.report.listing import Listed, grouped, listed
from govcheck.report.tracker.colour import position
from govcheck.report.words import counted, day, of_which

_NONE = "none"


def recommendation(result: Result, item: RecommendationResult) -> Iterator[Block]:
    """The blocks on one recommendation."""
    published = f" ({item.id})" if item.id else ""
    yield Heading(f"Recommendation {item.number}{published}: {item.title}")
    for line in item.wording.splitlines():
        if visible(line):
            is_item = line.lstrip().startswith("- ")
            yield Paragraph(line.strip().removeprefix("- "), item=is_item, quoted=True)
    yield Heading("Position", 2)
    yield from _position(item)
    yield Heading("Evidence", 2)
    yield from _cited(result, item)
    yield Heading("Gaps", 2)
    yield from _gaps(result, item)
    yield Heading("Actions", 2)
    yield from _actions(item)
    yield Heading("What the board is asked", 2)
    requests = asks(item)
    for ask in requests:
        yield Paragraph(str(ask), item=True)
    if not requests:
        yield Paragraph("Nothing but to note the position.")


def _position(item: RecommendationResult) -> Iterator[Block]:
    found = position(item)
    yield Table(
        ("Result", "Finding", "Why"),
        (
            ("Status", found.colour, found.reason),
            ("The force's own claim", item.claim or "no claim", item.explanation or _NONE),
            ("Substance", item.verdict, _substance(item)),
            ("Support", item.support, f"{item.support_reason}; known by: {item.basis}"),
            ("Timeliness", item.timeliness, timeliness_of(item)),
            ("Response duty", item.duty, duty_of(item)),
        ),
        (3.6, 3.0, 10.0),
    )
    yield from _requirements(item)
    yield Paragraph(f"Owner: {item.owner or 'no owner is named'}.")
    if item.no_action_because:
        yield Paragraph(f"No action, because: {item.no_action_because}")


def _requirements(item: RecommendationResult) -> Iterator[Block]:
    """What the recommendation asks, one by one."""
    if item.requirements:
        yield Table(
            ("Requirement", "What it asks", "Claim", "Finding"),
            tuple(
                (part.id, part.text, part.claim or "no claim", part.verdict)
                for part in item.requirements
            ),
            (3.8, 7.2, 2.6, 3.0),
        )


def _substance(item: RecommendationResult) -> str:
    """How many requirements are met; which, the table below says."""
    verdicts = Counter(part.verdict for part in item.requirements)
    counts = {verdict: verdicts[verdict] for verdict in Verdict}
    return of_which("requirements", counts) if item.requirements else item.reason


def _cited(result: Result, item: RecommendationResult) -> Iterator[Block]:
    named = {*item.evidence, *(name for part in item.requirements for name in part.evidence)}
    cited = [entry for entry in result.evidence if entry.id in named]
    if not cited:
        yield Paragraph("No evidence is cited.")
        return
    yield Table(
        ("Evidence", "About", "State"),
        tuple((entry.title, about(entry), SEEN[entry.state]) for entry in cited),
        (7.4, 4.2, 5.0),
    )


def _gaps(result: Result, item: RecommendationResult) -> Iterator[Block]:
    found = _of(item, listed(result, "gap"))
    heavy = [gap for gap in found if gap.severity is not Severity.MINOR]
    if heavy:
        yield Table(
            ("Severity", "For", "What is missing", "To close it"),
            tuple(map(_gap_row, grouped(heavy))),
            (2.0, 3.4, 6.2, 5.0),
        )
    minor = counted(len(found) - len(heavy), "minor gap")
    is_open = counted(len(_of(item, listed(result, "open"))), "question")
    yield Paragraph(
        f"Beside {counted(len(heavy), 'critical or major gap')}: {minor}, and {is_open} left open."
        " The full report lists them."
    )


def _of(item: RecommendationResult, found: tuple[Listed, ...]) -> list[Listed]:
    """Those that concern a recommendation or one of its requirements."""
    names = {item.number, *(part.id for part in item.requirements)}
    return [entry for entry in found if names & {*entry.where}]


def _gap_row(group: Sequence[Listed]) -> tuple[Cell, ...]:
    """Gaps of the same checks, which are closed in the same way."""
    first = group[0]
    return (
        first.severity, ", ".join(first.where), tuple(map(_told, group)), first.fix or "",
    )  # fmt: skip


def _told(gap: Listed) -> str:
    if not gap.figure:
        return gap.message
    wanted = f"; wanted: {gap.figure.wanted}" if gap.figure.wanted else ""
    return f"{gap.message}. Measured: {gap.figure.about}: {gap.figure.value}{wanted}"


def _actions(item: RecommendationResult) -> Iterator[Block]:
    if not item.actions:
        yield Paragraph("No action is recorded.")
        return
    yield Table(
        ("Action", "What", "Owner", "Due", "State"),
        tuple(
            (
                action.id,
                action.what,
                action.owner or "no owner",
                day(action.due) if action.due else "no date",
                f"{action.state or 'not said'}{', overdue' if action.overdue else ''}",
            )
            for action in item.actions
        ),
        (1.8, 6.0, 3.4, 2.8, 2.6),
    )
