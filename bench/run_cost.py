"""The main job against its floor, and against repo-review where that is installed.

The floor imports click, pluggy, PyYAML and pydantic, builds as many models as the packs have,
and parses the same bytes. It counts no table, so it is the floor of the invented force's file
without its data sets; what the seven tables add is shown beside it.

Run: python bench/run_cost.py. For the comparison with repo-review, install repo-review[cli] and
PyYAML into another environment and name its python:
python bench/run_cost.py --repo-review PYTHON
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

from timing import medians, report

EXAMPLE = Path(__file__).parent.parent / "examples" / "invented-force" / "self-assessment.yaml"
DATA_SETS = re.compile(r"^datasets:\n(?: .*\n|\n)+", re.MULTILINE)

FLOOR = """
import sys
import click, pluggy, yaml
from pydantic import BaseModel, create_model
models = [
    create_model(f"Model{number}", **{f"field{index}": (str | None, None) for index in range(8)})
    for number in range(int(sys.argv[1]))
]
yaml.load(open(sys.argv[2], "rb"), Loader=yaml.CSafeLoader)
"""

PEER = """
import runpy

runpy.run_module("repo_review", run_name="__main__")
"""
"""The command as its users start it, with the checks beside it on Python's path."""

PEER_CHECKS = """
from pathlib import Path
import yaml


def assessment(root):
    return yaml.safe_load(root.joinpath("self-assessment.yaml").read_bytes())


def repo_review_fixtures():
    return {}


class GapBase:
    family = "assessment"


CHECKS = {}
for number in range(30):
    def check(self, assessment, number=number):
        "A section is there."
        return len(str(assessment.get("retention"))) > number
    name = f"GAP{number:03}"
    CHECKS[name] = type(name, (GapBase,), {"__doc__": "Section is there.", "check": check})()


def repo_review_checks():
    return CHECKS
"""


def models_of_the_packs() -> int:
    """How many models the packs bring, counted in a process of its own."""
    counting = textwrap.dedent("""
        import pydantic
        from govcheck.registry.loading import load_registry
        from govcheck.model.record import Record
        load_registry()
        def below(model):
            return {model}.union(*map(below, model.__subclasses__()))
        print(len(below(Record)))
    """)
    counted = subprocess.run(
        [sys.executable, "-c", counting], capture_output=True, check=True, text=True
    )
    return int(counted.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repo-review", metavar="PYTHON", help="a python that has repo-review")
    parser.add_argument("--runs", type=int, default=11)
    options = parser.parse_args()
    count = models_of_the_packs()
    with tempfile.TemporaryDirectory() as folder:
        floor = Path(folder) / "floor.py"
        floor.write_text(FLOOR)
        file = _without_data_sets(Path(folder))
        run = [sys.executable, "-m", "govcheck", "run"]
        commands = {
            "floor": [sys.executable, str(floor), str(count), str(file)],
            "govcheck run": [*run, str(file)],
            "govcheck run, with its seven tables": [*run, str(EXAMPLE)],
        }
        if options.repo_review:
            commands["repo-review, 30 checks"] = _peer(Path(folder), options.repo_review, file)
        print(f"{count} models, {file.stat().st_size} bytes")
        measured = medians(commands, options.runs)
    report("The main job (at most 1.25 times the floor)", measured, "floor")
    fine = measured["govcheck run"] <= 1.25 * measured["floor"]
    if options.repo_review:
        fine = fine and measured["govcheck run"] < measured["repo-review, 30 checks"]
    sys.exit(0 if fine else 1)


def _without_data_sets(folder: Path) -> Path:
    """The invented force with its documents, and without its tables."""
    copy = folder / "force"
    shutil.copytree(EXAMPLE.parent, copy)
    file = copy / EXAMPLE.name
    text, found = DATA_SETS.subn("", file.read_text(encoding="utf-8"))
    assert found == 1
    file.write_text(text, encoding="utf-8")
    return file


def _peer(folder: Path, python: str, file: Path) -> list[str]:
    """A command that runs 30 repo-review checks on the same file."""
    distribution = folder / "peer_checks-1.dist-info"
    distribution.mkdir()
    (distribution / "METADATA").write_text("Metadata-Version: 2.1\nName: peer-checks\nVersion: 1\n")
    (distribution / "entry_points.txt").write_text(
        "[repo_review.checks]\npeer = peer_checks:repo_review_checks\n"
        "[repo_review.fixtures]\nassessment = peer_checks:assessment\n"
    )
    (folder / "peer_checks.py").write_text(PEER_CHECKS)
    (folder / "peer.py").write_text(PEER)
    target = folder / "repository"
    target.mkdir()
    (target / "self-assessment.yaml").write_bytes(file.read_bytes())
    return [python, str(folder / "peer.py"), str(target)]


if __name__ == "__main__":
    main()
