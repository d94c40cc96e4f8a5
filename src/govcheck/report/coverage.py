"""The ledger for a terminal, as Markdown and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from govcheck.model.finding import in_lines
from govcheck.model.ledger import Account, Entry, Ledger, Totals, ledger_of
from govcheck.model.result import Result
from govcheck.model.visible import visible
from govcheck.report import data_sets, json_report
from govcheck.report.fitted import fitted
from govcheck.report.markdown_text import plain
from govcheck.report.sheet import Sheet, Style
from govcheck.report.words import counted, day

_HEADERS = ("Requirement", "Claim", "Verdict", "Support", "Looked at")


def table(result: Result, style: Style) -> str:
    """The ledger for a terminal, ending in a line break."""
    sheet, ledger = Sheet(style), ledger_of(result)
    lines = [
        sheet.bold(sheet.indented(f"Coverage of {result.framework.title}", first="")),
        sheet.indented(_about(result), first=""),
        "",
        fitted(_HEADERS, [*_rows(ledger)], sheet.width, _HEADERS),
        "",
        *_measured(ledger, sheet),
        *_looked_at(result, sheet),
    ]
    lines += [sheet.indented(line, first="") for line in _totals(ledger.totals)]
    return "\n".join(lines) + "\n"


def _about(result: Result) -> str:
    return f"{result.force.name}, judged as of {day(result.as_of)} ({result.file})"


def _rows(ledger: Ledger) -> Iterator[list[str]]:
    for account in ledger.recommendations:
        yield _row(account, f"{account.number} {account.title}")
        for entry in account.requirements:
            yield _row(entry, entry.id)


def _row(item: Account | Entry, name: str) -> list[str]:
    return [visible(name), item.claim or "none", item.verdict, item.support, item.basis]


def _measured(ledger: Ledger, sheet: Sheet) -> Iterator[str]:
    """The figures behind each requirement that was measured."""
    measured = [entry for entry in ledger.entries() if entry.data_sets or entry.figures]
    if not measured:
        return
    yield from sheet.title("Measured")
    for entry in measured:
        yield sheet.indented(_from(entry), first="  ")
        yield from (sheet.indented(figure) for figure in in_lines(entry.figures) if figure)
    yield ""


def _from(entry: Entry) -> str:
    sets = f" (counted: {', '.join(entry.data_sets)})" if entry.data_sets else ""
    return f"{entry.id}{sets}"


def _looked_at(result: Result, sheet: Sheet) -> Iterator[str]:
    for item in result.datasets:
        yield sheet.indented(data_sets.heading(item), first="")
        for remark in data_sets.remarks(item):
            yield sheet.indented(remark)
    if result.datasets:
        yield ""


def _totals(totals: Totals) -> Iterator[str]:
    """Each count with its whole."""
    whole = totals.requirements
    of_all = counted(whole, "requirement")
    for label, counts in (("Looked at", totals.basis), ("Support", totals.support)):
        said = ", ".join(f"{word} {count} of {whole}" for word, count in counts.items() if count)
        yield f"{label}, of {of_all}: {said or 'none'}."
    yield f"Counted from data sets by these checks: {totals.counted} of {of_all}."


def markdown(result: Result) -> str:
    """The ledger as Markdown, ending in a line break."""
    return "\n".join(_markdown(result, ledger_of(result))) + "\n"


def _markdown(result: Result, ledger: Ledger) -> Iterator[str]:
    yield f"# Coverage of {plain(result.framework.title)}"
    yield ""
    yield f"{plain(_about(result))}."
    yield ""
    for account in ledger.recommendations:
        yield f"## Recommendation {plain(account.number)}: {plain(account.title)}"
        yield ""
        claimed = f"Claim: {account.claim or 'none'}; verdict: {account.verdict}"
        yield f"{claimed}; support: {account.support}, {account.basis}."
        yield ""
        yield "| Requirement | Claim | Verdict | Support | Looked at | Measured |"
        yield "|---|---|---|---|---|---|"
        yield from (f"| {' | '.join(_cells(entry))} |" for entry in account.requirements)
        yield ""
    for item in result.datasets:
        yield f"- {plain(data_sets.heading(item))}"
        yield from (f"  - {plain(remark)}" for remark in data_sets.remarks(item))
    if result.datasets:
        yield ""
    yield from (f"- {line}" for line in _totals(ledger.totals))


def _cells(entry: Entry) -> list[str]:
    figures = "<br>".join(plain(figure) for figure in in_lines(entry.figures) if figure)
    return [
        f"{plain(entry.id)}: {plain(entry.text)}",
        entry.claim or "none",
        entry.verdict,
        f"{entry.support}: {plain(entry.support_reason)}",
        entry.basis,
        figures or plain(", ".join(entry.data_sets)) or "nothing",
    ]


def as_json(result: Result) -> str:
    """The ledger as one JSON object, ending in a line break."""
    return json_report.as_text(ledger_of(result).as_json())
