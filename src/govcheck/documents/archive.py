"""A Word file is a zip archive: it is looked into first, as a small one can be huge."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from govcheck.documents.unreadable import UnreadableError

MAX_BYTES = 100 * 1024 * 1024
"""Neither the file nor what it unpacks to may be larger."""
MAX_RATIO = 200
"""Nor may it unpack to so many times its size."""
_SMALL = 5 * 1024 * 1024
"""What unpacks to less is no danger, however well it was packed."""
_DOCUMENT = "word/document.xml"
_OLD = b"\xd0\xcf\x11\xe0"


def checked(content: bytes) -> bytes:
    """The same bytes, where they are a Word file that can be opened safely.

    Raises UnreadableError.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableError("it is larger than 100 MB.")
    if content.startswith(_OLD):
        raise UnreadableError(
            "it is protected by a password, or an old Word file (.doc). "
            "Save it as .docx without a password."
        )
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _look_into(archive, len(content))
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ):  # fmt: skip - the ways in which a damaged archive fails
        raise UnreadableError(
            "it is damaged, or no Word file. Open it in Word and save it as .docx."
        ) from None
    return content


def _look_into(archive: zipfile.ZipFile, packed: int) -> None:
    if _DOCUMENT not in archive.namelist():
        raise UnreadableError("it is no Word file. Open it in Word and save it as .docx.")
    limit = min(MAX_BYTES, max(packed * MAX_RATIO, _SMALL))
    for info in archive.infolist():
        info.file_size = 2 * MAX_BYTES  # what is told may be wrong: it is read to its true end
        with archive.open(info) as stream:
            while part := stream.read(1024 * 1024):
                limit -= len(part)
                if limit < 0:
                    raise UnreadableError(
                        "it unpacks to far more than its size, so it is not opened."
                    )
