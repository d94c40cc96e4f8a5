"""Where values and keys stand, by hand, in each format."""

from __future__ import annotations

import pytest
import yaml

from govcheck.intake import yaml_events
from govcheck.intake.document import Document, Format, Pointer, json_pointer, parse_document
from govcheck.intake.places import Entry, Lines
from govcheck.intake.problem import Problem, shown

YAML = """\
# a comment
force: cumbria
"at": 'x y'
empty:
block: |
  one
  two
roles:
  - name: A
    count: 2

  - [1, {b: c}]
é😀: ü   # note
"""
JSON = """\
{
  "force": "cumbria", "empty": null,
  "roles": [
    {"name": "A"}, 7,
    []
  ]
}
"""
TOML = '''\
force = "cumbria"
at.what = 1 # [no]
[ roles . "a b" ]
x = """
[no]
""" # "
list = [
  1, # one
  { y = 2, z.z = [3] },
]
[[item]]
n = 1
[[item]]
n = 2
[item.deep]
m = 2023-10-31 07:00:00
[roles]
late = true
'''


def document(text: str, format_: Format = "yaml") -> Document:
    return parse_document(text, "file", format_)


YAML_PLACES: list[tuple[Pointer, tuple[int, int], tuple[int, int]]] = [
    ((), (2, 1), (2, 1)),
    (("force",), (2, 1), (2, 8)),
    (("at",), (3, 1), (3, 7)),
    (("empty",), (4, 1), (4, 7)),
    (("block",), (5, 1), (5, 8)),
    (("roles",), (8, 1), (9, 3)),
    (("roles", 0), (9, 5), (9, 5)),
    (("roles", 0, "name"), (9, 5), (9, 11)),
    (("roles", 0, "count"), (10, 5), (10, 12)),
    (("roles", 1), (12, 5), (12, 5)),
    (("roles", 1, 0), (12, 6), (12, 6)),
    (("roles", 1, 1, "b"), (12, 10), (12, 13)),
    (("é😀",), (13, 1), (13, 5)),
]
JSON_PLACES: list[tuple[Pointer, tuple[int, int], tuple[int, int]]] = [
    ((), (1, 1), (1, 1)),
    (("force",), (2, 3), (2, 12)),
    (("empty",), (2, 23), (2, 32)),
    (("roles",), (3, 3), (3, 12)),
    (("roles", 0, "name"), (4, 6), (4, 14)),
    (("roles", 1), (4, 20), (4, 20)),
    (("roles", 2), (5, 5), (5, 5)),
]
TOML_PLACES: list[tuple[Pointer, tuple[int, int], tuple[int, int]]] = [
    (("force",), (1, 1), (1, 9)),
    (("at",), (2, 1), (2, 1)),
    (("at", "what"), (2, 4), (2, 11)),
    (("roles", "a b"), (3, 11), (3, 1)),
    (("roles", "a b", "x"), (4, 1), (4, 5)),
    (("roles", "a b", "list", 0), (8, 3), (8, 3)),
    (("roles", "a b", "list", 1), (9, 3), (9, 3)),
    (("roles", "a b", "list", 1, "y"), (9, 5), (9, 9)),
    (("roles", "a b", "list", 1, "z", "z", 0), (9, 19), (9, 19)),
    (("item",), (11, 3), (11, 1)),
    (("item", 0), (11, 1), (11, 1)),
    (("item", 1), (13, 1), (13, 1)),
    (("item", 1, "n"), (14, 1), (14, 5)),
    (("item", 1, "deep", "m"), (16, 1), (16, 5)),
    (("roles",), (17, 2), (17, 1)),
    (("roles", "late"), (18, 1), (18, 8)),
]


@pytest.mark.parametrize(
    ("format_", "text", "places"),
    [("yaml", YAML, YAML_PLACES), ("json", JSON, JSON_PLACES), ("toml", TOML, TOML_PLACES)],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_key_and_value_has_its_place(
    format_: Format,
    text: str,
    places: list[tuple[Pointer, tuple[int, int], tuple[int, int]]],
    line_end: str,
    mark: str,
) -> None:
    read = document(mark + text.replace("\n", line_end), format_)
    assert [(pointer, read.key_place(pointer), read.place(pointer)) for pointer, *_ in places] == (
        places
    )


def test_a_place_that_does_not_exist_is_that_of_the_nearest_value_around_it() -> None:
    read = document(YAML)
    assert read.place(("roles", 0, "owner")) == read.place(("roles", 0))
    assert read.place(("roles", 7, "owner")) == read.place(("roles",))
    assert read.key_place(("roles", "owner")) == read.key_place(("roles",))
    assert read.place(("force", "x", 3)) == read.place(("force",))
    assert read.place(("nothing",)) == read.place(())


def test_a_problem_stands_at_a_value_or_at_its_key() -> None:
    read = document(YAML)
    assert str(read.problem(("force",), "no.", "Yes.")) == "file:2:8: no. Yes."
    assert str(read.problem(("force",), "no.", at_key=True)) == "file:2:1: no."


def test_problems_sort_by_place() -> None:
    places = [(10, 1), (2, 30), (2, 4)]
    problems = [Problem("f", *place, "m") for place in places]
    assert [problem.line for problem in sorted(problems)] == [2, 2, 10]


def test_a_document_made_by_hand_has_a_place_for_everything() -> None:
    assert Document("file", {"a": 1}).place(("a",)) == (1, 1)


def test_pointers_are_written_as_rfc_6901_has_them() -> None:
    assert json_pointer(()) == ""
    assert json_pointer(("a/b", "c~d", 0, "")) == "/a~1b/c~0d/0/"


def test_lines_end_as_editors_end_them() -> None:
    lines = Lines("a\r\nb\rc\nd")
    assert [lines.place(offset) for offset in (0, 3, 5, 7, 8)] == [
        (1, 1),
        (2, 1),
        (3, 1),
        (4, 1),
        (4, 2),
    ]


def test_without_the_compiled_parser_everything_is_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled = document(YAML)
    monkeypatch.setattr(yaml_events, "_Parser", yaml.SafeLoader)
    read = document(YAML)
    assert read.data == compiled.data
    assert all(
        read.place(pointer) == compiled.place(pointer)
        for pointer, *_ in YAML_PLACES
        if pointer != ("empty",)  # the one parser looks before the space, the other behind it
    )


def test_places_are_made_of_plain_tuples() -> None:
    top: Entry = document("a: 1").top
    assert top == (0, 0, {"a": (0, 3, None)})


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain words", "plain words"),
        ("two\nlines\tand  spaces", "two lines and spaces"),
        ("\x1b[31mred\x1b[0m \x1b]0;title\x07x", "red x"),
        ("a\u202eb\u2066c\u200bd\u00ade\ufefff", "abcdef"),
        ("\x00\x07\x9b", ""),
        ("\ud800", ""),
        ("é😀", "é😀"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 79 + "…"),
        ("x" * 5_000_000, "x" * 79 + "…"),
    ],
)
def test_text_of_a_file_is_shown_on_one_short_visible_line(text: str, line: str) -> None:
    assert shown(text) == line
