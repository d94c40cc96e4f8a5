"""The law over the tables of our packs: whoever blanks cells never comes out better.

Every case with a table is taken; cells are blanked, one or all that are alike, several times.
"""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.packs.case_files import CASE_LIST, outcomes, written

FAILING = ("gap", "not assessed")
STEPS = 3
WITH_TABLES = [
    pytest.param(number, case, id=f"{pack}-{number}-{case['check']}")
    for pack, number, case in CASE_LIST
    if pack.endswith("_data") and case.get("files") and case["expect"] in FAILING
]


def statuses(case: dict[str, Any], files: dict[str, str], folder: Path) -> dict[str, bool]:
    """Whether the check fails, for each thing for which it runs."""
    found = outcomes({**case, "files": files}, folder)
    return {check.scope: check.status in FAILING for check in found}


def blanked(text: str, random: Random) -> str:
    """The table with one cell less, or all cells less that stand in rows like it."""
    headers, *rows = csv.reader(StringIO(text))
    if not rows:
        return text
    place = random.randrange(1, len(headers))
    chosen = random.choice(rows)
    likeness = chosen[1:]
    alike = [row for row in rows if row[1:] == likeness] if random.random() < 0.5 else [chosen]
    for row in alike:
        row[place] = ""
    out = StringIO()
    csv.writer(out).writerows([headers, *rows])
    return out.getvalue()


@pytest.mark.parametrize(("seed", "case"), WITH_TABLES)
def test_no_cell_of_a_table_can_be_blanked_to_a_gain(
    seed: int, case: dict[str, Any], tmp_path: Path
) -> None:
    random = Random(seed)  # noqa: S311 - not a secret
    files = {name: written(content) for name, content in case["files"].items()}
    failing = statuses(case, files, tmp_path)
    for _ in range(STEPS):
        name = random.choice(sorted(files))
        files[name] = blanked(files[name], random)
        after = statuses(case, files, tmp_path)
        assert [scope for scope, failed in failing.items() if failed and not after[scope]] == []
        failing = after
