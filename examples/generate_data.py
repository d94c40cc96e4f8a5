"""Make the data sets of the invented forces anew, or invent those of all 43 forces.

`python examples/generate_data.py` writes `strong/data` and `invented-force/data` beside this file:
the same bytes on every machine. Nobody in the tables exists.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from invented_data import fennimarch, national, quillmoor

EXAMPLES = Path(__file__).parent


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--to", type=Path, default=EXAMPLES, metavar="FOLDER", help="Write below another folder."
    )
    parser.add_argument(
        "--national",
        action="store_true",
        help="Invent leavers of all 43 forces for a year instead: some 9,000 officers among them.",
    )
    given = parser.parse_args()
    if given.national:
        national.make(given.to / "national")
    else:
        fennimarch.make(given.to / "strong" / "data")
        quillmoor.make(given.to / "invented-force" / "data")


if __name__ == "__main__":
    main()
