"""How long other tools take to hold many files to thirty rules, beside `govcheck run`.

    python bench/many_peers.py [NUMBER]

Writes NUMBER files (1000 where none is given) as bench/many.py does, installs the tools into a
folder that is deleted afterwards (with pip; with npm where there is one), and runs each in as many
processes as there are usable processors. A rule says that one answer is given: the least that any
tool can be asked. govcheck runs all its checks. Prints seconds, and how many times govcheck's.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from many import VARIED, WORKERS, example, timed, write_files
from timing import ENVIRONMENT

RULES = 30
PYTHON_TOOLS = ("repo-review", "check-jsonschema", "regopy", "PyYAML")
NODE_TOOLS = ("ajv-cli", "@stoplight/spectral-cli")

REPO_REVIEW = """
import json, sys
from pathlib import Path
import yaml
from repo_review import checks, families, fixtures, processor

rules, names = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2]).read_text().split()

def given(data, path):
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data is not None

class Rule:
    "An answer is given."
    family = "answers"

def rule(path):
    def check(self):
        "It is not given."
        return given(Rule.data, path)
    return type("Answer", (Rule,), {"__doc__": "An answer is given.", "check": check})()

checks = {f"GAP{number:03}": rule(path) for number, path in enumerate(rules)}
collected = processor.CollectionReturn({"pyproject": {}}, checks, {"answers": {}})
for name in names:
    path = Path(name)
    Rule.data = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    processor.process(path.parent, collected=collected)
"""
REGO = """
import json, sys
from pathlib import Path
import yaml
from regopy import Interpreter

rules, names = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2]).read_text().split()
module = ["package gaps"]
for number, path in enumerate(rules):
    place = "".join(f'["{step}"]' for step in path)
    module.append(f"given contains {number} if {{ input{place} != null }}")
engine = Interpreter()
engine.add_module("gaps", "\\n".join(module))
for name in names:
    engine.set_input(yaml.load(Path(name).read_bytes(), yaml.CSafeLoader))
    engine.query("data.gaps.given")
"""


def rules() -> list[tuple[str, ...]]:
    """The ways to the first thirty answers of the example's sections."""
    data = example()
    found: list[tuple[str, ...]] = []

    def look(value: Any, way: tuple[str, ...]) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                look(inner, (*way, key))
        elif value is not None and not isinstance(value, list):
            found.append(way)

    for name in VARIED:
        look(data[name], (name,))
    assert len(found) >= RULES
    return found[:RULES]


def as_schema(ways: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    """A JSON Schema of 2020-12 in which each of the answers has to be there and not null."""
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    for way in ways:
        place = schema
        for step in way:
            place["type"] = "object"
            place.setdefault("required", [])
            place["required"] += [step] if step not in place["required"] else []
            place = place.setdefault("properties", {}).setdefault(step, {})
        place["not"] = {"type": "null"}
    return schema


def as_ruleset(ways: Sequence[tuple[str, ...]]) -> dict[str, Any]:
    """The same for spectral."""
    return {
        "rules": {
            f"gap-{number}": {
                "given": ".".join(("$", *way[:-1])),
                "then": {"field": way[-1], "function": "truthy"},
            }
            for number, way in enumerate(ways)
        }
    }


def installed(folder: Path) -> dict[str, Callable[[list[str]], list[str]]]:
    """The tools, each as what makes a command of a share of the files."""
    ways = rules()
    (folder / "rules.json").write_text(json.dumps(ways))
    (folder / "schema.json").write_text(json.dumps(as_schema(ways)))
    (folder / "ruleset.json").write_text(json.dumps(as_ruleset(ways)))
    venv.create(folder / "python", with_pip=True)
    python = folder / "python" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PYTHON_TOOLS], check=True)

    def worker(name: str, program: str) -> Callable[[list[str]], list[str]]:
        script = folder / f"{name}_worker.py"  # no name of a library
        script.write_text(program)

        def command(files: list[str]) -> list[str]:
            names = folder / f"{name}-{abs(hash(files[0]))}.txt"
            names.write_text("\n".join(files))
            return [str(python), str(script), str(folder / "rules.json"), str(names)]

        return command

    schema, ruleset = str(folder / "schema.json"), str(folder / "ruleset.json")
    tools: dict[str, Callable[[list[str]], list[str]]] = {
        "OPA's language, regopy": worker("rego", REGO),
        "repo-review": worker("repo_review", REPO_REVIEW),
        "check-jsonschema": lambda files: [
            str(python), "-m", "check_jsonschema", "--schemafile", schema, *files,
        ],
    }  # fmt: skip
    npm = shutil.which("npm")
    if npm:
        where = ["--prefix", str(folder), "--no-audit", "--no-fund", "--silent"]
        subprocess.run([npm, "install", *where, *NODE_TOOLS], check=True)
        ajv, spectral = (
            str(folder / "node_modules" / ".bin" / name) for name in ("ajv", "spectral")
        )
        tools["ajv-cli"] = lambda files: [
            ajv, "validate", "--spec=draft2020", "--all-errors", "-s", schema,
            *(word for file in files for word in ("-d", file)),
        ]  # fmt: skip
        tools["spectral"] = lambda files: [spectral, "lint", "--quiet", "-r", ruleset, *files]
    return tools


def together(commands: list[list[str]]) -> float:
    """Seconds until all of these are done, which run side by side.

    Tools of their own end with 1 where a rule is broken; the programs of this file always with 0.
    """
    fine = (0,) if commands[0][1].endswith(".py") else (0, 1)
    begin = time.perf_counter()
    running = [
        subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT
        )
        for command in commands
    ]
    for process in running:
        if process.wait() not in fine:
            sys.exit(f"{' '.join(map(str, process.args))[:200]} ended with {process.returncode}")  # type: ignore[arg-type]
    return time.perf_counter() - begin


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    run = [sys.executable, "-m", "govcheck", "run", "--workers", str(WORKERS), "--fail-on", "never"]
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as tools_folder:
        write_files(Path(name), number)
        files = [str(path) for path in sorted(Path(name).rglob("*.yaml"))]
        shares = [files[at::WORKERS] for at in range(WORKERS)]
        ours, _ = timed([*run, name])
        print(f"{number} files, {WORKERS} processes, {RULES} rules (govcheck: all its checks)")
        print(f"  {'govcheck run':<28} {ours:8.2f} s")
        for tool, command in installed(Path(tools_folder)).items():
            seconds = together([command(share) for share in shares])
            print(f"  {tool:<28} {seconds:8.2f} s  {seconds / ours:6.2f} times")


if __name__ == "__main__":
    main()
