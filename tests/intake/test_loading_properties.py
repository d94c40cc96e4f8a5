"""Laws of the loaders: the same data come back, every place is right, nothing else is raised."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from govcheck.intake.document import Document, Format, Pointer, parse_document
from govcheck.intake.problem import InvalidDocument, Problem
from govcheck.intake.reading import MAX_WHOLE_NUMBER, is_blank

FORMATS: tuple[Format, ...] = ("yaml", "json", "toml")

printable = st.characters(
    exclude_categories=["Cs", "Cc"],
    exclude_characters="\u2028\u2029\ufffe\uffff",
)
texts = st.text(st.one_of(printable, st.sampled_from("\t\n #:'\"\\-[]{},&*!|>%@`0.")), max_size=30)
keys = st.text(st.one_of(printable, st.sampled_from(" .#:'\"\\-")), min_size=1, max_size=12).filter(
    lambda key: not is_blank(key)
)
numbers = st.one_of(
    st.integers(-MAX_WHOLE_NUMBER, MAX_WHOLE_NUMBER),
    st.floats(allow_nan=False, allow_infinity=False),
)
scalars = st.one_of(st.booleans(), numbers, texts)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=15,
)
documents = st.dictionaries(keys, values, max_size=5)
with_nulls = st.dictionaries(keys, st.one_of(st.none(), values), max_size=5)


def as_read(value: Any) -> Any:
    """The data as the loaders give them: blank text is not answered."""
    if isinstance(value, dict):
        return {key: as_read(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_read(part) for part in value]
    return None if isinstance(value, str) and is_blank(value) else value


def toml_text(data: dict[str, Any], path: tuple[str, ...] = ()) -> str:
    """A TOML text with tables, lists of tables and inline values."""
    tables = {key: part for key, part in data.items() if isinstance(part, dict)}
    lists = {
        key: part
        for key, part in data.items()
        if isinstance(part, list) and part and all(isinstance(item, dict) for item in part)
    }
    plain = {key: part for key, part in data.items() if key not in tables and key not in lists}
    lines = [f"{toml_string(key)} = {toml_value(part)} # note [" for key, part in plain.items()]
    for key, table in tables.items():
        name = (*path, key)
        lines += [f"[ {' . '.join(map(toml_string, name))} ]", toml_text(table, name)]
    for key, items in lists.items():
        name = (*path, key)
        for item in items:
            lines += [f"[[{'.'.join(map(toml_string, name))}]]", toml_text(item, name)]
    return "\n".join(lines)


def toml_string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def toml_value(value: Any) -> str:
    if isinstance(value, dict):
        entries = (f"{toml_string(key)} = {toml_value(part)}" for key, part in value.items())
        return "{ " + ", ".join(entries) + " }"
    if isinstance(value, list):
        return "[\n  " + ",\n  ".join(map(toml_value, value)) + "\n]" if value else "[]"
    if isinstance(value, str):
        return toml_string(value)
    return json.dumps(value)


def nodes(value: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, Any]]:
    yield pointer, value
    parts = value.items() if isinstance(value, dict) else ()
    items = enumerate(value) if isinstance(value, list) else ()
    for step, part in [*parts, *items]:
        yield from nodes(part, (*pointer, step))


def text_at(text: str, place: tuple[int, int]) -> str:
    line, column = place
    return "\n".join(text.split("\n")[line - 1 :])[column - 1 :]


def yaml_text(data: Any, style: str = '"', *, flow: bool | None = None) -> str:
    """YAML with all text quoted or in blocks: unquoted, the writer follows YAML 1.1."""

    class Dumper(yaml.SafeDumper):
        pass

    def represent(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)

    Dumper.add_representer(str, represent)
    return yaml.dump(
        data, Dumper=Dumper, allow_unicode=True, sort_keys=False, default_flow_style=flow
    )


@settings(deadline=None)
@given(
    with_nulls,
    st.sampled_from("\"'|>"),
    st.sampled_from([{"flow": flow} for flow in (True, False, None)]),
)
def test_what_yaml_writes_comes_back(
    data: dict[str, Any], style: str, layout: dict[str, bool | None]
) -> None:
    text = yaml_text(data, style, **layout)
    assert parse_document(text, "f", "yaml").data == as_read(data)


def json_text(data: Any) -> str:
    return json.dumps(data, indent=1, ensure_ascii=False)


WRITERS: dict[Format, Callable[[dict[str, Any]], str]] = {
    "yaml": yaml_text,
    "json": json_text,
    "toml": toml_text,
}


@settings(deadline=None)
@given(with_nulls, st.sampled_from([None, 0, 2]))
def test_what_json_writes_comes_back(data: dict[str, Any], indent: int | None) -> None:
    for escaped in (True, False):
        text = json.dumps(data, indent=indent, ensure_ascii=escaped)
        assert parse_document(text, "f", "json").data == as_read(data)


@settings(deadline=None)
@given(documents.filter(bool))
def test_what_toml_writes_comes_back(data: dict[str, Any]) -> None:
    assert parse_document(toml_text(data), "f", "toml").data == as_read(data)


@settings(deadline=None)
@given(documents.filter(bool), st.sampled_from(FORMATS))
def test_the_text_at_the_place_is_the_value(data: dict[str, Any], format_: Format) -> None:
    text = WRITERS[format_](data)
    document = parse_document(text, "f", format_)
    for pointer, value in nodes(data):
        if pointer and not isinstance(value, dict | list):
            assert_value_stands_at(text, document, pointer, value, format_)


def assert_value_stands_at(
    text: str, document: Document, pointer: Pointer, value: Any, format_: Format
) -> None:
    """Read the value alone from its place: a whole document is made of what follows it."""
    here = text_at(text, document.place(pointer))
    if isinstance(value, str) and here[0] in "\"'":
        assert scalar_at(here, format_) == value
    elif isinstance(value, str):
        assert format_ == "yaml"
        first = here.split("\n")[0].split(" ")[0]
        assert value.lstrip().startswith(first) or here[0] in "|>"
    else:
        written = here.split("\n")[0].split(",")[0].split(" ")[0].rstrip("]}")
        assert math.isclose(yaml_number(written), value, rel_tol=0.0)


def yaml_number(written: str) -> float:
    return json.loads(written) if written in {"true", "false"} else float(written)


def scalar_at(here: str, format_: Format) -> str:
    if format_ == "yaml":
        events = yaml.parse(here, Loader=yaml.SafeLoader)
        return str(next(event.value for event in events if isinstance(event, yaml.ScalarEvent)))
    return str(json.JSONDecoder(strict=False).raw_decode(here)[0])


@settings(deadline=None)
@given(documents.filter(bool), st.sampled_from(FORMATS))
def test_the_text_at_the_place_of_a_key_is_the_key(data: dict[str, Any], format_: Format) -> None:
    text = WRITERS[format_](data)
    document = parse_document(text, "f", format_)
    for pointer, _ in nodes(data):
        if pointer and isinstance(key := pointer[-1], str):
            here = text_at(text, document.key_place(pointer))
            if here[0] in "\"'":
                assert scalar_at(here, format_) == key
            else:
                assert here.startswith((key.split(" ")[0], "? "))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(FORMATS))
def test_bytes_at_random_are_refused_or_read(raw: bytes, format_: Format) -> None:
    refused_or_plain(raw, format_)


@settings(max_examples=1_000, deadline=None)
@given(
    st.text(
        st.sampled_from(
            "ab01 :-\n\t\r[]{},.\"'#&*!|>%?=~<\\u\u2028\x85\x00\ufeff\xe9\U0001f600eE+n"
        ),
        max_size=60,
    ),
    st.sampled_from(FORMATS),
)
def test_text_made_of_syntax_is_refused_or_read(text: str, format_: Format) -> None:
    refused_or_plain(text, format_)


@settings(max_examples=300, deadline=None)
@given(documents, st.sampled_from(FORMATS), st.data())
def test_a_text_with_a_slip_is_refused_or_read(
    data: dict[str, Any], format_: Format, draw: st.DataObject
) -> None:
    text = WRITERS[format_](data)
    cut = draw.draw(st.integers(0, len(text)))
    length = draw.draw(st.integers(0, 5))
    put = draw.draw(st.text(st.sampled_from(" :\n\t[]{}\"'#,=\\&*"), max_size=3))
    refused_or_plain(text[:cut] + put + text[cut + length :], format_)


def assert_sound(problems: tuple[Problem, ...]) -> None:
    assert problems
    assert list(problems) == sorted(problems)
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert str(problem).isprintable()


def refused_or_plain(source: str | bytes, format_: Format) -> None:
    """Either the problems have sound places, or the data are those of JSON with their places."""
    try:
        document = parse_document(source, "f", format_)
    except InvalidDocument as error:
        assert_sound(error.problems)
        return
    json.dumps(document.data, allow_nan=False).encode()
    for pointer, value in nodes(document.data):
        assert isinstance(value, dict | list | str | int | float | None)
        assert not (isinstance(value, str) and is_blank(value))
        assert min(*document.place(pointer), *document.key_place(pointer)) >= 1
