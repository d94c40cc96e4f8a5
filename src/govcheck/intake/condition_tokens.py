"""The words and signs of a condition, each with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from govcheck.intake.problem import shown

END = "the end"
_TOKEN = re.compile(
    r"""\s*(?:
        (?P<quoted>'[^']*'|"[^"]*"|“[^”]*”)
      | (?P<sign><=|>=|!=|<>|==|[=<>≤≥≠(),])
      | (?P<word>[^\s<>=!≤≥≠(),'"“”][^\s<>=!≤≥≠(),"“”]*)
    )""",
    re.VERBOSE,
)
_SIGNS = {"==": "=", "<>": "!=", "≠": "!=", "≤": "<=", "≥": ">="}


class ConditionError(ValueError):
    """A text that is no condition: what is wrong, what would be right, and where."""

    def __init__(self, message: str, hint: str, at: int) -> None:
        self.message = message
        self.hint = hint
        self.at = at
        """The character, counted from 0."""
        super().__init__(f"{message} {hint}".strip())


class Token(NamedTuple):
    """A word, a sign, or a text in quotation marks."""

    text: str
    at: int
    quoted: bool = False

    def is_(self, *words: str) -> bool:
        """Whether it is one of these words or signs, in any case."""
        return not self.quoted and self.text.casefold() in words


def tokens_of(text: str) -> list[Token]:
    """All of them, and one more for the end. Raises ConditionError."""
    found: list[Token] = []
    at = 0
    while rest := text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            at = text.index(rest[0], at)
            if rest[0] == "!":
                raise ConditionError("“!” stands alone.", "Write != or not.", at)
            raise ConditionError("a quotation mark is not closed.", "Put another at its end.", at)
        kind = match.lastgroup or ""
        word, begin = match[kind], match.start(kind)
        if kind == "quoted":
            found.append(Token(word[1:-1], begin, quoted=True))
        else:
            found.append(Token(_SIGNS.get(word, word), begin))
        at = match.end()
    return [*found, Token(END, len(text.rstrip()), quoted=True)]


class Cursor:
    """Goes through the words once, from left to right."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """At the first of them; the last one is the end."""
        self.tokens = tokens
        self.last = len(tokens) - 1
        self.at = 0

    @property
    def token(self) -> Token:
        """Where it stands."""
        return self.tokens[self.at]

    def at_end(self) -> bool:
        """Whether nothing follows."""
        return self.at == self.last

    def take(self, word: str) -> bool:
        """Go on if this word stands here, and say whether it does."""
        taken = self.token.is_(word)
        self.at += taken
        return taken

    def here(self) -> str:
        """What stands here, for a message."""
        return END if self.at_end() else f"“{self.shown()}”"

    def shown(self) -> str:
        """The word that stands here, fit to be shown."""
        return shown(self.token.text, 40)

    def stop(self, message: str, hint: str) -> NoReturn:
        """Raise ConditionError with this place."""
        raise ConditionError(message, hint, self.token.at)
