from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

import govcheck_police
from govcheck.intake.document import read_document
from govcheck.intake.framework import read_framework
from govcheck.model.framework import Framework
from govcheck_police.frameworks import GETTING_A_GRIP

FRAMEWORKS = Path(govcheck_police.__file__).parent / "frameworks"

# The wording is a quotation. A digest that differs means that somebody changed the quotation: hold
# it against the report before you change the digest.
QUOTED = {
    "2": "4cafddbf75498c23856265740c1803a91e4b82496bd9feee71cbf1741b5f4b88",
    "3": "2b0e0c425cce52e6cfc1077aaa890ac4811423b79e0a879103e65035f26479fd",
    "6": "a0f09cc193f21e1edf89f4cf5afda1a09baccfec4058816ab470946994b169f0",
}


@pytest.fixture(scope="module")
def report() -> Framework:
    return read_framework(read_document(FRAMEWORKS / "getting-a-grip-2023.yaml"))


def test_it_is_known_by_the_id_that_checks_use(report: Framework) -> None:
    assert report.id == GETTING_A_GRIP
    assert report.title == "PEEL Spotlight - Police performance: Getting a grip"
    assert report.inspection_id == "#28138"
    assert report.inspection_type == "National Inspection"


def test_the_response_is_due_on_day_56_counted_from_the_day_of_publication(
    report: Framework,
) -> None:
    deadline = report.response_deadline()
    assert report.published == date(2023, 7, 7)
    assert deadline
    assert deadline.last_day == date(2023, 8, 31)
    assert "section 55(5A)" in deadline.source


def test_the_duty_names_who_is_invited_and_who_gets_copies(report: Framework) -> None:
    assert report.response
    assert report.response.invite == "chief officer"
    assert report.response.copies_to == ("inspectors of constabulary", "Secretary of State")


def test_each_recommendation_has_its_three_numbers_and_addressee(report: Framework) -> None:
    held = [(item.number, item.id, item.addressee) for item in report.recommendations]
    assert held == [
        ("2", "#28191", "forces"),
        ("3", "#28234", "forces"),
        ("6", "#28281", "chief constables"),
    ]


def test_by_january_2024_is_read_as_its_last_day_and_says_that_this_is_a_setting(
    report: Framework,
) -> None:
    for item in report.recommendations:
        deadline = item.deadline()
        assert item.due
        assert deadline
        assert (item.due.by, item.due.wording) == ("2024-01", "By January 2024")
        assert deadline.last_day == date(2024, 1, 31)
        assert "not known" in deadline.source


def test_the_wording_is_the_quotation(report: Framework) -> None:
    digests = {
        item.number: sha256(item.wording.encode()).hexdigest() for item in report.recommendations
    }
    assert digests == QUOTED


def test_bullets_of_the_wording_stay_lines(report: Framework) -> None:
    bullets = {
        item.number: sum(line.startswith("- ") for line in item.wording.splitlines())
        for item in report.recommendations
    }
    assert bullets == {"2": 2, "3": 0, "6": 2}


def test_the_requirements_are_those_that_checks_serve(report: Framework) -> None:
    keys = [f"{outer.number}.{inner.id}" for outer, inner in report.all_requirements()]
    assert keys == [
        "2.review",
        "2.exit-interviews",
        "2.exit-patterns",
        "2.thinking-of-leaving",
        "2.encourage-to-stay",
        "2.all-groups",
        "3.review",
        "3.roles-and-situations",
        "3.proactive-support",
        "3.beyond-screening",
        "3.officers-and-staff",
        "6.review",
        "6.right-data",
        "6.analysis-and-use",
        "6.evaluation-culture",
        "6.all-levels",
    ]


def test_every_group_that_is_named_is_one_of_the_four(report: Framework) -> None:
    assert report.group_names == (
        "police officers",
        "police staff",
        "special constables",
        "volunteers",
    )
    for outer, inner in report.all_requirements():
        assert {*outer.groups, *inner.groups} <= set(report.group_names)


def test_it_says_what_is_not_held_and_under_which_licence(report: Framework) -> None:
    assert "more recommendations than the three held here" in (report.note or "")
    assert "Open Government Licence v3.0" in report.licence
    assert "Crown copyright" in report.licence
