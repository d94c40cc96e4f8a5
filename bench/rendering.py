"""Every form of the report against the evaluation that it shows, and what each form imports.

The text forms together should take less than twice the evaluation. Word, Excel and template
libraries should be imported for the forms that need them, and for no other.

Run: python bench/rendering.py
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from govcheck.cli import session
from govcheck.cli.judging import Named, decided, results_of
from govcheck.cli.options import SourcesGiven, whereabouts
from govcheck.model.vocabulary import Severity
from govcheck.registry.registry import Registry
from govcheck.report.forms import FORMS, Output, output_for
from govcheck.report.judged import CheckHelp, Judged

EXAMPLE = Path(__file__).parent.parent / "examples" / "invented-force" / "self-assessment.yaml"
BINARY = {".docx", ".xlsx"}
LIBRARIES = ("jinja2", "docx", "openpyxl", "xlsxwriter", "duckdb", "jsonschema")
LIMIT = 2.0
RUNS = 7

IMPORTED = """
import sys
from pathlib import Path
from govcheck.cli.main import cli
try:
    cli.main(["run", sys.argv[1], "--fail-on", "never", "--output", sys.argv[2]])
except SystemExit:
    pass
print("imported", *(name for name in sys.argv[3:] if name in sys.modules))
"""


def milliseconds(task: Callable[[], object]) -> float:
    """Processor time, the median over runs, after one to import and to warm the caches.

    Not the time on the wall: what else the machine does would decide between two parts of one run.
    """
    times = []
    for _ in range(RUNS + 1):
        begin = time.process_time()
        task()
        times.append((time.process_time() - begin) * 1000)
    return median(times[1:])


def outputs() -> Iterator[tuple[str, Output]]:
    """Each form with each of its endings."""
    for name, form in FORMS.items():
        for ending in form.modules:
            yield ending, output_for(ending, name)


def judge(registry: Registry, settings: session.Configuration) -> list[Named]:
    return results_of((EXAMPLE,), registry, None, None, whereabouts(settings, SourcesGiven()))


def imported(written: str, folder: Path) -> str:
    command = [sys.executable, "-c", IMPORTED, str(EXAMPLE), written, *LIBRARIES]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    return done.stdout.rpartition("imported")[2].strip()


def main() -> None:
    settings = session.configuration()
    registry = session.load((), (), settings)
    evaluation = milliseconds(lambda: judge(registry, settings))
    helped = {item.check.id: CheckHelp(*item.check.documentation) for item in registry.checks}
    judged: list[Judged] = decided(judge(registry, settings), Severity.MAJOR, helped)[0]
    print(f"\n{EXAMPLE.parent.name}: the evaluation takes {evaluation:.1f} ms\n")
    texts = 0.0
    for ending, output in outputs():
        taken = milliseconds(lambda output=output: output.renderer().render(judged))
        texts += 0 if ending in BINARY else taken
        print(f"  {output.form:<12} {ending:<9} {taken:8.1f} ms  {taken / evaluation:5.2f}")
    ratio = texts / evaluation
    print("\nLibraries that `govcheck run` imports for a form:")
    with TemporaryDirectory() as folder:
        for ending, output in outputs():
            written = f"{output.form}=report{ending}"
            print(f"  {output.form:<12} {ending:<9} {imported(written, Path(folder)) or 'none'}")
    print(f"\nAll text forms: {texts:.1f} ms, {ratio:.2f} times the evaluation (at most {LIMIT})")
    sys.exit(0 if ratio < LIMIT else 1)


if __name__ == "__main__":
    main()
