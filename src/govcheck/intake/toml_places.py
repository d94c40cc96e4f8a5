"""Where the values of a TOML text stand, found by a scan of a text already known to be valid."""

from __future__ import annotations

import re
import tomllib

from govcheck.intake.places import Entry, Places

COMMENT = r"#[^\n]*"
STRING = (
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}'
    r"|'''(?:[^']|'(?!''))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*'"
)
_SPACE = re.compile(r"[ \t]*")
_GAP = re.compile(rf"(?:[ \t\r\n]|{COMMENT})*+")
_KEY_PART = re.compile(r'[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*+"|' + r"'[^'\n]*'")
_SCALAR = re.compile(
    rf"{STRING}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}} [0-9]{{2}}:[0-9:.Z+-]*|[^\s,\]}}#]+", re.DOTALL
)

_KeyPart = tuple[str, int]


def find_places(text: str) -> Entry:
    """The entry of the whole document, with those of everything in it."""
    scan = _Scan(text)
    scan.document()
    return (0, 0, scan.top)


class _Scan:
    """Goes through the text once; `_at` is how far it has come."""

    __slots__ = ("_at", "_text", "top")

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self.top: Places = {}

    def document(self) -> None:
        """Every table and every entry, to the end."""
        table = self.top
        self._skip(_GAP)
        while self._at < len(self._text):
            if self._text.startswith("[[", self._at):
                table = self._header(2)
            elif self._text.startswith("[", self._at):
                table = self._header(1)
            else:
                self._entry(table)
            self._skip(_GAP)

    def _skip(self, pattern: re.Pattern[str]) -> None:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise AssertionError(self._text[self._at : self._at + 80])
        self._at = found.end()

    def _header(self, brackets: int) -> Places:
        """The places of the table that begins here, with one bracket, or two for a list of them."""
        begin = self._at
        self._at += brackets
        *way, (name, name_at) = self._key()
        self._at += brackets
        table = _descend(self.top, way)
        known = table.get(name)
        inner = {} if known is None else _inside(known)
        if brackets == 1:
            table[name] = (name_at, begin, inner)
            return inner
        if known is None:
            table[name] = (name_at, begin, inner)
        item: Places = {}
        inner[len(inner)] = (begin, begin, item)
        return item

    def _entry(self, table: Places) -> None:
        *way, (name, name_at) = self._key()
        self._at += 1  # the equals sign
        self._skip(_SPACE)
        begin = self._at
        _descend(table, way)[name] = (name_at, begin, self._value())

    def _key(self) -> list[_KeyPart]:
        """The parts of a dotted key, and the space after it."""
        parts: list[_KeyPart] = []
        while not parts or self._text.startswith(".", self._at):
            self._at += 1 if parts else 0
            self._skip(_SPACE)
            begin = self._at
            self._skip(_KEY_PART)
            parts.append((_plain_key(self._text[begin : self._at]), begin))
            self._skip(_SPACE)
        return parts

    def _value(self) -> Places | None:
        if self._text.startswith("[", self._at):
            return self._array()
        if self._text.startswith("{", self._at):
            return self._inline_table()
        self._skip(_SCALAR)
        return None

    def _array(self) -> Places:
        places: Places = {}
        self._at += 1
        self._skip(_GAP)
        while not self._text.startswith("]", self._at):
            begin = self._at
            places[len(places)] = (begin, begin, self._value())
            self._past_comma()
        self._at += 1
        return places

    def _inline_table(self) -> Places:
        places: Places = {}
        self._at += 1
        self._skip(_GAP)
        while not self._text.startswith("}", self._at):
            self._entry(places)
            self._past_comma()
        self._at += 1
        return places

    def _past_comma(self) -> None:
        self._skip(_GAP)
        if self._text.startswith(",", self._at):
            self._at += 1
            self._skip(_GAP)


def _plain_key(source: str) -> str:
    if source[0] == '"' and "\\" in source:
        return next(iter(tomllib.loads(f"{source} = 0")))
    return source[1:-1] if source[0] in {'"', "'"} else source


def _descend(table: Places, way: list[_KeyPart]) -> Places:
    """The table at the end of the way; of a list of tables, the last one."""
    for name, at in way:
        table = _inside(table.setdefault(name, (at, at, {})))
        if 0 in table:
            table = _inside(table[len(table) - 1])
    return table


def _inside(entry: Entry) -> Places:
    inner = entry[2]
    if inner is None:
        raise AssertionError("a table was expected")
    return inner
