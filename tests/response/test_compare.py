"""A finished response held against the file: facts are compared, prose never is."""

import pytest
from tests.response.responses import action, edited, recommendation, result, told

from govcheck.response.draft import drafted
from govcheck.response.markdown import render

NOTHING = {"explanation": None, "no_action_because": None, "actions": (), "owner": None}


def test_a_fresh_draft_agrees() -> None:
    assert edited(result()) == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We ask everybody.", "“Everybody” is asked, and we shall go on asking."),
        ("Offer exit interviews", "OFFER  exit-interviews"),
        ("Offer exit interviews", "Ask all leavers why they leave"),
        ("Volunteering Manager", "*volunteering manager*"),
        ("15 January 2024", "Mon 15/01/2024"),
        ("7 July 2023", "2023-07-07"),
        ("- **Owner:** Head of People", "Owner: Head of  people"),
        ("- **Owner:** Head of People", "Owner:\n\nHead of People"),
        ("- **Owner:** Head of People", "**Owner**: Head of People"),
        ("- **Owner:** Head of People", "The Head of People answers for this."),
        ("- **Force:** Quillmoor Constabulary (invented)", "- **Force:** Quillmoor"),
        ("- **Force:** Quillmoor Constabulary (invented)", "Of Quillmoor Constabulary (invented)"),
        ("### Response to recommendation 2 (\\#28102)", "### Our reply to Recommendation no. 2"),
        ("### Response to recommendation 2 (\\#28102)", "### Answer to #28102"),
        ("| A1 |", "| a1 |"),
        ("| A1 |", "|  |"),
        ("Last day for publishing the response", "A word nobody knows"),
        ("- **Date published:** 7 July 2023", "The report of 7 July 2023 is answered here."),
        ("in progress |", "in progress; next meeting on 3 May 2024 |"),
        ("We agree.", "# We disagree.\n\nAnd here is why."),
        ("> Forces should ask:\n>\n", "> Forces ought to ask:\n"),
        ("- **Inspection title:** Getting a grip (\\#28138)", "Inspection: Getting a Grip"),
        ("- **Inspection title:** Getting a grip (\\#28138)", "Inspection #28138"),
    ],
)
def test_editing_is_no_difference(old: str, new: str) -> None:
    assert edited(result(), (old, new)) == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "15 January 2024", "20 January 2024",
            "recommendation 2: action A1: due 15 January 2024 in the file and 20 January 2024 in the"
            " document.",
        ),
        (
            "15 January 2024", "15 January 2024, put off to 20 January 2024",
            "recommendation 2: action A1: due 15 January 2024 in the file; the document also says"
            " 20 January 2024.",
        ),
        (
            "15 January 2024", "in the new year",
            "recommendation 2: action A1: due 15 January 2024 in the file and no day in the"
            " document.",
        ),
        (
            "Volunteering Manager", "Head of Learning",
            "recommendation 2: action A1: its owner is Volunteering Manager in the file and Head of"
            " Learning in the document.",
        ),
        (
            "Volunteering Manager", "",
            "recommendation 2: action A1: its owner is Volunteering Manager in the file and not"
            " given in the document.",
        ),
        (
            "in progress |", "done on 3 May 2024 |",
            "recommendation 2: action A1: done on no day in the file and 3 May 2024 in the"
            " document.",
        ),
        (
            "Head of People", "Head of Learning",
            "recommendation 2: its owner is Head of People in the file and Head of Learning in the"
            " document.",
        ),
        (
            "- **Owner:** Head of People", "",
            "recommendation 2: the document does not name its owner, Head of People.",
        ),
        (
            "Quillmoor Constabulary (invented)", "Fennimarch Police",
            "the document is about Fennimarch Police; the file is about Quillmoor Constabulary"
            " (invented).",
        ),
        (
            "- **Force:** Quillmoor Constabulary (invented)", "",
            "the document does not name the force, Quillmoor Constabulary (invented).",
        ),
        ("Getting a grip (\\#28138)", "Another report", "the document does not name the inspection,"
         " “Getting a grip”."),
        (
            "7 July 2023", "8 July 2023",
            "date published is 7 July 2023 in the file and 8 July 2023 in the document.",
        ),
        (
            "- **Date published:** 7 July 2023", "",
            "the document does not say “date published: 7 July 2023”.",
        ),
        (
            "response:** 31 January 2024", "response:** 1 February 2024",
            "last day for publishing the response is 31 January 2024 in the file and 1 February 2024"
            " in the document.",
        ),
        (
            "29 August 2023", "30 August 2023",
            "response published is 29 August 2023 in the file and 30 August 2023 in the document.",
        ),
        (
            "by:** 31 January 2024", "by:** 31 March 2024",
            "recommendation 2: to be carried out by is 31 January 2024 in the file and 31 March 2024"
            " in the document.",
        ),
    ],
)  # fmt: skip
def test_a_fact_that_changed_is_told(old: str, new: str, said: str) -> None:
    assert edited(result(), (old, new)) == (said,)


def test_an_answer_that_was_taken_out_is_missed() -> None:
    plain = result(recommendation(actions=()))
    assert edited(plain, ("We ask everybody.", "")) == (
        "recommendation 2: the document holds no answer under its name.",
    )


def test_what_stood_with_an_answer_that_is_gone_is_not_told_one_by_one() -> None:
    plain = result(recommendation(completed="2024-01-12"))
    text = render(drafted(plain))
    start = text.index("### Response to recommendation 2")
    cut = text[:start] + text[text.index("\n## ", start) :]
    assert told(plain, cut) == ("recommendation 2: the document holds no answer under its name.",)


def test_a_recommendation_that_was_taken_out_is_missed() -> None:
    plain = result(recommendation(), recommendation("3"))
    text = render(drafted(plain))
    for heading in ("### Recommendation 3", "### Response to recommendation 3"):
        start = text.index(heading)
        text = text[:start] + text[text.index("\n## ", start) :]
    assert told(plain, text) == ("recommendation 3: it does not appear in the document.",)


def test_a_hole_is_told_while_it_is_marked_and_after_the_mark_is_gone() -> None:
    plain = result(recommendation(**NOTHING))
    missing = "recommendation 2: neither the file nor the document holds an answer to it."
    (mark,) = drafted(plain).holes()
    shown = "**\\" + mark.removesuffix("]") + "\\]**"
    assert edited(plain) == (missing, f"the document still holds the mark “{mark}”.")
    assert edited(plain, (shown, "")) == (missing,)
    assert edited(plain, (shown, "We are at work on it.")) == (
        "recommendation 2: the document answers it; the file gives neither an action nor a reason.",
    )


def test_actions_on_one_side_only_are_told() -> None:
    plain = result(recommendation(actions=(action(), action(id="A2", what="Ask volunteers"))))
    row = "| A2 | Ask volunteers | Volunteering Manager | 15 January 2024 | in progress |\n"
    assert edited(plain, (row, "")) == (
        "recommendation 2: action A2 is in the file and not in the document.",
    )
    assert edited(plain, (row, row + "| A3 | Hold a fair | | | |\n| | Sing | | | |\n")) == (
        "recommendation 2: action A3 “Hold a fair” is in the document and not in the file.",
        "recommendation 2: action “Sing” is in the document and not in the file.",
    )
    # Neither an empty row nor a table of something else is an action.
    assert (
        edited(plain, (row, row + "| | | | | |\n\n| Year | Left | Asked |\n| 2023 | 9 | 8 |\n"))
        == ()
    )
    table = "| No. | Action | Owner | Due | Progress |"
    assert edited(plain, (table, "| Ref | What | Lead | By when | Status |")) == ()
    assert (
        edited(plain, (table, "| No. | Action | Who |"), (" | 15 January 2024 | in progress", ""))
        == ()
    )


def test_an_action_without_owner_or_day_must_not_get_one() -> None:
    plain = result(recommendation(actions=(action(owner=None, due=None),)))
    assert edited(plain, ("|  | no date set |", "| The chief | 1 May 2024 |")) == (
        "recommendation 2: action A1: due no day in the file and 1 May 2024 in the document.",
        "recommendation 2: action A1: its owner is not given in the file and The chief in the"
        " document.",
    )


def test_actions_of_the_same_id_are_told_apart_by_their_order() -> None:
    twice = (action(), action(what="Ask volunteers", due="2024-02-01"))
    assert edited(result(recommendation(actions=twice))) == ()


def test_an_owner_whom_the_file_does_not_name_is_told() -> None:
    plain = result(recommendation(owner=None))
    assert edited(plain, ("We ask everybody.", "We ask.\n\n- **Owner:** The chief")) == (
        "recommendation 2: the document names the owner The chief; the file names none.",
    )
    assert edited(plain, ("We ask everybody.", "We ask.\n\n- **Owner:** -")) == ()


def test_the_day_of_completion_is_held() -> None:
    done = result(recommendation(completed="2024-01-12"))
    assert edited(done) == ()
    assert edited(done, ("- **Completed:** 12 January 2024", "")) == (
        "recommendation 2: the document does not say “completed: 12 January 2024”.",
    )
    assert edited(result(), ("We ask everybody.", "We ask.\n\nCompleted: 1/2/2024")) == (
        "recommendation 2: the document says “completed: 1 February 2024”; the file gives no such"
        " day.",
    )


SENTENCES = """\
# Letter

Getting a grip, published on 7 July 2023. Quillmoor Constabulary (invented).

## Recommendation 2

Forces should ask: those who leave; and those who stay.

{answer}
"""


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("The Head of People has the Volunteering Manager offer exit interviews by 15/1/2024.", ()),
        ("The Volunteering Manager will offer exit interviews, says the Head of People.", ()),
        (
            "The Head of People has the Volunteering Manager offer exit interviews by 16/1/2024.",
            ("action A1: due 15 January 2024 in the file and 16 January 2024 in the document.",),
        ),
        (
            "The Head of People will offer exit interviews.",
            ("action A1: the document does not name its owner, Volunteering Manager.",),
        ),
        (
            "The Head of People does what is needed.",
            ("action A1 is in the file and not in the document.",),
        ),
    ],
)
def test_a_letter_in_sentences_is_held_as_far_as_that_goes(
    answer: str, said: tuple[str, ...]
) -> None:
    expected = tuple(f"recommendation 2: {line}" for line in said)
    assert told(result(), SENTENCES.format(answer=answer)) == expected


def test_wording_alone_is_no_answer() -> None:
    assert "recommendation 2: the document holds no answer under its name." in told(
        result(recommendation(actions=(), owner=None)), SENTENCES.format(answer="")
    )


FORM = """\
Inspection Title:
#28138 Getting a grip.

Date Published:
07/07/2023

Quillmoor Constabulary (invented)

1. #28102 - Recommendation Numbered in Report 2.
Forces should ask: those who leave; and those who stay.

2. #28103 - Recommendation Numbered in Report 3.

Commissioner's Response to Report and Recommendation:

We welcome the report.
"""


def test_one_answer_to_all_recommendations_is_no_answer_to_any() -> None:
    items = [recommendation(number, actions=(), owner=None) for number in ("2", "3")]
    assert told(result(*items), FORM) == tuple(
        f"recommendation {number}: the document holds no answer under its name."
        for number in ("2", "3")
    )


def test_a_table_of_recommendations_and_answers_is_read() -> None:
    text = """
        Getting a grip, 7 July 2023, Quillmoor Constabulary (invented)

        | No. | Recommendation | Response |
        |---|---|---|
        | 1 | Recommendation 2 | We ask everybody. |
        | 2 | Recommendation 3: ask | |
        """
    items = [recommendation(number, actions=(), owner=None) for number in ("2", "3")]
    assert told(result(*items), text) == (
        "recommendation 3: the document holds no answer under its name.",
    )


def test_numbers_are_not_taken_for_longer_ones() -> None:
    items = [
        recommendation(number, actions=(), owner=None, id=None) for number in ("2", "2.1", "12")
    ]
    assert edited(result(*items)) == ()
    assert edited(result(*items), ("### Response to recommendation 2.1\n", "### Other\n")) == (
        "recommendation 2.1: the document holds no answer under its name.",
    )


def test_a_title_that_looks_like_a_mark_is_a_title() -> None:
    assert edited(result(title="[TO BE ADDED: a title]")) == ()


@pytest.mark.parametrize(
    "heading", ["## Recommendation 9", "### Response to recommendation no. 9 (#28999)"]
)
def test_a_recommendation_that_the_framework_does_not_have_is_told(heading: str) -> None:
    of = result()
    text = f"{render(drafted(of))}\n{heading}\n\nWe agree with it too.\n"
    assert told(of, text) == (
        f"the document has “{heading.lstrip('# ')}”, which is not in the framework:"
        " correct its number, or judge the file by the framework that has it.",
    )


def test_a_heading_that_speaks_of_recommendations_names_none() -> None:
    of = result()
    text = f"{render(drafted(of))}\n## Recommendations\n\n## Recommendation to the board\n"
    assert told(of, text) == ()
