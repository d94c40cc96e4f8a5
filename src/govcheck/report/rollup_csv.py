"""The roll-up as CSV: forces by requirements, a row for each file."""

from __future__ import annotations

from govcheck.model.rollup import Rollup
from govcheck.report.comma_separated import written


def render(rollup: Rollup) -> str:
    """A row for each file and a column for each requirement, with its verdict."""
    keys = [(count.framework, count.id) for count in rollup.requirements]
    several = len({framework for framework, _ in keys}) > 1
    headers = [f"{framework}: {name}" if several else name for framework, name in keys]
    rows = []
    for line in rollup.files:
        verdicts = {(line.framework or "", one.id): one.verdict for one in line.requirements}
        rows.append(
            [line.force or "", line.framework or "", line.as_of or "", line.file, str(line.status),
             *(verdicts.get(key, "") for key in keys)]
        )  # fmt: skip
    return written(["Force", "Framework", "Judged as of", "File", "Exit status", *headers], rows)
