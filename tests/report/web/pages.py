"""Pages of the examples and of hostile text, and their elements."""

import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from pydantic import TypeAdapter

from govcheck.model.decision import FORMAT as DECISION
from govcheck.model.decision import (
    Decision,
    KnownResult,
    NewResult,
    RuleResult,
    WaiverResult,
    WaiverState,
)
from govcheck.model.result import Result
from govcheck.model.trend import TrendLine
from govcheck.model.vocabulary import Status
from govcheck.report.judged import Judged
from govcheck.report.web import page
from tests.report.results import of, result

GOLDEN = Path(__file__).parents[2] / "golden"
EXAMPLES = ("invented-force", "cumbria-2023", "strong")
NASTY = (
    "<script>alert(1)</script><b onclick=x>b</b> </style></title> {{ 7 * 7 }} \x1b[31mred "
    f"\u202edesrever\u202c \"quoted\" 'too' {'w' * 2_000}"
)
INLINE = frozenset({"a", "b", "span", "strong", "time"})
VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})


def result_of(example: str) -> Result:
    text = (GOLDEN / f"{example}.json").read_text(encoding="utf-8")
    return TypeAdapter(Result).validate_json(text)


@cache
def page_of(example: str) -> str:
    if example == "hostile":
        return page.render(of(result(NASTY), result(NASTY)))
    if example == "gated":
        return page.render([gated()])
    return page.render([Judged(f"{example}/a.yaml", result_of(example), "1: 1 gap")])


def gated() -> Judged:
    """A result with a decision in which there is everything, and kept results of three days."""
    judged = result_of("invented-force")
    places = ("2.review", "2.all-groups")
    decision = Decision(
        DECISION, judged.file, judged.force.id, judged.framework.id, judged.as_of, judged.digest,
        1, "1 of 1 rules of the policy are broken",
        (RuleResult("gaps and open questions: at most 0", "1", kept=False, because=("RET-004",)),),
        tuple(
            WaiverResult(
                "RET-004", "2", places, "The strategy is being written.", "Head of People",
                "Deputy Chief Constable", "2024-01-01", state, "ended 74 days ago",
            )
            for state in WaiverState
        ),
        (KnownResult("RET-009", ("2.exit-interviews",), Status.GAP, "2023-11-01", None),),
        (NewResult("RET-012", ("2.exit-patterns",), Status.NOT_ASSESSED),),
        ("RET-001 at 2.review",),
    )  # fmt: skip
    days = ("2023-01-31", "2023-12-15", "2024-03-15")
    told = [(name, words) for name, words in (
        ("2", ("not assessed", "not met", "partly met")),
        ("3", ("met", "error", "not applicable")),
        ("gaps and open questions", ("120", "0", "80")),
    )]  # fmt: skip
    lines = [
        TrendLine(
            judged.force.name, judged.framework.id, name, tuple(zip(days, words, strict=True))
        )
        for name, words in told
    ]
    lines.append(TrendLine(judged.force.name, judged.framework.id, "6", ((days[1], "met"),)))
    return Judged("gated/a.yaml", judged, "1: broken", {}, decision, tuple(lines))


class Reading(HTMLParser):
    """What a strict reader finds: elements, ids, links within the page, texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.headings: list[int] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.said: list[str] = []
        self.attributes: Counter[str] = Counter()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        self.said += [] if tag in INLINE else [" "]
        if tag not in VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        for name, value in attrs:
            self.attributes[name] += 1
            self.ids.update([value] if name == "id" and value else [])
            if name == "href" and (value or "").startswith("#"):
                self.links.append((value or "")[1:])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        self.said += [] if tag in INLINE else [" "]
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]} at line {self.getpos()[0]}")
        else:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    @property
    def text(self) -> str:
        """All words of the page, in one line."""
        return " ".join("".join(self.said).split())
