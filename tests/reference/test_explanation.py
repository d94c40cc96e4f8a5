"""What `explain` says, word for word."""

from enum import StrEnum

import pytest
from tests.reference.loaded import harbour, installed

from govcheck.model.vocabulary import Aspect, Basis, Severity, Status, Support, Verdict
from govcheck.reference.explanation import explain, explainable
from govcheck.reference.glossary import WORDS, all_words, meanings

EXPECTED = {
    "har-001": """\
HAR-001: The berths are counted

Severity:       critical
Feeds:          substance
Serves:         1.berths
Looks at:       the section berths
Pack:           harbour
Source:         harbour.py:{line}

Why: nobody can keep what nobody counts.

Close the gap: count them.
""",
    "1.lights": """\
1.lights: The lights burn.

Recommendation: 1: Keep the harbour
Framework:      harbours-2024

No check names it: the force's own answer under requirements is judged.
""",
    "harbours-2024:1.berths": """\
1.berths: There are berths | quays.

Recommendation: 1: Keep the harbour
Framework:      harbours-2024
Groups:         fishers

Checks that serve it (3):
  HAR-001   critical  The berths are counted
  HAR-003   minor     The tides are known
  HAR-005   minor     Ships that come in are written down
""",
    "#7": """\
Recommendation 1: Keep the harbour

Framework:      harbours-2024
Publisher's id: #7
Addressed to:   harbours
Due:            By May 2024 (read as the last day)
Groups:         fishers

  By May 2024, harbours should be kept:
  - with berths; and
  - with a crew.

Requirements:
  1.berths
      There are berths | quays.
  1.crew
      There is a crew.
  1.lights
      The lights burn.
""",
    "harbours-2024": """\
harbours-2024: Harbours: a look

Publisher:      Harbour Board
Published:      2024-02-01
Source:         https://example.org/harbours
Licence:        none
Brought by:     pack harbour
Evidence:       fresh for 12 months
Duty:           response within 30 days (Harbours Act, section 3)
Note:           Only the first recommendation is held.

Recommendations:
  1: Keep the harbour (3 requirements)
""",
    "harbour": """\
The pack harbour: Small | harbours.

Version:        2.1
From:           harbour.py

Checks (5):
  HAR-001   critical  The berths are counted
  HAR-002   major     Everybody who works there is trained
  HAR-003   minor     The tides are known
  HAR-004   major     A notice is posted
  HAR-005   minor     Ships that come in are written down
""",
    "crew": """\
The section crew: Who works there.

It asks:
  trained
      Is everybody trained?
""",
    "tides": "The section tides: The tides of the harbour.\n",
    "Partly Met": """\
partly met (a verdict): Something weighty is met, and something has a gap or is open.
""",
    "met": """\
met (a verdict): What is asked for is there. Minor gaps are reported and do not lower
it.
met (the outcome of a check): It ran and found no gap.
""",
    "verdict": """\
verdict: The result for a requirement, and for a recommendation over its requirements.

The verdict of a requirement, by the first line that applies:

  error           any serving check broke
  not applicable  every serving check is not applicable
  not met         a critical gap
  not assessed    no check serves it
  not assessed    a critical question is open
  not met         no weighty check is met and at least one has a gap
  not assessed    no weighty check is met, all are open
  partly met      a weighty check has a gap or is open
  met             otherwise

Weighty checks are the critical and major ones that apply; where there is none, all that
apply.

A recommendation: error if any requirement is; not applicable if all are; not assessed
if all that apply are; met if all that apply are met; not met if every assessed one is
not met; otherwise partly met.
""",
}


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_explained(name: str) -> None:
    check = harbour().check("HAR-001")
    assert check is not None
    line = check.check.place.rpartition(":")[2]
    assert explain(name, harbour()) == EXPECTED[name].format(line=line)


def test_what_a_check_can_do_without_is_said() -> None:
    text = explain("HAR-003", harbour()) or ""
    assert "the section tides, the section berths, where there is one\n" in text


def test_a_check_for_every_recommendation_says_so() -> None:
    assert "Serves:         every recommendation\n" in (explain("HAR-004", harbour()) or "")


def test_the_source_is_never_an_absolute_path() -> None:
    for loaded in (*harbour().checks, *installed().checks):
        text = explain(loaded.check.id, installed()) or explain(loaded.check.id, harbour()) or ""
        source = next(line for line in text.splitlines() if line.startswith("Source:"))
        assert "/" not in source


def test_nothing_goes_by_an_unknown_name() -> None:
    assert explain("starboard", harbour()) is None


@pytest.mark.parametrize("name", explainable(installed()))
def test_everything_that_is_offered_can_be_explained(name: str) -> None:
    text = explain(name, installed())
    assert text is not None
    assert text.endswith("\n")


@pytest.mark.parametrize("words", [Verdict, Status, Support, Basis, Severity, Aspect])
def test_every_word_of_a_result_has_its_meaning(words: type[StrEnum]) -> None:
    for word in words:
        assert any(item.kind for item in meanings(word.value)), word


def test_the_words_of_the_contract_are_there() -> None:
    contract = {
        "framework", "recommendation", "requirement", "self-assessment", "section", "evidence",
        "data set", "pack", "check", "finding", "verdict", "support", "action", "waiver",
        "baseline", "policy",
    }  # fmt: skip
    assert contract <= set(WORDS)
    assert set(WORDS) <= set(all_words())


def test_meanings_are_sentences() -> None:
    for word in all_words():
        for meaning in meanings(word):
            assert meaning.text[0].isupper()
            assert meaning.text.endswith((".", "?"))
