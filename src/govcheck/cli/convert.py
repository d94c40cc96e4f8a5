"""`govcheck convert`: a workbook as a text file again, or its answers in the old one."""

from __future__ import annotations

import json
import sys
from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from govcheck.cli.options import file_argument, framework_file_option, is_file, plugin_option

if TYPE_CHECKING:
    from govcheck.intake.assessment import Submission
    from govcheck.intake.places import Pointer
    from govcheck.registry.registry import Registry

YAML = (".yaml", ".yml")
JSON = ".json"


@click.command("convert")
@file_argument
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    required=True,
    metavar="FILE.yaml",
    help="The file to write (.yaml, .yml, .json). Of a YAML file that is there, only the answers "
    "that differ are changed.",
)
@click.option(
    "--schema",
    metavar="PATH",
    help="For a new YAML file: a schema file for your editor; see `govcheck schema`.",
)
@plugin_option
@framework_file_option
def command(
    *,
    file: Path,
    output: Path,
    schema: str | None,
    plugins: tuple[Path, ...],
    framework_files: tuple[Path, ...],
) -> None:
    """Write the answers of FILE, usually a workbook, into a text file.

    Comments, order and every other byte of a YAML file that is there stay as they are. A new file
    has every question as a comment, as `govcheck init` writes it.
    """
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.cli.judging import submissions_of  # noqa: PLC0415
    from govcheck.cli.output import write_text  # noqa: PLC0415

    if output.suffix.lower() not in (*YAML, JSON):
        raise click.UsageError(
            f"--output {output}: the ending tells the form; it can be .yaml, .yml or .json."
        )
    registry = session.load(plugins, framework_files)
    [(_, submission)] = submissions_of([file], registry)
    there = is_file(output)
    old = _read(output, submission, registry) if there else None
    if output.suffix.lower() == JSON:
        text = _as_json(submission.document.data, old)
    else:
        begin = old if old is not None else _starter(submission, registry, schema)
        text = _as_yaml(begin, submission.document.data, output, registry)
    if there and text == old:
        click.echo(f"{output} says the same as {file} already: it is left as it is.")
        return
    mark = "\ufeff" if there and output.read_bytes().startswith(BOM_UTF8) else ""
    # The file itself is replaced, not a link that leads to it.
    write_text(output.resolve() if there else output, mark + text)
    told = "what differs" if there and old != "" and output.suffix.lower() != JSON else "all"
    click.echo(f"Wrote {output}: {told} of the answers of {file}.")
    sys.stdout.flush()


def _read(output: Path, submission: Submission, registry: Registry) -> str:
    """The text of a file that is there, if it is about the same; or exit and leave it alone."""
    from govcheck.cli import session  # noqa: PLC0415 - keeps --help light
    from govcheck.gate.exit_status import ExitStatus  # noqa: PLC0415
    from govcheck.intake.document import read_document  # noqa: PLC0415
    from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415
    from govcheck.intake.source import decode, read_bytes  # noqa: PLC0415

    try:
        data = read_document(output).data
        text = decode(read_bytes(output, str(output)), str(output))
    except InvalidDocument as error:
        click.echo(f"{output} is there, cannot be read, and is left as it is.", err=True)
        session.stop(error.problems, ExitStatus.INVALID)
    for key, name in (("framework", "report"), ("force", "force")):
        if _meant(key, data.get(key), registry) != _meant(
            key, submission.document.data[key], registry
        ):
            raise click.UsageError(
                f"{output} is about another {name} and is left as it is. Choose another --output."
            )
    return text


def _meant(key: str, value: Any, registry: Registry) -> object:
    """What is named, whichever of its names is written."""
    if isinstance(value, dict):
        return value.get("id")
    found = registry.catalogue.force(value) if key == "force" and isinstance(value, str) else None
    return found.id if found else value


def _starter(submission: Submission, registry: Registry, schema: str | None) -> str:
    """Every question, left blank."""
    from govcheck.model.force import Force  # noqa: PLC0415 - keeps --help light
    from govcheck.reference.starter import starter  # noqa: PLC0415

    said = submission.assessment.force
    force: str | Force = submission.force if isinstance(said, Force) else said
    day = submission.assessment.as_at
    return starter(submission.framework, force, day, registry, schema=schema)


def _as_yaml(text: str, data: dict[str, Any], output: Path, registry: Registry) -> str:
    from govcheck.intake.rewriting.yaml_rewriting import (  # noqa: PLC0415 - keeps --help light
        CannotRewriteError,
        with_answers,
    )
    from govcheck.intake.schema_path import keys_allowed  # noqa: PLC0415

    model = registry.catalogue.whole_model()

    def order(pointer: Pointer) -> Sequence[str]:
        return keys_allowed(model, pointer)

    try:
        return with_answers(text, data, order)
    except CannotRewriteError:
        raise click.ClickException(
            f"the answers cannot be written into {output} without a change to the rest of it. "
            "Nothing was written. Write them to a new file, and compare the two."
        ) from None


def _as_json(data: dict[str, Any], old: str | None) -> str:
    """All answers; the old text where it says the same."""
    if old is not None and json.loads(old) == data:
        return old
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
