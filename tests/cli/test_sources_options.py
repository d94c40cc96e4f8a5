"""Where evidence and data may lie, how much may be shown, and who decides about it."""

from pathlib import Path

import click
import pytest

from govcheck.cli.configuration import NO_CONFIGURATION, Configuration, read_configuration
from govcheck.cli.options import (
    CONNECTIONS,
    SourcesGiven,
    Whereabouts,
    is_file,
    is_folder,
    whereabouts,
)
from govcheck.evidence.sources import Sources
from govcheck.intake.problem import InvalidDocument


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CONNECTIONS, raising=False)


def test_where_nothing_is_said_only_the_folder_of_the_assessment_is_allowed() -> None:
    assert whereabouts(NO_CONFIGURATION, SourcesGiven()) == Whereabouts((), None, 5)
    assert Whereabouts().of(Path("a/b.yaml")) == Sources(Path("a"), (), None, 5)


def test_roots_of_the_configuration_and_of_the_command_line_come_together() -> None:
    settings = Configuration(roots=("store",), small_count=8)
    found = whereabouts(settings, SourcesGiven((Path("more"),)))
    assert found == Whereabouts((Path("store"), Path("more")), None, 8)
    assert whereabouts(settings, SourcesGiven(small_count=3)).limit == 3


def test_a_database_has_a_minute_for_one_question_unless_another_time_is_set() -> None:
    settings = Configuration(seconds_per_question=5)
    given = SourcesGiven(seconds_per_question=600)
    assert Whereabouts().of(Path("b.yaml")).seconds == 60
    assert whereabouts(settings, SourcesGiven()).of(Path("b.yaml")).seconds == 5
    assert whereabouts(settings, given).of(Path("b.yaml")).seconds == 600


def test_the_connections_of_the_command_line_come_before_those_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "connections.toml"
    file.write_text("", "utf-8")
    monkeypatch.setenv(CONNECTIONS, str(file))
    assert whereabouts(NO_CONFIGURATION, SourcesGiven()).connections == file
    assert whereabouts(NO_CONFIGURATION, SourcesGiven((), Path("other"))).connections == Path(
        "other"
    )
    assert whereabouts(NO_CONFIGURATION, SourcesGiven()).of(file).connections == file
    monkeypatch.setenv(CONNECTIONS, "")
    assert whereabouts(NO_CONFIGURATION, SourcesGiven()).connections is None


@pytest.mark.parametrize("name", ["gone.toml", "x" * 5_000])
def test_a_variable_that_leads_nowhere_is_told(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(CONNECTIONS, name)
    with pytest.raises(click.UsageError, match="CONNECTIONS names a file that is not there"):
        whereabouts(NO_CONFIGURATION, SourcesGiven())


def test_a_name_that_the_system_does_not_allow_is_neither_file_nor_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(_: Path) -> bool:
        raise OSError("File name too long")

    monkeypatch.setattr(Path, "is_file", refused)  # false from Python 3.14 on, before an error
    monkeypatch.setattr(Path, "is_dir", refused)
    assert (is_file(Path("x")), is_folder(Path("x"))) == (False, False)


def told(folder: Path, text: str) -> str:
    (folder / "govcheck.toml").write_text(text, "utf-8")
    with pytest.raises(InvalidDocument) as caught:
        read_configuration(folder)
    return str(caught.value)


def test_the_configuration_names_roots_relative_to_itself(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "govcheck.toml").write_text('roots = ["store"]\nsmall_count = 3\n', "utf-8")
    found = read_configuration(tmp_path)
    assert (found.roots, found.small_count) == ((str(tmp_path / "store"),), 3)


def test_a_wrong_setting_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert told(tmp_path, 'roots = ["file"]\n') == (
        "govcheck.toml:1:10: there is no folder file. Correct the path."
    )
    assert "govcheck.toml:1:15: small_count: the number 2 cannot be" in told(
        tmp_path, "small_count = 2\n"
    )
    assert "“connections” is not known" in told(tmp_path, 'connections = "c.toml"\n')
