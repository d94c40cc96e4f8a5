"""What a zip archive unpacks to, looked at before it is opened: a small one can be huge."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO


class UnpacksTooFarError(Exception):
    """An archive that unpacks to more than is allowed."""


def unpacked(content: bytes, most: int, ratio: int) -> Iterator[tuple[str, bytes]]:
    """Each part of an archive with its name, to the limit that its own size allows.

    The sizes that the archive tells may be wrong, so every part is read to its true end. Raises
    UnpacksTooFarError, and what zipfile raises for an archive that is damaged.
    """
    limit = min(most, max(len(content), 1) * ratio)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for info in archive.infolist():
            info.file_size = limit + 2
            with archive.open(info) as stream:
                part = stream.read(limit + 1)
            limit -= len(part)
            if limit < 0:
                raise UnpacksTooFarError
            yield info.filename, part
