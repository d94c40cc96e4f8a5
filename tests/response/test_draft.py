"""The response as it is drafted: in the order in which forces write it, and nothing made up."""

import pytest
from tests.response.responses import BASE, action, recommendation, result

from govcheck.response.blocks import Facts, Heading, Hole, Label, Paragraph, Table
from govcheck.response.draft import drafted, paragraphs

NOTHING = {"explanation": None, "no_action_because": None, "actions": ()}


def headings(of: object) -> list[str]:
    return [block.text for block in of.blocks if isinstance(block, Heading)]  # type: ignore[attr-defined]


def test_the_order_is_that_of_a_published_response() -> None:
    draft = drafted(result())
    assert draft.title == "Our response"
    assert [name for name, _ in draft.blocks[0].rows] == [  # type: ignore[union-attr]
        "Inspection title", "Date published", "Type of inspection", "Published by", "Force",
        "Response by", "Response published under", "Last day for publishing the response",
        "Response published",
    ]  # fmt: skip
    assert headings(draft) == [
        "Key findings", "Recommendations", "Recommendation 2 (#28102): Keeping people",
        "Response to the recommendations", "Response to recommendation 2 (#28102)",
        "Comment of the local policing body", "Comment of the chief officer", "Copies",
    ]  # fmt: skip
    assert draft.holes() == ()


def test_the_last_day_stands_with_its_rule_and_the_law() -> None:
    facts = dict(drafted(result()).blocks[0].rows)  # type: ignore[union-attr,arg-type]
    assert facts["Last day for publishing the response"] == "31 January 2024 (By January 2024)"
    assert facts["Response published under"] == "the framework"
    assert facts["Inspection title"] == "Getting a grip (#28138)"
    assert facts["Response by"] == "Local policing body"


def test_a_framework_without_a_duty_gets_a_response_all_the_same() -> None:
    plain = result(
        recommendation(id=None, due=None),
        body=None, invites=None, copies_to=(), title=None, published=None, invited_comment=None,
    )  # fmt: skip
    bare = plain.framework._replace(response=None, inspection_id=None, inspection_type=None)
    draft = drafted(plain._replace(framework=bare))
    assert draft.title == "Response to Getting a grip"
    assert headings(draft)[-2:] == ["Response to recommendation 2", "Comment"]
    assert dict(draft.blocks[0].rows) == {  # type: ignore[union-attr,arg-type]
        "Inspection title": "Getting a grip",
        "Date published": "7 July 2023",
        "Published by": "The inspectorate",
        "Force": "Quillmoor Constabulary (invented)",
    }
    assert Facts((("Addressed to", "forces"),)) in draft.blocks
    assert draft.values["last_day"] is None
    assert draft.values["inspection_id"] is None


def test_what_others_say_is_carried_though_the_framework_invites_nobody() -> None:
    draft = drafted(result(invites=None))
    assert "Comment of the those invited" not in headings(draft)
    assert "Comment of those invited" in headings(draft)


def test_a_recommendation_without_an_answer_is_a_hole_and_stays_one() -> None:
    draft = drafted(result(recommendation(**NOTHING, owner=None)))
    at = headings(draft).index("Response to recommendation 2 (#28102)")
    assert headings(draft)[at + 1] == "Comment of the local policing body"
    below = draft.blocks[draft.blocks.index(Heading(2, headings(draft)[at])) + 1]
    assert below == Hole(
        "[NO ANSWER: recommendation 2 has neither an action nor a reason for taking none."
        " One of them has to be published.]"
    )


@pytest.mark.parametrize("empty", ["\u200b", "\u202e\n\u2066", "\x00 \x1b[0m"])
def test_what_nobody_can_see_is_no_answer(empty: str) -> None:
    assert drafted(result(recommendation(**NOTHING | {"explanation": empty}))).holes()


@pytest.mark.parametrize(
    "answer",
    [{"explanation": "Done."}, {"no_action_because": "It is done."}, {"actions": (action(),)}],
)
def test_an_action_or_a_reason_is_an_answer(answer: dict[str, object]) -> None:
    assert drafted(result(recommendation(**NOTHING | answer))).holes() == ()


def test_a_reason_is_told_as_one() -> None:
    blocks = drafted(
        result(recommendation(**NOTHING | {"no_action_because": "It is done."}))
    ).blocks
    at = blocks.index(Label("No action has been taken or is proposed, because"))
    assert blocks[at + 1] == Paragraph("It is done.")
    assert Label("Action taken or proposed") not in blocks


@pytest.mark.parametrize(
    ("said", "progress"),
    [
        ({"state": "in progress"}, "in progress"),
        ({"state": None}, ""),
        ({"state": "done", "done_on": "2024-01-10"}, "done on 10 January 2024"),
        ({"state": "closed", "done_on": "2024-01-10"}, "closed; done on 10 January 2024"),
        ({"state": "done"}, "done"),
    ],
)
def test_actions_stand_with_owner_day_and_progress(said: dict[str, str], progress: str) -> None:
    draft = drafted(result(recommendation(actions=(action(**said),))))
    table = next(block for block in draft.blocks if isinstance(block, Table))
    assert table.header == ("No.", "Action", "Owner", "Due", "Progress")
    assert table.rows == (
        ("A1", "Offer exit interviews", "Volunteering Manager", "15 January 2024", progress),
    )


def test_an_action_without_owner_and_day_says_so() -> None:
    draft = drafted(result(recommendation(actions=(action(owner=None, due=None),))))
    table = next(block for block in draft.blocks if isinstance(block, Table))
    assert table.rows[0][2:4] == ("", "no date set")


def test_who_answers_and_when_it_was_done_stand_below_the_answer() -> None:
    draft = drafted(result(recommendation(completed="2024-01-12")))
    assert Facts((("Owner", "Head of People"), ("Completed", "12 January 2024"))) in draft.blocks
    nobody = drafted(result(recommendation(owner=None)))
    assert "Owner" not in [n for b in nobody.blocks if isinstance(b, Facts) for n, _ in b.rows]


@pytest.mark.parametrize("key", ["key_findings", "comment", "invited_comment"])
def test_words_that_only_a_person_has_are_marked_where_they_are_missing(key: str) -> None:
    (hole,) = drafted(result(**{key: None})).holes()
    assert hole.startswith("[TO BE ADDED: ")
    assert hole.endswith(f" The file leaves {key} open.]")


def test_each_line_is_a_paragraph_and_a_hyphen_makes_an_item() -> None:
    assert list(paragraphs("One.\n\n \n- two\n-three")) == [
        Paragraph("One."), Paragraph("two", item=True), Paragraph("-three"),
    ]  # fmt: skip


def test_the_wording_is_quoted() -> None:
    blocks = drafted(result()).blocks
    assert Paragraph("Forces should ask:", quoted=True) in blocks
    assert Paragraph("those who stay.", quoted=True, item=True) in blocks


def test_a_draft_carries_no_day_but_that_of_judgement() -> None:
    assert drafted(result()).judged == BASE.as_of
