"""What a CSV file of 10,000 rows adds to a run: processor time of whole processes, interleaved.

Files of this size are read and counted by Python alone, whether an engine is installed or not. The
twenty rules are those of measured.py. The limit is 60 ms.

Run: python bench/small_file.py [--runs 15] [--rows 10000]
"""

import argparse
import sys
import tempfile
from pathlib import Path

from measured import govcheck, made, medians

MOST_MS = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=15)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data = made(options.rows, folder)["csv"]
        commands = {
            "run without data": govcheck(folder, "none", None),
            "run with the file": govcheck(folder, "small", data),
        }
        found = medians(commands, options.runs)
    for name, one in found.items():
        print(f"  {name:<20} {one.processor * 1000:7.0f} ms processor  {one.memory:5.0f} MB")
    without, with_file = (found[name].processor for name in commands)
    added = (with_file - without) * 1000
    print(f"  {options.rows:,} rows add {added:.0f} ms (at most {MOST_MS})")
    sys.exit(0 if added < MOST_MS else 1)


if __name__ == "__main__":
    main()
