"""Tables of a Word file: header rows that are repeated and marked, rows that are not torn apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from govcheck.report.word.element import element, name_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell, _Row

_NAVY = "1F3864"
_PALE = "EEF1F6"
_LINE = "A6AEBD"
_FEW = 3


def add_table(
    document: Document,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    shades: Mapping[str, str] = {},
) -> None:
    """Add a table. Without a header, the first column holds the names of what stands beside.

    Each line of a cell is a paragraph. A cell with a word of `shades` has the colour beside it, as
    D9EAD3, as its ground.
    """
    from docx.shared import Cm  # noqa: PLC0415 - heavy, and only needed here

    table = document.add_table(rows=0, cols=len(widths))
    table.autofit = False
    _set_up(table, with_header=bool(header))
    for line in (header, *rows) if header else rows:
        row = table.add_row()
        _keep_together(row)
        for place, (cell, text) in enumerate(zip(row.cells, line, strict=True)):
            cell.width = Cm(widths[place])
            named = line is header or (not header and place == 0)
            look = _Look(_size(header), named, "FFFFFF" if line is header else None)
            _fill(cell, text, look)
            if named:
                _shade(cell, _NAVY if line is header else _PALE)
            elif text in shades:
                _shade(cell, shades[text])
    if header:
        _repeat(table.rows[0])
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    _space_below(document)


def _space_below(document: Document) -> None:
    from docx.shared import Pt  # noqa: PLC0415 - heavy, and only needed here

    space = document.add_paragraph()
    space.paragraph_format.space_after = Pt(0)
    space.paragraph_format.line_spacing = Pt(8)


def close_up(document: Document) -> None:
    """Take away the space below a table, before a heading, which brings its own.

    LibreOffice would otherwise leave the heading behind at the foot of a page.
    """
    body: list[Any] = [*document.element.body.iterchildren(name_of("p"), name_of("tbl"))]
    is_space = './w:pPr/w:spacing[@w:line="160"]'
    if len(body) > 1 and body[-2].tag == name_of("tbl") and body[-1].xpath(is_space):
        body[-1].getparent().remove(body[-1])


class _Look(NamedTuple):
    """How the text of a cell looks; the size in points."""

    size: int
    bold: bool
    colour: str | None


def _size(header: Sequence[str]) -> int:
    """Text of many columns is set smaller, so that no word is broken."""
    return 9 if len(header) > _FEW else 10


def _fill(cell: _Cell, text: str, look: _Look) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - heavy, and only needed here

    for place, line in enumerate(text.split("\n")):
        paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(3)
        run = paragraph.add_run(line)
        run.font.size = Pt(look.size)
        run.bold = look.bold or None
        if look.colour:
            run.font.color.rgb = RGBColor.from_string(look.colour)


def _set_up(table: Any, *, with_header: bool) -> None:
    """Thin lines between the rows, and what a screen reader is told about the header."""
    properties = table._tbl.tblPr  # noqa: SLF001 - the library has no word for borders
    borders = element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(side, val="single", sz="4", space="0", color=_LINE))
    indent = element("tblInd", w="108", type="dxa")  # so that the text begins at the margin
    layout = properties.find(name_of("tblLayout"))
    layout.addprevious(indent)
    layout.addprevious(borders)
    for look in properties.findall(name_of("tblLook")):
        properties.remove(look)
    properties.append(
        element(
            "tblLook",
            val="0620" if with_header else "0680",
            firstRow="1" if with_header else "0",
            lastRow="0",
            firstColumn="0" if with_header else "1",
            lastColumn="0",
            noHBand="1",
            noVBand="1",
        )
    )


def _shade(cell: _Cell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(  # noqa: SLF001 - the library has no word for shading
        element("shd", val="clear", color="auto", fill=colour)
    )


def _keep_together(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(element("cantSplit"))  # noqa: SLF001


def _repeat(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(element("tblHeader"))  # noqa: SLF001
