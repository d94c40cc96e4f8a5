import pytest
from pydantic import ValidationError

from govcheck.plugin import Field, PlainSection, Record, Section


class Shed(Record):
    """A shed."""

    doors: int


class Sheds(Section, key="sheds"):
    """The sheds."""

    all_of_them: tuple[Shed, ...] | None = Field(None, description="Each shed.")


class Custody(PlainSection, key="custody", schema={"type": "object"}):
    """Custody, described by a schema."""


class Night(Custody):
    """The same section under another name."""


def test_the_key_is_the_name_of_the_section_in_the_file() -> None:
    assert Sheds.section_key == "sheds"
    assert Custody.section_key == "custody"


def test_a_section_without_a_key_has_none() -> None:
    class Nameless(Section):
        """No key."""

    assert Nameless.section_key == ""


def test_a_plain_section_keeps_its_schema_for_its_heirs() -> None:
    assert Night.plain_schema == Custody.plain_schema == {"type": "object"}


def test_a_section_never_changes() -> None:
    sheds = Sheds(all_of_them=(Shed(doors=1),))
    with pytest.raises(ValidationError):
        sheds.all_of_them = None  # type: ignore[misc]


def test_values_of_a_plain_section_are_read_by_name() -> None:
    custody = Custody.model_validate({"beds": 12})
    assert custody["beds"] == 12
    assert custody["blankets"] is None


def test_values_of_a_plain_section_never_change_at_any_depth() -> None:
    custody = Custody.model_validate({"cells": [{"beds": [1, 2]}]})
    assert custody["cells"] == ({"beds": (1, 2)},)
    with pytest.raises(TypeError):
        custody["cells"][0]["beds"] = 3
    with pytest.raises(TypeError):
        custody.model_extra["cells"] = ()  # type: ignore[index]
    with pytest.raises(ValidationError):
        custody.cells = ()  # type: ignore[attr-defined]
