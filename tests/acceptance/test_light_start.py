"""What --version, --help and completion import: start-up is a feature."""

import os
import subprocess
import sys

import pytest

from govcheck.cli.main import COMMANDS

HEAVY = {
    "pydantic", "pydantic_core", "jsonschema", "tabulate", "yaml", "pluggy", "packaging", "rfc8785",
    "tomllib", "importlib.metadata", "difflib", "govcheck_police",
    "jinja2", "docx", "openpyxl", "xlsxwriter", "duckdb", "sqlglot", "sqlite3", "distributed",
}  # fmt: skip
"""Modules that only commands which judge or list may import."""

OWN = {"govcheck", "govcheck.cli", "govcheck.cli.main"}
"""All that the help page and the version need of ours."""

LIST_MODULES = (
    "import atexit, sys; "
    "atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr)); "
    "from govcheck.cli.main import main; main()"
)


def imported_by(*arguments: str, **environment: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", LIST_MODULES, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout
    return set(done.stderr.split())


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_the_version_and_the_help_page_import_next_to_nothing(option: str) -> None:
    modules = imported_by(option)
    assert modules & HEAVY == set()
    assert {name for name in modules if name.startswith("govcheck")} == OWN


@pytest.mark.parametrize("words", ["govcheck ru", "govcheck run --fail", "govcheck validate exa"])
def test_completion_imports_nothing_heavy(words: str) -> None:
    modules = imported_by(
        _GOVCHECK_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(words.count(" "))
    )
    assert modules & HEAVY == set()


@pytest.mark.parametrize("command", [*COMMANDS, "evidence add", "evidence check"])
def test_the_help_page_of_a_command_imports_nothing_heavy(command: str) -> None:
    assert imported_by(*command.split(), "--help") & HEAVY == set()
