"""How the Word file looks: A4, one typeface, dark blue headings, page numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govcheck.report.word.element import element, name_of
from govcheck.report.word.text_styles import HEADINGS

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

FACT_WIDTHS = (5.2, 11.4)
"""In centimetres; together they fill the width between the margins."""
_FACE = "Arial"
_NAVY = "1F3864"
_GREY = "595959"
_LONG_TITLE = 80


def plain_document(title: str) -> Document:
    """An empty document in the look of govcheck, the title in its footer."""
    import docx  # noqa: PLC0415 - heavy, and only needed here
    from docx.shared import Cm  # noqa: PLC0415

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)
    _forget_the_picture(document)
    _style_text(document)
    _style_headings(document, 22 if len(title) <= _LONG_TITLE else 16)
    _footer(section.footer.paragraphs[0], title)
    return document


def _style_text(document: Document) -> None:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - heavy, and only needed here
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

    styles: Any = document.styles
    normal = styles["Normal"]
    _face(normal)
    normal.font.size = Pt(11)
    normal.paragraph_format.space_after = Pt(8)
    normal.paragraph_format.line_spacing = 1.15
    defaults = styles.element.find(name_of("docDefaults"))
    for language in defaults.iter(name_of("lang")):
        language.set(name_of("val"), "en-GB")
    quote = styles["Quote"]
    quote.font.italic = False
    quote.font.color.rgb = RGBColor.from_string("333333")
    quote.paragraph_format.left_indent = Cm(0.6)
    quote.element.get_or_add_pPr().insert_element_before(_bar(), "w:spacing", "w:ind")
    listed = styles.add_style("Quoted list", WD_STYLE_TYPE.PARAGRAPH)
    listed.base_style = quote
    bullet = styles["List Bullet"].element.pPr.find(name_of("numPr"))
    properties = listed.element.get_or_add_pPr()
    properties.append(_copy(bullet))
    listed.paragraph_format.left_indent = Cm(1.1)
    listed.paragraph_format.first_line_indent = Cm(-0.5)


def _style_headings(document: Document, title_size: int) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - heavy, and only needed here

    styles: Any = document.styles
    for name, (size, above, below) in {"Title": (title_size, 0, 14), **HEADINGS}.items():
        style = styles[name]
        _face(style)
        style.font.size, style.font.bold = Pt(size), True
        style.font.color.rgb = RGBColor.from_string(_NAVY)
        style.paragraph_format.space_before = Pt(above)
        style.paragraph_format.space_after = Pt(below)
    for line in styles["Title"].element.iter(name_of("bottom")):
        line.set(name_of("color"), _NAVY)
        line.attrib.pop(name_of("themeColor"), None)
    # The letters of a title stand no wider apart than others.
    for spacing in styles["Title"].element.findall(f"{name_of('rPr')}/{name_of('spacing')}"):
        spacing.getparent().remove(spacing)


def _face(style: Any) -> None:
    """One typeface for every script: a theme would otherwise choose another."""
    style.font.name = _FACE
    fonts = style.element.rPr.rFonts
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(name_of(f"{script}Theme"), None)
        fonts.set(name_of(script), _FACE)


def _bar() -> Any:
    """A line at the left of quoted wording."""
    borders = element("pBdr")
    borders.append(element("left", val="single", sz="18", space="10", color="A6AEBD"))
    return borders


def _footer(paragraph: Paragraph, title: str) -> None:
    """The title, and the number of the page at the right."""
    from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415 - heavy, and only needed here
    from docx.shared import Cm  # noqa: PLC0415

    # The style of the library has tab stops of its own, for paper of another width.
    style: Any = paragraph.style
    style.paragraph_format.tab_stops.clear_all()
    tabs = paragraph.paragraph_format.tab_stops
    tabs.add_tab_stop(Cm(sum(FACT_WIDTHS)), WD_TAB_ALIGNMENT.RIGHT)
    shown = title if len(title) <= 70 else f"{title[:69].rstrip()}…"  # noqa: PLR2004 - one line
    _small(paragraph.add_run(f"{shown}\tPage "))
    _field(paragraph, "PAGE")
    _small(paragraph.add_run(" of "))
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Paragraph, code: str) -> None:
    """A number that Word works out."""
    for kind in ("begin", "code", "separate", "shown", "end"):
        run = paragraph.add_run("1" if kind == "shown" else "")
        _small(run)
        if kind == "code":
            instruction = element("instrText")
            instruction.text = f" {code} "
            run._r.append(instruction)  # noqa: SLF001 - the library has no word for fields
        elif kind != "shown":
            run._r.append(element("fldChar", fldCharType=kind))  # noqa: SLF001


def _small(run: Any) -> None:
    from docx.shared import Pt, RGBColor  # noqa: PLC0415 - heavy, and only needed here

    run.font.size = Pt(8.5)
    run.font.color.rgb = RGBColor.from_string(_GREY)


def _forget_the_picture(document: Document) -> None:
    """The empty document of the library carries a picture of another one."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]


def _copy(element: Any) -> Any:
    from copy import deepcopy  # noqa: PLC0415 - only needed here

    return deepcopy(element)
