"""`python -m govcheck.reference [--check] [FOLDER]`: write the generated files of the project."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from govcheck.reference.generated_files import differing, generated_files, write_files
from govcheck.registry.loading import load_registry


def main(arguments: Sequence[str]) -> int:
    """Write the files, or say which differ. Returns the exit status."""
    parser = ArgumentParser(prog="python -m govcheck.reference", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if one differs")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), help="top of the project")
    given = parser.parse_args(arguments)
    files = generated_files(load_registry())
    if not given.check:
        write_files(given.folder, files)
        return 0
    names = tuple(differing(given.folder, files))
    for name in names:
        print(f"{name} is not up to date. Run: python -m govcheck.reference", file=sys.stderr)
    return 1 if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
