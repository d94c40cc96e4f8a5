"""What the README shows is what govcheck prints."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_output_in_the_readme_is_the_true_output() -> None:
    (block,) = re.findall(r"```console\n\$ (govcheck run [^\n]+)\n(.*?)```", README, re.DOTALL)
    command, shown = block
    done = subprocess.run(
        [sys.executable, "-m", *command.split()],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "100", "PYTHONUTF8": "1"},
        check=False,
    )
    rest = done.stdout.decode("utf-8").replace("\r\n", "\n")
    for part in shown.split("\n...\n"):
        for paragraph in part.strip("\n").split("\n\n"):
            _, found, rest = rest.partition(paragraph)
            assert found, paragraph


def test_the_readme_gives_the_commands_that_ci_runs() -> None:
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert "python -m pytest -n auto --dist loadgroup" in README
    assert "python -m pytest -n auto --dist loadgroup" in ci
