"""The same file and the same packs give the same bytes, wherever and however they are run."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.engine.garden import ASSESSMENT

FRAMEWORK = Path(__file__).parent.parent / "wrong" / "framework.yaml"
HOOK = """
from govcheck.plugin import Pack, hookimpl


@hookimpl
def govcheck_packs():
    import {module}_checks

    return [Pack("{module}", "1.0", "Sheds.", modules=({module}_checks,))]
"""
CHECKS = '''
from govcheck.plugin import Gap, Observation, Section, Severity, check


class {name}(Section, key="{module}"):
    """Sheds."""

    colours: tuple[str, ...] = ()


@check("{id}-001", serves="allotments-2024:1.review", severity=Severity.MAJOR)
def sheds_are_painted({module}: {name}):
    """The sheds are painted.

    Close the gap: paint them.
    """
    yield Gap("grün", at="colours[1]")
    yield Observation(" ".join(sorted(set({module}.colours))))
'''
SAID = """
apples: {colours: [red, green, blue]}
pears: {colours: [blue, gold, grey]}
evidence:
  survey: {title: Survey, path: survey.txt}
"""


@pytest.fixture
def orchard(tmp_path: Path) -> Path:
    """Two distributions, each in a folder of its own, and a self-assessment with evidence."""
    for module in ("apples", "pears"):
        site = tmp_path / module
        info = site / f"{module}-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(f"[govcheck]\n{module} = {module}\n")
        (site / f"{module}.py").write_text(HOOK.format(module=module), encoding="utf-8")
        text = CHECKS.format(module=module, name=module.title(), id=module.upper())
        (site / f"{module}_checks.py").write_text(text, encoding="utf-8")
    (tmp_path / "self-assessment.yaml").write_text(ASSESSMENT + SAID, encoding="utf-8")
    (tmp_path / "survey.txt").write_text("a survey\n", encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    return tmp_path


def run_in(folder: Path, assessment: str, *sites: Path, **settings: str) -> bytes:
    """What `govcheck run --format json` prints."""
    path = os.pathsep.join(str(site) for site in sites)
    command = [sys.executable, "-m", "govcheck", "run", assessment, "--format", "json"]
    done = subprocess.run(
        [*command, "--framework", str(FRAMEWORK)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": path, **settings},
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    return done.stdout


def test_nothing_around_a_run_changes_a_byte_of_its_result(orchard: Path) -> None:
    apples, pears = orchard / "apples", orchard / "pears"
    name = "self-assessment.yaml"
    first = run_in(orchard, name, apples, pears, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C")
    assert first.count(b'"digest"') == 1
    variants = (
        run_in(orchard, name, pears, apples, PYTHONHASHSEED="0"),
        run_in(orchard, name, apples, pears, PYTHONHASHSEED="4711"),
        run_in(orchard, name, apples, pears, TZ="Pacific/Kiritimati"),
        run_in(orchard, name, apples, pears, LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8"),
        run_in(orchard, name, apples, pears, PYTHONUTF8="0", PYTHONIOENCODING="utf-8"),
        run_in(orchard, name, apples, pears, COLUMNS="40", PYTHONOPTIMIZE="1"),
        run_in(orchard / "elsewhere", f"../{name}", pears, apples),
        run_in(orchard / "elsewhere", str(orchard / name), pears, apples, PYTHONHASHSEED="9"),
    )
    assert [variant == first for variant in variants] == [True] * len(variants)


def test_every_fact_of_the_input_changes_the_digest(orchard: Path) -> None:
    def digest() -> str:
        printed = run_in(orchard, "self-assessment.yaml", orchard / "apples", orchard / "pears")
        return str(json.loads(printed)["digest"])

    file = orchard / "self-assessment.yaml"
    digests = [digest()]
    file.write_text(file.read_text(encoding="utf-8").replace("gold", "lime"), encoding="utf-8")
    digests.append(digest())
    (orchard / "survey.txt").unlink()
    digests.append(digest())
    assert len(set(digests)) == 3
