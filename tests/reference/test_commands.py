"""`init`, `list`, `explain` and `schema`: what they print and write, and how they exit."""

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.reference.loaded import HARBOUR

from govcheck.cli.main import cli
from govcheck.testing import load_packs

GRIP = "peel-getting-a-grip-2023"
USAGE = 2

CHECKS = """\
id       severity    aspect     serves                  pack     title
-------  ----------  ---------  ----------------------  -------  ----------------------
HAR-001  critical    substance  harbours-2024:1.berths  harbour  The berths are counted
HAR-002  major       substance  harbours-2024:1.crew    harbour  Everybody who works
                                                                 there is trained
HAR-003  minor       substance  harbours-2024:1.crew,   harbour  The tides are known
                                harbours-2024:1.berths
HAR-004  major       duty       every recommendation    harbour  A notice is posted
HAR-005  minor       substance  harbours-2024:1.berths  harbour  Ships that come in are
                                                                 written down

5 checks
"""

REQUIREMENTS = """\
id        checks    text
--------  --------  -------------------------
1.berths  3         There are berths | quays.
1.crew    2         There is a crew.
1.lights  0         The lights burn.

3 requirements
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def call(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="govcheck")


def error_of(result: Result) -> str:
    """The last line of a usage error."""
    assert result.exit_code == USAGE, result.output
    assert result.stdout == ""
    return result.stderr.splitlines()[-1]


def test_init_writes_a_file_that_validates_and_says_what_is_next(folder: Path) -> None:
    result = call("init", "--force", "Devon & Cornwall Police", "--as-at", "2023-12-15")
    assert result.output == (
        "Wrote self-assessment.yaml: the questions about “PEEL Spotlight - Police performance:"
        " Getting a grip”, all left blank.\n\nNext:\n"
        "  1. Open self-assessment.yaml, and write what you know after the colons.\n"
        "  2. govcheck validate self-assessment.yaml\n"
        "  3. govcheck run self-assessment.yaml\n"
    )
    text = (folder / "self-assessment.yaml").read_text(encoding="utf-8")
    assert '\nforce: "Devon & Cornwall Police"\n' in text
    assert "\nas_at: 2023-12-15\n" in text
    assert call("validate", "self-assessment.yaml").exit_code == 0
    assert call("run", "-q", "self-assessment.yaml").exit_code == 4


def test_init_takes_today_where_no_day_is_given(folder: Path) -> None:
    before = date.today()  # noqa: DTZ011 - as the command does
    assert call("init", "--force", "cumbria").exit_code == 0
    text = (folder / "self-assessment.yaml").read_text(encoding="utf-8")
    days = {f"as_at: {day.isoformat()}" for day in (before, date.today())}  # noqa: DTZ011
    assert days & set(text.splitlines())


def test_init_repeats_the_files_in_the_commands_that_come_next(folder: Path) -> None:
    own = folder / "my framework.yaml"
    text = HARBOUR.with_name("harbours.yaml").read_text(encoding="utf-8")
    own.write_text(text.replace("harbours-2024", "own-2024"), encoding="utf-8")
    result = call("init", "--force", "cumbria", "--framework", own.name, "--output", "a b.yaml")
    assert result.exit_code == 0, result.output
    assert "  3. govcheck run 'a b.yaml' --framework 'my framework.yaml'\n" in result.output
    assert "\nframework: own-2024\n" in (folder / "a b.yaml").read_text(encoding="utf-8")


def test_init_names_the_schema_for_the_editor(folder: Path) -> None:
    assert call("schema", "self-assessment", "--output", "s.json").output == ""
    assert call("init", "--force", "cumbria", "--schema", "s.json").exit_code == 0
    text = (folder / "self-assessment.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=s.json\n")


def test_init_leaves_a_file_that_is_there(folder: Path) -> None:
    (folder / "self-assessment.yaml").write_text("mine", encoding="utf-8")
    assert error_of(call("init", "--force", "cumbria")) == (
        "Error: self-assessment.yaml is already there and is left as it is."
        " Choose another name with --output, or replace it with --overwrite."
    )
    assert (folder / "self-assessment.yaml").read_text(encoding="utf-8") == "mine"
    assert call("init", "--force", "cumbria", "--overwrite").exit_code == 0
    assert (folder / "self-assessment.yaml").read_text(encoding="utf-8") != "mine"


def test_init_writes_out_a_body_that_is_not_listed(folder: Path) -> None:
    arguments = ("--force", "Port of Zzz", "--force-id", "port-of-zzz")
    assert call("init", *arguments).exit_code == 0
    text = (folder / "self-assessment.yaml").read_text(encoding="utf-8")
    assert "\nforce: {id: port-of-zzz, name: Port of Zzz}\n" in text
    assert call("validate", "self-assessment.yaml").exit_code == 0


def test_init_makes_up_an_id_where_no_pack_lists_forces(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = load_packs(HARBOUR, installed=False)
    assert registry.catalogue.forces == ()
    monkeypatch.setattr("govcheck.cli.session.load", lambda *_: registry)
    assert call("init", "harbours-2024", "--force", "Port of Zzz").exit_code == 0
    text = (folder / "self-assessment.yaml").read_text(encoding="utf-8")
    assert "\nforce: {id: port-of-zzz, name: Port of Zzz}\n" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Name the force: --force NAME. `govcheck list forces` shows the names."),
        (
            ["--force", "\x1b[31m"],
            "Name the force: --force NAME. `govcheck list forces` shows the names.",
        ),
        (
            ["--force", "cumbria", "--output", "answers.toml"],
            (
                "answers.toml: the questions stand in the file as notes, which only YAML can hold."
                " Choose a name that ends in .yaml."
            ),
        ),
        (["--force", " "], "Name the force: --force NAME. `govcheck list forces` shows the names."),
        (
            ["--force", "cumbira"],
            (
                "there is no force “cumbira”. Did you mean: cumbria?"
                " A body that is not listed is written out: add --force-id cumbira."
            ),
        ),
        (
            ["--force", "Port of Zzz"],
            (
                "there is no force “Port of Zzz”. `govcheck list forces` shows the names."
                " A body that is not listed is written out: add --force-id port-of-zzz."
            ),
        ),
        (
            ["--force", "Port of Zzz", "--force-id", "Port (Zzz)"],
            (
                "“Port (Zzz)” cannot be used as an id."
                " Use small letters, digits and hyphens, as --force-id port-zzz."
            ),
        ),
        (
            ["peel-getting-grip", "--force", "cumbria"],
            f"there is no framework “peel-getting-grip”. Did you mean: {GRIP}?",
        ),
        (
            ["here.yaml", "--force", "cumbria"],
            "there is no framework “here.yaml”. Give a framework file as: --framework here.yaml.",
        ),
        (
            ["--force", "cumbria", "--plugin", str(HARBOUR)],
            (
                "Say which framework: govcheck init FRAMEWORK --force NAME."
                f" Known: harbours-2024, {GRIP}."
            ),
        ),
    ],
)
def test_init_says_what_is_wrong(folder: Path, arguments: list[str], message: str) -> None:
    (folder / "here.yaml").write_text("x: 1\n", encoding="utf-8")
    assert error_of(call("init", *arguments)) == f"Error: {message}"
    assert not (folder / "self-assessment.yaml").exists()


def test_init_leaves_out_of_a_name_what_cannot_be_seen(folder: Path) -> None:
    name = "Port\x1b[31m of\n Zzz"
    assert call("init", GRIP, "--force", name, "--force-id", "zzz").exit_code == 0
    text = (folder / "self-assessment.yaml").read_text(encoding="utf-8")
    assert "\nforce: {id: zzz, name: Port of Zzz}\n" in text


@pytest.mark.usefixtures("folder")
def test_list_shows_checks_of_a_framework_as_a_table() -> None:
    result = call("list", "checks", "--pack", "harbour", "--plugin", str(HARBOUR))
    assert result.exit_code == 0
    assert result.output == CHECKS


@pytest.mark.usefixtures("folder")
def test_list_shows_requirements_that_nothing_serves() -> None:
    result = call("list", "requirements", "--for", "harbours-2024", "--plugin", str(HARBOUR))
    assert result.output == REQUIREMENTS


@pytest.mark.usefixtures("folder")
def test_list_as_json() -> None:
    result = call("list", "frameworks", "--format", "json", "--plugin", str(HARBOUR))
    assert {
        "id": "harbours-2024",
        "title": "Harbours: a look",
        "published": "2024-02-01",
        "recommendations": ["1"],
        "requirements": 3,
        "from": "pack harbour",
    } in json.loads(result.output)
    forces = json.loads(call("list", "forces", "--format", "json").output)
    assert [force["code"] for force in forces if force["id"] == "cumbria"] == ["E23000002"]
    packs = json.loads(call("list", "packs", "--format", "json", "--plugin", str(HARBOUR)).output)
    assert [pack["sections"] for pack in packs if pack["name"] == "harbour"] == [
        ["berths", "crew", "tides", "notice"]
    ]


@pytest.mark.parametrize("kind", ["checks", "requirements", "frameworks", "packs", "forces"])
@pytest.mark.usefixtures("folder")
def test_list_fits_the_terminal(kind: str) -> None:
    lines = call("list", kind).output.splitlines()
    assert [line for line in lines if len(line.rstrip()) > 100] == []
    assert lines[-1].endswith((kind, kind.removesuffix("s")))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["forces", "--pack", "retention"], "--pack goes with: checks."),
        (["packs", "--for", GRIP], "--for goes with: checks, requirements."),
        (
            ["checks", "--pack", "retenton"],
            "there is no pack “retenton”. Did you mean: retention?",
        ),
        (
            ["requirements", "--for", "peel"],
            f"there is no framework “peel”. Known are: {GRIP}.",
        ),
    ],
)
@pytest.mark.usefixtures("folder")
def test_list_says_what_is_wrong(arguments: list[str], message: str) -> None:
    assert error_of(call("list", *arguments)) == f"Error: {message}"


@pytest.mark.usefixtures("folder")
def test_explain_takes_words_without_quotes() -> None:
    result = call("explain", "under-claimed")
    assert result.output == (
        "under-claimed (the support of a claim): The checks found more than is claimed.\n"
    )
    assert call("explain", "partly", "met").output.startswith("partly met (a verdict): ")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("RET-0001", "Did you mean: RET-001?"),
        ("2.reviw", "Did you mean: 2.review?"),
        ("partly", "Did you mean: partly met?"),
        ("zzzzz", "`govcheck list checks` shows the checks."),
        ("nonsense", "`govcheck list checks` shows the checks."),
    ],
)
@pytest.mark.usefixtures("folder")
def test_explain_says_what_was_meant(name: str, hint: str) -> None:
    assert error_of(call("explain", name)) == (
        f"Error: there is nothing called “{name}” to explain. {hint}"
    )


@pytest.mark.parametrize("kind", ["self-assessment", "framework", "result", "configuration"])
def test_schema_is_printed_or_written(folder: Path, kind: str) -> None:
    printed = call("schema", kind).output
    assert json.loads(printed)["$id"] == f"urn:govcheck:schema:{kind}:1"
    assert call("schema", kind, "--output", "x.json").output == ""
    assert (folder / "x.json").read_text(encoding="utf-8") == printed


def test_schema_says_where_it_cannot_write(folder: Path) -> None:
    result = call("schema", "result", "--output", "no-folder/x.json")
    assert result.exit_code == 2
    assert error_of(result) == (
        "Error: no-folder/x.json could not be written: the folder no-folder is not there."
        " Make it first, or choose another."
    )
    (folder / "file").write_text("", encoding="utf-8")
    result = call("schema", "result", "--output", "file/x.json")
    assert error_of(result) == "Error: file/x.json could not be written: Not a directory."


def test_commands_import_nothing_heavy_until_they_are_called() -> None:
    code = (
        "import sys; import govcheck.cli.init, govcheck.cli.listing, govcheck.cli.explain,"
        " govcheck.cli.schema; print([name for name in ('pydantic', 'tabulate', 'jsonschema',"
        " 'yaml', 'govcheck.reference') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["rnu", "x.yaml"], "there is no command “rnu”. Did you mean: run?"),
        (["Validate"], "there is no command “Validate”. Did you mean: validate?"),
        (
            ["zzz"],
            "there is no command “zzz”. Known are: run, validate, respond, coverage, evidence, ",
        ),
        (
            ["here.yaml"],
            "there is no command “here.yaml”. To judge that file: govcheck run here.yaml.",
        ),
        (["--zzz"], "No such option"),
    ],
)
def test_a_command_that_is_mistyped_is_told_with_what_may_be_meant(
    folder: Path, words: list[str], message: str
) -> None:
    (folder / "here.yaml").write_text("x: 1\n", encoding="utf-8")
    assert error_of(call(*words)).startswith(f"Error: {message}")
