"""The bytes of a file and their reading as text."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path
from typing import NoReturn

from govcheck.intake.places import Lines
from govcheck.intake.problem import InvalidDocument, Problem, shown

MAX_BYTES = 5 * 1024 * 1024
"""The largest file that is read. A full self-assessment has some 50 kB."""

_SAVE_AS = "Save it as UTF-8: in Notepad or Excel choose Save As and the encoding UTF-8."


def read_bytes(path: Path, name: str) -> bytes:
    """The contents of an ordinary file. Anything else is refused unopened, as it may not end."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            _refuse(name, "this is a folder, not a file.", "Name the file inside it.")
        if not stat.S_ISREG(mode):
            _refuse(name, "this is not an ordinary file.", "Name a file on a disk.")
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        _refuse(name, "there is no such file.", "Check the name and the folder.")
    except PermissionError:
        _refuse(name, "the file may not be opened.", "Ask for the right to read it.")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        _refuse(name, f"the file cannot be read ({shown(reason or 'no reason given')}).")


def decode(source: str | bytes, name: str) -> str:
    """The text of a document, which has to be UTF-8 and of a reasonable size."""
    raw = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    if len(raw) > MAX_BYTES:
        _refuse(
            name,
            f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB.",
            "Keep evidence in files of its own and refer to it.",
        )
    _refuse_other_kinds(raw, name)
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        _refuse_byte(raw, error.start, name)


def _refuse_other_kinds(raw: bytes, name: str) -> None:
    if raw.startswith(b"PK\x03\x04"):
        _refuse(
            name,
            "the file is a workbook, a Word document or a zip archive, whatever its name says.",
            "Use a text file in YAML, JSON or TOML.",
        )
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in raw[:2]:
        _refuse(name, "the file is saved as UTF-16 (which Windows calls Unicode).", _SAVE_AS)


def _refuse_byte(raw: bytes, offset: int, name: str) -> NoReturn:
    line, column = Lines(before := raw[:offset].decode()).place(len(before))
    byte = raw[offset : offset + 1]
    as_windows = byte.decode("cp1252", "ignore")
    meant = f", which Windows programs write for `{as_windows}`" if shown(as_windows) else ""
    message = f"the file is not saved as UTF-8: here is the byte 0x{byte.hex().upper()}{meant}."
    raise InvalidDocument([Problem(name, line, column, message, _SAVE_AS)])


def _refuse(name: str, message: str, hint: str = "") -> NoReturn:
    raise InvalidDocument([Problem(name, 1, 1, message, hint)])
