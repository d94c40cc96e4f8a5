"""From a result to the response that has to be published, in the order in which forces write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from govcheck.model.deadline import in_words
from govcheck.model.result import ActionResult, ComputedDate, RecommendationResult, Result
from govcheck.model.visible import visible
from govcheck.response import labels
from govcheck.response.blocks import (
    Block,
    Draft,
    Facts,
    Heading,
    Hole,
    Label,
    Paragraph,
    Table,
)


def drafted(result: Result) -> Draft:
    """The response, as far as the file has the words for it. Nothing is put in their place."""
    return Draft(
        title=title(result),
        force=visible(result.force.name),
        judged=result.as_of,
        blocks=tuple(_blocks(result)),
        values=_values(result),
    )


def _values(result: Result) -> dict[str, str | None]:
    framework, said = result.framework, result.response
    last_day = framework.response.last_day if framework.response else None
    return {
        "title": title(result),
        "force": visible(result.force.name),
        "inspection_title": visible(framework.title),
        "inspection_id": visible(framework.inspection_id or "") or None,
        "inspection_type": visible(framework.inspection_type or "") or None,
        "report_published": _day(framework.published),
        "last_day": _day(last_day) if last_day else None,
        "response_published": _day(said.published) if said.published else None,
    }


def title(result: Result) -> str:
    """The title that the file gives, or that of the report."""
    return visible(result.response.title or f"Response to {result.framework.title}")


def _blocks(result: Result) -> Iterator[Block]:
    said = result.response
    yield Facts(tuple(_facts(result)))
    yield Heading(1, labels.KEY_FINDINGS)
    yield from _words(said.key_findings, "the key findings of the report", "key_findings")
    yield Heading(1, labels.RECOMMENDATIONS)
    for item in result.recommendations:
        yield from _recommendation(item)
    yield Heading(1, labels.RESPONSE)
    for item in result.recommendations:
        yield from _answer(item)
    yield Heading(1, visible(f"Comment of the {said.body}") if said.body else "Comment")
    yield from _words(said.comment, "what is said about the report as a whole", "comment")
    if said.invites or said.invited_comment:
        who = visible(f"the {said.invites}") if said.invites else "those invited"
        yield Heading(1, f"Comment of {who}")
        what = f"the comment of {who}, or that there is none"
        yield from _words(said.invited_comment, what, "invited_comment")
    if said.copies_to:
        yield Heading(1, labels.COPIES)
        yield Paragraph(visible(f"A copy goes to: {'; '.join(said.copies_to)}."))


def _facts(result: Result) -> Iterator[tuple[str, str]]:
    framework, said = result.framework, result.response
    inspection = f" ({framework.inspection_id})" if framework.inspection_id else ""
    yield labels.INSPECTION, visible(f"{framework.title}{inspection}")
    yield labels.REPORT_PUBLISHED, _day(framework.published)
    if framework.inspection_type:
        yield labels.INSPECTION_TYPE, visible(framework.inspection_type)
    yield labels.PUBLISHER, visible(framework.publisher)
    yield labels.FORCE, visible(result.force.name)
    if said.body:
        yield labels.BODY, visible(said.body[0].upper() + said.body[1:])
    if framework.response:
        yield labels.LAW, visible(framework.response.source)
        yield labels.LAST_DAY, _computed(framework.response)
    if said.published:
        yield labels.RESPONSE_PUBLISHED, _day(said.published)


def _words(text: str | None, what: str, key: str) -> Iterator[Block]:
    """What the file says, or a mark where it says nothing."""
    found = tuple(paragraphs(text or ""))
    yield from found or (Hole(labels.to_be_added(what, key)),)


def paragraphs(text: str, *, quoted: bool = False) -> Iterator[Paragraph]:
    """The paragraphs of a text: each line is one, and `- ` makes an item of it."""
    for line in text.splitlines():
        shown = visible(line)
        item = shown.startswith("- ")
        if shown:
            yield Paragraph(shown.removeprefix("- "), quoted=quoted, item=item)


def _recommendation(item: RecommendationResult) -> Iterator[Block]:
    yield Heading(2, visible(labels.recommendation_heading(item)))
    yield from paragraphs(item.wording, quoted=True)
    due = ((labels.DUE, _computed(item.due)),) if item.due else ()
    yield Facts(((labels.ADDRESSEE, visible(item.addressee)), *due))


def _answer(item: RecommendationResult) -> Iterator[Block]:
    yield Heading(2, visible(labels.response_heading(item)))
    explained = tuple(paragraphs(item.explanation or ""))
    reason = tuple(paragraphs(item.no_action_because or ""))
    if not (explained or reason or item.actions):
        yield Hole(labels.no_answer(visible(item.number)))
    if explained or item.actions:
        yield Label(labels.ACTION)
        yield from explained
    yield from _actions(item.actions)
    if reason:
        yield Label(labels.NO_ACTION)
        yield from reason
    yield from _who_and_when(item)


def _who_and_when(item: RecommendationResult) -> Iterator[Block]:
    owner = ((labels.OWNER, visible(item.owner)),) if item.owner else ()
    completed = ((labels.COMPLETED, _day(item.completed)),) if item.completed else ()
    if owner or completed:
        yield Facts((*owner, *completed))


def _actions(actions: Iterable[ActionResult]) -> Iterator[Block]:
    rows = tuple(
        (
            visible(action.id),
            visible(action.what),
            visible(action.owner or ""),
            _day(action.due) if action.due else "no date set",
            _progress(action),
        )
        for action in actions
    )
    if rows:
        yield Table(labels.ACTIONS, rows)


def _progress(action: ActionResult) -> str:
    state = visible(action.state or "")
    done = f"done on {_day(action.done_on)}" if action.done_on else ""
    return "; ".join(filter(None, (state if state != "done" or not done else "", done)))


def _day(text: str) -> str:
    return in_words(date.fromisoformat(text))


def _computed(computed: ComputedDate) -> str:
    """The day first, then the rule: who reads it back takes the first day that stands there."""
    return visible(f"{_day(computed.last_day)} ({computed.rule})")
