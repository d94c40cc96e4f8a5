"""Lines of a starter file: comments that wrap, values in quotes, examples commented out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from textwrap import wrap

from govcheck.model.visible import visible

WIDTH = 88
STEP = "  "

_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 ._'-]*[A-Za-z0-9.])?")
_WORDS_WITH_A_MEANING = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def note(text: str, indent: str = "") -> Iterator[str]:
    """A comment, wrapped; each paragraph of the text begins a new line."""
    for paragraph in text.splitlines():
        yield from wrap(
            visible(paragraph),
            WIDTH,
            initial_indent=f"{indent}# ",
            subsequent_indent=f"{indent}# ",
            break_long_words=False,
            break_on_hyphens=False,
        )


def scalar(text: str) -> str:
    """A text as a YAML value, in quotes where it could be read as something else."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_WITH_A_MEANING:
        return text
    return json.dumps(text, ensure_ascii=False)


def commented_out(lines: Iterable[str], indent: str) -> Iterator[str]:
    """Lines as an example: taking away `# ` at the start of each makes it count."""
    for line in lines:
        yield f"{indent}# {line.removeprefix(indent)}".rstrip()
