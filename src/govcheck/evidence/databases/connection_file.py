"""The file that says what the names of connections stand for. It holds secrets: no message does."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from govcheck.evidence.nearest import nearest
from govcheck.evidence.tables.table import UnreadableTable
from govcheck.model.visible import shortened

_MOST_BYTES = 1_000_000
_LONGEST_NAME = 80
_PLACE = re.compile(r"line (\d+), column (\d+)")


@dataclass(frozen=True)
class Connection:
    """What one name stands for. Printing it shows nothing secret."""

    name: str
    kind: str
    address: str = field(repr=False)
    """How the driver finds the database: a DSN, or the address of Spark."""
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    local: bool = False
    """Whether the address is that of a Spark master, for a session of our own."""


class _Keys(NamedTuple):
    one_of: tuple[str, ...]
    """Keys of which exactly one says where to connect to."""
    optional: tuple[str, ...] = ()


_LOGIN = ("user", "password", "password_file")
_KINDS = {
    "postgresql": _Keys(("dsn",), _LOGIN),
    "sqlserver": _Keys(("dsn",), _LOGIN),
    "oracle": _Keys(("dsn",), _LOGIN),
    "spark": _Keys(("remote", "master")),
}
KINDS = tuple(_KINDS)


def connection_named(name: str, path: Path) -> Connection:
    """What a name stands for. Raises UnreadableTable for a name or a file that cannot be used."""
    text = _text(path)
    known = _parsed(text, path.name)
    if name not in known:
        listed = ", ".join(shortened(item, _LONGEST_NAME) for item in sorted(known)[:10])
        otherwise = f"It has: {listed}." if listed else "Write it there; it is empty."
        message = f"{path.name} has no connection {name}."
        raise UnreadableTable(message, nearest(name, known, otherwise))
    return _Entry(path, text, name).connection(known[name])


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
        if len(content) <= _MOST_BYTES:
            return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        message, fix = "is not saved as UTF-8.", "Save it as UTF-8."
    except OSError:
        message, fix = "cannot be read.", "Check that the file is there and that you may read it."
    else:
        message, fix = "is too large for a file of connections.", "Name the right file."
    raise UnreadableTable(f"the file of connections, {path.name}, {message}", fix)


def _parsed(text: str, file: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        where = f", line {place[1]}, column {place[2]}" if place else ""
    except RecursionError:
        where = ""
    raise UnreadableTable(
        f"{file}{where}: this is not TOML.", 'Write each setting as: dsn = "host=db.example".'
    )


class _Entry:
    """One connection as it is written, held against the keys of its kind."""

    def __init__(self, path: Path, text: str, name: str) -> None:
        self._path = path
        self._lines = text.splitlines()
        self._name = name

    def connection(self, entry: object) -> Connection:
        settings = self._settings(entry)
        kind = self._kind(settings)
        keys = _KINDS[kind]
        self._refuse_unknown(settings, ("kind", *keys.one_of, *keys.optional), kind)
        where = self._where(settings, keys.one_of, kind)
        return Connection(
            self._name,
            kind,
            settings[where],
            settings.get("user"),
            self._password(settings),
            local=where == "master",
        )

    def _settings(self, entry: object) -> dict[str, str]:
        if not isinstance(entry, dict):
            fix = f'Write it as a heading, [{self._name}], with kind = "postgresql" below.'
            raise self._wrong("this is no connection.", fix)
        for key, value in entry.items():
            if not isinstance(value, str) or not value.strip():
                named = shortened(key, _LONGEST_NAME)
                raise self._wrong(f"{named} is not a text.", f'Write: {named} = "...".', key)
        return entry

    def _kind(self, settings: Mapping[str, str]) -> str:
        listed = f"It can be: {', '.join(KINDS)}."
        if "kind" not in settings:
            raise self._wrong("the kind of database is missing.", f"Add kind. {listed}")
        kind = settings["kind"]
        if kind not in _KINDS:
            message = "this kind of database is not known."
            raise self._wrong(message, nearest(kind, KINDS, listed), "kind")
        return kind

    def _refuse_unknown(self, settings: Mapping[str, str], known: Sequence[str], kind: str) -> None:
        for key in settings:
            if key not in known:
                listed = f"Known are: {', '.join(known)}."
                message = f"{shortened(key, _LONGEST_NAME)} is no setting of a {kind} connection."
                raise self._wrong(message, nearest(key, known, listed), key)

    def _where(self, settings: Mapping[str, str], one_of: Sequence[str], kind: str) -> str:
        given = [key for key in one_of if key in settings]
        if len(given) == 1:
            return given[0]
        needed = " or ".join(one_of)
        if given:
            raise self._wrong(f"it has both {' and '.join(given)}.", "Keep one of them.", given[1])
        raise self._wrong(f"a {kind} connection needs {needed}.", f"Add {needed}.")

    def _password(self, settings: Mapping[str, str]) -> str | None:
        if "password_file" not in settings:
            return settings.get("password")
        if "password" in settings:
            message = "it has both password and password_file."
            raise self._wrong(message, "Keep one of them.", "password_file")
        try:
            found = self._path.parent.joinpath(settings["password_file"])
            text = found.read_text("utf-8-sig").rstrip("\r\n")
        except (OSError, ValueError):
            fix = "Check that the file is there, that you may read it and that it is text."
            wrong = self._wrong("the file with the password cannot be read.", fix, "password_file")
            raise wrong from None
        return text

    def _wrong(self, message: str, fix: str, key: str = "") -> UnreadableTable:
        line = self._line(key)
        where = f", line {line}" if line else ""
        return UnreadableTable(f"{self._path.name}{where}, connection {self._name}: {message}", fix)

    def _line(self, key: str) -> int:
        """The line of a key below its heading, or else of the heading; 0 where not found."""
        heading = re.compile(rf"\s*\[\s*[\"']?{re.escape(self._name)}[\"']?\s*\]")
        top = next((n for n, line in enumerate(self._lines, 1) if heading.match(line)), 0)
        if not top or not key:
            return top
        setting = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        below = enumerate(self._lines[top:], top + 1)
        return next((number for number, line in below if setting.match(line)), top)
