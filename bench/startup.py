"""Start-up: what does not judge must not wait for what does.

Run: python bench/startup.py
"""

from __future__ import annotations

import sys
from pathlib import Path

from timing import medians, report

EXAMPLE = Path(__file__).parent.parent / "examples" / "invented-force" / "self-assessment.yaml"
GOVCHECK = [sys.executable, "-m", "govcheck"]


def main() -> None:
    script = str(Path(sys.executable).with_name("govcheck"))
    light = medians(
        {
            "python -c 'import click'": [sys.executable, "-c", "import click"],
            "govcheck --version": [script, "--version"],
            "govcheck --help": [script, "--help"],
            "completion of a command name": [
                "env", "_GOVCHECK_COMPLETE=bash_complete", "COMP_WORDS=govcheck r", "COMP_CWORD=1",
                script,
            ],
        }
    )  # fmt: skip
    floor = "python -c 'import click'"
    fine = report("Start-up (at most 1.3 times `import click`)", light, floor, 1.3)
    heavier = medians(
        {
            "govcheck run": [*GOVCHECK, "run", str(EXAMPLE)],
            "govcheck list checks": [*GOVCHECK, "list", "checks"],
            "govcheck explain RET-001": [*GOVCHECK, "explain", "RET-001"],
        }
    )
    fine = report("list and explain (no slower than run)", heavier, "govcheck run", 1.0) and fine
    sys.exit(0 if fine else 1)


if __name__ == "__main__":
    main()
