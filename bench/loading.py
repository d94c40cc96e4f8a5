"""How long a self-assessment takes to read, with the place of every value in it.

    python bench/loading.py

Reads the same YAML text with govcheck's loader and with PyYAML's own (which knows no places, takes
the last of two equal keys and reads `no` as False), turn by turn so that a busy moment of the
machine hits both. Prints the medians, their ratio and where the time of JSON and TOML lies.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from govcheck.intake.document import Format, parse_document

ROUNDS = 31
REPEATS = 10
TARGET = 1.2
EXAMPLES = Path(__file__).parents[1] / "examples"

HEAD = """\
# yaml-language-server: $schema=../schemas/self-assessment.schema.json
govcheck: 1
framework: peel-getting-a-grip-2023
force: cumbria
as_at: 2023-12-15
prepared_by: Head of Performance
requires: {govcheck-police: ">=1"}

recommendations:
"""
RECOMMENDATION = """\
  "{number}":
    claim: partly met
    explanation: >
      Every person who leaves is offered an interview, and what they say is put together
      twice a year for the people board, which decides what is to change.
    owner: Head of People
    actions:
      - id: A{number}
        what: Extend the interviews to volunteers
        owner: Volunteering Manager
        due: 2024-01-15
        state: in progress
    evidence: [strategy-{number}, minutes-{number}]
    requirements:
      exit-patterns: {{answer: partly, comment: "Volunteers are still to come"}}
"""
EVIDENCE = """\
  strategy-{number}:
    title: Strategy {number}
    path: evidence/strategy-{number}.pdf
    about: 2023-10
    collected: 2023-11-02
    method: document
    covers: [police officers, police staff]
"""
ROLE = """\
    - role: Role {number}
      headcount: {number}4
      screening_months: 12
      why: Regular sight of distressing material
      support:
        - {{name: Debrief, targeted: yes, proactive: yes}}
"""


def self_assessment() -> str:
    """A self-assessment of some 350 lines: an example if there is one, or one made up."""
    for path in sorted(EXAMPLES.rglob("self-assessment.yaml")):
        if 250 <= len((text := path.read_text("utf-8")).splitlines()) <= 500:
            return text
    parts = [HEAD, *(RECOMMENDATION.format(number=number) for number in range(1, 11))]
    parts += ["evidence:\n", *(EVIDENCE.format(number=number) for number in range(1, 15))]
    parts += ["wellbeing:\n  roles:\n", *(ROLE.format(number=number) for number in range(1, 15))]
    return "".join(parts)


def milliseconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    for _ in range(REPEATS):
        work()
    return (time.perf_counter() - begin) * 1_000 / REPEATS


def as_toml(value: Any) -> str:
    """A value in TOML, all on one line; a crude writer, enough for a benchmark."""
    if isinstance(value, dict):
        entries = (f"{json.dumps(key)} = {as_toml(part)}" for key, part in value.items())
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return json.dumps(value if value is not None else "", ensure_ascii=False)


def main() -> int:
    text = self_assessment()
    data = parse_document(text, "yaml", "yaml").data
    others: dict[Format, str] = {
        "json": json.dumps(data, indent=2),
        "toml": "\n".join(f"{json.dumps(key)} = {as_toml(part)}" for key, part in data.items()),
    }
    works: dict[str, Callable[[], object]] = {
        "govcheck, YAML": lambda: parse_document(text, "yaml", "yaml"),
        "PyYAML CSafeLoader": lambda: yaml.load(text, Loader=yaml.CSafeLoader),
        "govcheck, JSON": lambda: parse_document(others["json"], "json", "json"),
        "govcheck, TOML": lambda: parse_document(others["toml"], "toml", "toml"),
    }
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            times[name].append(milliseconds(work))
    print(f"{len(text.splitlines())} lines, {len(text):,} characters, {ROUNDS} rounds")
    for name, taken in times.items():
        print(f"{name:20} {statistics.median(taken):6.2f} ms (best {min(taken):.2f})")
    pairs = zip(times["govcheck, YAML"], times["PyYAML CSafeLoader"], strict=True)
    ratio = statistics.median(ours / theirs for ours, theirs in pairs)
    print(f"with places / without: {ratio:.2f} (to stay below {TARGET})")
    return 0 if ratio <= TARGET else 1


if __name__ == "__main__":
    raise SystemExit(main())
