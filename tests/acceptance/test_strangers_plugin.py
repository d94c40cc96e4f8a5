"""A stranger's plugin, installed for real beside govcheck in an environment of its own."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGIN = ROOT / "examples" / "govcheck-hello"


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a fresh environment with govcheck and the plugin in it."""
    home = tmp_path_factory.mktemp("stranger")
    venv.create(home, with_pip=True)
    folder = home / ("Scripts" if os.name == "nt" else "bin")
    install = [folder / "python", "-m", "pip", "install", "--quiet", ROOT, PLUGIN, "pytest"]
    done = subprocess.run(install, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


def run(scripts: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [scripts / words[0], *words[1:]],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=PLUGIN,
        env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "120"},
        check=False,
    )


def test_its_pack_is_listed_beside_ours(scripts: Path) -> None:
    listed = run(scripts, "govcheck", "list", "packs").stdout
    assert "govcheck-hello 0.1.0" in listed
    assert "retention" in listed


def test_its_checks_judge_its_example(scripts: Path) -> None:
    done = run(scripts, "govcheck", "run", "self-assessment.yaml")
    assert done.returncode == 1, done.stderr
    assert "custody: 31 of 40 were greeted" in done.stdout
    assert "self-assessment.yaml:12:45" in done.stdout
    assert "HEL-003" in run(scripts, "govcheck", "explain", "HEL-003").stdout


def test_its_own_tests_pass(scripts: Path) -> None:
    done = run(scripts, "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")
    assert done.returncode == 0, done.stdout
    assert "6 passed" in done.stdout


def test_without_it_the_assessment_that_requires_it_is_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "govcheck", "run", PLUGIN / "self-assessment.yaml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "needs the pack “hello”" in done.stderr
