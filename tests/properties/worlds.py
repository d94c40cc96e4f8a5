"""Frameworks, packs and self-assessments, generated; judged by the real engine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from types import ModuleType
from typing import Any, Literal

from hypothesis import strategies as st

from govcheck.engine.judge import evaluate
from govcheck.intake.assessment import read_assessment
from govcheck.intake.catalogue import Catalogue
from govcheck.intake.document import parse_document
from govcheck.model.exhibit import EvidenceRegister, Exhibit, ExhibitState
from govcheck.model.result import Result
from govcheck.plugin import (
    Answer,
    Aspect,
    Check,
    CitedEvidence,
    Count,
    Day,
    EvidenceId,
    Finding,
    Framework,
    Gap,
    NotApplicable,
    Observation,
    Open,
    Pack,
    Record,
    RequirementAnswer,
    Scope,
    Section,
    SelfAssessment,
    Severity,
    Strength,
    Text,
    check,
    months_later,
)
from govcheck.registry.audit import audit_packs
from govcheck.registry.binding import bind_checks
from govcheck.registry.discovery import Source
from govcheck.registry.fault import BrokenPlugins, Fault
from govcheck.registry.registry import LoadedPack, Registry

AS_AT = date(2023, 12, 15)
NAMES = ("custody", "roads")
"""The entries that every list has to hold: leaving one out is noticed."""


class Entry(Record):
    offered: Literal["yes", "no"] | None = None
    on: Day | None = None


class Custody(Section, key="custody"):
    """A section as a pack might own."""

    answered: Literal["yes", "partly", "no"] | None = None
    applies: Literal["yes", "no"] | None = None
    because: Text | None = None
    reviewed: Day | None = None
    people: Count | None = None
    roles: dict[str, Entry | None] | None = None
    evidence: tuple[EvidenceId, ...] | None = None


class Roads(Custody, key="roads"):
    """The same facts about something else."""


SECTIONS: dict[str, type[Section]] = {"custody": Custody, "roads": Roads}


# What checks do: each template is a lawful question, so that the engine is what is tested.
Body = Callable[..., Iterator[Finding]]


def is_answered(section: Custody) -> Iterator[Finding]:
    if section.answered is None:
        yield Open("answered")
    elif section.answered != "yes":
        yield Gap(f"it is {section.answered}", at="answered")
    else:
        yield Strength("it is in place", at="answered")


def is_recent(section: Custody, as_of: date) -> Iterator[Finding]:
    if section.reviewed is None:
        yield Open("reviewed")
    elif section.reviewed > as_of or months_later(section.reviewed, 12) < as_of:
        yield Gap("not in the last year", at="reviewed")


def is_excused(section: Custody) -> Iterator[Finding]:
    if section.applies is None:
        yield Open("applies")
    elif section.applies == "no" and section.because:
        yield NotApplicable(section.because, at="applies")
    elif section.applies == "no":
        yield Open("because")
    elif section.people is None:
        yield Open("people")
    elif section.people == 0:
        yield Gap("nobody", at="people")


def is_complete(section: Custody) -> Iterator[Finding]:
    if section.roles is None:
        yield Open("roles")
    for name in NAMES if section.roles is not None else ():
        entry = section.roles.get(name)
        if entry is None:
            yield Gap(f"{name} is left out", at="roles")
        elif entry.offered is None:
            yield Open(f"roles.{name}.offered")
        elif entry.offered == "no":
            yield Gap("not offered", at=f"roles.{name}.offered")


def copes(section: Custody | None) -> Iterator[Finding]:
    if section is None:
        yield Open("/", "the section is left out")
        return
    yield from is_answered(section)


def breaks(framework: Framework) -> Iterator[Finding]:
    yield Observation(framework.title)
    raise LookupError(framework.id)


def is_owned(answer: Answer, as_of: date) -> Iterator[Finding]:
    if answer.owner is None:
        yield Open("owner")
    if answer.completed is None:
        yield Open("completed")
    elif answer.completed > as_of:
        yield Gap("not yet", at="completed")


def is_borne_out(cited: CitedEvidence) -> Iterator[Finding]:
    if not any(item.state.usable for item in cited):
        yield Gap("nothing bears it out")


def is_answered_in_general(answer: RequirementAnswer) -> Iterator[Finding]:
    if answer.answer is None:
        yield Open("answer")
    elif answer.answer == "not applicable" and answer.because:
        yield NotApplicable(answer.because, at="because")
    elif answer.answer == "not applicable":
        yield Open("because")
    elif answer.answer != "yes":
        yield Gap(f"it is {answer.answer}", at="answer")


OF_SECTIONS: tuple[Body, ...] = (is_answered, is_recent, is_excused, is_complete, copes)
OF_ANSWERS: tuple[Body, ...] = (is_owned, is_borne_out)


def made(body: Body, section: type[Section] | None = None) -> Callable[..., Iterable[Finding]]:
    """A function of its own for each check, as an author would write it."""
    code = body.__code__
    function = type(body)(
        code, body.__globals__, body.__name__, body.__defaults__, body.__closure__
    )
    function.__annotations__ = dict(body.__annotations__)
    if section is not None:
        wanted = f"{section.__name__} | None" if body is copes else section.__name__
        function.__annotations__["section"] = wanted
    function.__doc__ = "It is so.\n\nClose the gap: do it."
    return function


@dataclass(frozen=True)
class World:
    """One run before it is run."""

    framework: Framework
    packs: tuple[tuple[str, tuple[Check[...], ...]], ...]
    data: dict[str, Any]
    states: Mapping[str, ExhibitState] = field(default_factory=dict)
    as_of: date | None = None

    def saying(self, data: dict[str, Any]) -> World:
        return replace(self, data=data)

    def judged(self) -> Result:
        return judge(self, registry_of(self.framework, self.packs))


class QuickCatalogue(Catalogue):
    """A catalogue that composes the model of the same sections once for all worlds."""

    def whole_model(self) -> type[SelfAssessment]:
        return model_of()


@cache
def model_of() -> type[SelfAssessment]:
    return Catalogue(sections=SECTIONS).whole_model()


def judge(world: World, registry: Registry, *, told: bool = True) -> Result:
    document = parse_document(json.dumps(world.data), "world.json", "json")
    submission = read_assessment(document, registry.catalogue)
    exhibits = tuple(
        Exhibit(name, entry, world.states.get(name, ExhibitState.NOT_LOOKED_AT))
        for name, entry in submission.assessment.evidence.items()
    )
    register = EvidenceRegister(exhibits)
    return evaluate(submission, registry, register, world.as_of, digested=told, told=told)


def registry_of(
    framework: Framework, packs: Sequence[tuple[str, tuple[Check[...], ...]]]
) -> Registry:
    """The registry of packs that live in memory, audited as those on a disk are."""
    loaded = [
        LoadedPack(
            Pack(name, "1", name, (ModuleType(name),)),
            Source(name, name, "1"),
            f"{name}.py:1",
            checks,
            () if index else tuple(SECTIONS.values()),
        )
        for index, (name, checks) in enumerate(sorted(packs, key=lambda pack: pack[0]))
    ]
    frameworks = {framework.id: framework}
    bound = [*audit_packs(loaded), *bind_checks(loaded, frameworks)]
    faults = [item for item in bound if isinstance(item, Fault)]
    if faults:
        raise BrokenPlugins(faults)
    checks = sorted(bound, key=lambda item: item.check.id)
    catalogue = QuickCatalogue(frameworks, (), SECTIONS, {})
    return Registry(tuple(loaded), tuple(checks), catalogue, {framework.id: "pack one"})


# Strategies.
def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(strategy, strategy, strategy, st.none())


DAYS = st.integers(-900, 60).map(lambda days: (AS_AT + timedelta(days=days)).isoformat())
WORDS = st.sampled_from(["a reason", "Chief officer", "Ünïcode — “quoted”", "1"])


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    recommendations = [
        {
            "number": number,
            "id": draw(maybe(st.just(f"#{number}"))),
            "title": "T",
            "wording": "W",
            "addressee": "forces",
            "due": draw(maybe(st.just({"by": "2024-01", "wording": "By January 2024"}))),
            "requirements": [
                {"id": f"r{index}", "text": "X"} for index in range(draw(st.integers(1, 3)))
            ],
        }
        for number in draw(st.sampled_from([["1"], ["2", "3"], ["2.1", "2.2", "A-3"]]))
    ]
    duty = {"law": "L", "days": 56, "first_day_counts": draw(st.booleans())}
    return Framework.model_validate_json(
        json.dumps(
            {
                "govcheck-framework": 1,
                "id": draw(st.sampled_from(["report", "report-2023.1"])),
                "title": "R",
                "publisher": "P",
                "published": "2023-07-07",
                "source": "S",
                "licence": "L",
                "response": draw(maybe(st.just(duty))),
                "evidence_fresh_for_months": draw(st.sampled_from([None, 12, 24])),
                "recommendations": recommendations,
            }
        )
    )


def requirement_names(framework: Framework) -> list[str]:
    return [
        f"{framework.id}:{outer.number}.{inner.id}" for outer, inner in framework.all_requirements()
    ]


@st.composite
def checks(draw: st.DrawFn, framework: Framework, *, broken: bool = False) -> list[Check[...]]:
    """Checks of sections for some of the requirements, and some for any framework."""
    found: list[Check[...]] = []
    targets = requirement_names(framework)
    severity = st.sampled_from(list(Severity))
    for number in range(draw(st.integers(0, 6))):
        served = draw(st.lists(st.sampled_from(targets), min_size=1, max_size=3, unique=True))
        aspect = draw(st.sampled_from([Aspect.SUBSTANCE, Aspect.SUBSTANCE, *Aspect]))
        body = draw(st.sampled_from([*OF_SECTIONS, *([breaks] if broken else [])]))
        section = draw(st.sampled_from([Custody, Roads])) if body is not breaks else None
        decorate = check(
            f"GEN-{number}", serves=tuple(served), severity=draw(severity), aspect=aspect
        )
        found.append(decorate(made(body, section)))
    for number, body in enumerate(OF_ANSWERS):
        aspect = draw(st.sampled_from([Aspect.SUPPORT, Aspect.TIMELINESS, Aspect.DUTY]))
        scope = Scope.EVERY_RECOMMENDATION
        decorate = check(f"ALL-{number}", serves=scope, severity=draw(severity), aspect=aspect)
        found.append(decorate(made(body)))
    if draw(st.booleans()):
        scope = Scope.UNSERVED_REQUIREMENTS
        decorate = check("REQ-1", serves=scope, severity=draw(severity))
        found.append(decorate(made(is_answered_in_general)))
    return found


EVIDENCE_NAMES = ("e1", "e2", "e3")


@st.composite
def evidence(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.lists(st.sampled_from(EVIDENCE_NAMES), unique=True))
    return {
        name: {
            "title": "T",
            "reference": "kept",
            "about": draw(
                maybe(st.sampled_from(["2023-10", "2021", "2022-04/2023-03", "2024-05"]))
            ),
            "collected": draw(maybe(DAYS)),
            "method": draw(maybe(st.sampled_from(["measured", "document", "attested"]))),
        }
        for name in names
    }


def citations(names: Iterable[str]) -> st.SearchStrategy[Any]:
    known = sorted(names)
    return maybe(st.lists(st.sampled_from(known), unique=True) if known else st.just([]))


@st.composite
def sections(draw: st.DrawFn, cited: st.SearchStrategy[Any]) -> dict[str, Any]:
    entry = st.fixed_dictionaries(
        {"offered": maybe(st.sampled_from(["yes", "no"])), "on": maybe(DAYS)}
    )
    return {
        "answered": draw(maybe(st.sampled_from(["yes", "yes", "partly", "no"]))),
        "applies": draw(maybe(st.sampled_from(["yes", "no"]))),
        "because": draw(maybe(WORDS)),
        "reviewed": draw(maybe(DAYS)),
        "people": draw(maybe(st.integers(0, 9))),
        "roles": draw(maybe(st.dictionaries(st.sampled_from(NAMES), maybe(entry)))),
        "evidence": draw(cited),
    }


@st.composite
def answers(
    draw: st.DrawFn, framework: Framework, number: str, cited: st.SearchStrategy[Any]
) -> dict[str, Any]:
    recommendation = framework.recommendation(number)
    finer = st.fixed_dictionaries(
        {
            "answer": maybe(st.sampled_from(["yes", "partly", "no", "not applicable"])),
            "because": maybe(WORDS),
            "evidence": cited,
        }
    )
    claim = st.sampled_from(["met", "met", "partly met", "not met", "not applicable"])
    return {
        "claim": draw(maybe(claim)),
        "owner": draw(maybe(WORDS)),
        "completed": draw(maybe(DAYS)),
        "evidence": draw(cited),
        "requirements": {
            item.id: draw(finer) for item in recommendation.requirements if draw(st.booleans())
        },
        "actions": draw(maybe(st.just([{"id": "A1", "what": "X", "due": "2023-12-01"}]))),
    }


@st.composite
def assessments(draw: st.DrawFn, framework: Framework) -> dict[str, Any]:
    register = draw(evidence())
    cited = citations(register)
    return {
        "govcheck": 1,
        "framework": framework.id,
        "force": {"id": "north", "name": "North Force"},
        "as_at": AS_AT.isoformat(),
        "recommendations": {
            item.number: draw(answers(framework, item.number, cited))
            for item in framework.recommendations
            if draw(st.integers(0, 3))
        },
        "evidence": register,
        **{key: draw(sections(cited)) for key in ("custody", "roads") if draw(st.integers(0, 3))},
    }


@st.composite
def worlds(draw: st.DrawFn, *, broken: bool = False) -> World:
    framework = draw(frameworks())
    found = draw(checks(framework, broken=broken))
    cut = draw(st.integers(0, len(found)))
    states = st.dictionaries(st.sampled_from(EVIDENCE_NAMES), st.sampled_from(list(ExhibitState)))
    packs = (("one", tuple(found[:cut])), ("two", tuple(found[cut:])))
    return World(
        framework,
        tuple(pack for pack in packs if pack[1]),
        draw(assessments(framework)),
        draw(states),
    )
