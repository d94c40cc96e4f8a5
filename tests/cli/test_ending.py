"""How the process ends: at once, with everything written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HOLDING_ON = (
    "import atexit, sys\n"
    "class Slow:\n"
    "    def __del__(self): print('taken apart')\n"
    "kept = Slow()\n"
    "atexit.register(print, 'at exit')\n"
    "from govcheck.cli.main import main\n"
    "main()\n"
)


def ended(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", HOLDING_ON, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload,no-any-return]


def test_what_is_registered_for_the_end_is_done_and_nothing_is_taken_apart() -> None:
    done = ended("--version")
    assert done.stdout.splitlines()[-1] == "at exit"
    assert "taken apart" not in done.stdout


@pytest.mark.parametrize(("arguments", "status"), [(["--version"], 0), (["run"], 2)])
def test_the_status_is_kept(arguments: list[str], status: int) -> None:
    assert ended(*arguments).returncode == status


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device is always full")
def test_a_full_disk_is_not_a_success() -> None:
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            [sys.executable, "-m", "govcheck", "--version"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": ""},
        )
    assert done.returncode == 2
    assert done.stderr == "Error: the output cannot be written: No space left on device.\n"
