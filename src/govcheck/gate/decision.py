"""The decision on one result: policy, waivers and baseline, and the exit status they lead to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from govcheck.gate import known, rules
from govcheck.gate.exit_status import Exit, ExitStatus, exit_for
from govcheck.gate.outcome import outcomes
from govcheck.gate.regressions import Sides
from govcheck.gate.waiving import Known, waived
from govcheck.model.baseline import Baseline
from govcheck.model.decision import FORMAT, Decision, RuleResult
from govcheck.model.policy import Policy
from govcheck.model.result import Result
from govcheck.model.vocabulary import Severity
from govcheck.model.waiver import Waiver


class Gate(NamedTuple):
    """What a pipeline asks for."""

    threshold: Severity | None = Severity.MAJOR
    """Where there is no policy: from which severity gaps and open questions fail. None: never."""
    policy: Policy | None = None
    waivers: tuple[Waiver, ...] = ()
    checks: Collection[str] = ()
    """The ids of all checks that are loaded."""
    forces: Collection[str] = ()
    """The ids of all forces that are listed."""
    frameworks: Collection[str] = ()
    """The ids of all reports that are loaded."""


def decide(result: Result, gate: Gate, baseline: Baseline | None = None) -> Decision:
    """What a gate says of a result. The result does not change."""
    found = outcomes(result)
    pardoned = waived(gate.waivers, result, found, Known(gate.checks, gate.forces, gate.frameworks))
    before = (
        known.compared(baseline, found) if baseline else known.Compared(frozenset(), (), (), ())
    )
    excused = pardoned.keys | before.keys
    sides = Sides(result, baseline.result if baseline else None, pardoned.waivers)
    judged = rules.judged(gate.policy, sides, found, excused) if gate.policy else ()
    status = exit_for(result, None if gate.policy else gate.threshold, excused)
    if gate.policy and status.status is ExitStatus.CLEAR:
        status = _by_rules(judged)
    return Decision(
        FORMAT,
        result.file,
        result.force.id,
        result.framework.id,
        result.as_of,
        result.digest,
        int(status.status),
        status.reason,
        judged,
        pardoned.waivers,
        before.known,
        before.new,
        before.resolved,
    )


def _by_rules(judged: Sequence[RuleResult]) -> Exit:
    broken = [rule.rule for rule in judged if not rule.kept]
    if broken:
        return Exit(
            ExitStatus.GAPS, f"{len(broken)} of {len(judged)} rules of the policy are broken"
        )
    return Exit(ExitStatus.CLEAR, f"{len(judged)} of {len(judged)} rules of the policy are kept")
