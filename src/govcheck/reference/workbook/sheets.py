"""What stands on the sheets of a workbook, before anything is known of cells and colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from govcheck.intake.workbook.cell_value import Written
from govcheck.reference.workbook.shape import Shape

Role = Literal["heading", "subheading", "text", "question", "given", "link"]


class Line(NamedTuple):
    """One row of a form."""

    role: Role
    text: str
    key: str = ""
    """What stands in the first column."""
    value: Written = None
    shape: Shape = Shape("text")
    about: str = ""
    """Help with the answer."""
    target: str = ""
    """The name of the sheet to which a link leads."""


class Column(NamedTuple):
    """One column of a table."""

    key: str
    label: str
    about: str = ""
    shape: Shape = Shape("text")
    given: bool = False
    """Whether it is filled in already and not to be changed."""
    refers_to: str = ""
    """The name of the sheet with the entries to which the column refers."""


class Row(NamedTuple):
    """One entry of a table."""

    cells: Sequence[Written]
    state: str = ""
    """What stands in the first column."""


class Form(NamedTuple):
    """A sheet with one question in each row."""

    marker: str
    name: str
    title: str
    about: str
    lines: Sequence[Line]


class Table(NamedTuple):
    """A sheet with one entry in each row."""

    marker: str
    name: str
    title: str
    about: str
    key: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    first: Line | None = None
    """What stands above the table: the question whether there are any."""
    spare: int = 0
    """How many blank rows follow."""


Sheet = Form | Table
