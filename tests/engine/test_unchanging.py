"""No check can change what it is given: the next one is given the same."""

import copy
import pickle

import pytest
from tests.engine.garden import Judge, one_check, results_of, told

from govcheck.model.assessment import Answer, SelfAssessment
from govcheck.model.unchanging import FixedDict, fixed, plain
from govcheck.model.vocabulary import Status

SAID = """
    recommendations:
      "1":
        requirements:
          review: {answer: partly}
    evidence:
      survey: {title: Survey, url: https://example.org/}
    requires: {garden: "*"}
    sheds:
      all_of_them: [{doors: 1}]
    garden:
      beds: [{length: 3}]
"""
GARDEN = "\nclass Garden(PlainSection, key='garden', schema={'type': 'object'}):\n    'Beds.'\n"
CHANGES = [
    ("assessment: SelfAssessment", "assessment.recommendations['2'] = None"),
    ("assessment: SelfAssessment", "assessment.recommendations.clear()"),
    ("assessment: SelfAssessment", "assessment.evidence.pop('survey')"),
    ("assessment: SelfAssessment", "assessment.evidence.update(x=1)"),
    ("assessment: SelfAssessment", "assessment.requires.setdefault('x', '*')"),
    ("assessment: SelfAssessment", "del assessment.requires['garden']"),
    ("assessment: SelfAssessment", "assessment.evidence['survey'].title = 'x'"),
    ("answer: Answer", "answer.requirements.popitem()"),
    ("answer: Answer", "answer.claim = 'met'"),
    ("answer: RequirementAnswer", "answer.answer = 'yes'"),
    ("sheds: Sheds", "sheds.all_of_them = ()"),
    ("sheds: Sheds", "sheds.all_of_them[0].doors = 2"),
    ("sheds: Sheds", "sheds.all_of_them.append(1)"),
    ("garden: Garden", "garden['beds'].append(1)"),
    ("garden: Garden", "garden['beds'][0]['length'] = 4"),
    ("garden: Garden", "garden.model_extra['beds'] = ()"),
    ("garden: Garden", "garden.model_extra.__ior__({'beds': ()})"),
    ("force: Force", "force.name = 'x'"),
    ("framework: Framework", "framework.title = 'x'"),
    ("framework: Framework", "framework.sections['x'] = {}"),
    ("recommendation: Recommendation", "recommendation.groups = ()"),
]


@pytest.mark.parametrize(("signature", "change"), CHANGES)
def test_a_check_that_would_change_what_it_is_given_breaks(
    judge: Judge, signature: str, change: str
) -> None:
    checks = GARDEN + one_check(signature, f"{change}\nyield Strength('changed')")
    checks += one_check(
        signature, f"yield Observation(repr({signature.partition(':')[0]}))", id_="Z-1"
    )
    untouched = checks.replace(change, "pass")
    outcomes = results_of(judge(checks, SAID))
    assert outcomes["SHED-001"].status is Status.ERROR
    assert told(outcomes["Z-1"]) == told(results_of(judge(untouched, SAID))["Z-1"])


def test_what_was_not_said_cannot_be_added_to() -> None:
    with pytest.raises(TypeError, match="cannot be changed by a check"):
        Answer().requirements["review"] = None


def test_a_mapping_that_never_changes_is_still_a_mapping() -> None:
    said = FixedDict({"a": 1, "b": 2})
    assert said == {"a": 1, "b": 2}
    assert list(said.items()) == [("a", 1), ("b", 2)]
    assert said | {"c": 3} == {"a": 1, "b": 2, "c": 3}
    assert isinstance(said, dict)


def test_copies_of_what_never_changes_never_change() -> None:
    said = FixedDict({"a": FixedDict({"b": 1})})
    for again in (copy.copy(said), copy.deepcopy(said), pickle.loads(pickle.dumps(said))):  # noqa: S301
        assert again == said
        assert isinstance(again["a"], FixedDict)


def test_plain_data_are_fixed_at_every_depth() -> None:
    data = fixed({"a": [{"b": [1]}], "c": "text", "d": None})
    assert data == {"a": ({"b": (1,)},), "c": "text", "d": None}


def test_what_was_fixed_can_be_had_as_plain_data_again() -> None:
    data = {"a": [{"b": [1]}], "c": "text", "d": None}
    assert plain(fixed(data)) == data
    plain(fixed(data))["a"].append("more")


def test_a_mapping_is_written_out_as_json_like_any_other() -> None:
    text = '{"requirements":{"review":null}}'
    answer = Answer.model_validate_json(text)
    assert answer.model_dump_json(exclude_unset=True) == text
    schema = SelfAssessment.model_json_schema()["properties"]["requires"]
    assert (schema["type"], schema["default"]) == ("object", {})
