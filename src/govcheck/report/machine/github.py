"""Annotations for GitHub: commands that a workflow prints, shown beside the lines of the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from govcheck.model.visible import visible
from govcheck.model.vocabulary import Severity
from govcheck.report.judged import Judged
from govcheck.report.machine.issues import Issue, issues
from govcheck.report.words import counted

_LEVEL = {Severity.CRITICAL: "error", Severity.MAJOR: "error", Severity.MINOR: "warning"}
_MOST_SHOWN = 10
"""Annotations of each level that GitHub shows for one step of a workflow."""


def render(judged: Sequence[Judged]) -> str:
    """A command for each issue, the most severe first, and a notice of how many there are."""
    found = list(issues(judged))
    found.sort(key=lambda issue: (issue.kind != "error", -issue.severity.rank))
    lines = [_command(issue) for issue in found]
    return "".join(f"{line}\n" for line in (*lines, *_closing(judged, found)))


def _level(issue: Issue) -> str:
    return "error" if issue.kind == "error" else _LEVEL[issue.severity]


def _command(issue: Issue) -> str:
    place = (
        "" if issue.location.cell else f",line={issue.location.line},col={issue.location.column}"
    )
    title = f"{issue.severity}: {issue.title}"
    return (
        f"::{_level(issue)} file={_property(issue.path)}{place},"
        f"title={_property(title)}::{_data(issue.message)}"
    )


def _closing(judged: Sequence[Judged], found: Sequence[Issue]) -> Iterator[str]:
    levels = Counter(map(_level, found))
    for item in judged:
        said = f"{visible(item.path)}: exit status {item.closing}"
        yield f"::notice title=govcheck::{_data(said)}"
    if any(number > _MOST_SHOWN for number in levels.values()):
        told = " and ".join(counted(number, level) for level, number in sorted(levels.items()))
        yield (
            f"::notice title=govcheck::{told} in all; GitHub shows the first {_MOST_SHOWN} of each."
            " All of them stand in the log and in the report."
        )


def _data(text: str) -> str:
    """A text behind the colons, so that it ends no line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A text before the colons, so that it ends no property either."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
