"""The bytes of a document as text."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from govcheck.documents.unreadable import UnreadableError

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OTHERS = (
    (b"PK\x03\x04", "it is a Word file, a workbook or an archive, whatever its name says."),
    (b"\xd0\xcf\x11\xe0", "it is an old Word file (.doc), whatever its name says."),
    (b"%PDF", "it is a PDF, whatever its name says."),
    (b"{\\rtf", "it is a file in Rich Text Format, whatever its name says."),
)
_SAVE_AS = "Open it in Word and save it as .docx, or copy its text into a .txt file."


class Decoded(NamedTuple):
    """The text of a document, and what is to be told about it."""

    text: str
    notes: tuple[str, ...] = ()


def decoded(content: bytes) -> Decoded:
    """The text: UTF-8, UTF-16 with its mark, or else what Windows programs write.

    Raises UnreadableError.
    """
    for start, message in _OTHERS:
        if content.startswith(start):
            raise UnreadableError(f"{message} {_SAVE_AS}")
    result = _decoded(content)
    if _CONTROL.search(result.text):
        raise UnreadableError(f"it is no text. {_SAVE_AS}")
    if not result.text.strip():
        raise UnreadableError("it holds no text.")
    return result


def _decoded(content: bytes) -> Decoded:
    if content.startswith(_UTF_16):
        return Decoded(content.decode("utf-16", "replace"))
    try:
        return Decoded(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        raise UnreadableError(f"it is no text. {_SAVE_AS}") from None
    return Decoded(
        text,
        ("the file is not UTF-8: it is read as Windows-1252. Look at accents and quotes.",),
    )
