"""The roll-up of many results for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from govcheck.model.rollup import FileLine, RequirementCount, Rollup
from govcheck.model.visible import visible
from govcheck.model.vocabulary import Basis, Verdict
from govcheck.report.sheet import PLAIN, Sheet, Style, seen
from govcheck.report.words import counted, day

_MOST_FILES = 100
_NAME = 32
_SHOWN = (
    Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET, Verdict.NOT_ASSESSED, Verdict.NOT_APPLICABLE,
)  # fmt: skip


def render(rollup: Rollup, style: Style = PLAIN) -> str:
    """The roll-up, ending in a line break. Quiet, it is a line for each file."""
    sheet = Sheet(style)
    if style.detail == "quiet":
        return "".join(f"{_one_line(line)}\n" for line in rollup.files)
    return "\n".join(_lines(rollup, sheet)).rstrip() + "\n"


def _one_line(line: FileLine) -> str:
    return visible(f"{line.file}: exit status {line.status}: {line.reason}")


def _lines(rollup: Rollup, sheet: Sheet) -> Iterator[str]:
    yield from _files(rollup, sheet)
    yield from _requirements(rollup, sheet)
    yield from _broken(rollup, sheet)
    yield from _waivers(rollup, sheet)
    statuses = Counter(line.status for line in rollup.files)
    told = "; ".join(f"{counted(statuses[key], 'file')} with {key}" for key in sorted(statuses))
    yield sheet.indented(f"Exit status: {told}.", first="")


def _files(rollup: Rollup, sheet: Sheet) -> Iterator[str]:
    judged = sum(line.force is not None for line in rollup.files)
    yield from sheet.title(f"{counted(len(rollup.files), 'file')}: {judged} judged")
    rows = [
        [
            visible(line.force or "not judged"),
            visible(line.file),
            "; ".join(f"{number} {verdict}" for number, verdict in line.recommendations),
            str(line.status),
        ]
        for line in rollup.files[:_MOST_FILES]
    ]
    left = max(24, sheet.width - 2 * _NAME - 12)
    headers = ["Force", "File", "Recommendations", "Exit"]
    yield sheet.table(rows, headers, [_NAME, _NAME, left, None])
    if len(rollup.files) > _MOST_FILES:
        yield f"and {len(rollup.files) - _MOST_FILES} more: --results FOLDER writes them all"
    yield ""


def _requirements(rollup: Rollup, sheet: Sheet) -> Iterator[str]:
    if not rollup.requirements:
        return
    frameworks = dict.fromkeys(count.framework for count in rollup.requirements)
    for framework in frameworks:
        counts = [count for count in rollup.requirements if count.framework == framework]
        yield from sheet.title(f"Requirements of {visible(framework)}")
        shown = [verdict for verdict in _SHOWN if any(count.verdicts[verdict] for count in counts)]
        rows = [_row(count, shown) for count in counts]
        taken = max(seen(row[0]) for row in rows) + sum(len(verdict) + 4 for verdict in shown) + 9
        headers = ["Requirement", "Files", *(verdict.capitalize() for verdict in shown), "Known by"]
        widths: list[int | None] = [None] * (len(headers) - 1)
        yield sheet.table(rows, headers, [*widths, max(24, sheet.width - taken)])
        yield ""


def _broken(rollup: Rollup, sheet: Sheet) -> Iterator[str]:
    """The rules of the policy that a file breaks, with its figure."""
    rows = [[visible(line.file), visible(rule)] for line in rollup.files for rule in line.broken]
    if rows:
        yield from sheet.title(f"Rules of the policy that are broken: {len(rows)}")
        yield sheet.table(rows[:_MOST_FILES], ["File", "Rule"], [_NAME, sheet.width - _NAME - 4])
        if len(rows) > _MOST_FILES:
            yield f"and {len(rows) - _MOST_FILES} more: --results FOLDER writes them all"
        yield ""


def _waivers(rollup: Rollup, sheet: Sheet) -> Iterator[str]:
    """Each waiver with its states, and in how many files it has each."""
    found = dict[tuple[str, str, str], Counter[str]]()
    for line in rollup.files:
        for item in line.waivers:
            key = (item.requirement, item.check, day(item.expires))
            found.setdefault(key, Counter())[item.state] += 1
    if found:
        rows = [
            [*map(visible, key), "; ".join(f"{state} in {counted(number, 'file')}"
                                           for state, number in sorted(states.items()))]
            for key, states in found.items()
        ]  # fmt: skip
        yield from sheet.title(f"Waivers: {len(rows)}")
        yield sheet.table(rows, ["For", "Check", "Until", "State"], [_NAME, None, None, _NAME])
        yield ""


def _row(count: RequirementCount, shown: Sequence[Verdict]) -> list[str]:
    known = ", ".join(f"{count.bases[basis]} {basis}" for basis in Basis if count.bases[basis])
    numbers = [str(count.verdicts[verdict]) for verdict in shown]
    return [visible(count.id), str(count.files), *numbers, known]
