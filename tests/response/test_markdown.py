"""The draft as Markdown."""

import re

import pytest
from tests.report.results import result as full_result
from tests.report.test_renderers import HOSTILE
from tests.response.responses import action, recommendation, result

from govcheck.response.draft import drafted
from govcheck.response.markdown import render

SHOWN = """\
# Our response

- **Inspection title:** Getting a grip (\\#28138)
- **Date published:** 7 July 2023
- **Type of inspection:** National Inspection
- **Published by:** The inspectorate
- **Force:** Quillmoor Constabulary (invented)
- **Response by:** Local policing body
- **Response published under:** the framework
- **Last day for publishing the response:** 31 January 2024 (By January 2024)
- **Response published:** 29 August 2023

## Key findings

Much is well.

- One.
- Two.

Much is not.

## Recommendations

### Recommendation 2 (\\#28102): Keeping people

> Forces should ask:
>
> - those who leave; and
> - those who stay.

- **Addressed to:** forces
- **To be carried out by:** 31 January 2024 (By January 2024)

## Response to the recommendations

### Response to recommendation 2 (\\#28102)

**Action taken or proposed**

We ask everybody.

| No. | Action | Owner | Due | Progress |
|---|---|---|---|---|
| A1 | Offer exit interviews | Volunteering Manager | 15 January 2024 | in progress |

- **Owner:** Head of People

## Comment of the local policing body

We agree.

## Comment of the chief officer

**\\[TO BE ADDED: the comment of the chief officer, or that there is none. The file leaves invited\\_comment open.\\]**

## Copies

A copy goes to: the minister.
"""


def test_this_is_what_it_looks_like() -> None:
    said = {
        "key_findings": "Much is well.\n- One.\n- Two.\n\nMuch is not.",
        "invited_comment": None,
    }
    assert render(drafted(result(**said))) == SHOWN


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_others_is_no_markdown(text: str) -> None:
    shown = render(drafted(full_result(text)))
    assert "<script>" not in shown
    assert "<!--" not in shown
    assert not re.search(r"(?<!\\)\]\(", shown)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    headings = [line for line in shown.splitlines() if re.match("#+ ", line)]
    assert len(headings) == 9
    rows = [line for line in shown.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}


def test_a_pipe_makes_no_column() -> None:
    shown = render(drafted(result(recommendation(actions=(action(what="a | b"),)))))
    assert "| A1 | a \\| b | Volunteering Manager |" in shown
