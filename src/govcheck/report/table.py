"""The report for a terminal: the four results, the gaps and how to close them, what is open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import fill
from typing import Literal, NamedTuple

from tabulate import tabulate

from govcheck.model.result import Location, RecommendationResult, Result
from govcheck.model.visible import visible
from govcheck.model.vocabulary import Severity, Status, Support, Verdict
from govcheck.report.listing import Listed, grouped, listed
from govcheck.report.words import computed_dates, counted, day, of_which, parts

NARROWEST, WIDEST = 60, 140
_SHORT = 28
"""What a narrow column can hold on a line."""

_GREEN, _YELLOW, _RED, _BLUE, _BOLD = "32", "33", "31", "36", "1"
_COLOURS: dict[str, str] = {
    Verdict.MET: _GREEN,
    Verdict.PARTLY_MET: _YELLOW,
    Verdict.NOT_MET: _RED,
    Verdict.NOT_ASSESSED: _BLUE,
    Verdict.ERROR: _RED,
    Support.SUPPORTED: _GREEN,
    Support.UNDER_CLAIMED: _GREEN,
    Support.STALE: _YELLOW,
    Support.UNSUPPORTED: _RED,
    Support.CONTRADICTED: _RED,
    Severity.CRITICAL: _RED,
    Severity.MAJOR: _YELLOW,
    Status.GAP: _RED,
}
"""Colour repeats what the word says; nothing is told by colour alone."""


class Style(NamedTuple):
    """How the report looks."""

    width: int = 100
    colour: bool = False
    detail: Literal["quiet", "normal", "verbose"] = "normal"


class Judged(NamedTuple):
    """A result with what only the command knows of it."""

    path: str
    """How the reader named the file; places are printed with it."""
    result: Result
    closing: str
    """The exit status and its reason."""


def render(judged: Sequence[Judged], style: Style) -> str:
    """The report on every file, one after the other, ending in a line break."""
    page = _Page(style)
    blank = "\n" if style.detail == "quiet" else "\n\n\n"
    return blank.join("\n".join(page.lines(item)).rstrip() for item in judged) + "\n"


class _Page:
    """Lays out reports in one style."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._width = max(NARROWEST, min(style.width, WIDEST))

    def lines(self, item: Judged) -> Iterator[str]:
        result = item.result
        if self._style.detail == "quiet":
            yield f"{visible(item.path)}: {self._outcome(result)}; exit status {item.closing}"
            return
        yield from self._heading(item)
        yield from self._four_results(result)
        yield from self._broken(item)
        yield from self._gaps(item)
        yield from self._open(item)
        if self._style.detail == "verbose":
            yield from self._requirements(result)
            yield from self._remarks(item)
        yield from self._summary(item)

    def _heading(self, item: Judged) -> Iterator[str]:
        result = item.result
        yield self._paint(self._indented(result.framework.title, first=""), _BOLD)
        force = f"{result.force.name}, judged as of {day(result.as_of)} ({item.path})"
        yield self._indented(force, first="")
        yield ""

    def _four_results(self, result: Result) -> Iterator[str]:
        rows = [self._row(item) for item in result.recommendations]
        headers = ["Recommendation", "Substance", "Claim", "Support", "Timeliness", "Response duty"]
        padded = [f"{header}  " for header in headers[1:]]  # tabulate never packs a header tighter
        columns = zip(padded, *(row[1:] for row in rows), strict=True)
        taken = sum(2 + max(_seen(cell) for cell in column) for column in columns)
        yield self._table(rows, headers, [max(16, self._width - taken), *[None] * 5])
        yield ""
        for item in result.recommendations:
            yield from self._reasons(item)
        for line in computed_dates(result):
            yield self._indented(line, first="")
        yield ""

    def _reasons(self, item: RecommendationResult) -> Iterator[str]:
        """What decided each of the four results."""
        yield self._indented(f"Recommendation {item.number}: {item.title}", first="")
        for name, word, reason in (
            ("substance", item.verdict, item.reason),
            ("support", item.support, item.support_reason),
            ("timeliness", item.timeliness, item.timeliness_reason),
            ("response duty", item.duty, item.duty_reason),
        ):
            yield self._indented(f"{name} {word}: {reason}", first="  ")
        yield ""

    def _row(self, item: RecommendationResult) -> list[str]:
        claim = item.claim or "none"
        words = [item.verdict, claim, item.support, item.timeliness, item.duty]
        return [visible(f"{item.number} {item.title}"), *(self._coloured(word) for word in words)]

    def _broken(self, item: Judged) -> Iterator[str]:
        entries = listed(item.result, "error")
        if entries:
            yield from self._title(f"Broken checks: {len(entries)}")
            for group in grouped(entries):
                yield from self._block(group, item)

    def _gaps(self, item: Judged) -> Iterator[str]:
        entries = listed(item.result, "gap")
        if not entries:
            yield from self._title("Gaps: none")
            return
        gaps = item.result.summary.gaps
        found = counted(sum(gaps.values()), "check")
        yield from self._title(f"Gaps: {found} found one ({parts(gaps)})")
        for group in grouped(entries):
            yield from self._block(group, item)

    def _block(self, group: Sequence[Listed], item: Judged) -> Iterator[str]:
        first = group[0]
        severity = self._coloured(first.severity)
        yield f"{severity}  {', '.join(first.where)}  {', '.join(first.checks)}"
        for entry in group:
            yield self._indented(entry.message)
            yield f"      {_place(entry.location, item.path)}"
        if first.fix:
            yield self._indented(f"To close: {first.fix}")
        yield ""

    def _open(self, item: Judged) -> Iterator[str]:
        entries = listed(item.result, "open")
        if not entries:
            return
        questions = item.result.summary.open_questions
        total = sum(questions.values())
        yield from self._title(
            f"Not assessed: {counted(total, 'check')} left open ({parts(questions)})"
        )
        rows = [self._open_row(entry) for entry in entries]
        for_width = 30
        message_width = max(24, self._width - for_width - 22)
        yield self._table(
            rows,
            ["Severity", "For", "What is not known", "Line"],
            [None, for_width, message_width, None],
        )
        yield ""

    def _open_row(self, entry: Listed) -> list[str]:
        checks = f" ({_first_of(entry.checks)})"
        whole = self._style.detail == "verbose"
        message = entry.message if whole else entry.message.partition(". ")[0]
        place = f"{entry.location.line}:{entry.location.column}"
        return [
            self._coloured(entry.severity),
            _first_of(entry.where),
            visible(message) + checks,
            place,
        ]

    def _requirements(self, result: Result) -> Iterator[str]:
        yield from self._title("Requirements")
        rows = [
            [
                visible(item.id),
                self._coloured(item.verdict),
                self._coloured(item.support),
                visible(item.reason),
            ]
            for recommendation in result.recommendations
            for item in recommendation.requirements
        ]
        longest = max((len(row[0]) for row in rows), default=0)
        reason = max(20, self._width - longest - 32)
        yield self._table(
            rows, ["Requirement", "Verdict", "Support", "Decided by"], [None, None, None, reason]
        )
        yield ""

    def _remarks(self, item: Judged) -> Iterator[str]:
        for kind, title in (
            ("strength", "Strengths"),
            ("observation", "Observations"),
            ("not applicable", "Not applicable"),
        ):
            entries = listed(item.result, kind)  # type: ignore[arg-type]
            if entries:
                yield from self._title(f"{title}: {len(entries)}")
                for entry in entries:
                    who = f"{', '.join(entry.where)}  {', '.join(entry.checks)}"
                    place = _place(entry.location, item.path)
                    yield self._indented(f"{who}  {entry.message} ({place})", first="  ")
                yield ""

    def _summary(self, item: Judged) -> Iterator[str]:
        result = item.result
        yield self._indented(f"{self._outcome(result)}.", first="")
        if self._style.detail == "normal":
            strengths = counted(len(listed(result, "strength")), "strength")
            observations = counted(len(listed(result, "observation")), "observation")
            shown = f"{strengths}, {observations}, each requirement, and the questions in full"
            yield f"Add -v to see {shown}."
        yield f"Exit status {item.closing}."
        yield f"Digest sha256:{result.digest}"

    def _outcome(self, result: Result) -> str:
        summary = result.summary
        return (
            f"{of_which('recommendations', summary.recommendations)}; "
            f"{of_which('requirements', summary.requirements)}"
        )

    def _title(self, text: str) -> Iterator[str]:
        yield self._paint(text, _BOLD)
        yield ""

    def _indented(self, text: str, first: str = "    ") -> str:
        return fill(
            visible(text), self._width, initial_indent=first, subsequent_indent="    ",
            break_long_words=True, break_on_hyphens=False,
        )  # fmt: skip

    def _table(
        self, rows: Sequence[Sequence[str]], headers: list[str], widths: list[int | None]
    ) -> str:
        return tabulate(
            rows, headers, tablefmt="simple", disable_numparse=True, maxcolwidths=widths
        )

    def _coloured(self, word: str) -> str:
        return self._paint(word, _COLOURS[word]) if word in _COLOURS else visible(word)

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._style.colour else text


def _seen(cell: str) -> int:
    """How wide a cell is, its colour left out."""
    return len(re.sub(r"\x1b\[[0-9]+m", "", cell))


def _first_of(names: Sequence[str]) -> str:
    """A short list in full, a long one by its first."""
    whole = visible(", ".join(names))
    if len(whole) <= _SHORT:
        return whole
    return visible(f"{names[0]} and {len(names) - 1} more")


def _place(location: Location, path: str) -> str:
    return f"{visible(path)}:{location.line}:{location.column}"
