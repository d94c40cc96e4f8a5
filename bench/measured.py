"""Twenty rules about leavers on 1,000,000 and 10,000,000 rows, beside the best DuckDB by hand.

Before it is timed, each file is asked for the answers, which have to be those by hand. Then whole
processes, interleaved; medians of processor time (which other work on the machine disturbs
least) and of elapsed time, and the most memory that one took. The limit is 1.25 times the best
program written by hand, plus what `run` takes without data; 1 GB; and growth of at most 1.05.

Run: python bench/measured.py [--rows 1000000 10000000] [--runs 5] [--folder FOLDER]. The files,
some 1.2 GB for 10,000,000 rows, are made in FOLDER once. With --peers, other tools are installed
into an environment of their own and answer the same rules.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Mapping, Sequence
from math import log
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
PEERS = {
    "dataframely": "dataframely",
    "pandera": "pandera[polars]",
    "pointblank": "pointblank",
    "soda": "soda-core-duckdb",
}
MOST_RATIO, MOST_MEMORY, MOST_GROWTH = 1.25, 1000, 1.05


class Cost(NamedTuple):
    """What one process took."""

    processor: float
    elapsed: float
    memory: float
    """In millions of bytes."""


def cost(command: Sequence[str]) -> Cost:
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1, 4}:
        sys.exit(said.decode())
    unit = 1 if sys.platform == "darwin" else 1024
    elapsed = time.perf_counter() - begin
    return Cost(usage.ru_utime + usage.ru_stime, elapsed, usage.ru_maxrss * unit / 1e6)


def medians(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, Cost]:
    """Medians of time, and the most memory, over interleaved runs after one to warm the caches."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            found = cost(command)
            if turn:
                costs[name].append(found)
    return {
        name: Cost(
            statistics.median(one.processor for one in found),
            statistics.median(one.elapsed for one in found),
            max(one.memory for one in found),
        )
        for name, found in costs.items()
    }


def govcheck(folder: Path, name: str, data: Path | None) -> list[str]:
    """A run of the twenty rules over an assessment that names the data, or names none."""
    assessment = folder / f"{name}.yaml"
    text = (
        "govcheck: 1\nframework: peel-getting-a-grip-2023\n"
        "force: {id: fennimarch, name: Fennimarch Police (invented)}\nas_at: 2024-01-01\n"
    )
    if data:
        text += f"datasets:\n  gone: {{path: {data.name}}}\n"
    assessment.write_text(text)
    plugin = ["--plugin", str(HERE / "leavers_rules.py")]
    roots = ["--root", str(data.parent)] if data else []
    return [sys.executable, "-m", "govcheck", "run", str(assessment), *plugin, *roots]


def by_hand(data: Path) -> dict[str, list[str]]:
    ways = ["table", "parquet"] if data.suffix == ".csv" else [""]
    program = [sys.executable, str(HERE / "leavers_by_hand.py"), str(data)]
    return {f"by hand {way}".strip(): [*program, *([way] if way else [])] for way in ways}


def made(rows: int, folder: Path) -> dict[str, Path]:
    """The files by their form. Made elsewhere: what this process holds counts as its children's."""
    subprocess.run(
        [sys.executable, str(HERE / "leavers_data.py"), str(rows), str(folder)], check=True
    )
    return {form: folder / f"gone-{rows}.{form}" for form in ("parquet", "csv")}


def same(data: Path) -> bool:
    """Say whether the answers are those of the program by hand."""
    print(f"\n{data.name}", flush=True)
    program = [sys.executable, str(HERE / "leavers_same.py"), str(data)]
    return subprocess.run(program, check=False).returncode == 0


def compare(rows: int, data: Path, runs: int, folder: Path) -> tuple[bool, Cost]:
    """Print the costs of one file; whether they are within the limits, and those of the rules."""
    commands = {
        "govcheck run without data": govcheck(folder, "none", None),
        "govcheck run": govcheck(folder, f"{rows}{data.suffix}", data),
        **by_hand(data),
    }
    found = medians(commands, runs)
    for name, one in found.items():
        print(
            f"  {name:<28} {one.processor:7.2f} s processor  {one.elapsed:7.2f} s elapsed"
            f"  {one.memory:6.0f} MB"
        )
    cold, ours = found["govcheck run without data"], found["govcheck run"]
    best = [one for name, one in found.items() if name.startswith("by hand")]
    fine = ours.memory < MOST_MEMORY
    for what in ("processor", "elapsed"):
        floor = min(getattr(one, what) for one in best)
        ratio = (getattr(ours, what) - getattr(cold, what)) / floor
        fine = fine and ratio <= MOST_RATIO
        note = "" if ratio <= MOST_RATIO else f"  over {MOST_RATIO}"
        print(f"  ratio, cold start taken off ({what}): {ratio:.2f}{note}")
    return fine, Cost(ours.processor - cold.processor, ours.elapsed - cold.elapsed, ours.memory)


def peers(home: Path, data: Path, runs: int) -> None:
    """Print what other tools take for the same rules, each in an environment made for it."""
    python = home / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
        install = [str(python), "-m", "pip", "install", "--quiet", *PEERS.values(), "pyarrow"]
        subprocess.run(install, check=True)
    program = str(HERE / "leavers_peers.py")
    commands = {tool: [str(python), program, tool, str(data)] for tool in PEERS}
    for tool, one in medians(commands, runs).items():
        print(
            f"  {tool:<28} {one.processor:7.2f} s processor  {one.elapsed:7.2f} s elapsed"
            f"  {one.memory:6.0f} MB"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000_000, 10_000_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir(), "gone-rows"))
    parser.add_argument("--peers", action="store_true", help="install and time other tools")
    options = parser.parse_args()
    fine = True
    costs: dict[str, dict[int, Cost]] = {"parquet": {}, "csv": {}}
    with tempfile.TemporaryDirectory() as folder:
        for rows in options.rows:
            for form, data in made(rows, options.folder).items():
                fine = same(data) and fine
                within, costs[form][rows] = compare(rows, data, options.runs, Path(folder))
                fine = fine and within
                if options.peers and form == "parquet":
                    peers(options.folder / "peers", data, options.runs)
    for form, found in costs.items():
        if len(found) > 1:
            fewest, most = min(found), max(found)
            growth = log(found[most].processor / found[fewest].processor) / log(most / fewest)
            fine = fine and growth <= MOST_GROWTH
            print(f"\ngrowth of {form} (at most {MOST_GROWTH}): {growth:.2f}")
    sys.exit(0 if fine else 1)


if __name__ == "__main__":
    main()
