"""From the bytes of a document to its blocks, by the ending of its name."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from govcheck.documents.unreadable import UnreadableError
from govcheck.importing.block import Reading, cleaned
from govcheck.importing.decoding import decoded

MAX_BYTES: Final = 10 * 1024 * 1024
"""The largest document that is read."""
MAX_TEXT_BYTES: Final = 2 * 1024 * 1024
"""The largest where all of it is text: some 700 pages."""
READERS: Final = {
    ".txt": "plain_text",
    ".md": "markdown",
    ".html": "web_page",
    ".htm": "web_page",
}
"""The module that reads text, by the endings of file names; each has a function `blocks`."""


def read(content: bytes, ending: str) -> Reading:
    """The blocks of a document. Raises UnreadableError."""
    if not content:
        raise UnreadableError("it is empty.")
    _refuse_large(len(content), MAX_BYTES if ending == ".docx" else MAX_TEXT_BYTES)
    if ending == ".docx":
        reading = cleaned(_reader("word_file").blocks(content))
    else:
        text, notes = decoded(content)
        reading = cleaned(_reader(READERS[ending]).blocks(text))
        reading = reading._replace(notes=(*notes, *reading.notes))
    if not reading.blocks:
        raise UnreadableError("it holds no text.")
    return reading


def _refuse_large(size: int, most: int) -> None:
    if size > most:
        raise UnreadableError(f"it is larger than {most // 1024 // 1024} MB.")


def _reader(name: str):  # type: ignore[no-untyped-def] # noqa: ANN202 - a module
    return import_module(f"govcheck.importing.{name}")
