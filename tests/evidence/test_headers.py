"""The declared columns of a data set are found in a table by their headers."""

from collections.abc import Sequence
from datetime import date

import pytest
from tests.evidence.leavers import Leavers

from govcheck.evidence.headers import layout, unused_headers
from govcheck.evidence.nearest import nearest
from govcheck.evidence.tables.opened_table import OpenedTable
from govcheck.evidence.tables.rows import Rows
from govcheck.evidence.tables.table import Layout, UnreadableTable
from govcheck.model.column import Code, Key
from govcheck.model.data_source import DataSource
from govcheck.model.measure import Tally
from govcheck.plugin.dataset import Dataset

AS_OF = date(2024, 3, 31)


class Sheds(Dataset, key="sheds"):
    plot = Key("Which plot", headers=("Plot number", "Plot no."))
    kind = Code("What kind", {"old": (), "not so old": ()}, headers=["Sort"], optional=True)


def table(*headers: str) -> OpenedTable:
    return OpenedTable(Rows(headers, [()] * len(headers)), "sheds.csv")


def bound(headers: Sequence[str], kind: type[Dataset] = Sheds, **how: object) -> Layout:
    source = DataSource.model_validate({"path": "sheds.csv", **how})
    return layout(kind, source, table(*headers), AS_OF)


def refused(headers: Sequence[str], kind: type[Dataset] = Sheds, **how: object) -> str:
    with pytest.raises(UnreadableTable) as caught:
        bound(headers, kind, **how)
    return f"{caught.value.message} {caught.value.fix}"


@pytest.mark.parametrize(
    ("headers", "how", "plot", "kind"),
    [
        (["plot", "kind"], {}, "plot", "kind"),
        (["KIND ", " Plot_Number"], {}, " Plot_Number", "KIND "),
        (["plot-no", "x", "SORT"], {}, "plot-no", "SORT"),
        (["plot"], {}, "plot", None),
        (["a", "b"], {"columns": {"plot": "A", "kind": " b "}}, "a", "b"),
        (["a", "kind"], {"columns": {"plot": "a"}}, "a", "kind"),
        (["plot", "kind"], {"columns": {"plot": "kind"}}, "kind", None),
        (["a", "b"], {"columns": {"plot": "a", "kind": "a"}}, "a", "a"),
    ],
)
def test_headers_are_those_of_the_columns_or_those_that_the_assessment_tells(
    headers: list[str], how: dict[str, object], plot: str, kind: str | None
) -> None:
    found = bound(headers, **how)
    expected = {Sheds.plot: plot} | ({} if kind is None else {Sheds.kind: kind})
    assert found.headers == expected
    assert found.as_of == AS_OF


NONE_KNOWN = (
    "none of its 2 headers is known. Expected are: plot, kind. If it has others, say which are meant, "
    "as columns: {plot: its header}; if they do not stand in the first line, say in which, as "
    "header_row: 3."
)


@pytest.mark.parametrize(
    ("headers", "how", "message"),
    [
        (["secret", "plots"], {}, NONE_KNOWN),
        (["secret", "plots"], {"columns": {"plot": "secrets"}}, NONE_KNOWN),
        (
            ["secret"],
            {},
            "it has 1 column, and its header is not known. Expected are: plot, kind. "
            "If it has more columns, say what divides them, as delimiter: tab.",
        ),
        (
            ["kind", "My plot"],
            {"columns": {"plot": "My plots"}},
            "it has no header “My plots”, which columns names. Did you mean: My plot?",
        ),
        (
            ["kind", "plot"],
            {"columns": {"plot": "zzz"}},
            "it has no header “zzz”, which columns names. Write it as it stands in the table.",
        ),
        (
            ["kind", "plot"],
            {"columns": {"plott": "plot"}},
            "columns names “plott”, which the data set does not have. Did you mean: plot?",
        ),
        (
            ["kind", "plot"],
            {"columns": {"zzz": "plot"}},
            "columns names “zzz”, which the data set does not have. It has: plot, kind.",
        ),
        (
            ["plot", "Plot no"],
            {},
            "two of its headers, “plot” and “Plot no”, can be the column plot. "
            "Say which is meant, as columns: {plot: ...}.",
        ),
        (
            ["plot", "kind"],
            {"values": {"plot": {"a": "b"}}},
            "values names “plot”, which the data set does not have. It has: kind.",
        ),
        (
            ["plot", "kind"],
            {"values": {"kind": {"O": "odl"}}},
            "values gives “odl” as a value of kind. Did you mean: old?",
        ),
        (
            ["plot", "kind"],
            {"values": {"kind": {"O": "zzz"}}},
            "values gives “zzz” as a value of kind. It can be: old, not so old.",
        ),
    ],
)
def test_what_is_not_there_is_told_with_what_would_be_right(
    headers: list[str], how: dict[str, object], message: str
) -> None:
    assert refused(headers, **how) == message


@pytest.mark.parametrize(
    ("where", "hint"),
    [
        ({"path": "x.csv"}, "If it has more columns, say what divides them, as delimiter: tab."),
        ({"path": "x.xlsx"}, "If the table stands on another sheet, name it, as sheet: Leavers."),
        ({"path": "x.parquet"}, "If it is the right column, say what it is, as columns: {...}."),
        (
            {"path": None, "connection": "hr", "table": "x"},
            "If it is the right column, say what it is, as columns: {...}.",
        ),
    ],
)
def test_a_single_column_is_told_with_what_may_be_wrong(
    where: dict[str, object], hint: str
) -> None:
    assert refused(["secret"], **where).endswith(hint)


def test_labels_of_the_force_stand_for_codes() -> None:
    found = bound(["plot", "kind"], values={"kind": {" Alt ": "old"}})
    assert found.relabelled == {Sheds.kind: {"alt": "old"}}


def test_headers_that_no_column_takes_are_left() -> None:
    opened = table("plot", "x", "y")
    assert unused_headers(opened, bound(["plot"])) == ["x", "y"]


def test_a_layout_tells_what_a_tally_lacks() -> None:
    found = bound(["person", "years"], Leavers)
    tally = Tally((), extent=Leavers.left_on, distinct=Leavers.left_on)
    assert found.lacks(tally) == (Leavers.left_on,)
    assert found.lacks(Tally((), distinct=Leavers.person)) == ()


@pytest.mark.parametrize(
    ("wrong", "known", "found"),
    [
        ("LEFT", ["right", "Left"], "Did you mean: Left?"),
        ("zzz", ["right", "left"], "no"),
        ("left", [], "no"),
        ("left" * 30, ["left" * 30], "no"),
        ("left", ["x"] * 400 + ["left"], "no"),
        ("left", ["le\x1b[31mft"], "Did you mean: left?"),
    ],
)
def test_the_nearest_name_is_asked_for(wrong: str, known: list[str], found: str) -> None:
    assert nearest(wrong, known, "no") == found
