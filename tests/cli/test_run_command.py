"""`govcheck run` and `validate` as the shell sees them, through the installed command."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STRONG = ROOT / "examples" / "strong" / "self-assessment.yaml"
CUMBRIA = ROOT / "examples" / "cumbria-2023" / "self-assessment.yaml"
INVALID = "govcheck: 1\nframework: nothing-like-this\nforce: cumbria\nas_at: 2023-02-30\n"
BARE = "govcheck: 1\nframework: peel-getting-a-grip-2023\nforce: cumbria\nas_at: 2023-12-15\n"

BREAKS = '''
from collections.abc import Iterator
from govcheck.plugin import Aspect, Finding, Framework, Scope, Severity, check

@check("BRK-001", serves=Scope.EVERY_RECOMMENDATION, severity=Severity.MINOR, aspect=Aspect.DUTY)
def breaks(framework: Framework) -> Iterator[Finding]:
    """It works.

    Close the gap: mend it.
    """
    yield from [][0]
'''

TALKS = BREAKS.replace("BRK", "TLK").replace("yield from [][0]", "print('here'); yield from ()")
TURNS = BREAKS.replace("BRK", "TRN").replace("yield from [][0]", "while True: pass")


def govcheck(
    *words: object, cwd: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "govcheck", *map(str, words)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bare.yaml").write_text(BARE, "utf-8")
    (tmp_path / "invalid.yaml").write_text(INVALID, "utf-8")
    (tmp_path / "breaks.py").write_text(BREAKS, "utf-8")
    (tmp_path / "talks.py").write_text(f"print('loaded')\n{TALKS}", "utf-8")
    (tmp_path / "turns.py").write_text(TURNS, "utf-8")
    return tmp_path


def test_a_run_that_is_stopped_says_nothing_of_gaps(folder: Path) -> None:
    (folder / "stops.py").write_text("raise KeyboardInterrupt\n", "utf-8")
    done = govcheck("run", "bare.yaml", "--plugin", "stops.py", cwd=folder)
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.splitlines()[-1] == "Stopped before the end."


def test_zero_when_everything_is_met() -> None:
    assert govcheck("run", STRONG).returncode == 0


@pytest.mark.parametrize("fail_on", ["critical", "major", "minor"])
def test_one_when_there_are_gaps_from_the_threshold_on(fail_on: str) -> None:
    assert govcheck("run", CUMBRIA, "--fail-on", fail_on).returncode == 1


def test_never_fails_for_gaps_with_never() -> None:
    assert govcheck("run", CUMBRIA, "--fail-on", "never").returncode == 0


def test_four_when_nothing_is_answered(folder: Path) -> None:
    assert govcheck("run", "bare.yaml", "--fail-on", "never", cwd=folder).returncode == 4


def test_three_when_a_check_breaks_and_the_rest_is_reported(folder: Path) -> None:
    done = govcheck("run", STRONG, "--plugin", "breaks.py", cwd=folder)
    assert done.returncode == 3
    assert "the check broke at breaks.py:11: IndexError" in done.stdout
    assert "RET-001" in govcheck("run", STRONG, "--plugin", "breaks.py", "-v", cwd=folder).stdout


def test_what_a_plugin_prints_leaves_the_result_readable_for_a_program(folder: Path) -> None:
    done = govcheck("run", STRONG, "--plugin", "talks.py", "--format", "json", cwd=folder)
    assert json.loads(done.stdout)["format"] == "govcheck-result/1"
    assert done.stderr == "loaded\n" + "here\n" * 3
    listed = govcheck("list", "checks", "--plugin", "talks.py", "--format", "json", cwd=folder)
    assert "TLK-001" in {item["id"] for item in json.loads(listed.stdout)}


def test_three_when_a_check_never_ends_and_the_rest_is_reported(folder: Path) -> None:
    words = ("run", STRONG, "--plugin", "turns.py", "-v")
    (folder / "govcheck.toml").write_text("seconds_per_check = 3600\n", "utf-8")
    done = govcheck(*words, "--seconds-per-check", "1", cwd=folder)
    assert done.returncode == 3
    assert "the check ran out of time: it took longer than 1 second" in done.stdout
    assert "RET-001" in done.stdout
    (folder / "govcheck.toml").write_text("seconds_per_check = 1\n", "utf-8")
    assert govcheck(*words, cwd=folder).stdout == done.stdout


def test_invalid_input_comes_before_a_broken_check_and_others_are_judged(folder: Path) -> None:
    done = govcheck(
        "run", STRONG, "invalid.yaml", "--plugin", "breaks.py", "--output", "r.json", cwd=folder
    )
    assert done.returncode == 2
    assert "Fennimarch Police" in done.stdout
    assert "invalid.yaml:2:12" in done.stderr
    assert (folder / "r.json").exists()
    assert "Traceback" not in done.stderr


def test_of_an_invalid_file_nothing_is_printed_or_written(folder: Path) -> None:
    done = govcheck("run", "invalid.yaml", "--output", "r.json", cwd=folder)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "invalid.yaml:2:12" in done.stderr
    assert "invalid.yaml:4:8" in done.stderr
    assert not (folder / "r.json").exists()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("run",),
        ("run", "nowhere.yaml"),
        ("run", "plugins-only"),
        ("run", "bare.yaml", "--output", "report.pdf"),
        ("run", "bare.yaml", "--output", "no/such/folder/report.md"),
        ("run", "bare.yaml", "--as-of", "31/10/2023"),
        ("run", "bare.yaml", "--as-of", "2023-02-30"),
        ("run", "bare.yaml", "--format", "xml"),
        ("run", "bare.yaml", "--seconds-per-check", "0"),
        ("run", "bare.yaml", "--seconds-per-check", "nan"),
        ("run", "bare.yaml", "--plugin", "nowhere.py"),
        ("run", "bare.yaml", "--framework", "breaks.py"),
        ("rum", "bare.yaml"),
    ],
)
def test_misuse_is_two_with_words_and_no_traceback(folder: Path, words: tuple[str, ...]) -> None:
    done = govcheck(*words, cwd=folder)
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_output_is_written_in_the_form_of_its_ending(folder: Path) -> None:
    names = ("r.md", "r.json", "r.txt")
    words = [word for name in names for word in ("--output", name)]
    assert govcheck("run", STRONG, *words, cwd=folder).returncode == 0
    assert (folder / "r.md").read_text("utf-8").startswith("# PEEL")
    assert json.loads((folder / "r.json").read_text("utf-8"))["format"] == "govcheck-result/1"
    assert "Exit status 0" in (folder / "r.txt").read_text("utf-8")
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []


def test_an_output_that_cannot_be_written_leaves_what_was_there(folder: Path) -> None:
    (folder / "r.md").mkdir()
    done = govcheck("run", STRONG, "--output", "r.md", cwd=folder)
    assert done.returncode == 2
    assert (folder / "r.md").is_dir()


def test_as_of_moves_the_day_of_judgement() -> None:
    done = govcheck("run", STRONG, "--as-of", "2030-01-01", "--format", "json")
    result = json.loads(done.stdout)
    assert result["as_of"] == "2030-01-01"
    assert result["as_at"] == "2024-02-15"
    assert {item["support"] for item in result["recommendations"]} != {"supported"}


def test_quiet_is_one_line_for_each_file() -> None:
    done = govcheck("run", STRONG, CUMBRIA, "-q")
    assert len(done.stdout.splitlines()) == 2
    assert done.returncode == 1


def test_no_colour_goes_into_a_pipe() -> None:
    assert "\x1b[" not in govcheck("run", CUMBRIA, FORCE_COLOR="1").stdout


def test_the_configuration_of_the_working_folder_is_used_and_the_command_line_wins(
    folder: Path,
) -> None:
    settings = 'plugins = ["breaks.py"]\nfail_on = "never"\nformat = "json"\n'
    (folder / "govcheck.toml").write_text(settings, "utf-8")
    done = govcheck("run", STRONG, cwd=folder)
    assert done.returncode == 3
    assert json.loads(done.stdout)["summary"]["checks"]["error"] == 3
    assert "Recommendation" in govcheck("run", STRONG, "--format", "table", cwd=folder).stdout


def test_the_configuration_can_stand_in_pyproject(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.govcheck]\nfail_on = "never"\n', "utf-8")
    assert govcheck("run", CUMBRIA, cwd=folder).returncode == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "fail-on = 'never'\n",
            "govcheck.toml:1:1: “fail-on” is not known. Did you mean: fail_on?",
        ),
        ("fail_on = 'sometimes'\n", "govcheck.toml:1:11: fail_on: “sometimes” is not one of"),
        ("plugins = ['gone.py']\n", "govcheck.toml:1:12: there is no file gone.py."),
        (
            "seconds_per_check = 0\n",
            "govcheck.toml:1:21: seconds_per_check: the number 0 cannot be",
        ),
        ("plugins = 'x.py'\n", "govcheck.toml:1:11: plugins: expected a list"),
    ],
)
def test_a_wrong_configuration_is_told_with_its_place(
    folder: Path, text: str, message: str
) -> None:
    (folder / "govcheck.toml").write_text(text, "utf-8")
    done = govcheck("run", "bare.yaml", cwd=folder)
    assert done.returncode == 2
    assert message in done.stderr


def test_an_assessment_does_not_choose_its_plugins(folder: Path) -> None:
    (folder / "bare.yaml").write_text(BARE + "plugins: [breaks.py]\n", "utf-8")
    done = govcheck("run", "bare.yaml", cwd=folder)
    assert done.returncode == 2
    assert "“plugins” is not known" in done.stderr
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    (folder / "govcheck.toml").write_text('plugins = ["breaks.py"]\n', "utf-8")
    assert govcheck("run", STRONG, "-q", cwd=elsewhere).returncode == 0


@pytest.mark.parametrize("options", [(), ("--schema-only",)])
def test_validate_says_what_is_well_formed(folder: Path, options: tuple[str, ...]) -> None:
    assert govcheck("validate", STRONG, CUMBRIA, *options).returncode == 0
    done = govcheck("validate", "bare.yaml", "invalid.yaml", *options, cwd=folder)
    assert done.returncode == 2
    assert "bare.yaml: well formed." in done.stdout
    assert "invalid.yaml:4:8" in done.stderr


def test_the_same_file_gives_the_same_bytes_wherever_and_however(folder: Path) -> None:
    copied = folder / "copy"
    shutil.copytree(STRONG.parent, copied)
    printed = {
        govcheck("run", STRONG, "--format", "json").stdout,
        govcheck("run", "self-assessment.yaml", "--format", "json", cwd=copied).stdout,
        govcheck("run", STRONG, "--format", "json", TZ="Pacific/Kiritimati", LC_ALL="C").stdout,
        govcheck("run", STRONG, "--format", "json", PYTHONHASHSEED="1").stdout,
        govcheck("run", STRONG, "--format", "json", PYTHONHASHSEED="2").stdout,
    }
    assert len(printed) == 1
