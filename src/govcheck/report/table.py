"""The report for a terminal: the four results, the gaps and how to close them, what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govcheck.model.finding import in_lines
from govcheck.model.result import RecommendationResult, Result
from govcheck.model.visible import visible
from govcheck.report import data_sets
from govcheck.report.decision_words import excuses, remarks, tables
from govcheck.report.judged import Judged
from govcheck.report.listing import Listed, grouped, listed
from govcheck.report.sheet import PLAIN, Sheet, Style, seen
from govcheck.report.words import computed_dates, counted, day, of_which, parts, spot

_SHORT = 28
"""What a narrow column can hold on a line."""
_PLACE = 8
"""The least width of a place, as 1234:56."""
_LEAST = 30
"""The least width of the last column of a decision; the others then share what is left."""
_BESIDE = 14
"""The width of a severity, and of the gaps between columns."""


def render(judged: Sequence[Judged], style: Style = PLAIN) -> str:
    """The report on every file, one after the other, ending in a line break."""
    page = _Page(style)
    blank = "\n" if style.detail == "quiet" else "\n\n\n"
    return blank.join("\n".join(page.lines(item)).rstrip() for item in judged) + "\n"


class _Page:
    """Lays out reports in one style."""

    def __init__(self, style: Style) -> None:
        self._sheet = Sheet(style)

    def lines(self, item: Judged) -> Iterator[str]:
        result = item.result
        if self._sheet.detail == "quiet":
            yield f"{visible(item.path)}: {self._outcome(result)}; exit status {item.closing}"
            return
        yield from self._heading(item)
        yield from self._four_results(result)
        yield from self._broken(item)
        yield from self._gaps(item)
        yield from self._open(item)
        yield from self._data_sets(result)
        yield from self._decision(item)
        if self._sheet.detail == "verbose":
            yield from self._requirements(result)
            yield from self._remarks(item)
        yield from self._summary(item)

    def _heading(self, item: Judged) -> Iterator[str]:
        result = item.result
        yield self._sheet.bold(self._sheet.indented(result.framework.title, first=""))
        force = f"{result.force.name}, judged as of {day(result.as_of)} ({item.path})"
        yield self._sheet.indented(force, first="")
        yield ""

    def _four_results(self, result: Result) -> Iterator[str]:
        rows = [self._row(item) for item in result.recommendations]
        headers = ["Recommendation", "Substance", "Claim", "Support", "Timeliness", "Response duty"]
        padded = [f"{header}  " for header in headers[1:]]  # tabulate never packs a header tighter
        columns = zip(padded, *(row[1:] for row in rows), strict=True)
        taken = sum(2 + max(seen(cell) for cell in column) for column in columns)
        yield self._sheet.table(rows, headers, [max(16, self._sheet.width - taken), *[None] * 5])
        yield ""
        for item in result.recommendations:
            yield from self._reasons(item)
        for line in computed_dates(result):
            yield self._sheet.indented(line, first="")
        yield ""

    def _reasons(self, item: RecommendationResult) -> Iterator[str]:
        """What decided each of the four results."""
        yield self._sheet.indented(f"Recommendation {item.number}: {item.title}", first="")
        for name, word, reason in (
            ("substance", item.verdict, item.reason),
            ("support", item.support, item.support_reason),
            ("timeliness", item.timeliness, item.timeliness_reason),
            ("response duty", item.duty, item.duty_reason),
        ):
            yield self._sheet.indented(f"{name} {word}: {reason}", first="  ")
        yield ""

    def _row(self, item: RecommendationResult) -> list[str]:
        claim = item.claim or "none"
        words = [item.verdict, claim, item.support, item.timeliness, item.duty]
        return [
            visible(f"{item.number} {item.title}"),
            *(self._sheet.coloured(word) for word in words),
        ]

    def _broken(self, item: Judged) -> Iterator[str]:
        entries = listed(item.result, "error")
        if entries:
            yield from self._sheet.title(f"Broken checks: {len(entries)}")
            for group in grouped(entries):
                yield from self._block(group, item)

    def _gaps(self, item: Judged) -> Iterator[str]:
        entries = listed(item.result, "gap")
        if not entries:
            yield from self._sheet.title("Gaps: none")
            return
        gaps = item.result.summary.gaps
        found = counted(sum(gaps.values()), "check")
        yield from self._sheet.title(f"Gaps: {found} found one ({parts(gaps)})")
        for group in grouped(entries):
            yield from self._block(group, item)

    def _block(self, group: Sequence[Listed], item: Judged) -> Iterator[str]:
        first = group[0]
        severity = self._sheet.coloured(first.severity)
        yield f"{severity}  {', '.join(first.where)}  {', '.join(first.checks)}"
        figures = in_lines(entry.figure for entry in group)
        for entry, figure in zip(group, figures, strict=True):
            yield self._sheet.indented(entry.message)
            if figure:
                yield self._sheet.indented(f"Measured: {figure}")
            yield f"      {item.place(entry.location)}"
        if first.fix:
            yield self._sheet.indented(f"To close: {first.fix}")
        for line in excuses(item.decision, first):
            yield self._sheet.indented(line)
        yield ""

    def _open(self, item: Judged) -> Iterator[str]:
        entries = listed(item.result, "open")
        if not entries:
            return
        questions = item.result.summary.open_questions
        total = sum(questions.values())
        yield from self._sheet.title(
            f"Not assessed: {counted(total, 'check')} left open ({parts(questions)})"
        )
        rows = [self._open_row(entry) for entry in entries]
        heading = "Cell" if entries[0].location.cell else "Line"
        for_width = 30
        taken = for_width + max(_PLACE, *(len(row[-1]) for row in rows))
        message_width = max(24, self._sheet.width - taken - _BESIDE)
        yield self._sheet.table(
            rows,
            ["Severity", "For", "What is not known", heading],
            [None, for_width, message_width, None],
        )
        yield ""

    def _open_row(self, entry: Listed) -> list[str]:
        checks = f" ({_first_of(entry.checks)})"
        whole = self._sheet.detail == "verbose"
        message = entry.message if whole else entry.message.partition(". ")[0]
        return [
            self._sheet.coloured(entry.severity),
            _first_of(entry.where),
            visible(message) + checks,
            visible(spot(entry.location)),
        ]

    def _data_sets(self, result: Result) -> Iterator[str]:
        if not result.datasets:
            return
        yield from self._sheet.title(f"Data sets: {len(result.datasets)}")
        for item in result.datasets:
            yield self._sheet.indented(data_sets.heading(item), first="")
            for remark in data_sets.remarks(item):
                yield self._sheet.indented(remark)
            yield ""

    def _decision(self, item: Judged) -> Iterator[str]:
        if item.decision is None:
            return
        whole = self._sheet.detail == "verbose"
        for part in tables(item.decision, whole=whole):
            yield from self._sheet.title(part.title)
            rows = [[visible(cell) for cell in row] for row in part.rows]
            taken = sum(max(map(seen, column)) + 2 for column in list(zip(*rows, strict=True))[:-1])
            last = max(_LEAST, self._sheet.width - taken)
            widths: list[int | None] = [*[None] * (len(part.headers) - 1), last]
            yield self._sheet.table(rows, list(part.headers), _fitted(rows, widths))
            yield ""
        for line in remarks(item.decision, whole=whole):
            yield self._sheet.indented(line, first="")
            yield ""

    def _requirements(self, result: Result) -> Iterator[str]:
        yield from self._sheet.title("Requirements")
        rows = [
            [
                visible(item.id),
                self._sheet.coloured(item.verdict),
                self._sheet.coloured(item.support),
                item.basis,
                visible(item.reason),
            ]
            for recommendation in result.recommendations
            for item in recommendation.requirements
        ]
        longest = max((len(row[0]) for row in rows), default=0)
        reason = max(20, self._sheet.width - longest - 46)
        headers = ["Requirement", "Verdict", "Support", "Known by", "Decided by"]
        yield self._sheet.table(rows, headers, [None, None, None, None, reason])
        yield ""

    def _remarks(self, item: Judged) -> Iterator[str]:
        for kind, title in (
            ("strength", "Strengths"),
            ("observation", "Observations"),
            ("not applicable", "Not applicable"),
        ):
            entries = listed(item.result, kind)  # type: ignore[arg-type]
            if entries:
                yield from self._sheet.title(f"{title}: {len(entries)}")
                for entry in entries:
                    who = f"{', '.join(entry.where)}  {', '.join(entry.checks)}"
                    place = item.place(entry.location)
                    yield self._sheet.indented(f"{who}  {entry.message} ({place})", first="  ")
                    if entry.figure:
                        yield self._sheet.indented(f"Measured: {entry.figure}")
                yield ""

    def _summary(self, item: Judged) -> Iterator[str]:
        result = item.result
        yield self._sheet.indented(f"{self._outcome(result)}.", first="")
        if self._sheet.detail == "normal":
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


def _fitted(rows: Sequence[Sequence[str]], widths: list[int | None]) -> list[int | None]:
    """The same widths, with long columns before the last kept to what can be read."""
    columns = list(zip(*rows, strict=True))
    longest = [max(map(seen, column)) for column in columns]
    return [
        _SHORT if width is None and most > _SHORT else width
        for width, most in zip(widths, longest, strict=True)
    ]


def _first_of(names: Sequence[str]) -> str:
    """A short list in full, a long one by its first."""
    whole = visible(", ".join(names))
    if len(whole) <= _SHORT:
        return whole
    return visible(f"{names[0]} and {len(names) - 1} more")
