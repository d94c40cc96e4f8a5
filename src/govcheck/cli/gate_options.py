"""What the side of the pipeline hands in: options, and the files that they name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from govcheck.cli.options import input_file

if TYPE_CHECKING:
    from govcheck.gate.decision import Gate
    from govcheck.intake.document import Document
    from govcheck.intake.problem import Problem
    from govcheck.model.baseline import Baseline
    from govcheck.model.decision import Decision
    from govcheck.model.policy import Policy
    from govcheck.model.result import Result
    from govcheck.model.vocabulary import Severity
    from govcheck.registry.registry import Registry

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")
FAIL_ON = ("critical", "major", "minor", "never")

fail_on_option = click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="Exit with 1 for gaps and open questions from this severity on.  [default: major]",
)
policy_option = click.option(
    "--policy",
    type=input_file,
    metavar="FILE",
    help="Rules that the results have to keep, instead of --fail-on.",
)
waivers_option = click.option(
    "--waivers",
    "waiver_files",
    type=input_file,
    multiple=True,
    metavar="FILE",
    help="Gaps that somebody answers for until a day. Can be given more than once.",
)
baseline_option = click.option(
    "--baseline",
    "baseline_files",
    type=input_file,
    multiple=True,
    metavar="FILE",
    help="A result, or what `govcheck baseline update` wrote: gaps that are in it do not fail. "
    "Can be given more than once.",
)


def gate_options(function: F) -> F:
    """The options that say what fails a run. None of it is ever taken from an assessment."""
    return fail_on_option(policy_option(waivers_option(baseline_option(function))))


class GateFiles(NamedTuple):
    """What the options name."""

    fail_on: str | None = None
    policy: Path | None = None
    waivers: tuple[Path, ...] = ()
    baselines: tuple[Path, ...] = ()

    @property
    def decides(self) -> bool:
        """Whether there is more than a threshold."""
        return bool(self.policy or self.waivers or self.baselines)


class Opened(NamedTuple):
    """What stands in the files."""

    gate: Gate
    baselines: tuple[Baseline, ...]

    def decision_on(self, result: Result) -> Decision:
        """What the gate says of a result."""
        from govcheck.gate.decision import decide  # noqa: PLC0415 - keeps --help light

        return decide(result, self.gate, self._baseline_of(result))

    def _baseline_of(self, result: Result) -> Baseline | None:
        """The one about the same force and report; or exit where there are others only."""
        for baseline in self.baselines:
            other = baseline.result
            if (other.force.id, other.framework.id) == (result.force.id, result.framework.id):
                return baseline
        if self.baselines:
            raise click.UsageError(
                f"no baseline is about {result.force.name} and {result.framework.id}. Give the one "
                "that is with --baseline, or begin one: govcheck baseline update --grow."
            )
        return None


def opened(files: GateFiles, threshold: Severity | None, registry: Registry) -> Opened:
    """Read the files, or exit with every problem."""
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.gate.decision import Gate  # noqa: PLC0415
    from govcheck.gate.exit_status import ExitStatus  # noqa: PLC0415
    from govcheck.intake.gate_files import read_policy, read_waivers  # noqa: PLC0415
    from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415
    from govcheck.intake.result_file import read_baselines  # noqa: PLC0415

    if files.policy and files.fail_on:
        raise click.UsageError("--policy says what fails the run: leave --fail-on out.")
    policy: Policy | None = None
    problems: list[Problem] = []
    try:
        if files.policy:
            document, policy = read_policy(files.policy)
            problems += _unmet(document, policy, registry, has_baseline=bool(files.baselines))
    except InvalidDocument as error:
        problems += error.problems
    waivers = _read_all(files.waivers, read_waivers, problems)
    baselines = _read_all(files.baselines, read_baselines, problems)
    problems += _changed(files.baselines, baselines)
    if problems:
        click.echo("The gate is not set up, so nothing was judged.", err=True)
        session.stop(problems, ExitStatus.INVALID)
    gate = Gate(
        threshold,
        policy,
        tuple(waivers),
        [loaded.check.id for loaded in registry.checks],
        [force.id for force in registry.catalogue.forces],
        list(registry.catalogue.frameworks),
    )
    return Opened(gate, tuple(baselines))


def _read_all(
    paths: Sequence[Path], read: Callable[[Path], Sequence[T]], problems: list[Problem]
) -> list[T]:
    """What stands in several files; what is wrong with one is added to the problems."""
    from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415 - keeps --help light

    found: list[T] = []
    for path in paths:
        try:
            found += read(path)
        except InvalidDocument as error:
            problems += error.problems
    return found


def _unmet(
    document: Document, policy: Policy, registry: Registry, *, has_baseline: bool
) -> list[Problem]:
    """What the policy asks for and this run cannot give: never a smaller question."""
    from govcheck.intake.suggestion import suggestion  # noqa: PLC0415 - seldom needed

    packs = {loaded.pack.name: loaded.pack.version for loaded in registry.packs}
    problems: list[Problem] = []
    for index, asked in enumerate(policy.packs):
        if told := _missing_pack(asked, packs):
            problems.append(document.problem(("packs", index), *told))
    for index, check in enumerate(policy.checks):
        if registry.check(check) is None:
            hint = suggestion(check, [loaded.check.id for loaded in registry.checks])
            problems.append(
                document.problem(("checks", index), f"the check {check} is not loaded.", hint)
            )
    for index, kind in enumerate(policy.regressions):
        if kind.needs_baseline and not has_baseline:
            message = f"“{kind}” can only be seen beside the last result."
            hint = "Give that with --baseline, or take the word out."
            problems.append(document.problem(("regressions", index), message, hint))
    return problems


def _missing_pack(asked: str, packs: dict[str, str]) -> tuple[str, str] | None:
    from packaging.requirements import InvalidRequirement, Requirement  # noqa: PLC0415

    from govcheck.intake.suggestion import suggestion  # noqa: PLC0415 - seldom needed

    try:
        wanted = Requirement(asked)
    except InvalidRequirement:
        return "this is no name of a pack.", "Write a name, or a name and a version: wellbeing>=1."
    if wanted.name not in packs:
        return f"the pack {wanted.name} is not loaded.", suggestion(wanted.name, packs)
    if packs[wanted.name] not in wanted.specifier:
        return (
            f"the pack {wanted.name} is {packs[wanted.name]}, and {wanted.specifier} is asked for.",
            "Install that version.",
        )
    return None


def _changed(paths: Sequence[Path], baselines: Sequence[Baseline]) -> list[Problem]:
    """Baselines whose result was changed after govcheck wrote it."""
    from govcheck.engine.digest import digest_of  # noqa: PLC0415 - seldom needed
    from govcheck.intake.problem import Problem  # noqa: PLC0415

    return [
        Problem(
            str(paths[0]) if len(paths) == 1 else f"the baseline of {baseline.result.force.name}",
            1,
            1,
            "the digest does not fit: it was changed after govcheck wrote it.",
            "Take the file as it was written.",
        )
        for baseline in baselines
        if digest_of(baseline.result.as_json()) != baseline.result.digest
    ]
