"""Files are written whole or not at all, whatever the file system can do."""

import os
import stat
from pathlib import Path

import pytest

from govcheck.cli.output import CannotWriteError, make_folder, write_bytes, write_text

WAYS = pytest.mark.parametrize("nameless", [True, False])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nameless: bool) -> Path:  # noqa: FBT001
    if not nameless:
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    return tmp_path


@WAYS
def test_a_file_is_written_and_replaced_and_nothing_else_is_left(folder: Path) -> None:
    path = folder / "a.json"
    write_text(path, "één")
    assert path.read_bytes() == "één".encode()
    write_bytes(path, b"two")
    assert path.read_bytes() == b"two"
    assert [item.name for item in folder.iterdir()] == ["a.json"]


@WAYS
def test_the_permissions_of_a_file_that_is_replaced_stay(folder: Path) -> None:
    path = folder / "a.json"
    before = os.umask(0o027)
    try:
        write_text(path, "one")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o604)
    write_text(path, "two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o604


@WAYS
def test_what_cannot_be_written_is_told_and_leaves_nothing(folder: Path) -> None:
    (folder / "a.json").mkdir()
    (folder / "a.json" / "inside").touch()
    with pytest.raises(CannotWriteError, match=r"a\.json could not be written: "):
        write_text(folder / "a.json", "one")
    assert [item.name for item in folder.iterdir()] == ["a.json"]
    with pytest.raises(CannotWriteError, match=r"the folder .*no is not there"):
        write_text(folder / "no" / "a.json", "one")


@WAYS
def test_a_folder_is_made_with_those_above_it_or_told(folder: Path) -> None:
    make_folder(folder / "a" / "b")
    make_folder(folder / "a" / "b")
    assert (folder / "a" / "b").is_dir()
    (folder / "file").touch()
    with pytest.raises(CannotWriteError, match="could not be made"):
        make_folder(folder / "file" / "b")
