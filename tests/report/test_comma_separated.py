"""CSV that a spreadsheet opens as text: every cell in quotation marks, none a formula."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govcheck.model.visible import visible
from govcheck.report.comma_separated import written
from tests.report.test_renderers import HOSTILE


def read(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


@pytest.mark.parametrize(
    "start",
    ["=", "+", "-", "@", "\t=", "\r=", "\n=", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u202e="],
)
def test_a_cell_that_could_be_a_formula_begins_with_an_apostrophe(start: str) -> None:
    (_, (cell,)) = read(written(["a"], [[f"{start}1+1"]]))
    assert cell.startswith("'")
    assert cell.endswith("1+1")


def test_every_cell_is_quoted_and_every_line_ended_as_the_standard_has_it() -> None:
    assert written(["a", "b"], [['say "so"', ""]]) == '\ufeff"a","b"\r\n"say ""so""",""\r\n'


@given(text=st.text() | st.sampled_from(HOSTILE))
def test_whatever_stands_in_a_cell_is_read_back_as_one_cell(text: str) -> None:
    rows = read(written(["a", "b"], [[text, "end"]]))
    assert rows == [["a", "b"], [rows[1][0], "end"]]
    assert rows[1][0].removeprefix("'") == visible(text).removeprefix("'")
