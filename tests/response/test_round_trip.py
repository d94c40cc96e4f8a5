"""Whatever the file says, a fresh draft agrees with it; and no document breaks the reading."""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.report.test_renderers import HOSTILE
from tests.response.responses import BASE, FORMS, Read, action, changed_part, recommendation, result

from govcheck.documents.unreadable import UnreadableError
from govcheck.model.result import Result
from govcheck.response import markdown_reading, word, word_reading
from govcheck.response.compare import differences
from govcheck.response.draft import drafted
from govcheck.response.piece import folded

ODD = st.sampled_from(
    (*(text for text in HOSTILE if len(text) < 1000), "| x |", "**Owner:** nobody", "a\\|b", "&amp;",
     "Owner | x", "5 > 4", "# Part", "15 January 2024", "{{ response }}", "•", "\u2028x", "…", "***")
)  # fmt: skip
TEXT = (st.text(min_size=1, max_size=30) | ODD).filter(str.strip)
MAYBE = st.none() | TEXT
WHO = MAYBE.filter(lambda who: not who or "recommendation" not in who.casefold())
DAY = st.none() | st.dates(date(1000, 1, 1)).map(date.isoformat)
ACTION = st.builds(
    action,
    id=st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,3}", fullmatch=True),
    what=TEXT,
    owner=MAYBE,
    due=DAY,
    state=st.sampled_from((None, "in progress", "done", "closed")),
    done_on=DAY,
)


@st.composite
def results(draw: Any) -> Result:
    numbers = draw(st.lists(st.sampled_from(("1", "2", "2.1", "12", "2-a", "A")), min_size=1, max_size=3, unique=True))  # fmt: skip
    items = [
        recommendation(
            number, id=draw(st.none() | st.just(f"#{number}00")), title=draw(TEXT),
            wording=draw(TEXT), addressee=draw(TEXT), owner=draw(MAYBE), completed=draw(DAY),
            explanation=draw(MAYBE), no_action_because=draw(MAYBE),
            actions=tuple(draw(st.lists(ACTION, max_size=3))),
        )
        for number in numbers
    ]  # fmt: skip
    made = result(
        *items, title=draw(MAYBE), published=draw(DAY), key_findings=draw(MAYBE),
        comment=draw(MAYBE), invited_comment=draw(MAYBE), body=draw(WHO), invites=draw(WHO),
    )  # fmt: skip
    framework = made.framework._replace(title=draw(TEXT), publisher=draw(TEXT))
    return made._replace(framework=framework, force=BASE.force._replace(name=draw(TEXT)))


@pytest.mark.parametrize("read", FORMS.values(), ids=FORMS)
@settings(max_examples=30, suppress_health_check=list(HealthCheck), deadline=None)
@given(of=results())
def test_a_fresh_draft_differs_in_its_holes_and_in_nothing_else(read: Read, of: Result) -> None:
    draft = drafted(of)
    told = differences(of, read(draft))
    expected = [hole for hole in draft.holes() if "NO ANSWER" in hole]
    unanswered = [line for line in told if "neither the file nor the document" in line]
    marks = {line for line in told if line.startswith("the document still holds the mark")}
    assert len(unanswered) == len(expected)
    assert len(marks) == len(set(draft.holes()))
    assert len(told) == len(unanswered) + len(marks)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200) | st.lists(ODD, max_size=8).map("\n".join))
def test_no_text_breaks_the_reading(text: str) -> None:
    of = result()
    assert isinstance(differences(of, markdown_reading.pieces(text)), tuple)


@settings(max_examples=30, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_a_damaged_word_file_is_read_or_told(data: st.DataObject) -> None:
    content = word.render(drafted(result()))
    name = data.draw(st.sampled_from(("word/document.xml", "word/styles.xml")))
    at = data.draw(st.integers(0, 4000))
    junk = data.draw(st.binary(max_size=6))
    damaged = changed_part(content, name, lambda part: part[:at] + junk + part[at + 3 :])
    try:
        read = word_reading.pieces(damaged)
    except UnreadableError:
        return
    assert isinstance(differences(result(), read), tuple)


@given(text=TEXT)
def test_words_are_compared_without_what_editing_changes(text: str) -> None:
    assert folded(text) == folded(f" {text.replace('“', chr(34))} ") == folded(folded(text))
