"""Support: how far the record bears out what is claimed. One table; the first row decides.

The order is unsupported < contradicted < stale < supported < under-claimed. Unsupported is the
worst, so that taking away a contradicting fact or the evidence never makes a standing claim look
better.
"""

from typing import NamedTuple

from govcheck.model.vocabulary import Basis, Support, Verdict

_CLAIMED_RANK = {"not met": 1, "partly met": 2, "met": 3}


class Exhibits(NamedTuple):
    """The evidence behind one claim, counted."""

    usable: int = 0
    """Entries that were found, or are kept elsewhere."""
    fresh: int = 0
    """Those of the usable that are within the framework's limit."""
    basis: Basis = Basis.CLAIMED_ONLY
    """The strongest method among the usable."""


class SupportDecision(NamedTuple):
    """The word for the support, the sentence that explains it, and how the claim is known."""

    support: Support
    reason: str
    basis: Basis


def judge_support(
    claim: str | None,
    verdict: Verdict,
    exhibits: Exhibits,
    *,
    has_gap: bool,
    explained: bool = False,
) -> SupportDecision:
    """Hold a claim against the verdict of the checks and the evidence that is given for it.

    `has_gap` says whether a gap weighs in the verdict, as against open questions alone;
    `explained`, whether there is narrative: words without a claim still ask to be believed.
    """
    if claim is None:
        support, reason = _unclaimed(exhibits, explained=explained)
    elif claim == "not applicable":
        support, reason = _excused(verdict)
    else:
        support, reason = _held(claim, verdict, exhibits, has_gap=has_gap)
    return SupportDecision(support, reason, exhibits.basis)


def _unclaimed(exhibits: Exhibits, *, explained: bool) -> tuple[Support, str]:
    if explained and not exhibits.usable:
        return Support.UNSUPPORTED, "there is narrative, but no claim and no usable evidence"
    return Support.NO_CLAIM, "nothing is claimed"


def _held(
    claim: str, verdict: Verdict, exhibits: Exhibits, *, has_gap: bool
) -> tuple[Support, str]:
    claimed = _CLAIMED_RANK[claim]
    found = verdict.rank or 0
    if claimed > 1 and not exhibits.usable:
        return Support.UNSUPPORTED, f"“{claim}” is claimed and no usable evidence is given"
    if found < claimed and not has_gap:
        return Support.UNSUPPORTED, f"“{claim}” is claimed; the checks could only tell “{verdict}”"
    if found < claimed:
        return Support.CONTRADICTED, f"“{claim}” is claimed; the checks found “{verdict}”"
    if claimed > 1 and not exhibits.fresh:
        return Support.STALE, "no piece of evidence given is dated and recent enough"
    if found > claimed and exhibits.fresh:
        return Support.UNDER_CLAIMED, f"“{claim}” is claimed; the checks found “{verdict}”"
    return Support.SUPPORTED, _borne_out(claim, exhibits)


def _borne_out(claim: str, exhibits: Exhibits) -> str:
    if claim == "not met":
        return "the force itself says that it is not met"
    noun = "piece" if exhibits.fresh == 1 else "pieces"
    return f"borne out by the checks and {exhibits.fresh} {noun} of evidence"


def _excused(verdict: Verdict) -> tuple[Support, str]:
    if verdict is Verdict.NOT_APPLICABLE:
        return Support.SUPPORTED, "the checks agree that it does not apply"
    if verdict in (Verdict.NOT_ASSESSED, Verdict.ERROR):
        return (
            Support.UNSUPPORTED,
            f"“not applicable” is claimed; the checks could only tell “{verdict}”",
        )
    return Support.CONTRADICTED, f"“not applicable” is claimed; the checks found “{verdict}”"
