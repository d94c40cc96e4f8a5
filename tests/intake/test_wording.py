"""Words for what models object to: each kind of error has its own, whoever's model it is."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import AfterValidator, BaseModel
from tests.intake.allotments import catalogue

from govcheck.cli.configuration import Configuration
from govcheck.intake.document import parse_document
from govcheck.intake.expected_type import found
from govcheck.intake.suggestion import Known, suggestion
from govcheck.intake.validation import name_of, validate
from govcheck.intake.wording import _DESCRIBERS, describe
from govcheck.model.force import Forces
from govcheck.model.framework import Framework
from govcheck.plugin import Record

RAISED_BY = {
    "str": {"string_type"},
    "int": {"int_type", "int_from_float"},
    "float": {"float_type"},
    "bool": {"bool_type"},
    "date": {"date_type", "date_parsing", "date_from_datetime_inexact"},
    "literal": {"literal_error"},
    "tuple": {"tuple_type"},
    "list": {"list_type"},
    "set": {"set_type"},
    "frozenset": {"frozen_set_type"},
    "dict": {"dict_type"},
    "model": {"model_type"},
}
"""Errors by the node of a pydantic schema that raises them."""
LIMITED_BY = {
    "pattern": {"string_pattern_mismatch"},
    "ge": {"greater_than_equal"},
    "gt": {"greater_than"},
    "le": {"less_than_equal"},
    "lt": {"less_than"},
}
RAISE_NOTHING_THEMSELVES = {
    *("any", "default", "nullable", "model-fields", "model-field", "tagged-union", "union"),
    *("function-after", "function-before", "function-wrap", "with-info", "no-info"),
    *("definitions", "definition-ref", "function-plain"),
}


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a pydantic schema that has a type."""
    if isinstance(schema, dict):
        if isinstance(schema.get("type"), str):
            yield schema
        for key, inner in schema.items():
            if key not in ("metadata", "serialization", "ref", "expected"):
                yield from nodes(inner)
    elif isinstance(schema, list | tuple):
        for inner in schema:
            yield from nodes(inner)


@pytest.mark.parametrize(
    "model", [catalogue().whole_model(), Framework, Forces, Configuration], ids=lambda m: m.__name__
)
def test_every_error_that_a_model_can_give_has_words_of_its_own(model: type[BaseModel]) -> None:
    model.model_rebuild()
    raised: set[str] = set()
    for node in nodes(model.__pydantic_core_schema__):
        assert node["type"] in RAISED_BY or node["type"] in RAISE_NOTHING_THEMSELVES
        raised |= RAISED_BY.get(node["type"], set())
        for key in node.keys() & LIMITED_BY.keys():
            raised |= LIMITED_BY[key]
        of_text = node["type"] == "str"
        if "min_length" in node:
            raised.add("string_too_short" if of_text else "too_short")
        if "max_length" in node:
            raised.add("string_too_long" if of_text else "too_long")
    assert raised
    assert raised <= set(_DESCRIBERS)


def _no_moles(value: str) -> str:
    if value == "mole":
        raise ValueError("moles are not kept")
    if value == "vole":
        raise AssertionError("voles are not kept")
    return value


class Kept(Record):
    """An author's own model with an author's own rule."""

    animal: Annotated[str, AfterValidator(_no_moles)] | None = None
    number: complex | None = None


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("animal: mole", "k:1:9: animal: moles are not kept."),
        ("animal: vole", "k:1:9: animal: voles are not kept"),
        ("number: many", "k:1:9: number: “many” is not accepted here: Input should be a valid"),
    ],
)
def test_an_authors_own_rule_speaks_in_his_words(text: str, begins: str) -> None:
    value, problems = validate(parse_document(text, "k", "yaml"), Kept, {})
    assert value is None
    assert [str(problem)[: len(begins)] for problem in problems] == [begins]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "no value"),
        (True, "true"),
        (False, "false"),
        ("text", "“text”"),
        ("a\x1b[31mb\u202ec", "“abc”"),
        (3, "the number 3"),
        (1.5, "the number 1.5"),
        ([], "a list"),
        ({}, "a block of named values"),
    ],
)
def test_a_value_is_named_as_a_reader_would_name_it(value: object, words: str) -> None:
    assert found(value) == words


def test_an_error_of_a_kind_that_nobody_foresaw_is_still_told() -> None:
    error = {"type": "unheard_of", "input": 3, "msg": "Not today"}
    assert describe(error) == ("the number 3 is not accepted here: Not today.", "")


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ((), "the file"),
        (("sheds",), "sheds"),
        (("sheds", "all_of_them", 2), "entry 3 of all_of_them"),
        (("sheds", "all_of_them", 2, "doors"), "doors"),
        (("a", 0, 1), "entry 2 of entry 1 of a"),
        (("recommendations", "2"), "recommendation 2"),
        (("recommendations", 0), "entry 1 of recommendations"),  # counted as people count
        (("recommendations", 1, "requirements", 0), "entry 1 of requirements"),
    ],
)
def test_a_place_is_named_as_a_person_would_say_it(pointer: tuple[Any, ...], name: str) -> None:
    assert name_of(pointer) == name


@pytest.mark.parametrize(
    ("wrong", "known", "hint"),
    [
        ("retention", ["wellbeing", "Retentions"], "Did you mean: Retentions?"),
        ("RETENTION", ["retention"], "Did you mean: retention?"),
        ("xyz", ["a", "b"], "Known are: a, b."),
        ("xyz", ["a", "a"], "Known are: a."),
        ("xyz", map(str, range(14)), "Known are: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 2 more."),
        ("xyz", [], ""),
        ("x" * 200, ["x" * 200], f"Known are: {'x' * 79}…."),
        ("wxyz", ["w\u202exyz\x1b[0m"], "Did you mean: wxyz?"),
        ("abc", ["x\u202ey\nz"], "Known are: xy z."),
        ("nonsense", ["not assessed"], "Did you mean: not assessed?"),
    ],
)
def test_the_nearest_name_is_suggested_or_all_are_listed(wrong: str, known: Any, hint: str) -> None:
    assert suggestion(wrong, known) == hint


def test_how_near_a_name_has_to_be_can_be_said() -> None:
    assert suggestion("nonsense", ["not assessed"], near_enough=0.75) == "Known are: not assessed."
    assert suggestion("partly", ["partly met"], near_enough=0.75) == "Did you mean: partly met?"


def test_every_id_is_known_and_only_so_many_are_compared_with_a_wrong_one() -> None:
    known = Known(map(str, range(5_000)))
    assert "4999" in known
    assert "5000" not in known
    assert len(known) == len(list(known)) == 400
    assert suggestion("xyz", known).endswith("11 and many more.")
    assert len(Known(["a", "a", "b"])) == 2
