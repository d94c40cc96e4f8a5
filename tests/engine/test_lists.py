"""The entries of the lists that a force draws up: each is known by a name."""

from typing import Self

from tests.properties.worlds import Custody, Entry

from govcheck.engine.lists import lists_of
from govcheck.model.assessment import SelfAssessment
from govcheck.model.record import Record, Text


class Support(Record):
    offered: int | None = None
    what: Text | None = None


class Unit(Record):
    place: Text | None = None
    name: Text | None = None
    supports: tuple[Support, ...] | None = None


class Whole(SelfAssessment):
    custody: Custody | None = None
    units: tuple[Unit, ...] = ()

    @classmethod
    def saying(cls, **sections: object) -> Self:
        head = {"govcheck": 1, "framework": "trees", "force": "north", "datasets": {}}
        return cls.model_construct(**head, **sections)  # type: ignore[arg-type]


def found(**sections: object) -> dict[str, tuple[str, ...]]:
    return {item.path: item.entries for item in lists_of(Whole.saying(**sections))}


def test_an_entry_is_known_by_its_name_before_any_other_text() -> None:
    units = (Unit(place="Quay", name="Dogs"), Unit(place="Yard"))
    assert found(units=units) == {"units": ("Dogs", "Yard")}


def test_entries_without_a_text_and_of_one_name_are_told_apart() -> None:
    units = (Unit(), Unit(name="Dogs"), Unit(), Unit(name="Dogs"))
    assert found(units=units) == {"units": ("(1)", "Dogs", "(2)", "Dogs (2)")}


def test_a_list_within_an_entry_is_found_under_its_name() -> None:
    units = (Unit(name="Dogs", supports=(Support(what="Rest"), Support(offered=1))),)
    assert found(units=units) == {"units": ("Dogs",), "units[Dogs].supports": ("Rest", "(1)")}


def test_the_keys_of_a_mapping_are_its_entries_and_a_list_of_words_is_an_answer() -> None:
    section = Custody(roles={"cells": Entry(offered="yes"), "vans": None}, evidence=("e1",))
    assert found(custody=section) == {"custody.roles": ("cells", "vans")}


def test_a_long_name_is_cut() -> None:
    assert found(units=(Unit(name="x" * 200),)) == {"units": ("x" * 80,)}


def test_data_sets_are_entries_and_an_empty_list_has_none() -> None:
    whole = Whole.saying(units=(), custody=None).model_copy(update={"datasets": {"leavers": None}})
    assert [(item.path, item.entries) for item in lists_of(whole)] == [("datasets", ("leavers",))]
