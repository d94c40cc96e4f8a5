"""What is a number, a word or nothing: the core schema of YAML 1.2, and the same data in all."""

from __future__ import annotations

import math
from typing import Any

import pytest

from govcheck.intake.document import parse_document


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("nULL", "nULL"),
        ("true", True),
        ("False", False),
        ("TRUE", True),
        ("tRUE", "tRUE"),
        ("yes", "yes"),
        ("no", "no"),
        ("NO", "NO"),
        ("on", "on"),
        ("y", "y"),
        ("0", 0),
        ("010", 10),
        ("-7", -7),
        ("+7", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("1,000", "1,000"),
        ("12:30", "12:30"),
        ("190:20:30", "190:20:30"),
        ("2023-12-15", "2023-12-15"),
        ("2023-10", "2023-10"),
        ("1.5", 1.5),
        ("1.", 1.0),
        (".5", 0.5),
        ("-1.5e3", -1500.0),
        ("1e3", 1000.0),
        (".", "."),
        ("1.2.3", "1.2.3"),
        ("+", "+"),
        ("-x", "-x"),
        ("=", "="),
        ("'12'", "12"),
        ('"no"', "no"),
        ("''", None),
        ('" "', None),
        ("'\u00a0\u200b'", None),
        ("\u00a0", None),
        ("|\n  \n", None),
        (">\n  a\n  b\n", "a b\n"),
        ("9007199254740991", 2**53 - 1),
        ("[]", []),
        ("{}", {}),
        ("C:\\data\\x", "C:\\data\\x"),
    ],
)
def test_yaml_is_read_by_the_core_schema(written: str, value: Any) -> None:
    read = parse_document(f"a: {written}\n", "file", "yaml").data["a"]
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("written", "key"),
    [("2", "2"), ("010", "010"), ("true", "true"), ("'null'", "null"), ("2023-01-01",) * 2],
)
def test_keys_keep_their_text(written: str, key: str) -> None:
    assert parse_document(f"{written}: 1\n", "file", "yaml").data == {key: 1}


def test_toml_days_and_times_become_text() -> None:
    text = "a = 2023-12-15\nb = 07:30:00\nc = 2023-12-15T07:30:00Z\nd = 2023-12-15 07:30:00\n"
    assert parse_document(text, "file", "toml").data == {
        "a": "2023-12-15",
        "b": "07:30:00",
        "c": "2023-12-15T07:30:00+00:00",
        "d": "2023-12-15T07:30:00",
    }


def test_json_numbers_keep_their_kind() -> None:
    data = parse_document('{"a": 1, "b": 1.0, "c": -0.0, "d": 1E2}', "file", "json").data
    assert [type(value) for value in data.values()] == [int, float, float, float]
    assert math.copysign(1, data["c"]) == -1


def test_a_pair_of_surrogate_escapes_is_one_character() -> None:
    assert parse_document('{"a": "\\ud83d\\ude00"}', "file", "json").data == {"a": "😀"}


@pytest.mark.parametrize("blank", ["", " ", "\\t\\n", "\u00a0", "\u2003", "\u200b", "\u3000"])
@pytest.mark.parametrize("format_", ["yaml", "json", "toml"])
def test_blank_text_is_not_answered(blank: str, format_: Any) -> None:
    texts = {"yaml": f'a: "{blank}"', "json": f'{{"a": "{blank}"}}', "toml": f'a = "{blank}"'}
    assert parse_document(texts[format_], "file", format_).data == {"a": None}


def test_an_item_that_says_nothing_is_there_and_not_answered() -> None:
    assert parse_document("a:\n  -\n  - 1\n", "file", "yaml").data == {"a": [None, 1]}


def test_yaml_may_say_that_it_is_yaml_1_2() -> None:
    assert parse_document("%YAML 1.2\n---\na: no\n...\n", "file", "yaml").data == {"a": "no"}
