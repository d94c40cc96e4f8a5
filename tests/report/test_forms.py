"""Which form a file holds: a name and an ending choose it."""

from typing import get_args

import pytest

from govcheck.report.forms import FORMS, NAMES, FormName, UnknownFormError, output_for, printed
from tests.report.results import of, result

EVERY = [(name, ending) for name, form in FORMS.items() for ending in form.modules]


def test_every_name_has_a_form() -> None:
    assert get_args(FormName) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_what_is_printed_is_text(name: FormName) -> None:
    assert isinstance(printed(name).renderer().render(of(result())), str)


@pytest.mark.parametrize(("name", "ending"), EVERY)
def test_each_form_is_to_be_had_under_its_name(name: FormName, ending: str) -> None:
    assert output_for(ending, name) == (name, ending)
    assert output_for(ending.upper(), name) == (name, ending)


@pytest.mark.parametrize(("name", "ending"), EVERY)
def test_each_form_gives_the_same_bytes_again(name: FormName, ending: str) -> None:
    renderer = output_for(ending, name).renderer()
    assert renderer.render(of(result())) == renderer.render(of(result()))


@pytest.mark.parametrize(("name", "ending"), EVERY)
def test_a_file_whose_name_is_no_unicode_can_be_reported_on(name: FormName, ending: str) -> None:
    judged = [of(result())[0]._replace(path="a\udcff.yaml")]
    shown = output_for(ending, name).renderer().render(judged)
    assert shown if isinstance(shown, bytes) else shown.encode()


@pytest.mark.parametrize(
    ("ending", "form"), [(".txt", "table"), (".md", "markdown"), (".json", "json")]
)
def test_an_ending_alone_chooses_the_form_that_people_expect(ending: str, form: str) -> None:
    assert output_for(ending).form == form


def test_an_ending_that_nothing_has_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(UnknownFormError, match=r"it can be \.txt, \.md, \.json"):
        output_for(".doc")


def test_a_form_is_not_written_under_a_wrong_ending() -> None:
    with pytest.raises(UnknownFormError, match=r"^a file in the form json ends in \.json$"):
        output_for(".md", "json")
