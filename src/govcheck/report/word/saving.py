"""A Word file as bytes: the same document gives the same bytes."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The first that an entry of an archive can have."""
_LONGEST = 255


def saved(document: Document, *, title: str, author: str, day: str) -> bytes:
    """The file, with its properties and no trace of when it was made.

    `day` is that of the judgement, as 2024-03-15.
    """
    properties = document.core_properties
    properties.title = title[:_LONGEST]
    properties.author = properties.last_modified_by = author[:_LONGEST]
    properties.language = "en-GB"
    properties.comments = properties.keywords = properties.subject = ""
    properties.revision = 1
    properties.created = properties.modified = datetime.fromisoformat(day).replace(tzinfo=UTC)
    written = BytesIO()
    document.save(written)
    return undated(written.getvalue())


def undated(content: bytes) -> bytes:
    """The archive with the same date on every entry."""
    written = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as source,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return written.getvalue()
