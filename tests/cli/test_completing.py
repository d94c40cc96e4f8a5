"""What a shell offers when the tab key is pressed."""

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from govcheck.cli.main import cli


def offered(*words: str) -> list[str]:
    *before, begun = words
    complete = ShellComplete(cli, {}, "govcheck", "_GOVCHECK_COMPLETE")
    return [item.value for item in complete.get_completions(before, begun)]


@pytest.fixture(autouse=True)
def _nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("explain", "ret-00"), [f"RET-00{number}" for number in range(1, 10)]),
        (("explain", "2.exit-i"), ["2.exit-interviews"]),
        (("init", ""), ["peel-getting-a-grip-2023"]),
        (("init", "--force", "Devon"), ["devon-and-cornwall"]),
        (("workbook", "--force", "cumb"), ["cumbria"]),
        (("explain", "partly"), []),  # a word of two words would be taken apart
    ],
)
def test_the_names_of_the_packs_are_offered(words: tuple[str, ...], expected: list[str]) -> None:
    assert offered(*words) == expected


def test_nothing_is_offered_and_nothing_said_where_a_plugin_is_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.py").write_text("print('here')\nraise ValueError\n", "utf-8")
    assert offered("explain", "--plugin", "broken.py", "RET") == []
    assert capsys.readouterr() == ("", "")
