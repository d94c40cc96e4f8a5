"""An entry more under evidence: what stands in the file stays, byte for byte."""

import json
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from govcheck.intake.document import Format, parse_document
from govcheck.intake.entry_text import yaml_text
from govcheck.intake.new_entry import CannotInsertError, with_entry
from govcheck.intake.problem import InvalidDocument

ENTRY = {"title": "T", "path": "p.pdf"}
BLOCK = "  new:\n    title: T\n    path: p.pdf\n"
FLOW = "new: {title: T, path: p.pdf}"
MEMBER = '"new": {"title": "T", "path": "p.pdf"}'

YAML = {
    "no evidence yet": ("a: 1\n", f"a: 1\n\nevidence:\n{BLOCK}"),
    "no newline at the end": ("a: 1", f"a: 1\n\nevidence:\n{BLOCK}"),
    "a comment at the end": ("a: 1 # one\n# end", f"a: 1 # one\n# end\n\nevidence:\n{BLOCK}"),
    "the end of the document": ("---\na: 1\n...\n", f"---\na: 1\n\nevidence:\n{BLOCK}...\n"),
    "text to which the last line break belongs": ("a: |\n  x", f"\nevidence:\n{BLOCK}a: |\n  x"),
    "text to which blank lines belong": ("a: |+\n  x\n\n", f"a: |+\n  x\n\nevidence:\n{BLOCK}"),
    "a file that is indented as a whole": (
        "  a: 1\n",
        "  a: 1\n\n  evidence:\n    new:\n      title: T\n      path: p.pdf\n",
    ),
    "nothing under evidence": ("evidence:\nb: 2\n", f"evidence:\n{BLOCK}b: 2\n"),
    "a word for nothing": ("evidence: ~ # none\nb: 2\n", f"evidence: # none\n{BLOCK}b: 2\n"),
    "blank text for nothing": ("evidence: ''\nb: 2\n", f"evidence:\n{BLOCK}b: 2\n"),
    "nothing at the very end": ("b: 2\nevidence:", f"b: 2\nevidence:\n{BLOCK}"),
    "an empty flow mapping": ("evidence: {} # c\n", f"evidence: {{{FLOW}}} # c\n"),
    "a flow mapping": ("evidence: {x: {title: y}}\n", f"evidence: {{x: {{title: y}}, {FLOW}}}\n"),
    "a comma too many": ("evidence: {x: {a: b},}\n", f"evidence: {{x: {{a: b}}, {FLOW},}}\n"),
    "a flow mapping over lines": (
        "evidence: {\n  x: {a: b} # c\n}\n",
        f"evidence: {{\n  x: {{a: b}}, # c\n  {FLOW}\n}}\n",
    ),
    "a flow mapping over lines, with a comma at the end": (
        "evidence: {\n  x: {a: b}, # c\n}\n",
        f"evidence: {{\n  x: {{a: b}}, # c\n  {FLOW}\n}}\n",
    ),
    "a flow mapping that ends beside its last entry": (
        "evidence: {\n  x: {a: b}}",
        f"evidence: {{\n  x: {{a: b}}, {FLOW}}}",
    ),
    "the whole file in brackets": ("{a: 1}", f"{{a: 1, evidence: {{{FLOW}}}}}"),
    "nothing, in brackets": ("{evidence: , a: 1}", f"{{evidence:  {{{FLOW}}}, a: 1}}"),
    "a word for nothing, in brackets": ("{evidence: ~}", f"{{evidence: {{{FLOW}}}}}"),
    "entries": (
        "evidence:\n  x: {title: y}\nb: 2\n",
        f"evidence:\n  x: {{title: y}}\n{BLOCK}b: 2\n",
    ),
    "entries with comments": (
        "evidence:\n  x:\n    a: b # of a\n  # of x\n\n# of b\nb: 2\n",
        f"evidence:\n  x:\n    a: b # of a\n  # of x\n{BLOCK}\n# of b\nb: 2\n",
    ),
    "entries that are indented far": (
        "evidence:\n    x:\n       a: b\n",
        "evidence:\n    x:\n       a: b\n    new:\n       title: T\n       path: p.pdf\n",
    ),
    "entries that end in text of several lines": (
        "evidence:\n  x:\n    a: |\n      b\n\n\nb: 2\n",
        f"evidence:\n  x:\n    a: |\n      b\n{BLOCK}\n\nb: 2\n",
    ),
    "entries that end in text to which blank lines belong": (
        "evidence:\n  x:\n    a: |+\n      b\n\nb: 2\n",
        f"evidence:\n  x:\n    a: |+\n      b\n\n{BLOCK}b: 2\n",
    ),
    "an entry that ends in a list": (
        "evidence:\n  x:\n    a:\n    - b\n    - c\nb: 2\n",
        f"evidence:\n  x:\n    a:\n    - b\n    - c\n{BLOCK}b: 2\n",
    ),
    "line breaks of Windows": (
        "evidence:\r\n  x: {a: b}\r\nb: 2\r\n",
        "evidence:\r\n  x: {a: b}\r\n" + BLOCK.replace("\n", "\r\n") + "b: 2\r\n",
    ),
    "line breaks of an old Macintosh": ("a: 1\rb: 2\r", None),
    "keys with a question mark": (
        "? evidence\n: x: {a: b}\n",
        f"? evidence\n: x: {{a: b}}\n{BLOCK}",
    ),
}


@pytest.mark.parametrize(("text", "expected"), YAML.values(), ids=YAML)
def test_an_entry_comes_where_it_belongs_in_yaml(text: str, expected: str | None) -> None:
    found = with_entry(text, "yaml", "new", ENTRY)
    assert expected is None or found == expected
    assert parse_document(found, "", "yaml").data["evidence"]["new"] == ENTRY


JSON = {
    "one line": ('{"a": 1}', f'{{"a": 1, "evidence": {{{MEMBER}}}}}'),
    "several lines": (
        '{\n  "a": 1\n}\n',
        f'{{\n  "a": 1,\n  "evidence": {{{MEMBER}}}\n}}\n',
    ),
    "nothing": ('{"evidence": null}', f'{{"evidence": {{{MEMBER}}}}}'),
    "an entry": (
        '{\n  "evidence": {\n\t"x": {"a": 1}\n  },\n  "b": [1]\n}',
        '{\n  "evidence": {\n\t"x": {"a": 1},\n'
        '\t"new": {\n\t  "title": "T",\n\t  "path": "p.pdf"\n\t}\n  },\n  "b": [1]\n}',
    ),
}


@pytest.mark.parametrize(("text", "expected"), JSON.values(), ids=JSON)
def test_an_entry_comes_where_it_belongs_in_json(text: str, expected: str) -> None:
    assert with_entry(text, "json", "new", ENTRY) == expected


@pytest.mark.parametrize("text", ["a = 1", "a = 1\n", '[evidence.x]\ntitle = "t"\n'])
def test_an_entry_comes_at_the_end_in_toml(text: str) -> None:
    found = with_entry(text, "toml", "new.1", {**ENTRY, "covers": ["a", "b"]})
    begin = text if text.endswith("\n") else f"{text}\n"
    lines = 'title = "T"\npath = "p.pdf"\ncovers = ["a", "b"]\n'
    assert found == f'{begin}\n[evidence."new.1"]\n{lines}'


UNFIT: dict[str, tuple[str, Format, str]] = {
    "blank text of several lines": ("evidence: |\n\na: 1\n", "yaml", BLOCK),
    "a key with a question mark and no value": ("a: 1\n? evidence\n", "yaml", BLOCK),
    "a list": ("evidence: [x]\n", "yaml", BLOCK),
    "JSON that is no YAML": (
        json.dumps({"x" * 2_000: 1}),
        "json",
        '"new": {\n  "title": "T",\n  "path": "p.pdf"\n}\n',
    ),
    "a TOML table on one line": (
        "evidence = {x = {title = 't'}}",
        "toml",
        '[evidence.new]\ntitle = "T"\npath = "p.pdf"\n',
    ),
}


@pytest.mark.parametrize(("text", "form", "lines"), UNFIT.values(), ids=UNFIT)
def test_where_it_cannot_be_done_the_lines_are_given(text: str, form: Format, lines: str) -> None:
    with pytest.raises(CannotInsertError) as caught:
        with_entry(text, form, "new", ENTRY)
    assert caught.value.lines == lines


@pytest.mark.parametrize("text", [text for text, _ in YAML.values()], ids=YAML)
def test_what_cannot_be_read_back_is_not_written(text: str) -> None:
    with pytest.raises(CannotInsertError):
        with_entry(text, "yaml", "new", {"title": "an invisible\u2028line break"})


def test_numbers_and_lists_are_written_on_one_line() -> None:
    entry = {"size": 12, "covers": ["police staff", "no", "a, b"]}
    assert with_entry("a: 1\n", "yaml", "new", entry).endswith(
        '  new:\n    size: 12\n    covers: [police staff, "no", "a, b"]\n'
    )


def test_a_file_that_is_indented_with_tabs_is_refused() -> None:
    with pytest.raises(InvalidDocument, match="indented with a tab"):
        with_entry("evidence:\n\tx: {a: b}\n", "yaml", "new", ENTRY)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Strategy 2023/24 (draft)", "Strategy 2023/24 (draft)"),
        ("evidence/dŵr.pdf", "evidence/dŵr.pdf"),
        ("https://example.org/a", "https://example.org/a"),
        ("2023-10", "2023-10"),
        ("2022-04/2023-03-31", "2022-04/2023-03-31"),
        ("2023", '"2023"'),
        ("no", '"no"'),
        ("Null", '"Null"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("a ", '"a "'),
        ("a, b", '"a, b"'),
        ("", '""'),
        ("0" * 64, f'"{"0" * 64}"'),
        ("1e" * 32, f'"{"1e" * 32}"'),
        ("ab" * 32, "ab" * 32),
        ("12" + "ab" * 31, "12" + "ab" * 31),
    ],
)
def test_text_is_quoted_where_it_would_be_read_as_something_else(text: str, written: str) -> None:
    assert yaml_text(text) == written


WORDS = st.sampled_from(["a", "b c", "no", "1", "x: y", "# z", "'q'", '"', "{", "é", "tab\there"])
SCALARS = st.one_of(WORDS, st.integers(0, 9), st.booleans(), st.none())
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
ENTRIES = st.dictionaries(
    st.sampled_from(["title", "path", "url", "about", "sha256"]),
    st.one_of(WORDS, st.text(st.characters(min_codepoint=32, max_codepoint=0x2FF), min_size=1))
    .filter(lambda text: not set(text) & {"\x7f", *map(chr, range(0x80, 0xA0))})
    .filter(lambda text: bool(text.strip("\xa0\xad "))),
    min_size=1,
)


@st.composite
def yaml_files(draw: st.DrawFn) -> str:
    """Files in block and flow style, with comments, blank lines and any kind of line break."""
    lines: list[str] = []
    keys = draw(st.permutations(["a", "evidence", "b", "c"]))
    for key in keys[: draw(st.integers(1, 4))]:
        lines += draw(st.sampled_from([[], [""], ["# a comment"], ["", "  # another"]]))
        if key == "evidence":
            lines += draw(evidence_lines())
        else:
            lines.append(f"{key}: {json.dumps(draw(VALUES), ensure_ascii=False)}")
            lines += draw(st.sampled_from([[], ["d" + key + ": |", "   text", "", "   more", ""]]))
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return newline.join(lines) + draw(st.sampled_from(["", newline, newline * 3]))


@st.composite
def evidence_lines(draw: st.DrawFn) -> list[str]:
    entries = draw(st.dictionaries(st.sampled_from("xyz"), ENTRIES, max_size=3))
    if not entries:
        return [draw(st.sampled_from(["evidence:", "evidence: {}", "evidence: ~ # none"]))]
    style = draw(st.sampled_from(["block", "flow", "lines"]))
    if style == "flow":
        return [f"evidence: {json.dumps(entries, ensure_ascii=False)}"]
    if style == "lines":
        members = json.dumps(entries, ensure_ascii=False, indent=3).split("\n")
        return [f"evidence: {members[0]}", *members[1:-1], " }"]
    indent, step = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    lines = ["evidence: # of the whole"]
    for name, entry in entries.items():
        lines.append(f"{' ' * indent}{name}:")
        for key, value in entry.items():
            text = json.dumps(value, ensure_ascii=False)
            lines.append(f"{' ' * (indent + step)}{key}: {text}{draw(COMMENTS)}")
    return lines


COMMENTS = st.sampled_from(["", "", " # of the value"])


@settings(deadline=None, max_examples=300)
@given(yaml_files(), st.from_regex(r"[a-z0-9][a-z0-9._-]{0,9}", fullmatch=True), ENTRIES)
def test_the_rest_stays_as_it_is_and_the_data_are_the_old_ones_with_the_entry(
    text: str, name: str, entry: dict[str, Any]
) -> None:
    old = parse_document(text, "", "yaml").data
    assume(name not in (old.get("evidence") or {}))
    new = with_entry(text, "yaml", name, entry)
    data = parse_document(new, "", "yaml").data
    assert list(data["evidence"]) == [*(old.get("evidence") or {}), name]
    assert data == {**old, "evidence": {**(old.get("evidence") or {}), name: entry}}
    without = is_what_is_left(text, new)
    assert without, f"{text!r} became {new!r}"


def is_what_is_left(old: str, new: str) -> bool:
    """Whether the old text is the new one without one or two stretches, save a word for nothing."""
    if "evidence: ~" not in new:
        old = old.replace("evidence: ~", "evidence:", 1)
    begin = next(
        (at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other),
        min(len(old), len(new)),
    )
    rest = old[begin:]
    if new.endswith(rest):
        return True
    # A comma stands alone behind the last entry, and the new one on the line below.
    return new[begin] == "," and any(
        new[begin + 1 :].startswith(rest[:cut]) and new.endswith(rest[cut:])
        for cut in range(len(rest) + 1)
    )


@settings(deadline=None)
@given(st.dictionaries(WORDS, VALUES, min_size=1), ENTRIES, st.sampled_from([None, 1, 2, "\t"]))
def test_the_same_holds_for_json(
    old: dict[str, Any], entry: dict[str, Any], indent: int | str | None
) -> None:
    text = json.dumps(old, indent=indent, ensure_ascii=False)
    data = parse_document(text, "", "json").data
    new = with_entry(text, "json", "new", entry)
    assert parse_document(new, "", "json").data == {**data, "evidence": {"new": entry}}
    assert is_what_is_left(text, new)
