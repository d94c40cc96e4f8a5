"""Documents made to do harm: refused with a message, soon, and without a crash."""

from __future__ import annotations

import time

import pytest

from govcheck.intake.document import MAX_BYTES, Format, parse_document
from govcheck.intake.problem import MAX_PROBLEMS, InvalidDocument
from govcheck.intake.reading import MAX_DEPTH, MAX_NODES

BOMB = "a: &a [x]\n" + "".join(
    f"{this}: &{this} [{', '.join([f'*{last}'] * 9)}]\n"
    for last, this in zip("abcdefgh", "bcdefghi", strict=True)
)
DEEP = 100_000
LEVELS = f"values lie more than {MAX_DEPTH} levels inside one another."
NODES = f"the file holds more than {MAX_NODES:,} values."

HOSTILE: list[tuple[str, Format, str, str]] = [
    ("alias bomb", "yaml", BOMB, "`&a` marks a value"),
    ("lists in YAML", "yaml", "a: " + "[" * DEEP, LEVELS),
    ("mappings in YAML", "yaml", "a: " + "{b: " * DEEP, LEVELS),
    ("items in YAML", "yaml", "a:\n  " + "- " * DEEP + "x", LEVELS),
    ("keys of keys in YAML", "yaml", "? " * DEEP + "x", "a list or a mapping stands where a key"),
    ("indents in YAML", "yaml", "".join(f"{' ' * depth}a:\n" for depth in range(2_000)), LEVELS),
    ("lists in JSON", "json", '{"a": ' + "[" * DEEP, LEVELS),
    ("objects in JSON", "json", '{"a":' * DEEP, LEVELS),
    ("lists in TOML", "toml", "a = " + "[" * DEEP, LEVELS),
    ("tables in TOML", "toml", "a = " + "{b=" * DEEP, LEVELS),
    ("dotted key in TOML", "toml", "a" + ".a" * DEEP + " = 1", LEVELS),
    ("quoted dotted key in TOML", "toml", '"a"' + ' . "a"' * DEEP + " = 1", LEVELS),
    ("dotted keys in tables in TOML", "toml", "[" + "a." * 50 + "a]\n" + "b." * 50 + "b=1", LEVELS),
    ("many values in YAML", "yaml", "a: [" + "1," * MAX_NODES + "1]", NODES),
    ("many values in JSON", "json", '{"a": [' + "1," * MAX_NODES + "1]}", NODES),
    ("many values in TOML", "toml", "a = [" + "1," * MAX_NODES + "1]", NODES),
    ("long number in YAML", "yaml", "a: " + "9" * 1_000_000, "the number `99999"),
    ("long hexadecimal in YAML", "yaml", "a: 0x" + "F" * 1_000_000, "the number `0xFFF"),
    ("long zero in YAML", "yaml", "a: " + "0" * 5_000, "the number `0000"),
    ("long decimal in YAML", "yaml", "a: 1." + "9" * 1_000_000, "the number `1.999"),
    ("long number in JSON", "json", '{"a": -' + "9" * 1_000_000 + "}", "the number `-9999"),
    ("long number in TOML", "toml", "a = " + "9" * 1_000_000, "the number `99999"),
    ("long hexadecimal in TOML", "toml", "a = 0x" + "F" * 100_000, "the number `0xFFF"),
    ("long exponent in JSON", "json", '{"a": 1e' + "9" * 1_000_000 + "}", "the number `1e999"),
    ("long word in JSON", "json", '{"a": ' + "x" * 1_000_000 + "}", "`xxxx"),
    ("long key in YAML", "yaml", "a" * 1_000_000 + ": 1", "a colon stands"),
    ("spaces and a colon in YAML", "yaml", "a" + " " * 1_000_000 + "b: c: d", ""),
    ("blank lines in YAML", "yaml", "a: 1" + "\n" * 3_000_000 + " b: c", "the line is indented"),
    ("many tables in TOML", "toml", "[[a]]\nb=1\n" * 300_000, NODES),
    ("quotes not closed in TOML", "toml", 'a = """' + '""a' * 300_000, ""),
    ("backslashes in TOML", "toml", 'a = "' + "\\" * 1_000_001 + '"', ""),
]


@pytest.mark.parametrize(
    ("format_", "text", "message"),
    [pytest.param(*rest, id=name) for name, *rest in HOSTILE],
)
def test_a_hostile_document_is_refused_soon(format_: Format, text: str, message: str) -> None:
    begin = time.process_time()  # other work on the machine does not count
    with pytest.raises(InvalidDocument) as caught:
        parse_document(text, "file", format_)
    assert caught.value.problems[0].message.startswith(message)
    assert len(str(caught.value)) < 40_000
    assert time.process_time() - begin < 10


def test_the_deepest_that_is_allowed_can_be_read() -> None:
    inside = MAX_DEPTH - 1
    for format_, text in (
        ("yaml", "a: " + "[" * inside + "]" * inside),
        ("json", '{"a": ' + "[" * inside + "]" * inside + "}"),
        ("toml", "a = " + "[" * inside + "]" * inside),
    ):
        assert parse_document(text, "file", format_).data["a"]  # type: ignore[arg-type]
        deeper = text.replace("[]", "[[]]")
        with pytest.raises(InvalidDocument, match="levels inside one another"):
            parse_document(deeper, "file", format_)  # type: ignore[arg-type]


def test_so_many_problems_end_the_reading() -> None:
    with pytest.raises(InvalidDocument) as caught:
        parse_document("a: 1\n" * 5_000, "file", "yaml")
    assert len(caught.value.problems) == MAX_PROBLEMS + 1
    assert "reading stopped here" in str(caught.value)


@pytest.mark.parametrize("format_", ["yaml", "json", "toml"])
def test_a_document_too_large_is_not_read(format_: Format) -> None:
    with pytest.raises(InvalidDocument, match=r"file:1:1: the file is larger than 5 MiB\."):
        parse_document(b" " * (MAX_BYTES + 1), "file", format_)


@pytest.mark.parametrize("format_", ["yaml", "json", "toml"])
def test_half_a_character_is_refused(format_: Format) -> None:
    with pytest.raises(InvalidDocument, match="file:1:4: the file is not saved as UTF-8"):
        parse_document("abc\ud800", "file", format_)
