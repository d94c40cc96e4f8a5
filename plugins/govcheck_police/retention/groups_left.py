"""The groups of which the data have to hold somebody who left."""

from govcheck.plugin import Recommendation
from govcheck_police.groups import named_groups
from govcheck_police.retention.section import ExitInterviews, Retention


def groups_left(recommendation: Recommendation, retention: Retention | None) -> list[str]:
    """The groups that are named, without those that nobody left: both numbers are stated as 0."""
    interviews = (retention and retention.exit_interviews) or ExitInterviews()
    nobody = {
        counts.group
        for counts in interviews.by_group or ()
        if counts.leavers == 0 and counts.transfers == 0
    }
    return [name for name in named_groups(recommendation) if name not in nobody]
