"""What a gate said, as rows and lines that every form shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govcheck.model.decision import Decision, WaiverState
from govcheck.report.listing import Listed
from govcheck.report.words import counted, day


class DecisionTable(NamedTuple):
    """A part of the decision, as a table under a title."""

    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(decision: Decision, *, whole: bool = True) -> Iterator[DecisionTable]:
    """What there is to tell: rules, waivers, new gaps, and on the whole also the known ones."""
    if decision.rules:
        rules = tuple(
            ("kept" if rule.kept else "BROKEN", rule.rule, rule.figure, "; ".join(rule.because))
            for rule in decision.rules
        )
        broken = sum(not rule.kept for rule in decision.rules)
        yield DecisionTable(
            f"Policy: {counted(len(rules), 'rule')}, {broken} broken",
            ("", "Rule", "Counted", "Broken by"),
            rules,
        )
    if decision.waivers:
        waivers = tuple(
            (item.state, item.requirement, item.check, f"{day(item.expires)}: {item.remark}",
             f"{item.reason} (owner: {item.owner}; approved by: {item.approver})")
            for item in decision.waivers
        )  # fmt: skip
        yield DecisionTable(
            f"Waivers: {len(waivers)}", ("State", "For", "Check", "Until", "Reason"), waivers
        )
    if decision.new:
        new = tuple((item.status, ", ".join(item.places), item.check) for item in decision.new)
        yield DecisionTable(f"New since the baseline: {len(new)}", ("Now", "For", "Check"), new)
    if decision.known and whole:
        known = tuple(
            (item.status, ", ".join(item.places), item.check, day(item.since), item.owner or "none")
            for item in decision.known
        )
        yield DecisionTable(
            f"Known before: {len(known)}", ("Now", "For", "Check", "Since", "Owner"), known
        )


def remarks(decision: Decision, *, whole: bool = True) -> Iterator[str]:
    """What is told in a line."""
    if decision.known and not whole:
        first = min(item.since for item in decision.known)
        yield f"Known before: {len(decision.known)}, the first since {day(first)}. Add -v for each."
    if decision.resolved:
        yield f"Resolved since the baseline: {'; '.join(decision.resolved)}."


def excuses(decision: Decision | None, entry: Listed) -> Iterator[str]:
    """Why a gap that is listed does not fail the gate, or no longer."""
    if decision is None:
        return
    for item in decision.waivers:
        if item.check in entry.checks and set(item.places) & set(entry.where):
            ended = item.state is WaiverState.EXPIRED
            word = "Was waived until" if ended else "Waived until"
            yield f"{word} {day(item.expires)}, approved by {item.approver}: {item.reason}"
    for known in decision.known:
        if known.check in entry.checks and set(known.places) & set(entry.where):
            yield f"Known since {day(known.since)}; owner: {known.owner or 'none'}"
