"""The closed lists of words that results are made of; every renderer handles each member."""

from enum import StrEnum


class Severity(StrEnum):
    """How much a gap weighs; set by the check, never by the assessment."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"

    @property
    def rank(self) -> int:
        """3 for critical, 2 for major, 1 for minor."""
        return _SEVERITY_RANK[self]

    @property
    def weighty(self) -> bool:
        """Whether it counts towards a verdict (critical and major do)."""
        return self is not Severity.MINOR


_SEVERITY_RANK = {Severity.CRITICAL: 3, Severity.MAJOR: 2, Severity.MINOR: 1}


class Status(StrEnum):
    """The outcome of one check."""

    MET = "met"
    GAP = "gap"
    NOT_ASSESSED = "not assessed"
    NOT_APPLICABLE = "not applicable"
    ERROR = "error"


class Verdict(StrEnum):
    """The result for a requirement or a recommendation."""

    MET = "met"
    PARTLY_MET = "partly met"
    NOT_MET = "not met"
    NOT_ASSESSED = "not assessed"
    NOT_APPLICABLE = "not applicable"
    ERROR = "error"

    @property
    def rank(self) -> int | None:
        """Place in the order from not assessed (0) to met (3); None for the two outside it."""
        return _VERDICT_RANK.get(self)


_VERDICT_RANK = {
    Verdict.NOT_ASSESSED: 0,
    Verdict.NOT_MET: 1,
    Verdict.PARTLY_MET: 2,
    Verdict.MET: 3,
}


class Aspect(StrEnum):
    """Which of the four results of a recommendation a check feeds."""

    SUBSTANCE = "substance"
    SUPPORT = "support"
    TIMELINESS = "timeliness"
    DUTY = "duty"


class Support(StrEnum):
    """How far the record bears out a claim, from the worst to the best; `no claim` stands apart."""

    NO_CLAIM = "no claim"
    UNSUPPORTED = "unsupported"
    CONTRADICTED = "contradicted"
    STALE = "stale"
    SUPPORTED = "supported"
    UNDER_CLAIMED = "under-claimed"

    @property
    def rank(self) -> int | None:
        """From unsupported (0) to under-claimed (4); None where nothing is claimed."""
        order = (
            Support.UNSUPPORTED,
            Support.CONTRADICTED,
            Support.STALE,
            Support.SUPPORTED,
            Support.UNDER_CLAIMED,
        )
        return order.index(self) if self in order else None


class Basis(StrEnum):
    """How what is claimed is known, from the strongest to the weakest."""

    MEASURED = "measured"
    DOCUMENT = "document"
    ATTESTED = "attested"
    CLAIMED_ONLY = "claimed only"
    NOT_LOOKED_AT = "not looked at"
