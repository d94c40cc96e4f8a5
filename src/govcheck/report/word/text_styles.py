"""The styles of the text, whatever Word file it is put into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govcheck.report.word.element import element, name_of

if TYPE_CHECKING:
    from docx.document import Document

HEADINGS = {"Heading 1": (15, 18, 6), "Heading 2": (12, 14, 4)}
"""Size, space above, space below: in points."""
_INDENTS = {"Quote": 0.6, "Quoted list": 1.2, "List Bullet": 0.6}


class TextStyles:
    """The paragraph styles of a document by name; those that it lacks are added.

    Programs write the names of the same styles in capital or small letters.
    """

    def __init__(self, document: Document) -> None:
        """Look at the styles of a document, and add the missing ones."""
        from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - heavy, and only needed here

        self._known: dict[str, Any] = {
            (style.name or "").casefold(): style
            for style in document.styles
            if style.type == WD_STYLE_TYPE.PARAGRAPH
        }
        for level, name in enumerate(("Title", *HEADINGS)):
            if name.casefold() not in self._known:
                _make_heading(self._added(document, name), name, level)
        for name, indent in _INDENTS.items():
            if name.casefold() not in self._known:
                _indent(self._added(document, name), indent)

    def __getitem__(self, name: str) -> Any:
        """The style of this name: Title, Heading 1, Heading 2, Quote, Quoted list, List Bullet."""
        return self._known[name.casefold()]

    def _added(self, document: Document, name: str) -> Any:
        """A new style. Its name may be that of a style of characters or tables."""
        from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 - heavy, and only needed here

        taken = {(style.name or "").casefold() for style in document.styles}
        free = f"{name} of text" if name.casefold() in taken else name
        style = document.styles.add_style(free, WD_STYLE_TYPE.PARAGRAPH)
        self._known[name.casefold()] = style
        return style


def has_bullet(style: Any) -> bool:
    """Whether a style puts a bullet before its text. One that was added to a template does not."""
    return style.element.find(f"{name_of('pPr')}/{name_of('numPr')}") is not None


def _make_heading(style: Any, name: str, level: int) -> None:
    from docx.shared import Pt  # noqa: PLC0415 - heavy, and only needed here

    style.font.bold = True
    style.font.size = Pt(HEADINGS.get(name, (22,))[0])
    style.paragraph_format.keep_with_next = True
    if level:
        style.element.get_or_add_pPr().append(element("outlineLvl", val=str(level - 1)))


def _indent(style: Any, centimetres: float) -> None:
    from docx.shared import Cm  # noqa: PLC0415 - heavy, and only needed here

    style.paragraph_format.left_indent = Cm(centimetres)
