"""Many results beside one another: what came out for each file, and of each requirement."""

from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from govcheck.model.decision import Decision, WaiverResult
from govcheck.model.json_object import json_object
from govcheck.model.result import IsoDate, Result
from govcheck.model.vocabulary import Basis, Support, Verdict

FORMAT: Literal["govcheck-rollup/1"] = "govcheck-rollup/1"


@json_object
class RequirementLine(NamedTuple):
    """What came out for one requirement of one file."""

    id: str
    verdict: Verdict
    support: Support
    basis: Basis


@json_object
class FileLine(NamedTuple):
    """What came out for one file."""

    file: str
    status: int
    reason: str
    force: str | None = None
    framework: str | None = None
    as_of: IsoDate | None = None
    digest: str | None = None
    recommendations: tuple[tuple[str, Verdict], ...] = ()
    requirements: tuple[RequirementLine, ...] = ()
    problems: tuple[str, ...] = ()
    """Why it could not be judged."""
    broken: tuple[str, ...] = ()
    """The rules of the policy that it breaks, each with its figure."""
    waivers: tuple[WaiverResult, ...] = ()
    """Those that are about it."""


@json_object
class RequirementCount(NamedTuple):
    """How many of the files that answer a requirement came out in which way."""

    framework: str
    id: str
    files: int
    verdicts: dict[Verdict, int]
    bases: dict[Basis, int]


@json_object
class Rollup(NamedTuple):
    """What came out for all files. There is no order among forces but that of their names."""

    format: Literal["govcheck-rollup/1"]
    files: tuple[FileLine, ...]
    requirements: tuple[RequirementCount, ...]

    def as_json(self) -> dict[str, Any]:
        """The roll-up as JSON types."""
        return {
            "format": self.format,
            "files": [
                line._asdict()
                | {"requirements": [one._asdict() for one in line.requirements]}
                | {"waivers": [one._asdict() for one in line.waivers]}
                for line in self.files
            ],
            "requirements": [count._asdict() for count in self.requirements],
        }


def line_of(
    file: str, result: Result, status: int, reason: str, decision: Decision | None = None
) -> FileLine:
    """The line of a file that was judged, with what a gate says where there is one."""
    rules = decision.rules if decision else ()
    return FileLine(
        file,
        status,
        reason,
        result.force.name,
        result.framework.id,
        result.as_of,
        result.digest or None,
        tuple((item.number, item.verdict) for item in result.recommendations),
        tuple(
            RequirementLine(one.id, one.verdict, one.support, one.basis)
            for item in result.recommendations
            for one in item.requirements
        ),
        broken=tuple(f"{rule.rule}; found {rule.figure}" for rule in rules if not rule.kept),
        waivers=decision.waivers if decision else (),
    )


def rolled_up(lines: Sequence[FileLine]) -> Rollup:
    """The roll-up of the lines of all files: in the order of the names of the forces."""
    ordered = sorted(lines, key=lambda line: ((line.force or "\uffff").casefold(), line.file))
    counts = dict[tuple[str, str], tuple[dict[Verdict, int], dict[Basis, int]]]()
    for line in ordered:
        for one in line.requirements:
            key = (line.framework or "", one.id)
            if key not in counts:
                counts[key] = (dict.fromkeys(Verdict, 0), dict.fromkeys(Basis, 0))
            verdicts, bases = counts[key]
            verdicts[one.verdict] += 1
            bases[one.basis] += 1
    return Rollup(
        FORMAT,
        tuple(ordered),
        tuple(
            RequirementCount(*key, sum(verdicts.values()), verdicts, bases)
            for key, (verdicts, bases) in sorted(counts.items(), key=_by_framework)
        ),
    )


def _by_framework(entry: tuple[tuple[str, str], Any]) -> str:
    """Frameworks in the order of their names; requirements stay in the order of the report."""
    return entry[0][0]
