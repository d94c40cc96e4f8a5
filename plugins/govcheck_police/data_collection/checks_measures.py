"""Recommendation 6: the measures are the right ones, defined and owned."""

from collections.abc import Iterator

from govcheck.plugin import Finding, Gap, Observation, Open, Severity, check
from govcheck_police.answers import left_blank
from govcheck_police.citations import some_not_shown
from govcheck_police.data_collection.measure import Measure, MeasureKind
from govcheck_police.data_collection.section import DataCollection, Priority
from govcheck_police.entries import known_in_full, miscounted, repeated
from govcheck_police.frameworks import GETTING_A_GRIP

RIGHT_DATA = f"{GETTING_A_GRIP}:6.right-data"
NEEDED_KINDS: tuple[MeasureKind, ...] = ("outcome", "quality", "demand", "workforce")
"""Without these a framework shows how much was done, and not how well, for whom, or by whom."""
VOLUMES: tuple[MeasureKind, ...] = ("output", "input")
_LISTS = (
    ("priorities", "priorities_in_plan"),
    ("measures", "measures_in_framework"),
    ("forums", "forums_in_governance"),
)


def all_measures_known(data: DataCollection) -> Iterator[Finding]:
    """What keeps a check from judging all measures of the framework."""
    yield from known_in_full(
        data.measures, data.measures_in_framework, "measures", "measures", "measures_in_framework"
    )


def _all_priorities_known(data: DataCollection) -> Iterator[Finding]:
    yield from known_in_full(
        data.priorities, data.priorities_in_plan, "priorities", "priorities", "priorities_in_plan"
    )


def placed_measures(data: DataCollection) -> Iterator[tuple[str, Measure]]:
    """Each measure with its place."""
    for index, measure in enumerate(data.measures or ()):
        yield f"measures[{index}]", measure


@check("DAT-005", serves=RIGHT_DATA, severity=Severity.MAJOR)
def priorities_measures_and_forums_are_listed_in_full(
    data_collection: DataCollection,
) -> Iterator[Finding]:
    """Priorities, measures and forums are listed in full, each once, as the stated totals say.

    Why: a measure that is left out of the list takes its weakness with it. The totals from the
    plan, the performance framework and the governance structure show whether the lists are
    complete.

    Close the gap: list every priority, measure and forum under an id of its own, and take the
    totals from the documents that set them.
    """
    for name, total in _LISTS:
        entries, stated = getattr(data_collection, name), getattr(data_collection, total)
        if stated is None:
            yield Open(total)
        if entries is None:
            yield Open(name)
            continue
        yield from repeated(entries, name, name)
        if not entries:
            yield Gap(f"no {name} are listed", at=name)
        elif stated is not None and (difference := miscounted(entries, stated, name)):
            yield Gap(difference, at=name)
    for index, priority in enumerate(data_collection.priorities or ()):
        yield from left_blank(priority, priority.id, f"priorities[{index}]", "text", "set_in")


@check("DAT-006", serves=RIGHT_DATA, severity=Severity.CRITICAL)
def every_priority_has_an_outcome_measure(data_collection: DataCollection) -> Iterator[Finding]:
    """Every priority is served by at least one measure of outcome.

    Why: counts of what was done cannot show whether anything changed for the public. The report
    names the right data not always being collected as the first of three issues in strategic
    performance management.

    Close the gap: for each priority without one, add a measure of what should be different for the
    public, and give its kind as outcome and its priority.
    """
    yield from _all_priorities_known(data_collection)
    yield from all_measures_known(data_collection)
    measures = data_collection.measures
    if measures is None:
        return
    for index, priority in enumerate(data_collection.priorities or ()):
        yield from _served_by_an_outcome(priority, measures, f"priorities[{index}]")


def _served_by_an_outcome(
    priority: Priority, measures: tuple[Measure, ...], at: str
) -> Iterator[Finding]:
    possible = [
        measure
        for measure in measures
        if measure.kind in (None, "outcome") and measure.priority in (None, priority.id)
    ]
    if any(measure.kind and measure.priority for measure in possible):
        return
    if possible:
        yield Open(
            at,
            f"whether the priority “{priority.id}” has an outcome measure: kind or priority of"
            f" “{possible[0].name}” is not answered",
        )
    else:
        yield Gap(f"no outcome measure serves the priority “{priority.id}”", at=at)


@check("DAT-007", serves=RIGHT_DATA, severity=Severity.MAJOR)
def measures_are_of_different_kinds(data_collection: DataCollection) -> Iterator[Finding]:
    """The measures together show outcomes, quality, demand and workforce, and not only volumes.

    Why: the report names weak understanding of demand, an under-resourced and under-skilled
    workforce, and failure demand among its main findings. Volumes of work show none of these.

    Close the gap: add measures of the kinds that are missing, or give the kind of a measure that
    was put down as something else.
    """
    yield from all_measures_known(data_collection)
    unanswered = False
    for at, measure in placed_measures(data_collection):
        if measure.kind is None:
            unanswered = True
            yield Open(f"{at}.kind")
    kinds = [measure.kind for measure in data_collection.measures or () if measure.kind]
    missing = [kind for kind in NEEDED_KINDS if kind not in kinds]
    if kinds and missing and not unanswered:
        yield Gap(f"no measure is of the kind: {', '.join(missing)}", at="measures")
    volumes = sum(kind in VOLUMES for kind in kinds)
    if volumes * 2 > len(kinds):
        yield Observation(
            f"{volumes} of the {len(kinds)} measures whose kind is given count output or input",
            at="measures",
        )


@check("DAT-008", serves=RIGHT_DATA, severity=Severity.MAJOR)
def every_measure_is_defined_and_owned(data_collection: DataCollection) -> Iterator[Finding]:
    """Every measure has a written definition, a question, a priority, an owner and a source.

    Why: a figure that two people count differently cannot be compared, a figure that answers no
    question about a priority will not be missed, and a figure that nobody owns will not be put
    right.

    Close the gap: write the definition down, say which question about which priority the measure
    answers and which system it comes from, and name the role that answers for it. Drop measures for
    which nobody can.
    """
    yield from all_measures_known(data_collection)
    if data_collection.priorities is None:
        yield Open("priorities")
    for at, measure in placed_measures(data_collection):
        asked = ["question", "priority", "owner", "source_system", "definition_written"]
        if measure.definition_written == "no":
            yield Gap(f"“{measure.name}” has no written definition", at=f"{at}.definition_written")
        else:
            asked.append("definition")
        yield from left_blank(measure, measure.name, at, *asked)
        yield from _serves_a_listed_priority(measure, data_collection.priorities, at)
    named = ((measure.name, measure) for measure in data_collection.measures or ())
    yield from some_not_shown(named, "measures", "measures")


def _serves_a_listed_priority(
    measure: Measure, priorities: tuple[Priority, ...] | None, at: str
) -> Iterator[Finding]:
    if measure.priority is None or priorities is None:
        return
    if measure.priority not in {priority.id for priority in priorities}:
        yield Gap(
            f"“{measure.name}” serves the priority “{measure.priority}”, which is not listed under"
            " priorities",
            at=f"{at}.priority",
        )
