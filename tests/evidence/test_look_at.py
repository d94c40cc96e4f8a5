"""What is seen of each evidence entry: only ordinary files inside the folder are opened."""

import hashlib
import os
import socket
from pathlib import Path

import pytest

from govcheck.evidence import documents
from govcheck.evidence.documents import MAX_BYTES, look_at, sha256_of
from govcheck.model.assessment import EvidenceEntry
from govcheck.model.exhibit import ExhibitState

TEXT = b"Retention strategy\n"
DIGEST = hashlib.sha256(TEXT).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of an assessment, with a file in it and one beside it."""
    (tmp_path / "outside.txt").write_bytes(TEXT)
    home = tmp_path / "assessment"
    (home / "evidence").mkdir(parents=True)
    (home / "evidence" / "strategy.txt").write_bytes(TEXT)
    return home


def seen(folder: Path, path: str, sha256: str | None = None) -> ExhibitState:
    entry = EvidenceEntry(title="T", path=path, sha256=sha256)
    (exhibit,) = look_at({"e": entry}, folder)
    return exhibit.state


def test_a_file_without_a_digest_is_found(folder: Path) -> None:
    assert seen(folder, "evidence/strategy.txt") is ExhibitState.FOUND


def test_a_digest_that_holds_shows_the_file_unchanged(folder: Path) -> None:
    assert seen(folder, "evidence/strategy.txt", DIGEST) is ExhibitState.UNCHANGED


def test_a_digest_may_be_written_in_capitals(folder: Path) -> None:
    assert seen(folder, "evidence/strategy.txt", DIGEST.upper()) is ExhibitState.UNCHANGED


def test_a_digest_that_differs_shows_the_file_changed(folder: Path) -> None:
    (folder / "evidence" / "strategy.txt").write_bytes(TEXT + b" ")
    assert seen(folder, "evidence/strategy.txt", DIGEST) is ExhibitState.CHANGED


@pytest.mark.parametrize(
    "path",
    [
        "evidence/none.pdf",
        "none/strategy.txt",
        "evidence/strategy.txt/inner",
        "evidence/strategy.txt\0",
        "\0",
        r"evidence\strategy.txt",
        " evidence/strategy.txt",
    ],
)
def test_a_file_that_is_not_there_is_not_found(folder: Path, path: str) -> None:
    assert seen(folder, path, DIGEST) is ExhibitState.MISSING


@pytest.mark.parametrize(
    "path", ["../outside.txt", "evidence/../../outside.txt", "..", "/etc/hosts"]
)
def test_nothing_outside_the_folder_is_opened(folder: Path, path: str) -> None:
    assert seen(folder, path) is ExhibitState.OUTSIDE


def test_an_absolute_path_outside_is_not_opened(folder: Path) -> None:
    assert seen(folder, str(folder.parent / "outside.txt"), DIGEST) is ExhibitState.OUTSIDE


def test_a_path_that_leaves_the_folder_and_comes_back_is_inside(folder: Path) -> None:
    path = f"../{folder.name}/evidence/strategy.txt"
    assert seen(folder, path, DIGEST) is ExhibitState.UNCHANGED


@pytest.mark.parametrize(
    "path",
    [r"C:\Users\force\strategy.pdf", "C:/strategy.pdf", "C:strategy.pdf", r"\\server\share\s.pdf"],
)
def test_a_path_on_a_drive_of_windows_is_never_usable(folder: Path, path: str) -> None:
    assert not seen(folder, path).usable


def test_a_link_that_leads_out_of_the_folder_is_not_followed(folder: Path) -> None:
    (folder / "file").symlink_to(folder.parent / "outside.txt")
    (folder / "folder").symlink_to(folder.parent)
    assert seen(folder, "file", DIGEST) is ExhibitState.OUTSIDE
    assert seen(folder, "folder/outside.txt", DIGEST) is ExhibitState.OUTSIDE


def test_a_link_that_stays_inside_is_followed(folder: Path) -> None:
    (folder / "link").symlink_to("evidence/strategy.txt")
    assert seen(folder, "link", DIGEST) is ExhibitState.UNCHANGED


def test_a_link_to_nothing_is_not_found(folder: Path) -> None:
    (folder / "link").symlink_to("nothing")
    assert seen(folder, "link") is ExhibitState.MISSING


def test_a_link_to_itself_cannot_be_read(folder: Path) -> None:
    (folder / "link").symlink_to("link")
    assert seen(folder, "link") is ExhibitState.UNREADABLE


def test_the_folder_may_itself_be_a_link(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert seen(tmp_path / "link", "evidence/strategy.txt", DIGEST) is ExhibitState.UNCHANGED


def test_the_folder_may_be_named_from_where_one_stands(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert seen(Path(), "evidence/strategy.txt", DIGEST) is ExhibitState.UNCHANGED


@pytest.mark.parametrize("path", [".", "evidence", "evidence/"])
def test_a_folder_is_no_document(folder: Path, path: str) -> None:
    assert seen(folder, path) is ExhibitState.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    assert seen(folder, "pipe", DIGEST) is ExhibitState.UNREADABLE


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no such sockets")
def test_a_socket_is_not_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind("socket")
        assert seen(folder, "socket") is ExhibitState.UNREADABLE


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system has no such permissions")
def test_a_file_that_may_not_be_opened_cannot_be_read(folder: Path) -> None:
    (folder / "evidence" / "strategy.txt").chmod(0)
    for shut in (folder, *folder.parents[:2]):
        shut.chmod(0o755)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65_534)  # root may read everything, nobody may not
    try:
        assert seen(folder, "evidence/strategy.txt", DIGEST) is ExhibitState.UNREADABLE
    finally:
        os.seteuid(user)


def test_a_file_too_large_to_be_read_is_left_alone(folder: Path) -> None:
    with (folder / "large").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    assert seen(folder, "large", DIGEST) is ExhibitState.UNREADABLE


def test_a_name_longer_than_the_system_allows_is_not_usable(folder: Path) -> None:
    assert not seen(folder, "a" * 400).usable


@pytest.mark.parametrize(
    "place", [{"url": "https://force.example/strategy.pdf"}, {"reference": "Kept by the board"}]
)
def test_addresses_and_references_are_recorded_and_not_looked_at(
    folder: Path, place: dict[str, str]
) -> None:
    (exhibit,) = look_at({"e": EvidenceEntry(title="T", sha256=DIGEST, **place)}, folder)
    assert exhibit.state is ExhibitState.NOT_LOOKED_AT


def test_the_register_keeps_every_entry(folder: Path) -> None:
    paths = ("evidence/strategy.txt", "../outside.txt", "none")
    entries = {f"e{n}": EvidenceEntry(title="T", path=path) for n, path in enumerate(paths)}
    states = [exhibit.state for exhibit in look_at(entries, folder)]
    assert states == [ExhibitState.FOUND, ExhibitState.OUTSIDE, ExhibitState.MISSING]


def test_a_file_is_read_once_however_many_entries_point_to_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []

    def counted(path: Path) -> str:
        read.append(path)
        return sha256_of(path)

    monkeypatch.setattr(documents, "sha256_of", counted)
    (folder / "link").symlink_to("evidence/strategy.txt")
    paths = ["evidence/strategy.txt", "./evidence/strategy.txt", "link"] * 20
    entries = {
        f"e{number}": EvidenceEntry(title="T", path=path, sha256=DIGEST)
        for number, path in enumerate(paths)
    }
    states = {exhibit.state for exhibit in look_at(entries, folder)}
    assert states == {ExhibitState.UNCHANGED}
    assert len(read) == 1


@pytest.mark.parametrize("size", [0, 1, 1024 * 1024, 1024 * 1024 + 1])
def test_the_digest_is_that_of_the_whole_file(folder: Path, size: int) -> None:
    content = b"x" * size
    (folder / "file").write_bytes(content)
    assert sha256_of(folder / "file") == hashlib.sha256(content).hexdigest()
