"""Plugins that are written wrongly: the run stops before it starts, with the exact message.

The cases are folders of `tests/wrong`; its README says how they are laid out.
"""

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import govcheck.intake.plain_schema
import govcheck.intake.yaml_events  # noqa: F401 - while a case runs, little can be imported
from govcheck.intake.problem import InvalidDocument
from govcheck.registry.fault import BrokenPlugins
from govcheck.registry.loading import load_registry

WRONG = Path(__file__).parent.parent / "wrong"
FRAMEWORK = WRONG / "framework.yaml"
CASES = sorted(folder for folder in WRONG.iterdir() if (folder / "expected.txt").is_file())
BY_COMMAND = (
    "everything-at-once",
    "hook-misspelt",
    "hook-that-raises",
    "leaves-at-import",
    "pack-that-does-not-import",
    "raises-what-no-exception-is-at-import",
    "syntax-error",
    "two-checks-of-one-id",
)


def plugin_files(case: Path) -> list[Path]:
    """What is given as --plugin: files of Python, and a file that only pretends to be one."""
    return sorted([*case.glob("*.py"), *case.glob("checks.yaml")])


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A case, with the distributions under its `site` installed, and no others."""
    folder: Path = request.param
    own = [path for path in sys.path if "site-packages" not in path]
    monkeypatch.setattr(sys, "path", [str(folder / "site"), *own])
    before = set(sys.modules)
    importlib.invalidate_caches()
    yield folder
    for name in set(sys.modules) - before:
        del sys.modules[name]


def test_a_wrong_plugin_stops_the_run_with_a_message_for_its_author(case: Path) -> None:
    told = ""
    try:
        load_registry(plugin_files(case), [FRAMEWORK], installed=(case / "site").is_dir())
    except BrokenPlugins as error:
        told = f"{error}\n"
    except InvalidDocument as error:  # pragma: no cover - the framework of all cases
        pytest.fail(str(error))
    expected = (case / "expected.txt").read_text(encoding="utf-8")
    assert told.replace(f"{case}{os.sep}", "") == expected


@pytest.mark.parametrize("name", BY_COMMAND)
def test_the_command_says_so_and_exits_with_3(name: str, tmp_path: Path) -> None:
    case = WRONG / name
    assessment = tmp_path / "self-assessment.yaml"
    assessment.write_text("govcheck: 1\nframework: allotments-2024\n", encoding="utf-8")
    command = [sys.executable, "-m", "govcheck", "run", str(assessment), "--framework", FRAMEWORK]
    command += [part for path in plugin_files(case) for part in ("--plugin", str(path))]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(case / "site"), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    expected = (case / "expected.txt").read_text(encoding="utf-8")
    told = done.stderr.replace(f"{case}{os.sep}", "")
    assert told == f"A plugin cannot be used, so nothing was run.\n{expected}"
    assert done.stdout == ""
    assert done.returncode == 3


def test_every_folder_of_wrong_plugins_is_a_case() -> None:
    folders = {path for path in WRONG.iterdir() if path.is_dir() and path.name[0] not in "._"}
    assert folders == set(CASES)
