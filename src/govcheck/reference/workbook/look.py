"""Colours, letters and borders of the workbook: a form on paper, not a spreadsheet."""

from __future__ import annotations

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from govcheck.reference.workbook.shape import Shape

INK = "#1F2A37"
NAVY = "#12315B"
BAND = "#DCE6F2"
GREY = "#8A94A3"
RULE = "#B8C2CF"
PAPER = "#F4F6F9"
WHITE = "#FFFFFF"

_TEXT = {"font_name": "Arial", "font_size": 10, "font_color": INK, "valign": "top"}
_ANSWER = {**_TEXT, "bg_color": WHITE, "border": 1, "border_color": RULE, "locked": False}
_STYLES: dict[str, dict[str, Any]] = {
    "page": {**_TEXT, "bg_color": PAPER},
    "key": {"font_name": "Arial", "font_size": 6, "font_color": GREY, "bg_color": "#E3E7ED"},
    "row key": {"font_name": "Arial", "font_size": 6, "font_color": GREY, "bg_color": "#E3E7ED",
                "locked": False},
    "row": {**_TEXT, "bg_color": PAPER, "locked": False},
    "title": {**_TEXT, "bold": True, "font_size": 18, "font_color": NAVY, "bg_color": PAPER},
    "about": {**_TEXT, "text_wrap": True, "bg_color": PAPER, "font_color": "#44505F"},
    "head": {**_TEXT, "italic": True, "bg_color": PAPER, "font_color": "#44505F"},
    "heading": {**_TEXT, "bold": True, "font_size": 12, "font_color": WHITE, "bg_color": NAVY,
                "text_wrap": True, "valign": "vcenter"},
    "subheading": {**_TEXT, "bold": True, "font_color": NAVY, "bg_color": BAND, "text_wrap": True,
                   "valign": "vcenter"},
    "text": {**_TEXT, "text_wrap": True, "bg_color": PAPER},
    "question": {**_TEXT, "text_wrap": True, "bg_color": PAPER, "bottom": 1,
                 "bottom_color": RULE},
    "help": {**_TEXT, "text_wrap": True, "bg_color": PAPER, "italic": True, "font_size": 9,
             "font_color": "#5B6675"},
    "link": {**_TEXT, "text_wrap": True, "bg_color": PAPER, "font_color": "#0B5CAD",
             "underline": 1},
    "label": {**_TEXT, "bold": True, "font_color": WHITE, "bg_color": NAVY, "text_wrap": True,
              "border": 1, "border_color": RULE, "valign": "vcenter"},
    "note": {**_TEXT, "font_size": 8, "italic": True, "font_color": "#44505F", "bg_color": BAND,
             "text_wrap": True, "border": 1, "border_color": RULE},
    "given": {**_TEXT, "bg_color": "#E9EDF2", "border": 1, "border_color": RULE,
              "text_wrap": True},
    "text answer": {**_ANSWER, "text_wrap": True, "num_format": "@"},
    "day answer": {**_ANSWER, "num_format": "dd/mm/yyyy", "align": "left"},
    "number answer": {**_ANSWER, "num_format": "General", "align": "left"},
}  # fmt: skip


class Look:
    """The formats of one workbook."""

    def __init__(self, file: Workbook) -> None:
        self._formats = {name: file.add_format(style) for name, style in _STYLES.items()}

    def __getitem__(self, name: str) -> Format:
        return self._formats[name]

    def answer(self, shape: Shape) -> Format:
        """The look of a cell for an answer."""
        kind = shape.kind if shape.kind in {"day", "number"} else "text"
        return self._formats[f"{kind} answer"]
