"""How long many self-assessments take, how that grows, and how much memory it needs.

    python bench/many.py [NUMBER ...]

Writes NUMBER files (100, 1000 and 10000 where none is given) of some 350 lines and 23 kB into a
folder that is deleted afterwards, and runs, turn by turn, on as many processes as there are usable
processors: `govcheck run FOLDER`, and the floor, processes that do nothing but load the same files
with govcheck's own loader. Prints seconds, their ratio, how the time grows with the number of
files (1.00 is in proportion), and the most memory that the run and its processes held together.
"""

from __future__ import annotations

import copy
import math
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import yaml
from timing import ENVIRONMENT

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "src"))

from govcheck.intake.document import read_document  # noqa: E402 - the folder comes first

EXAMPLE = ROOT / "examples" / "invented-force" / "self-assessment.yaml"
ROUNDS = 2
WORKERS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
LEFT_OUT = ("datasets", "response", "data_collection")
VARIED = ("retention", "wellbeing", "evaluation_culture")
LEFT_BLANK = 0.05
FLOOR = """
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from govcheck.intake.document import read_document  # noqa: E402 - the folder comes first

def load(paths):
    for path in paths:
        read_document(path)

if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).rglob("*.yaml"))
    number = int(sys.argv[2])
    with ProcessPoolExecutor(number) as executor:
        list(executor.map(load, [files[at::number] for at in range(number)]))
"""


def example() -> dict[str, Any]:
    """The answers of the invented force that need no other file, cut to the size asked for."""
    data: dict[str, Any] = copy.deepcopy(read_document(EXAMPLE).data)
    for key in LEFT_OUT:
        data.pop(key, None)
    for entry in data["evidence"].values():
        if "path" in entry:
            entry["reference"] = entry.pop("path")
        for key in ("sha256", "size"):
            entry.pop(key, None)
    return data


def written(data: dict[str, Any]) -> str:
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100,
                          default_flow_style=None)  # fmt: skip


def varied(data: dict[str, Any], number: int) -> dict[str, Any]:
    """The same file with some answers left out, as no two forces answer alike."""
    chosen = random.Random(number)  # noqa: S311 - the same files every time
    other = copy.deepcopy(data)
    other["prepared_by"] = f"Performance lead {number}"
    for section in (other[name] for name in VARIED):
        for key in [key for key in section if chosen.random() < LEFT_BLANK]:
            section[key] = None
    return other


def write_files(folder: Path, number: int) -> tuple[float, float]:
    """The mean lines and kilobytes of the files that were written."""
    data = example()
    lines = size = 0
    for at in range(number):
        text = written(varied(data, at))
        below = folder / f"{at // 100:03}"
        below.mkdir(exist_ok=True)
        (below / f"force-{at:05}.yaml").write_text(text, encoding="utf-8")
        lines, size = lines + text.count("\n"), size + len(text.encode())
    return lines / number, size / number / 1000


def held(pid: int) -> int:
    """The memory of a process and those below it in kB, each shared page counted once."""
    total = 0
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            stat = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            if int(entry.name) == pid or int(stat[1]) == pid:
                rollup = (entry / "smaps_rollup").read_text()
                total += int(rollup.split("Pss:")[1].split()[0])
        except (OSError, IndexError, ValueError):
            continue
    return total


def timed(command: list[str], *, watch: bool = False) -> tuple[float, int]:
    """Seconds, and the most memory in kB where it is watched."""
    environment = {
        **ENVIRONMENT,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT / "plugins")]),
    }
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    most = 0
    if watch:
        done = threading.Event()

        def look() -> None:
            nonlocal most
            while not done.wait(0.05):
                most = max(most, held(process.pid))

        watcher = threading.Thread(target=look)
        watcher.start()
        process.wait()
        done.set()
        watcher.join()
    else:
        process.wait()
    return time.perf_counter() - begin, most


def main() -> None:
    numbers = [int(word) for word in sys.argv[1:]] or [100, 1_000, 10_000]
    run = [sys.executable, "-m", "govcheck", "run", "--workers", str(WORKERS), "--fail-on", "never"]
    times: list[tuple[int, float]] = []
    print(f"{WORKERS} processes; best of {ROUNDS}, turn by turn")
    print(f"{'files':>7} {'lines':>6} {'kB':>6} {'run s':>8} {'floor s':>8} {'ratio':>6} {'MB':>6}")
    for number in numbers:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            lines, size = write_files(folder, number)
            runs, floors, most = [], [], 0
            for turn in range(ROUNDS):
                seconds, _ = timed([*run, name])
                runs.append(seconds)
                seconds, _ = timed([sys.executable, "-c", FLOOR, name, str(WORKERS)])
                floors.append(seconds)
                if turn == 0 and Path("/proc/self/smaps_rollup").exists():
                    most = timed([*run, name], watch=True)[1]
            best, floor = min(runs), min(floors)
            times.append((number, best))
            print(
                f"{number:>7} {lines:>6.0f} {size:>6.1f} {best:>8.2f} {floor:>8.2f}"
                f" {best / floor:>6.2f} {most / 1000:>6.0f}"
            )
    if len(times) > 1:
        (fewest, least), (many, longest) = times[0], times[-1]
        print(f"growth exponent: {math.log(longest / least) / math.log(many / fewest):.2f}")


if __name__ == "__main__":
    main()
