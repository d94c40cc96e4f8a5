"""The words of govcheck and of its results, each with its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from govcheck.model.vocabulary import Aspect, Basis, Severity, Status, Support, Verdict


class Meaning(NamedTuple):
    """One meaning of a word."""

    kind: str
    """What the word is used for, as `a verdict`."""
    text: str


WORDS: Mapping[str, str] = {
    "framework": (
        "One published report as data: its id, title, publisher, date, source, licence and its"
        " recommendations."
    ),
    "recommendation": (
        "What the report asks for, with its number, the publisher's own id, its wording, whom it"
        " addresses, when it is due and the groups of people that it names."
    ),
    "requirement": (
        "One atom of a recommendation that can be met or not, for example: exit interviews are"
        " conducted with people who leave."
    ),
    "self-assessment": (
        "The file that is judged: who, about which framework, as at which day, what is claimed,"
        " what is done, with which evidence and actions."
    ),
    "section": "A part of the self-assessment that belongs to a pack and has its own questions.",
    "evidence": (
        "A document or data set that the file points to: its title, where it is, the time that it"
        " is about, the day on which it was collected, its digest, and whom it covers."
    ),
    "data set": (
        "Evidence in the form of a table, a file or a table of a database, that checks count. It is"
        " listed under datasets, by the name that its pack gives it."
    ),
    "pack": "A part of a plugin: checks, sections, frameworks and forces that belong together.",
    "check": (
        "One question with an id, the requirements that it serves and a severity. What it yields"
        " are findings; one that yields nothing is met."
    ),
    "finding": (
        "What a check has to say: a gap, an open question, a reason why it does not apply, an"
        " observation, or a strength. Only the first three weigh on its outcome."
    ),
    "verdict": "The result for a requirement, and for a recommendation over its requirements.",
    "support": (
        "How far the record bears out a claim, and how that is known. What is claimed, what"
        " supports it and what was found are three things; this word compares them."
    ),
    "timeliness": (
        "Was the recommendation done by its own due date, and are its actions in time? A due date"
        " is read at the precision that the report gives."
    ),
    "claim": "The force's own view of a recommendation or a requirement. A claim is not a fact.",
    "action": (
        "Something that will be done, with its owner, its due date and its state, and a sign-off"
        " by another role."
    ),
    "waiver": (
        "An accepted gap with its reason, owner, approver and expiry: never silent, never for"
        " ever. It stands in a file of its own, which --waivers names. The gap stays a gap in every"
        " report; it no longer fails the run."
    ),
    "baseline": (
        "The gaps and open questions that were known on a day, in a file that --baseline names."
        " They do not fail the run, new ones do; the file can only shrink unless somebody says so."
    ),
    "policy": (
        "The rules by which a run fails or passes, in a file that --policy names. No verdict"
        " depends on it."
    ),
    "gap": "Something that is missing or wrong. It weighs as much as the severity of its check.",
    "open question": (
        "A question that the file leaves unanswered. It is not a failure and not a pass, and for"
        " the exit status it weighs as much as the gap that it could hide."
    ),
    "silence": "Nothing said is not assessed: shown, counted and named. Silence is not a pass.",
}
"""What things are called."""

_MEMBERS: Mapping[type[StrEnum], tuple[str, Mapping[StrEnum, str]]] = {
    Verdict: (
        "a verdict",
        {
            Verdict.MET: "What is asked for is there. Minor gaps are reported and do not lower it.",
            Verdict.PARTLY_MET: "Something weighty is met, and something has a gap or is open.",
            Verdict.NOT_MET: "A critical gap, or gaps and nothing weighty is met.",
            Verdict.NOT_ASSESSED: "It cannot be told, because what it takes to tell was not given.",
            Verdict.NOT_APPLICABLE: "It does not apply, with a reason. Never by leaving it out.",
            Verdict.ERROR: "A check broke, so nothing can be said.",
        },
    ),
    Status: (
        "the outcome of a check",
        {
            Status.MET: "It ran and found no gap.",
            Status.GAP: "It found at least one gap.",
            Status.NOT_ASSESSED: "The section that it needs is absent, or an answer was left open.",
            Status.NOT_APPLICABLE: "It does not apply, with a reason. Never by leaving it out.",
            Status.ERROR: "The check broke. That is neither a gap nor a pass; the run goes on.",
        },
    ),
    Support: (
        "the support of a claim",
        {
            Support.NO_CLAIM: "Nothing is claimed.",
            Support.UNSUPPORTED: "No usable evidence, or the checks could not tell as much.",
            Support.CONTRADICTED: "The checks found less than is claimed.",
            Support.STALE: "Every piece of evidence given is undated or too old.",
            Support.SUPPORTED: "Evidence and checks bear the claim out.",
            Support.UNDER_CLAIMED: "The checks found more than is claimed.",
        },
    ),
    Basis: (
        "how a claim is known",
        {
            Basis.MEASURED: "Counted from data.",
            Basis.DOCUMENT: "A document says so.",
            Basis.ATTESTED: "Somebody says so.",
            Basis.CLAIMED_ONLY: "Nothing usable stands behind it.",
            Basis.NOT_LOOKED_AT: "Nothing is claimed, and there was nothing to look at.",
        },
    ),
    Severity: (
        "the severity of a check",
        {
            Severity.CRITICAL: "A gap makes the requirement not met. Counts for the verdict.",
            Severity.MAJOR: "A gap keeps the requirement from being met. Counts for the verdict.",
            Severity.MINOR: "Reported, and does not lower a verdict that weightier checks give.",
        },
    ),
    Aspect: (
        "one of the four results of a recommendation",
        {
            Aspect.SUBSTANCE: "Is what is asked for there? The verdict over its requirements.",
            Aspect.SUPPORT: "Is what is claimed evidenced, fresh, and in line with what was found?",
            Aspect.TIMELINESS: "Is it done by its due date, and are the actions in time?",
            Aspect.DUTY: "Is the response published in time and complete, as the law asks?",
        },
    ),
}


def meanings(word: str) -> tuple[Meaning, ...]:
    """Every meaning of a word, the general one first; none where the word is not ours."""
    folded = word.casefold()
    general = tuple(Meaning("", text) for name, text in WORDS.items() if name == folded)
    members = tuple(
        Meaning(kind, text)
        for kind, texts in _MEMBERS.values()
        for member, text in texts.items()
        if member.value == folded
    )
    return general + members


def all_words() -> tuple[str, ...]:
    """Every word with a meaning, each once."""
    members = (member.value for _, texts in _MEMBERS.values() for member in texts)
    return tuple(dict.fromkeys((*WORDS, *members)))
