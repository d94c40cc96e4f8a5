"""`govcheck evidence`: an entry is added with its digest, and those that are there are looked at."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from tests.cli.allotment import ASSESSMENT, Allotment, allotment

from govcheck.evidence.documents import MAX_BYTES

__all__ = ["allotment"]

TEXT = b"The sheds were counted.\n"
DIGEST = hashlib.sha256(TEXT).hexdigest()
TODAY = "2024-06-27"


class Clock(date):
    """A calendar on which it is always the same day."""

    @classmethod
    def today(cls) -> date:
        return date.fromisoformat(TODAY)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govcheck.cli.evidence_add.date", Clock)


@pytest.fixture
def report(allotment: Allotment) -> Path:
    path = allotment.folder / "evidence" / "report 2024.txt"
    path.parent.mkdir()
    path.write_bytes(TEXT)
    return path


@pytest.mark.usefixtures("report")
def test_an_entry_is_written_with_digest_and_day(allotment: Allotment) -> None:
    done = allotment.govcheck(
        "evidence", "add", allotment.file, "--id", "sheds", "--title", "Report: sheds",
        "--path", "evidence/report 2024.txt", "--about", "2024-05", "--method", "document",
        "--covers", "gardeners",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert done.output == (
        f"Wrote the entry sheds into {allotment.file}, line 7.\n"
        f"  path       evidence/report 2024.txt ({len(TEXT)} bytes)\n"
        f"  sha256     {DIGEST}\n"
        f"  collected  {TODAY} (today; --collected sets another day)\n"
        "Next: cite it where it bears out an answer, as evidence: [sheds].\n"
    )
    assert allotment.file.read_text("utf-8") == ASSESSMENT + (
        "\n"
        "evidence:\n"
        "  sheds:\n"
        '    title: "Report: sheds"\n'
        "    path: evidence/report 2024.txt\n"
        "    about: 2024-05\n"
        f"    collected: {TODAY}\n"
        f"    sha256: {DIGEST}\n"
        f"    size: {len(TEXT)}\n"
        "    method: document\n"
        "    covers: [gardeners]\n"
    )
    checked = allotment.govcheck("evidence", "check", allotment.file)
    assert (checked.exit_code, "Of 1: 1 found, digest holds." in checked.output) == (0, True)


def test_what_stands_in_the_file_stays_byte_for_byte(allotment: Allotment) -> None:
    before = b"\xef\xbb\xbf" + ASSESSMENT.replace("\n", "\r\n").encode() + b"# end"
    allotment.file.write_bytes(before)
    done = allotment.govcheck(
        "evidence", "add", allotment.file, "--id", "a", "--title", "A", "--url",
        "https://example.org/a", "--collected", "2024-06-01",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "(today" not in done.output
    assert allotment.file.read_bytes() == before + (
        b"\r\n\r\nevidence:\r\n  a:\r\n    title: A\r\n    url: https://example.org/a\r\n"
        b"    collected: 2024-06-01\r\n"
    )


def test_evidence_may_be_blank_before(allotment: Allotment) -> None:
    allotment.says("evidence: # none yet\n")
    words = ("--id", "a", "--title", "A", "--reference", "R", "--collected", "2024-06-01")
    assert allotment.govcheck("evidence", "add", allotment.file, *words).exit_code == 0
    assert allotment.file.read_text("utf-8") == (
        f"{ASSESSMENT}evidence: # none yet\n"
        "  a:\n    title: A\n    reference: R\n    collected: 2024-06-01\n"
    )


@pytest.mark.parametrize("suffix", [".json", ".toml"])
def test_json_and_toml_are_written_too(allotment: Allotment, suffix: str) -> None:
    path = allotment.folder / f"a{suffix}"
    texts = {
        ".json": '{"govcheck": 1, "framework": "allotments-2024", "as_at": "2024-06-30",\n'
        ' "force": {"id": "p", "name": "P"}}',
        ".toml": 'govcheck = 1\nframework = "allotments-2024"\nas_at = "2024-06-30"\n'
        'force = {id = "p", name = "P"}\n',
    }
    path.write_text(texts[suffix], "utf-8")
    done = allotment.govcheck(
        "evidence", "add", path, "--id", "a", "--title", "A", "--reference", "Safe"
    )
    assert done.exit_code == 0, done.output
    assert "1 not looked at" in allotment.govcheck("evidence", "check", path).output


def test_a_link_to_the_file_stays_a_link(allotment: Allotment) -> None:
    link = allotment.folder / "link.yaml"
    link.symlink_to(allotment.file)
    words = ("--id", "a", "--title", "A", "--reference", "R")
    assert allotment.govcheck("evidence", "add", link, *words).exit_code == 0
    assert link.is_symlink()
    assert "reference: R" in allotment.file.read_text("utf-8")


def placed(allotment: Allotment, path: object, *options: object) -> str:
    """How a path is written into the file, or what is said of it."""
    done = allotment.govcheck(
        "evidence", "add", allotment.file, "--id", "a", "--title", "A", "--path", path, *options
    )
    if done.exit_code:
        assert done.exit_code == 2
        return done.output.partition("Error: ")[2]
    lines = allotment.file.read_text("utf-8").splitlines()
    return next(line.partition(": ")[2] for line in lines if line.startswith("    path: "))


def test_a_path_may_be_given_as_the_shell_sees_it(
    allotment: Allotment, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(report.parent)
    assert placed(allotment, "report 2024.txt") == "evidence/report 2024.txt"


def test_a_whole_path_is_written_as_one_that_begins_in_the_folder(
    allotment: Allotment, report: Path
) -> None:
    assert placed(allotment, report) == "evidence/report 2024.txt"


def test_a_file_in_a_root_is_written_as_it_begins_there(
    allotment: Allotment, tmp_path: Path
) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "b.txt").write_bytes(TEXT)
    outside = placed(allotment, tmp_path / "store" / "b.txt")
    assert "it lies outside the folder of the assessment. Copy it there, allow its" in outside
    root = ("--root", tmp_path / "store")
    assert placed(allotment, tmp_path / "store" / "b.txt", *root) == "b.txt"
    assert allotment.govcheck("evidence", "check", allotment.file).exit_code == 1
    assert allotment.govcheck("evidence", "check", allotment.file, *root).exit_code == 0
    settings = allotment.folder / "govcheck.toml"
    settings.write_text(f"roots = ['{tmp_path / 'store'}']\n", "utf-8")
    assert allotment.govcheck("evidence", "check", allotment.file).exit_code == 0


@pytest.mark.usefixtures("report")
def test_a_path_that_cannot_be_used_is_told(allotment: Allotment) -> None:
    assert placed(allotment, "gone.txt") == (
        "--path gone.txt: there is no such file. A path begins in the folder of the assessment.\n"
    )
    assert placed(allotment, "evidence").startswith(
        "--path evidence: this is not an ordinary file. Name a file."
    )
    with (allotment.folder / "large").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    assert "larger than 1 GiB" in placed(allotment, "large")
    assert "evidence" not in allotment.file.read_text("utf-8")


def test_a_path_that_leads_nowhere_is_told(allotment: Allotment) -> None:
    (allotment.folder / "loop").symlink_to("loop")
    assert "--path loop: it cannot be read (" in placed(allotment, "loop")
    assert "it cannot be read (File name too long)" in placed(allotment, "x" * 300)


def test_a_file_that_may_not_be_read_is_told(
    allotment: Allotment, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("govcheck.evidence.documents.sha256_of", refused)
    assert placed(allotment, report).endswith("it cannot be read (Permission denied).\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Say where it is: give exactly one of --path, --url, --reference."),
        (("--url", "https://a.b", "--reference", "R"), "Say where it is: give exactly one of"),
        (("--url", "a.b"), "url: “a.b” is not a web address. It begins with https:// or"),
        (("--reference", "R", "--about", "soon"), "about: “soon” is not a date or period."),
        (("--reference", "R\a"), "the text holds the unprintable character U+0007."),
        (
            ("--reference", "R", "--covers", "gardner"),
            "there is no group called “gardner”. Did you mean: gardeners?",
        ),
    ],
)
def test_what_would_not_be_valid_is_told_and_nothing_is_written(
    allotment: Allotment, options: tuple[str, ...], said: str
) -> None:
    done = allotment.govcheck(
        "evidence", "add", allotment.file, "--id", "a", "--title", "A", *options
    )
    assert done.exit_code == 2
    assert said in done.output
    assert allotment.file.read_text("utf-8") == ASSESSMENT


def test_an_id_is_given_once(allotment: Allotment) -> None:
    words = ("evidence", "add", allotment.file, "--title", "A", "--reference", "R", "--id")
    assert allotment.govcheck(*words, "a").exit_code == 0
    again = allotment.govcheck(*words, "a")
    assert again.exit_code == 2
    assert "--id a: there is an entry of that id in line 7. Choose another." in again.output
    wrong = allotment.govcheck(*words, "My Id")
    assert "“My Id” cannot be used as an id. Use small letters" in wrong.output


def test_an_invalid_file_is_told_and_left_alone(allotment: Allotment) -> None:
    allotment.says("nothing_like_it: 1\n")
    before = allotment.file.read_bytes()
    done = allotment.govcheck(
        "evidence", "add", allotment.file, "--id", "a", "--title", "A", "--reference", "R"
    )
    assert done.exit_code == 2
    assert "“nothing_like_it” is not known" in done.output
    assert allotment.file.read_bytes() == before


def test_where_no_place_is_found_the_lines_are_printed(allotment: Allotment) -> None:
    allotment.says("evidence: |\n\nprepared_by: The secretary\n")
    before = allotment.file.read_bytes()
    done = allotment.govcheck(
        "evidence", "add", allotment.file, "--id", "a", "--title", "A", "--reference", "R",
        "--collected", "2024-06-01",
    )  # fmt: skip
    assert done.exit_code == 1
    assert "Nothing was written. Put these lines under evidence yourself:\n\n  a:\n" in done.output
    assert "    reference: R\n" in done.output
    assert allotment.file.read_bytes() == before


@pytest.mark.usefixtures("report")
def test_every_entry_is_listed_with_who_cites_it(allotment: Allotment) -> None:
    (allotment.folder / "changed.txt").write_bytes(TEXT + b"more")
    allotment.says(f"""
        recommendations:
          "1":
            claim: met
            evidence: [found]
            requirements:
              asked: {{answer: yes, evidence: [found, changed]}}
        sheds: {{evidence: [found]}}
        datasets:
          plots: {{path: plots.csv, evidence: found}}
        evidence:
          found: {{title: Report, path: evidence/report 2024.txt, sha256: {DIGEST}, about: 2024-05}}
          changed: {{title: Other, path: changed.txt, sha256: {DIGEST}}}
          gone: {{title: Gone, path: gone.txt}}
          elsewhere: {{title: Web, url: "https://example.org"}}
        """)
    done = allotment.govcheck("evidence", "check", allotment.file, COLUMNS="140")
    assert done.exit_code == 1
    assert "1, 1.asked, sheds, datasets.plots\n" in done.output
    assert (
        "Of 4: 1 found, digest holds; 1 found, digest differs; 1 not found; 1 not looked at."
    ) in done.output


@pytest.mark.usefixtures("report")
def test_the_day_as_of_which_evidence_is_looked_at_can_be_given(allotment: Allotment) -> None:
    allotment.says("""
        recommendations: {"1": }
        evidence:
          found: {title: Report, path: evidence/report 2024.txt, about: 2024-05}
        """)
    now = allotment.govcheck("evidence", "check", allotment.file)
    later = allotment.govcheck("evidence", "check", allotment.file, "--as-of", "2034-01-01")
    assert ("fresh until" in now.output, "stale since" in later.output) == (True, True)
    assert (now.exit_code, later.exit_code) == (0, 0)
