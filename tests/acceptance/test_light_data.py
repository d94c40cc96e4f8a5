"""What a run imports: no engine without a need for one."""

import os
import subprocess
import sys
from pathlib import Path

ENGINES = {"duckdb", "sqlglot", "psycopg", "pyspark", "python_calamine", "openpyxl", "pyarrow"}
COUNTING = {"govcheck.evidence.datasets", "govcheck.evidence.tables.rows"}
EXAMPLE = """\
govcheck: 1
framework: peel-getting-a-grip-2023
force: cumbria
as_at: 2023-12-15
"""
LIST_MODULES = (
    "import atexit, sys; "
    "atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr)); "
    "from govcheck.cli.main import main; main()"
)


def imported(file: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LIST_MODULES, "run", "-q", str(file)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout, done.stderr
    return set(done.stderr.split())


def test_a_run_without_data_sets_imports_nothing_that_counts(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(EXAMPLE, encoding="utf-8")
    assert imported(file) & (ENGINES | COUNTING) == set()


def test_a_small_csv_file_needs_no_engine(tmp_path: Path) -> None:
    (tmp_path / "leavers.csv").write_text(
        "person,group,left_on,reason,interview_offered,interview_held\n"
        "1,police staff,2023-04-01,resignation,yes,yes\n",
        encoding="utf-8",
    )
    file = tmp_path / "a.yaml"
    file.write_text(EXAMPLE + "datasets: {leavers: {path: leavers.csv}}\n", encoding="utf-8")
    modules = imported(file)
    assert modules & ENGINES == set()
    assert modules >= COUNTING
