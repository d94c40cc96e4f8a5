"""What is published beside the answers: carried from the file into the result, never judged."""

import pytest
from tests.engine.garden import Judge, one_check

from govcheck.model.result import ResponseResult

SECTION = """

class Letter(ResponseSection, key="letter"):
    "The letter to the inspectorate."

    stamp: Text | None = Field(None, description="Which stamp is on it?")
"""
PLUGIN = SECTION + one_check("letter: Letter", "yield from ()")


def test_without_a_duty_and_without_a_section_nothing_is_told(judge: Judge) -> None:
    result = judge(PLUGIN)
    assert result.response == ResponseResult()
    assert (result.framework.inspection_id, result.framework.inspection_type) == (None, None)


def test_what_the_section_says_is_carried_whatever_its_key(judge: Judge) -> None:
    said = """
    letter:
      published: 2024-05-01
      title: Our letter
      key_findings: Sheds leak.
      comment: We agree.
      invited_comment: So do we.
      stamp: blue
    """
    assert judge(PLUGIN, said).response == ResponseResult(
        title="Our letter",
        published="2024-05-01",
        key_findings="Sheds leak.",
        comment="We agree.",
        invited_comment="So do we.",
    )


@pytest.mark.parametrize("said", ["letter:", "letter: {stamp: blue}"])
def test_what_is_left_out_stays_left_out(judge: Judge, said: str) -> None:
    assert judge(PLUGIN, said).response == ResponseResult()
