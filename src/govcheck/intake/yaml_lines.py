"""YAML whose lines do not fit together: judged by the line at fault and the one above it."""

from __future__ import annotations

import re

from govcheck.intake.problem import shown

Words = tuple[int, str, str]
"""Where, what is wrong, what to do."""

SEVERAL_LINES = "Text of several lines begins with > after the colon"

_KEY = re.compile(r"[ ]*(?:- +)*(?:\"[^\"]*\"|'[^']*'|[^\s\"'#][^#]*?)[ ]*:(?=\s|$)")
_LINE = re.compile(r"[^\r\n]*")
_LONGEST_KEY = 1_024


def line_at(text: str, offset: int) -> tuple[int, str]:
    """The line around a character: where it begins, and what it says."""
    begin = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    found = _LINE.match(text, begin)
    return begin, found[0] if found else ""


def _line_before(text: str, begin: int) -> str:
    """The nearest line above that says something."""
    for line in reversed(text[:begin].splitlines()):
        if line.strip() and not line.lstrip().startswith("#"):
            return line
    return ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def indenting_tab(text: str, at: int) -> int | None:
    """The tab among the spaces at the beginning of the line, if there is one."""
    begin, line = line_at(text, at)
    blank = line[: len(line) - len(line.lstrip())]
    return begin + blank.index("\t") if "\t" in blank else None


def colon_too_many(text: str, at: int, _begin: int) -> Words:
    """A colon in text, a line indented by mistake, or a line above without its colon."""
    begin, line = line_at(text, at)
    above = _line_before(text, begin)
    if _KEY.match(line[: at - begin][:_LONGEST_KEY]):
        message = "a second colon followed by a space stands on this line."
        return at, message, "Put the text after the first colon in quotation marks."
    if not above:
        return at, "a colon stands where none is expected.", "Put the text in quotation marks."
    start = begin + _indent(line)
    if _indent(line) > _indent(above) and _KEY.match(above[:_LONGEST_KEY]):
        return (
            start,
            "the line is indented further than the one above, which already has its value.",
            (
                "Begin it in the same column as the line above, or let nothing follow the colon "
                f"there. {SEVERAL_LINES}."
            ),
        )
    return (
        start,
        f"the line above (`{shown(above.strip(), 40)}`) has no colon followed by a space.",
        (
            "Write it as `key: value`, with a space after the colon. "
            f"{SEVERAL_LINES}, and its lines are indented."
        ),
    )


def misplaced(text: str, at: int, begin: int) -> Words:
    """Something follows a closed quotation, or a line is out of line with those above."""
    start, line = line_at(text, at)
    before = line[: at - start].rstrip()
    if before[-1:] in {"'", '"'}:
        return _after_quote(at, before[-1])
    if text[at : at + 1] in {"]", "}"}:
        return at, "a closing bracket has no opening one.", "Remove it or put the text in quotes."
    if text.startswith("- ", at) and at - start == begin - line_at(text, begin)[0]:
        return (
            at,
            "an item of a list stands between named answers.",
            "Indent it below the key to which the list belongs, or give it a name and a colon.",
        )
    if text.startswith(":", at):
        return at, "a key is blank.", "Write the name of the answer before the colon."
    return (
        at,
        "the line does not begin in the same column as those it belongs to.",
        "Entries that belong together begin in one column: compare with the lines above.",
    )


def _after_quote(at: int, mark: str) -> Words:
    advice = "Write an apostrophe twice ('')" if mark == "'" else 'Write the inner mark as \\"'
    return (
        at,
        "text follows a closing quotation mark.",
        f"{advice}, or put quotation marks around the whole text only.",
    )
