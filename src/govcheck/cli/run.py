"""`govcheck run`: judge self-assessments and report the gaps."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import click

from govcheck.cli.extras import need_for_cluster
from govcheck.cli.form_options import Written
from govcheck.cli.gate_options import opened
from govcheck.cli.judging import decided, results_of
from govcheck.cli.keeping import kept_with_trends
from govcheck.cli.many.asked import Asked
from govcheck.cli.many.selection import Selection, selected
from govcheck.cli.options import whereabouts
from govcheck.cli.run_options import Given, run_options
from govcheck.cli.terminal import terminal_style
from govcheck.report.forms import FORMS, FormName, printed

if TYPE_CHECKING:
    from govcheck.cli.configuration import Configuration
    from govcheck.cli.gate_options import Opened
    from govcheck.model.vocabulary import Severity
    from govcheck.registry.registry import Registry
    from govcheck.report.judged import CheckHelp, Judged
    from govcheck.report.sheet import Style

DEFAULT_SECONDS = 10
"""How long a check may take where nothing else is said, as engine.time_limit has it."""


@click.command("run")
@run_options
def command(**options: Any) -> None:
    """Judge each FILE and report the gap against every recommendation.

    FILE can be a folder, which means every self-assessment below it, or a pattern, as "*/*.yaml".
    What comes out for many is rolled up; with -v, or in another form than the table, each is
    reported in full.

    \b
    Exit status:
      0  no gap and no open question at or above --fail-on, every rule of --policy kept
      1  gaps or open questions, a rule is broken
      2  misuse, or a file that cannot be judged
      3  a check or a plugin broke
      4  nothing was assessed
    """  # noqa: D301 - the mark is click's
    _run(Given(**options))


def _run(given: Given) -> NoReturn:
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.cli.output import refuse_to_replace  # noqa: PLC0415

    settings = session.configuration()
    registry = session.load(given.plugins, given.framework_files, settings)
    asked = _asked(given, settings)
    gate = opened(asked.gate, asked.threshold, registry) if asked.gate.decides else None
    form = given.form or settings.format or "table"
    if gate is None and "decision" in _forms(given, form):
        raise click.UsageError(
            "the form decision tells what --policy, --waivers or --baseline decide: give one."
        )
    selection = _selection(given)
    refuse_to_replace(given.written(), (*selection.files, *given.read()))
    in_full = form != "table" or bool(given.outputs) or given.verbose
    if given.is_for_many or (selection.many and not in_full):
        _refuse_for_many(given, in_full=in_full)
        _run_many(given, selection, asked, registry, gate)
    _run_each(given, selection, asked, registry, gate, form)


def _asked(given: Given, settings: Configuration) -> Asked:
    """What is asked for, of the configuration where the command line is silent."""
    word = given.fail_on or settings.fail_on or "major"
    return Asked(
        given.plugins,
        given.framework_files,
        whereabouts(settings, given.sources),
        given.as_of,
        given.seconds_per_check or settings.seconds_per_check or DEFAULT_SECONDS,
        _threshold(word),
        given.gate,
        given.results,
        None,
        given.history,
    )


def _threshold(word: str) -> Severity | None:
    from govcheck.model.vocabulary import Severity  # noqa: PLC0415

    return None if word == "never" else Severity(word)


def _selection(given: Given) -> Selection:
    selection = selected(given.files)
    if given.changed_since is None:
        return selection
    from govcheck.cli.many.changed import only_changed  # noqa: PLC0415 - brings subprocess

    return only_changed(selection, given.changed_since)


def _forms(given: Given, form: FormName) -> set[FormName]:
    """The forms in which something is printed or written."""
    return {form, *(item.output.form for item in given.outputs)}


def _refuse_for_many(given: Given, *, in_full: bool) -> None:
    if given.cluster:
        need_for_cluster()
    if given.cluster and given.history:
        raise click.UsageError(
            "the workers of a cluster do not write to one history: leave --history out, and add "
            "what --results wrote afterwards: govcheck history add."
        )
    if in_full:
        raise click.UsageError(
            "--results, --workers and --cluster are for the roll-up of many files: leave --format, "
            "--output and -v out. Each result is written into the folder."
        )


def _run_many(
    given: Given, selection: Selection, asked: Asked, registry: Registry, gate: Opened | None
) -> NoReturn:
    from govcheck.cli.many.command import run_many, top_of  # noqa: PLC0415 - keeps one file light

    if asked.results:
        asked = asked._replace(top=top_of(selection.files))
    style = terminal_style(quiet=given.quiet)
    run_many(selection.files, asked, registry, gate, given.workers, given.cluster, style)


def _run_each(  # noqa: PLR0913, PLR0917 - what a run depends on
    given: Given,
    selection: Selection,
    asked: Asked,
    registry: Registry,
    gate: Opened | None,
    form: FormName,
) -> NoReturn:
    """Report each file in full, and exit with the status that decides for all."""
    from govcheck.cli.output import files_behind, refuse_to_replace  # noqa: PLC0415

    results = results_of(selection.files, registry, asked.as_of, asked.seconds, asked.places)
    judged, status = decided(
        results,
        asked.threshold,
        _help_of(registry, _forms(given, form)),
        gate,
        left_out=len(results) < len(selection.files),
    )
    if given.history:
        judged = kept_with_trends(given.history, judged)
    shown = _shown(judged, form, terminal_style(quiet=given.quiet, verbose=given.verbose))
    behind = (file for named in results for file in files_behind(*named))
    refuse_to_replace(given.written(), behind)
    for item in given.outputs:
        _write(item, judged)
    click.echo(shown, nl=False)
    sys.exit(status)


def _shown(judged: Sequence[Judged], form: FormName, style: Style) -> str | bytes:
    """What goes to standard output."""
    if form == "table":
        from govcheck.report import table  # noqa: PLC0415

        return table.render(judged, style)
    return printed(form).renderer().render(judged)


def _write(written: Written, judged: Sequence[Judged]) -> None:
    from govcheck.cli.output import write_bytes  # noqa: PLC0415

    content = written.output.renderer().render(judged)
    write_bytes(written.path, content.encode("utf-8") if isinstance(content, str) else content)


def _help_of(registry: Registry, forms: Collection[FormName]) -> Mapping[str, CheckHelp]:
    """What the checks say of themselves, where a form tells it."""
    if not any(FORMS[name].tells_help for name in forms):
        return {}
    from govcheck.report.judged import CheckHelp  # noqa: PLC0415

    return {loaded.check.id: CheckHelp(*loaded.check.documentation) for loaded in registry.checks}
