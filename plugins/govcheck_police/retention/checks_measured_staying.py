"""Recommendation 2, measured: who was noticed thinking of leaving, and what came of it."""

from collections.abc import Iterator

from govcheck.plugin import (
    Finding,
    Framework,
    Gap,
    Open,
    Rate,
    Recommendation,
    RowCount,
    Severity,
    Threshold,
    check,
)
from govcheck_police.frameworks import GETTING_A_GRIP
from govcheck_police.groups import listed, named_groups
from govcheck_police.rates import Rates, aim, each_reaches, whole, whole_reaches
from govcheck_police.retention.dataset_stay_interviews import StayInterviews
from govcheck_police.retention.section import Encouragement, Retention

THINKING = f"{GETTING_A_GRIP}:2.thinking-of-leaving"
ALL_GROUPS = f"{GETTING_A_GRIP}:2.all-groups"
TALKS_AT_LEAST = Threshold(
    "retention.stay-talks-offered",
    80,
    "%",
    "Most, with room for those for whom a talk was not appropriate: this pack's own choice, not the"
    " inspectorate's.",
)
BEFORE_NOTICE_AT_LEAST = Threshold(
    "retention.noticed-before-notice",
    50,
    "%",
    "Notice that has been given is noticed by everybody; at least as many should be noticed"
    " earlier: this pack's own choice, not the inspectorate's.",
)
_EARLY = tuple(
    value
    for value in StayInterviews.noticed_by.values
    if value not in ("notice given", "other", "not known")
)
NOTICED = RowCount(by=StayInterviews.group)
TALK_OFFERED = Rate(StayInterviews.talk_offered.is_("yes"), by=StayInterviews.group)
BEFORE_NOTICE = Rate(StayInterviews.noticed_by.is_in(*_EARLY))
PEOPLE = "people who were noticed thinking of leaving"


@check("RET-032", serves=THINKING, severity=Severity.MAJOR, measures=(TALK_OFFERED,))
def talks_are_offered_to_those_noticed(
    stay_interviews: StayInterviews, recommendation: Recommendation, framework: Framework
) -> Iterator[Finding]:
    """In every group, at least 80 % of those noticed thinking of leaving were offered a talk.

    Why: somebody who is noticed and not spoken to might as well not have been noticed. Where
    talk_offered is blank or not recognised, it counts as not offered. The figure of 80 %
    (retention.stay-talks-offered) is this pack's own choice.

    Close the gap: settle who offers the talk and within how many days, for each group.
    """
    rates = Rates(stay_interviews[TALK_OFFERED])
    wanted = aim(framework, TALKS_AT_LEAST, "too few of those noticed were offered a talk", PEOPLE)
    if not rates.names:
        yield Open("/datasets/stay_interviews", f"the data have no {PEOPLE} of a known group")
    yield from each_reaches(stay_interviews, rates, named_groups(recommendation), wanted)


@check("RET-033", serves=(THINKING, ALL_GROUPS), severity=Severity.MINOR, measures=(NOTICED,))
def people_of_every_group_are_noticed(
    stay_interviews: StayInterviews, retention: Retention | None, recommendation: Recommendation
) -> Iterator[Finding]:
    """The table of stay interviews holds people of every group that the recommendation names.

    Why: ways of noticing that are said to reach a group should find somebody in it. That nobody of
    a group was noticed can also mean that nobody looked.

    Close the gap: find out whether the way of noticing reaches the group, or the talks are recorded
    elsewhere; correct stated numbers that the table does not bear out.
    """
    present = {name for (name,) in stay_interviews[NOTICED]}
    encouragement = (retention and retention.encouragement) or Encouragement()
    held = {counts.group for counts in encouragement.by_group or () if counts.held}
    missing = [name for name in named_groups(recommendation) if name not in present]
    claimed = [name for name in missing if name in held]
    if claimed:
        yield Gap(
            f"the table holds nobody of the group {listed(claimed)}, although the section states"
            " that talks were held with them",
            at="/retention/encouragement/by_group",
        )
    silent = [name for name in missing if name not in held]
    if silent:
        yield Open(
            "/datasets/stay_interviews",
            f"the table holds nobody of the group {listed(silent)}: was nobody thinking of leaving,"
            " or did nobody look?",
        )


@check("RET-034", serves=THINKING, severity=Severity.MINOR, measures=(BEFORE_NOTICE,))
def people_are_noticed_before_they_give_notice(
    stay_interviews: StayInterviews, framework: Framework
) -> Iterator[Finding]:
    """At least half of those noticed were noticed before they gave notice.

    Why: whoever has given notice has mostly decided. A way that is blank, other or not known counts
    as no earlier way. The figure of 50 % (retention.noticed-before-notice) is this pack's own
    choice.

    Close the gap: look at the ways of noticing that find nobody, and record for each person by
    which way it became known.
    """
    short = "too few people were noticed before they gave notice"
    wanted = aim(framework, BEFORE_NOTICE_AT_LEAST, short, PEOPLE)
    yield from whole_reaches(stay_interviews, whole(stay_interviews[BEFORE_NOTICE]), wanted)
