"""A sheet with one entry in each row."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from govcheck.intake.workbook.address import LABEL, NUMBER
from govcheck.model.visible import visible
from govcheck.reference.workbook.choices import Choices
from govcheck.reference.workbook.look import Look
from govcheck.reference.workbook.page import KEYS, check_length, lines_needed, put, set_up
from govcheck.reference.workbook.sheets import Column, Line, Row, Table

_FIRST, _ANSWER = 1, 2
_ABOUT, _NONE, _KEY_ROW, _LABELS, _NOTES, _ROWS = 1, 2, 3, 4, 5, 6
_WIDTH = {"day": 13.0, "number": 12.0, "flag": 9.0, "period": 18.0, "list": 26.0, "choice": 19.0}
_LONG = 34.0
_LINE = 12.5
_MOST_HEIGHT = 300.0


def write_table(page: Worksheet, table: Table, look: Look, choices: Choices) -> None:
    """Write the title, the heads with their questions, the entries, and blank rows."""
    widths = [_width(column) for column in table.columns]
    widths[0] = max(widths[0], 16.0)
    set_up(page, look, widths, table.title)
    page.write_string(0, KEYS, table.marker, look["key"])
    page.set_row(0, 30)
    put(page, 0, _FIRST, visible(table.title), look["title"])
    _write_about(page, visible(table.about), look, widths)
    _write_first(page, table.first, look, choices)
    _write_heads(page, table, look, widths)
    last = _ROWS + len(table.rows) + table.spare - 1
    for place, row in enumerate(table.rows, _ROWS):
        _write_row(page, place, row, table.columns, (look, widths))
    for place in range(_ROWS + len(table.rows), last + 1):
        page.set_row(place, None, look["row"])
        page.write_blank(place, KEYS, None, look["row key"])
        number = place - _ROWS + 1
        for column, head in enumerate(table.columns, _FIRST):
            value = number if head.key == NUMBER else None
            put(page, place, column, value, look.answer(head.shape))
    for column, head in enumerate(table.columns, _FIRST):
        if not head.given:
            shape, cells = head.shape, (_ROWS, column, last, column)
            source = choices.refers_to(head.refers_to)
            choices.rule(page, cells, shape, head.about, head.label, source)
    page.freeze_panes(_ROWS, _FIRST + 1)
    page.repeat_rows(_LABELS)
    page.print_area(0, _FIRST, last, len(table.columns))


def _write_about(page: Worksheet, about: str, look: Look, widths: list[float]) -> None:
    """The question of the whole table, as wide as the table: a print shows no further."""
    put(page, _ABOUT, _FIRST, about, look["text"])
    if len(widths) > 1:
        page.merge_range(_ABOUT, _FIRST, _ABOUT, len(widths), about, look["text"])
    page.set_row(_ABOUT, 4 + _LINE * lines_needed(about, sum(widths)))


def _width(column: Column) -> float:
    if column.key == NUMBER:
        return 6.0
    return _WIDTH.get(column.shape.kind, _LONG if column.key.startswith("text") else 18.0)


def _write_first(page: Worksheet, line: Line | None, look: Look, choices: Choices) -> None:
    if line is None:
        return
    page.write_string(_NONE, KEYS, line.key, look["key"])
    if line.role == "question":
        put(page, _NONE, _FIRST, line.text, look["help"])
        put(page, _NONE, _ANSWER, line.value, look.answer(line.shape))
        page.set_row(_NONE, 42)
        cells = (_NONE, _ANSWER, _NONE, _ANSWER)
        choices.rule(page, cells, line.shape, line.text, "Are there none?")


def _write_heads(page: Worksheet, table: Table, look: Look, widths: list[float]) -> None:
    page.write_string(_KEY_ROW, KEYS, table.key, look["key"])
    page.set_row(_KEY_ROW, 4)
    page.write_string(_LABELS, KEYS, f"{LABEL}:", look["key"])
    page.write_string(_NOTES, KEYS, f"{LABEL}:", look["key"])
    tallest = 1
    for column, head in enumerate(table.columns, _FIRST):
        page.write_string(_KEY_ROW, column, head.key, look["key"])
        page.write_string(_LABELS, column, head.label, look["label"])
        page.write_string(_NOTES, column, head.about, look["note"])
        tallest = max(tallest, lines_needed(head.about, widths[column - 1] * 1.2))
        if head.about:
            page.write_comment(_LABELS, column, head.about, {"x_scale": 2.2, "y_scale": 1.4})
    page.set_row(_LABELS, 30)
    page.set_row(_NOTES, min(4 + 11.0 * tallest, 170))


def _write_row(
    page: Worksheet,
    place: int,
    row: Row,
    columns: Sequence[Column],
    how: tuple[Look, list[float]],
) -> None:
    look, widths = how
    fixed = any(head.given for head in columns)
    page.write_string(place, KEYS, row.state, look["key" if fixed else "row key"])
    tallest = 1
    for column, (head, value) in enumerate(zip(columns, row.cells, strict=True), _FIRST):
        check_length(value, f"{head.label}:{head.label}")
        put(page, place, column, value, look["given"] if head.given else look.answer(head.shape))
        if isinstance(value, str):
            tallest = max(tallest, lines_needed(value, widths[column - 1]))
    height = min(4 + _LINE * tallest, _MOST_HEIGHT)
    # Excel deletes and sorts a row of a protected sheet only if no cell of it is locked.
    page.set_row(place, height, None if fixed else look["row"])
