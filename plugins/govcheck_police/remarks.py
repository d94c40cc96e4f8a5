"""What is only remarked on, because something else beside it passes.

Where one of several is enough, a weak one must not count against the force: otherwise whoever left
it out would come out better than whoever showed it. It is still worth telling.
"""

from collections.abc import Iterable, Iterator

from govcheck.plugin import Finding, Gap, Observation, Open


def remarks(findings: Iterable[Finding]) -> Iterator[Finding]:
    """These findings, a gap or an open question turned into an observation."""
    for finding in findings:
        if isinstance(finding, Gap | Open):
            yield Observation(finding.message or f"{finding.at} is not answered", at=finding.at)
        else:
            yield finding
