"""From the source that an assessment names to the answers of its checks."""

from pathlib import Path

import pytest
from tests.evidence.sheds import AS_OF, Sheds, measured

from govcheck.evidence import datasets
from govcheck.evidence.datasets import measure
from govcheck.evidence.sources import Sources
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.evidence.tables.rows import Rows
from govcheck.model.data_source import DataSource
from govcheck.model.measure import Extent, Rate, RowCount

COUNT = RowCount()
OLD = Rate(Sheds.kind.is_("old"))
WHEN = Extent(Sheds.left_on)
TEXT = "plot;kind;let_on;rent\n" + "1;Old One;13/01/2023;5\n" * 7 + "2;new;14/01/2023;6\n" * 5


def test_measures_are_answered_and_what_was_found_out_is_said(tmp_path: Path) -> None:
    (tmp_path / "sheds.csv").write_text(TEXT, "utf-8")
    found = measured(tmp_path, measures=(COUNT, OLD), about="2023")
    assert found.dataset is not None
    assert found.dataset[COUNT][()].exact == 12
    assert (found.dataset[OLD][()].numerator, found.dataset[OLD][()].denominator) == (7, 12)
    state = found.state
    assert (state.key, state.source, str(state.rows), state.period, state.failure) == (
        "sheds",
        "sheds.csv",
        "fewer than 50",
        "2023",
        "",
    )
    assert state.notes == ("delimiter semicolon (found)", "days as DD/MM/YYYY (found in let_on)")
    assert found.dataset.provenance == ("sheds.csv", state.rows, "2023")


def test_what_needs_a_column_that_is_not_there_is_not_counted(tmp_path: Path) -> None:
    (tmp_path / "sheds.csv").write_text(TEXT, "utf-8")
    found = measured(tmp_path, measures=(COUNT, WHEN))
    assert found.lacking == {WHEN: (Sheds.left_on,)}
    assert found.dataset is not None
    assert found.dataset[COUNT][()].exact == 12
    with pytest.raises(LookupError):
        found.dataset[WHEN]


@pytest.mark.parametrize(
    ("text", "failure"),
    [
        ("plot,kind\n", "it has headers and no rows. Export it again, with its rows."),
        ("plot,kind\n\n\n", "it has headers and no rows. Export it again, with its rows."),
        ("", "it is empty. Export it again, with its headers."),
    ],
)
def test_a_table_that_cannot_be_counted_says_why(tmp_path: Path, text: str, failure: str) -> None:
    (tmp_path / "sheds.csv").write_text(text, "utf-8")
    found = measured(tmp_path, measures=(COUNT,), about="2023")
    assert found.dataset is None
    assert (found.state.failure, found.state.period) == (failure, "2023")
    assert found.state.rows.exact == 0


def test_what_breaks_off_says_nothing_of_what_it_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise ZeroDivisionError("secret")

    (tmp_path / "sheds.csv").write_text(TEXT, "utf-8")
    monkeypatch.setattr(Rows, "count", broken)
    state = measured(tmp_path).state
    assert state.failure == "counting broke off (ZeroDivisionError)."


def test_a_table_is_closed_whatever_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = []
    table = OpenedTable(Rows(("x", "y"), ((), ())), "x", close=lambda: closed.append(1))
    monkeypatch.setattr(datasets, "open_file", lambda *_args: table)
    assert measured(tmp_path).state.failure.startswith("none of its 2 headers is known.")
    assert closed == [1]


def test_a_connection_is_opened_by_those_who_know_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def opened(*args: object) -> OpenedTable:
        asked.append(args)
        return OpenedTable(Rows(("plot",), (("1",),)), "hr.sheds (connection warehouse)")

    monkeypatch.setattr("govcheck.evidence.databases.connections.open_source", opened)
    source = DataSource(connection="warehouse", table="hr.sheds")
    sources = Sources(tmp_path, connections=tmp_path / "c.toml", seconds=7)
    found = measure(Sheds, source, (COUNT,), AS_OF, sources)
    assert found.state.source == "hr.sheds (connection warehouse)"
    assert found.state.rows.exact == 1
    assert asked[0][:3] == (source, tmp_path / "c.toml", 7)
