"""What the words of the report mean, for the reader who meets them first on the page."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from govcheck.model.exhibit import ExhibitState
from govcheck.model.vocabulary import Aspect, Basis, Severity, Status, Support, Verdict

LEGEND: Mapping[str, Mapping[StrEnum, str]] = {
    "The four results": {
        Aspect.SUBSTANCE: "whether what the recommendation asks for is done",
        Aspect.SUPPORT: "how far the record bears out what the force claims",
        Aspect.TIMELINESS: "whether it was done, or is going to be done, by its date",
        Aspect.DUTY: "whether the response that the law requires was published, complete and in "
        "time",
    },
    "Verdicts": {
        Verdict.MET: "nothing of weight is missing",
        Verdict.PARTLY_MET: "a part is done; something of weight is missing or open",
        Verdict.NOT_MET: "a critical part is missing, or nothing of weight is done",
        Verdict.NOT_ASSESSED: "it is not known: an answer or data are not there. This is neither a "
        "pass nor a failure",
        Verdict.NOT_APPLICABLE: "it does not concern this force, for the reason that is given",
        Verdict.ERROR: "a check broke, so nothing can be said",
    },
    "Outcomes of a check": {
        Status.MET: "it ran and found nothing missing",
        Status.GAP: "it found something missing or wrong",
        Status.NOT_ASSESSED: "a question that it asks is not answered, or its data are not there",
        Status.NOT_APPLICABLE: "it does not concern this force, for the reason that is given",
        Status.ERROR: "the check itself broke; this says nothing about the force",
    },
    "Severity": {
        Severity.CRITICAL: "without it the requirement is not met",
        Severity.MAJOR: "without it the requirement is at most partly met",
        Severity.MINOR: "worth putting right; it does not lower a verdict",
    },
    "Support of a claim": {
        Support.NO_CLAIM: "the force claims nothing",
        Support.UNSUPPORTED: "nothing stands behind the claim",
        Support.CONTRADICTED: "the checks found less than is claimed",
        Support.STALE: "what stands behind the claim is too old, or has no date",
        Support.SUPPORTED: "the checks and the evidence bear it out",
        Support.UNDER_CLAIMED: "the checks found more than is claimed",
    },
    "How it is known": {
        Basis.MEASURED: "counted from data",
        Basis.DOCUMENT: "a document shows it",
        Basis.ATTESTED: "somebody who answers for it has confirmed it",
        Basis.CLAIMED_ONLY: "it is said, and nothing else stands behind it",
        Basis.NOT_LOOKED_AT: "nothing is said, and nothing was looked at",
    },
    "State of evidence": {
        ExhibitState.UNCHANGED: "the file is there and is the one that was registered",
        ExhibitState.FOUND: "the file is there; whether it was changed cannot be told",
        ExhibitState.CHANGED: "the file is there and is not the one that was registered",
        ExhibitState.MISSING: "the file is not where the register says",
        ExhibitState.UNREADABLE: "the file is there and cannot be opened",
        ExhibitState.OUTSIDE: "the file lies elsewhere and was not opened",
        ExhibitState.NOT_LOOKED_AT: "an address or a reference; it was not opened",
    },
}
"""Every word of every closed list of results."""
