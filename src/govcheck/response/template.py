"""A Word file of the user's own, with its styles, headers and footers, filled with a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from govcheck.documents.unreadable import UnreadableError
from govcheck.documents.word import opened
from govcheck.response import labels
from govcheck.response.blocks import Draft
from govcheck.response.word import fill, saved

if TYPE_CHECKING:
    from docx.document import Document

RESPONSE = "response"
"""Where the whole text goes."""
_PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z_]{1,40})\s*\}\}")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


class Filled(NamedTuple):
    """The finished file, and the marks that a placeholder without a value left in it."""

    content: bytes
    holes: tuple[str, ...]


def filled(template: bytes, draft: Draft) -> Filled:
    """The template with the draft in it. Raises UnreadableError.

    The text goes where a paragraph holds only `{{ response }}`, or else to the end. The other
    placeholders are the names of `Draft.values`.
    """
    document = opened(template)
    try:
        return _filled(document, draft)
    except UnreadableError:
        raise
    except Exception as error:  # a file with a part missing or damaged fails in many ways
        raise UnreadableError(
            "a part of it is damaged. Open it in Word and save it anew as .docx."
        ) from error


def _filled(document: Document, draft: Draft) -> Filled:
    paragraphs = list(_paragraphs(document))
    used = {name for item in paragraphs for name in _PLACEHOLDER.findall(_text(item))}
    _refuse_unknown(used, draft.values)
    values = {
        name: value or f"{labels.TO_BE_ADDED}{name.replace('_', ' ')}.]"
        for name, value in draft.values.items()
    }
    place = next((item for item in paragraphs if _is_place(item)), None)
    if RESPONSE in used and place is None:
        raise UnreadableError("{{ response }} has to stand alone in a paragraph of the text.")
    for paragraph in paragraphs:
        _replace(paragraph, values)
    _insert(document, draft, place, with_title="title" not in used)
    holes = tuple(values[name] for name in sorted(used & values.keys()) if not draft.values[name])
    return Filled(saved(document, draft), holes)


def _refuse_unknown(used: set[str], known: Mapping[str, object]) -> None:
    unknown = sorted(used - known.keys() - {RESPONSE})
    if unknown:
        names = ", ".join(f"{{{{ {name} }}}}" for name in (RESPONSE, *known))
        raise UnreadableError(
            f"it asks for {{{{ {unknown[0]} }}}}, which is not known. Known are: {names}."
        )


def _paragraphs(document: Document) -> Iterator[Any]:
    """Every paragraph of the text, of its tables, headers and footers."""
    yield from document.element.body.iter(f"{_W}p")
    for section in document.sections:
        for part in (
            section.header,
            section.footer,
            section.first_page_header,
            section.first_page_footer,
            section.even_page_header,
            section.even_page_footer,
        ):
            if not part.is_linked_to_previous:
                yield from part._element.iter(f"{_W}p")  # noqa: SLF001 - tables and all


def _text(paragraph: Any) -> str:
    return "".join(piece.text or "" for piece in paragraph.iter(f"{_W}t"))


def _is_place(paragraph: Any) -> bool:
    found = _PLACEHOLDER.fullmatch(_text(paragraph).strip())
    in_body = any(True for _ in paragraph.iterancestors(f"{_W}body"))
    return found is not None and found[1] == RESPONSE and in_body


def _replace(paragraph: Any, values: Mapping[str, str]) -> None:
    """Put values in the place of their names, however many pieces Word made of a name."""
    texts = list(paragraph.iter(f"{_W}t"))
    found = [match for match in _PLACEHOLDER.finditer(_text(paragraph)) if match[1] in values]
    for match in reversed(found):
        begin, value = 0, values[match[1]]
        for piece in texts:
            text = piece.text or ""
            first, last = match.start() - begin, match.end() - begin
            begin += len(text)
            if last <= 0 or first >= len(text):
                continue
            piece.text = text[: max(first, 0)] + value + text[max(last, 0) :]
            piece.set(_PRESERVE, "preserve")
            value = ""


def _insert(document: Document, draft: Draft, place: Any, *, with_title: bool) -> None:
    body = document.element.body
    before = set(body)
    fill(document, draft, with_title=with_title)
    if place is None:
        return
    for element in [element for element in body if element not in before]:
        place.addprevious(element)
    place.getparent().remove(place)
