from collections import Counter
from pathlib import Path

import pytest

import govcheck_police
from govcheck.intake.document import read_document
from govcheck.intake.framework import read_forces
from govcheck.model.force import Forces, folded


@pytest.fixture(scope="module")
def listed() -> Forces:
    return read_forces(read_document(Path(govcheck_police.__file__).parent / "forces.yaml"))


def _called(listed: Forces, name: str) -> list[str]:
    return [
        force.id
        for force in listed.forces
        if folded(name) in {folded(own) for own in force.names()}
    ]


def test_there_are_43_of_which_four_are_welsh(listed: Forces) -> None:
    countries = Counter((force.code or "")[:3] for force in listed.forces)
    assert countries == {"E23": 39, "W15": 4}


def test_codes_run_without_a_hole(listed: Forces) -> None:
    expected = {f"E230000{n:02}" for n in range(1, 40)} | {f"W150000{n:02}" for n in range(1, 5)}
    assert {force.code for force in listed.forces} == expected


def test_no_name_stands_for_two_forces_or_twice_for_one(listed: Forces) -> None:
    names = Counter(folded(name) for force in listed.forces for name in force.names())
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(
    ("name", "force"),
    [
        ("cumbria", "cumbria"),
        ("Cumbria", "cumbria"),
        ("CUMBRIA CONSTABULARY", "cumbria"),
        ("E23000002", "cumbria"),
        ("Devon & Cornwall", "devon-and-cornwall"),
        ("Devon and Cornwall", "devon-and-cornwall"),
        ("Devon and Cornwall Police", "devon-and-cornwall"),
        ("London, City of", "city-of-london"),
        ("City of London", "city-of-london"),
        ("Metropolitan", "metropolitan"),
        ("Metropolitan Police", "metropolitan"),
        ("Hampshire", "hampshire"),
        ("Hampshire and Isle of Wight", "hampshire"),
        ("Hampshire & Isle of Wight Constabulary", "hampshire"),
        ("Dyfed Powys", "dyfed-powys"),
        ("W15000004", "dyfed-powys"),
    ],
)
def test_a_force_is_found_under_the_names_that_people_use(
    listed: Forces, name: str, force: str
) -> None:
    assert _called(listed, name) == [force]


def test_british_transport_police_is_not_listed(listed: Forces) -> None:
    assert _called(listed, "British Transport Police") == []


def test_the_source_is_named(listed: Forces) -> None:
    assert "Office for National Statistics" in listed.source
