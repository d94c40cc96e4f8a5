"""The settings of the working folder: meant, switched off, wrong, or out of reach."""

import os
from pathlib import Path

import pytest

from govcheck.cli.configuration import NO_CONFIGURATION, read_configuration
from govcheck.intake.problem import InvalidDocument


def told(folder: Path) -> str:
    with pytest.raises(InvalidDocument) as caught:
        read_configuration(folder)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("govcheck.toml", ""),
        ("govcheck.toml", "# fail_on = 'never'\n\n  # more\n"),
        ("pyproject.toml", "# [tool.govcheck]\n"),
        ("pyproject.toml", "tool = 1  # not [tool.govcheck]\n"),
        ("pyproject.toml", "[project]\ndependencies = ['govcheck']\n"),
        ("pyproject.toml", "[tool.govcheckers]\nx = 1\n"),
        ("pyproject.toml", "[tool.other]\nx = [\n"),
    ],
)
def test_settings_that_are_not_there_set_nothing(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert read_configuration(tmp_path) == NO_CONFIGURATION


@pytest.mark.parametrize(
    "text",
    [
        "[tool.govcheck]\nfail_on = 'never'",
        "[tool]\ngovcheck = {fail_on = 'never'}",
        "[ tool . 'govcheck' ]\nfail_on = 'never'",
        "tool.govcheck.fail_on = 'never'",
    ],
)
def test_however_the_table_is_written_its_settings_hold(tmp_path: Path, text: str) -> None:
    (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    assert read_configuration(tmp_path).fail_on == "never"


def test_a_folder_without_files_sets_nothing(tmp_path: Path) -> None:
    assert read_configuration(tmp_path) is NO_CONFIGURATION


def test_a_path_is_shown_so_that_it_cannot_change_the_message(tmp_path: Path) -> None:
    text = 'plugins = ["a\\nb\\u202e.py"]\n'
    (tmp_path / "govcheck.toml").write_text(text, "utf-8")
    assert told(tmp_path) == "govcheck.toml:1:12: there is no file a b.py. Correct the path."


def test_a_path_longer_than_the_system_allows_is_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "govcheck.toml").write_text(f'plugins = ["{"x" * 5_000}"]\n', "utf-8")
    assert "there is no file xxx" in told(tmp_path)  # false from Python 3.14 on, before an error
    asked = Path.is_file

    def refused(path: Path) -> bool:
        if path.name.startswith("xxx"):
            raise OSError("File name too long")
        return asked(path)

    monkeypatch.setattr(Path, "is_file", refused)
    assert "there is no file xxx" in told(tmp_path)


def test_settings_that_cannot_be_reached_are_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "govcheck.toml").symlink_to("gone.toml")
    assert told(tmp_path).startswith("govcheck.toml:1:1: there is no such file.")


def test_a_folder_with_the_name_of_the_settings_is_told(tmp_path: Path) -> None:
    (tmp_path / "govcheck.toml").mkdir()
    assert told(tmp_path).startswith("govcheck.toml:1:1: this is a folder, not a file.")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system has no such permissions")
@pytest.mark.parametrize("name", ["govcheck.toml", "pyproject.toml"])
def test_settings_that_may_not_be_read_are_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("[tool.govcheck]\n", "utf-8")
    (tmp_path / name).chmod(0)
    for shut in (tmp_path, *tmp_path.parents):
        if shut == tmp_path or shut.name.startswith(("pytest-", "popen-")):
            shut.chmod(0o755)
    user = os.geteuid()
    if user == 0:
        os.seteuid(65_534)  # root may read everything, nobody may not
    try:
        assert told(tmp_path).startswith(f"{name}:1:1: the file may not be opened.")
    finally:
        os.seteuid(user)
