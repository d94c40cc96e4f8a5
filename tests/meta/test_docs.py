"""The documentation is run: commands, code, ids, links, and the tables that repeat the code.

In a page, a fenced block is part of a story that is played in one empty folder (beside a copy of
examples/):

    ```yaml file=NAME       is written to a file; with append=NAME it is added to the file
    ```yaml edit=NAME       its lines take the place of the next lines with the same keys, and come
                            after the one before where there is no such line
    ```console              its lines `$ govcheck ...` are run and their output is compared;
                            a line `...` stands for any lines

`python tests/meta/test_docs.py` writes the output of commands into the pages, where nothing is cut.
"""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import click
import pytest

import govcheck.plugin
from govcheck.cli.main import COMMANDS
from govcheck.gate.exit_status import ExitStatus
from govcheck.model.assessment import EvidenceEntry
from govcheck.model.exhibit import Exhibit, ExhibitState
from govcheck.model.verdict import REQUIREMENT_TABLE
from govcheck.model.vocabulary import Support
from govcheck.registry.injection import _BY_TYPE
from govcheck.testing import load_packs

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [*ROOT.glob("docs/*.md"), *(ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING"))]
)
PROSE = [*PAGES, ROOT / "SECURITY.md", ROOT / "CHANGELOG.md"]
BLOCK = re.compile(r"^```([^\n`]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
RUNNABLE = ("govcheck", "python", "sha256sum", "head", "echo")


class Block(NamedTuple):
    info: str
    text: str


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(page: Path) -> list[Block]:
    return [Block(found[1].strip(), found[2]) for found in BLOCK.finditer(page.read_text("utf-8"))]


class Story:
    """One page, played from top to bottom in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.status = 0
        if (ROOT / "examples").is_dir():
            shutil.copytree(ROOT / "examples", folder / "examples")

    def play(self, block: Block) -> Iterator[tuple[str, str, str]]:
        """Each command, what the page says that it prints, and what it prints."""
        language, _, what = block.info.partition(" ")
        action, _, name = what.partition("=")
        path = self.folder / name
        if action == "file":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, "utf-8")
        elif action == "append":
            path.write_text(path.read_text("utf-8") + block.text, "utf-8")
        elif action == "edit":
            path.write_text(edited(path.read_text("utf-8"), block.text), "utf-8")
        elif language == "console":
            for command, expected in commands(block.text):
                if command.split()[0] in RUNNABLE:
                    yield command, expected, self.output(command)

    def output(self, command: str) -> str:
        words = shlex.split(command)
        if words == ["echo", "$?"]:
            return f"{self.status}\n"
        if words[0] in ("govcheck", "python"):
            module = ["-m", "govcheck"] if words[0] == "govcheck" else []
            words = [sys.executable, *module, *words[1:]]
        return self.printed(words)

    def printed(self, words: list[str]) -> str:
        unset = ("COLUMNS", "PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER", "COV_CORE_SOURCE")
        environment = {key: value for key, value in os.environ.items() if key not in unset}
        done = subprocess.run(
            words,
            cwd=self.folder,
            env=environment | {"PYTHONIOENCODING": "utf-8"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=120,
        )
        self.status = done.returncode
        return done.stdout.decode("utf-8").replace(str(self.folder), "/home/you")


def edited(text: str, changes: str) -> str:
    """The text with the lines of a block filled in, in their order."""
    lines, at = text.splitlines(), 0
    for change in changes.splitlines():
        key = re.match(r" *[\w\"'-]+:", change)
        found = [
            number
            for number in range(at, len(lines))
            if key and lines[number].removeprefix("# ").startswith(key[0])
        ]
        if found:
            at = found[0]
            lines[at] = change
        else:
            lines.insert(at, change)
        at += 1
    return "\n".join(lines) + "\n"


def commands(text: str) -> list[tuple[str, str]]:
    """Each `$ command` of a console block with the output below it."""
    parts = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def normal(text: str) -> str:
    """Without what changes from run to run, with any change of a check, or the width of columns."""
    text = re.sub(r"sha256:[0-9a-f]{64}", "sha256:DIGEST", text)
    text = re.sub(r"\b(govcheck|version) [0-9]+\.[0-9]+\.[0-9]+\b", r"\1 VERSION", text)
    text = re.sub(r" in [0-9.]+s\b", " in SECONDS", text)
    text = re.sub(r"(?<=\S) {2,}", "  ", re.sub("-{3,}", "---", text))
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def agrees(expected: str, actual: str) -> bool:
    cut = re.sub(r"\n*^\.\.\.$\n*", "\n...\n", normal(expected), flags=re.MULTILINE)
    pattern = "".join(
        "(?:[^\n]*\n)*?" if line == "..." else re.escape(f"{line}\n")
        for line in cut.strip("\n").split("\n")
    )
    return re.fullmatch(pattern, f"{normal(actual)}\n") is not None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_happens(page: Path, tmp_path: Path) -> None:
    story = Story(tmp_path)
    for block in blocks(page):
        for _, expected, actual in story.play(block):
            assert agrees(expected, actual), f"{block.text}\n--- prints now ---\n{actual[:3000]}"


def code_spans(page: Path) -> list[str]:
    """Code in sentences, and the commands in blocks."""
    text = page.read_text("utf-8")
    typed = [command for block in blocks(page) for command, _ in commands(block.text)]
    return [*re.findall(r"`([^`\n]+)`", BLOCK.sub("", text)), *typed]


@cache
def commands_of(name: str) -> dict[str, click.Command]:
    """A command under its name, and those below it, as `evidence add`."""
    command: click.Command = import_module(f"govcheck.cli.{COMMANDS[name][0]}").command
    below = command.commands if isinstance(command, click.Group) else {}
    return {name: command, **{f"{name} {word}": item for word, item in below.items()}}


def options(command: str) -> set[str]:
    declared = {
        name
        for found in commands_of(command).values()
        for item in found.params
        for name in (*item.opts, *item.secondary_opts)
    }
    return declared | {"--help", "-h"}


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.stem)
def test_commands_and_options_exist(page: Path) -> None:
    every_option = set().union(*map(options, COMMANDS), {"--version"})
    for span in code_spans(page):
        words = span.split()
        if words[0] == "govcheck" and len(words) > 1 and not words[1].startswith("-"):
            if re.fullmatch("[a-z]+", words[1]):
                assert words[1] in COMMANDS, span
                given = {word.split("=")[0] for word in words[2:] if word.startswith("-")}
                assert given <= options(words[1]), span
        elif re.match("--[a-z]", words[0]):
            assert words[0].split("=")[0] in every_option, span


def test_the_help_of_every_command_is_shown() -> None:
    shown = [span for span in code_spans(ROOT / "docs/commands.md") if span.endswith(" --help")]
    every = [name for command in COMMANDS for name in commands_of(command)]
    assert shown == ["govcheck --help", *(f"govcheck {name} --help" for name in every)]


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.stem)
def test_checks_that_are_named_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    own = set(re.findall(r'@check\(\s*"([A-Z0-9]+-[0-9]+)"', text))
    known = {loaded.check.id for loaded in load_packs().checks}
    named = set(re.findall(r"\b[A-Z][A-Z0-9]{1,11}-[0-9]{3}\b", text))
    assert named <= own | known


def slug(heading: str) -> str:
    kept = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
    return kept.strip().replace(" ", "-")


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.stem)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", BLOCK.sub("", page.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        linked = (page.parent / name).resolve() if name else page
        assert linked.exists(), target
        if anchor:
            there = linked.read_text("utf-8")
            headings = re.findall(r"^#+ (.*)$", there, re.MULTILINE)
            assert anchor in map(slug, headings) or f'<a id="{anchor}">' in there, target


def rows(page: str, header: str) -> list[list[str]]:
    """The cells of the table with this header line."""
    lines = text_of(page).split(f"{header}\n", 1)[1].split("\n\n", 1)[0].splitlines()[1:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_the_verdict_table_is_the_one_in_the_code() -> None:
    told = rows("docs/verdicts.md", "| Verdict of a requirement | First rule that applies |")
    held = [[str(row.verdict), row.when] for row in REQUIREMENT_TABLE]
    assert told == held


def test_the_support_and_exit_tables_are_complete() -> None:
    told = [row[0] for row in rows("docs/verdicts.md", "| Support | When |")]
    assert told == list(Support)
    statuses = [row[0] for row in rows("docs/gate.md", "| Status | Meaning |")]
    assert statuses == [str(int(status)) for status in ExitStatus]


def test_the_rooms_are_those_of_the_import_contract() -> None:
    contracts = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(item["layers"] for item in contracts if item["type"] == "layers")
    drawn = next(b for b in blocks(ROOT / "docs/architecture.md") if b.info == "text layers")
    assert drawn.text.splitlines() == layers


def test_modules_that_are_named_exist() -> None:
    spans = code_spans(ROOT / "docs/architecture.md")
    for path in spans:
        if re.fullmatch(r"[a-z_/]+/([\w-]+\.\w+)?", path):
            assert any((ROOT / home / path).exists() for home in ("", "src/govcheck")), path


def test_everything_that_a_check_can_ask_for_is_in_its_table() -> None:
    header = "| Type of the parameter | What the check is given | Where |"
    told = [row[0] for row in rows("docs/writing-checks.md", header)]
    assert sorted(told[4:]) == sorted(f"`{kind.__name__}`" for kind in _BY_TYPE)


def holds(kind: type, name: str) -> bool:
    return hasattr(kind, name) or name in getattr(kind, "model_fields", ())


def test_what_things_hold_is_what_they_hold() -> None:
    told = rows("docs/writing-checks.md", "| Type | What it holds |")
    assert {row[0].strip("`") for row in told} >= {kind.__name__ for kind in _BY_TYPE} - {"date"}
    for name, what in told:
        kind = getattr(govcheck.plugin, name.strip("`"))
        kinds = [kind, EvidenceEntry, ExhibitState] if kind is Exhibit else [kind]
        for span in set(re.findall(r"`([^`]+)`", what)) - {"Exhibit", "for"}:
            for part in span.partition("(")[0].split("."):
                assert any(holds(one, part) for one in kinds), f"{name}: {span}"


def templates(folder: str) -> set[str]:
    """Every message in a package, with … for what is filled in."""
    found = set[str]()
    for path in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = (p.value if isinstance(p, ast.Constant) else "…" for p in node.values)
                found.add("".join(map(str, parts)))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    return found


def test_messages_about_plugins_are_those_of_the_code() -> None:
    known = templates("src/govcheck/registry") | templates("src/govcheck/engine")
    for message, _ in rows("docs/writing-checks.md", "| Message | What to do |"):
        assert any(message in template for template in known), message


def test_every_message_about_a_plugin_is_listed() -> None:
    listed = [row[0] for row in rows("docs/writing-checks.md", "| Message | What to do |")]
    patterns = [".*".join(map(re.escape, message.split("…"))) for message in listed]
    for expected in ROOT.glob("tests/wrong/*/expected.txt"):
        for line in filter(None, expected.read_text("utf-8").splitlines()):
            about_data = re.search(r"\(\S+\.yaml:[0-9]+\): ", line)
            assert about_data or any(re.search(pattern, line) for pattern in patterns), line


def _broken(output: str) -> bool:
    return "Traceback" in output or "FAILED" in output or str(ROOT) in output


def write_outputs() -> None:
    """Put what commands print into the pages; what is cut or breaks is left as it is."""
    for page in PAGES:
        text, at = page.read_text("utf-8"), 0
        with TemporaryDirectory() as folder:
            story = Story(Path(folder))
            for block in blocks(page):
                for command, expected, actual in story.play(block):
                    shown = f"$ {command}\n{expected}"
                    now = f"$ {command}\n{actual.rstrip()}\n"
                    if agrees(expected, actual):
                        now = shown
                    elif "..." in expected.split("\n") or _broken(actual):
                        print(f"{page.name}: change by hand:\n{shown}\n---\n{actual[:3000]}")  # noqa: T201
                        now = shown
                    at = text.index(shown, at)
                    text = text[:at] + now + text[at + len(shown) :]
                    at += len(now)
        page.write_text(text, "utf-8")


if __name__ == "__main__":
    write_outputs()
