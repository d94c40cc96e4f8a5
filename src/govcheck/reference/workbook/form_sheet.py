"""A sheet with one question in each row."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from govcheck.intake.workbook.address import HEADS, LABEL, YOUR_ANSWER
from govcheck.model.visible import visible
from govcheck.reference.workbook.choices import Choices
from govcheck.reference.workbook.look import Look
from govcheck.reference.workbook.page import KEYS, check_length, lines_needed, put, set_up
from govcheck.reference.workbook.sheets import Form, Line

_QUESTION, _ANSWER, _HELP = 1, 2, 3
_WIDTHS = [62.0, 58.0, 44.0]
_LINE = 13.5
_MOST_HEIGHT = 400.0
_HEIGHTS = {"heading": 24.0, "subheading": 20.0}


def write_form(page: Worksheet, form: Form, look: Look, choices: Choices) -> None:
    """Write the title, then the rows."""
    set_up(page, look, _WIDTHS, form.title)
    page.write_string(0, KEYS, form.marker, look["key"])
    page.set_row(0, 30)
    put(page, 0, _QUESTION, visible(form.title), look["title"])
    page.write_string(1, KEYS, f"{HEADS}:", look["key"])
    for column, head in enumerate(("Question", YOUR_ANSWER, "How to answer"), _QUESTION):
        page.write_string(1, column, head, look["head"])
    for row, line in enumerate(form.lines, 2):
        _write_line(page, row, line, look, choices)
    page.freeze_panes(2, 1)
    page.repeat_rows(0, 1)
    page.print_area(0, _QUESTION, 1 + len(form.lines), _HELP)


def _write_line(page: Worksheet, row: int, line: Line, look: Look, choices: Choices) -> None:
    text = "\n".join(map(visible, line.text.splitlines()))
    page.write_string(row, KEYS, line.key or f"{LABEL}:", look["key"])
    match line.role:
        case "heading" | "subheading":
            _band(page, row, text, look, line.role)
        case "text":
            page.set_row(row, _height(text, sum(_WIDTHS[:2])) if text else 3)
            page.write_string(row, _QUESTION, text, look["text"])
            if text:
                page.merge_range(row, _QUESTION, row, _ANSWER, text, look["text"])
        case "link":
            page.set_row(row, _height(text, _WIDTHS[0]))
            page.write_string(row, _QUESTION, text, look["text"])
            place = f"internal:'{line.target}'!B1"
            page.write_url(row, _ANSWER, place, look["link"], f"Go to the sheet {line.target}")
        case _:
            _write_question(page, row, line, look, choices)


def _band(page: Worksheet, row: int, text: str, look: Look, role: str) -> None:
    page.set_row(row, max(_HEIGHTS[role], _height(text, sum(_WIDTHS) * 0.9)))
    page.merge_range(row, _QUESTION, row, _HELP, text, look[role])


def _write_question(page: Worksheet, row: int, line: Line, look: Look, choices: Choices) -> None:
    text = visible(line.text)
    check_length(line.value, line.key)
    put(page, row, _QUESTION, text, look["question"])
    style = look["given"] if line.role == "given" else look.answer(line.shape)
    put(page, row, _ANSWER, line.value, style)
    put(page, row, _HELP, line.about, look["help"])
    shown = line.value if isinstance(line.value, str) else ""
    height = max(
        _height(text, _WIDTHS[0]), _height(shown, _WIDTHS[1]), _height(line.about, _WIDTHS[2])
    )
    page.set_row(row, min(height, _MOST_HEIGHT))
    if line.role != "given":
        told = " ".join(filter(None, [text, line.about]))
        choices.rule(page, (row, _ANSWER, row, _ANSWER), line.shape, told, "Your answer")
        page.write_comment(row, _ANSWER, told, {"x_scale": 2.2, "y_scale": 1.4})


def _height(text: str, width: float) -> float:
    return 5 + _LINE * lines_needed(text, width)
