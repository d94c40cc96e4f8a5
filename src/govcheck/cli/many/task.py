"""One file of many, judged in whichever process."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from govcheck.cli.gate_options import Opened
from govcheck.cli.many.asked import Asked
from govcheck.model.rollup import FileLine, line_of

if TYPE_CHECKING:
    from govcheck.engine.time_limit import TimeLimit
    from govcheck.model.decision import Decision
    from govcheck.model.result import Result
    from govcheck.registry.registry import Registry


class Bench:
    """What a process needs to judge: the packs, loaded once, and what is asked for."""

    def __init__(self, asked: Asked, registry: Registry, gate: Opened | None) -> None:
        self._asked = asked
        self._registry = registry
        self._gate = gate

    def judge(self, path: Path, limit: TimeLimit, name: str | None = None) -> FileLine:
        """What came out for a file, under the name that the user gave it.

        A file that cannot be judged is a line too.
        """
        called = name or str(path)
        import click  # noqa: PLC0415 - a process of a pool has it anyway

        from govcheck.gate.exit_status import ExitStatus, exit_for  # noqa: PLC0415
        from govcheck.history.store import HistoryError  # noqa: PLC0415
        from govcheck.intake.problem import InvalidDocument  # noqa: PLC0415

        try:
            result = self._result(path, called, limit)
            decision = self._gate.decision_on(result) if self._gate else None
            if decision:
                status, reason = decision.status, decision.reason
            else:
                status, reason = exit_for(result, self._asked.threshold)
            self._keep(path, result, decision)
        except InvalidDocument as error:
            told = tuple(map(str, error.problems))
            return FileLine(called, ExitStatus.INVALID, "it cannot be judged", problems=told)
        except HistoryError as error:
            told = (f"{called}: {error}",)
            return FileLine(called, ExitStatus.INVALID, "it could not be kept", problems=told)
        except click.ClickException as error:
            told = (f"{called}: {error.format_message()}",)
            return FileLine(called, ExitStatus.INVALID, "it cannot be judged", problems=told)
        return line_of(called, result, int(status), reason, decision)

    def _result(self, path: Path, called: str, limit: TimeLimit) -> Result:
        from govcheck.engine.judge import evaluate  # noqa: PLC0415
        from govcheck.evidence.documents import look_at  # noqa: PLC0415
        from govcheck.intake.assessment import read_assessment  # noqa: PLC0415
        from govcheck.intake.document import read_document  # noqa: PLC0415

        asked = self._asked
        submission = read_assessment(read_document(path, called), self._registry.catalogue)
        evidence = look_at(submission.assessment.evidence, path.parent, asked.places.roots)
        return evaluate(
            submission, self._registry, evidence, asked.as_of,
            limit=limit, sources=asked.places.of(path), digested=asked.keeps, told=asked.keeps,
        )  # fmt: skip

    def _keep(self, path: Path, result: Result, decision: Decision | None) -> None:
        """Keep the result in the history, and in the folder of results at the place of the file.

        Raises click.ClickException and HistoryError.
        """
        if self._asked.history:
            from govcheck.history.store import opened  # noqa: PLC0415

            with opened(self._asked.history, begin=True) as history:
                history.add(result)
        if self._asked.results is None or self._asked.top is None:
            return
        from govcheck.cli.output import make_folder, write_text  # noqa: PLC0415
        from govcheck.report.json_report import as_text  # noqa: PLC0415

        below = path.resolve().relative_to(self._asked.top)
        target = self._asked.results / below.with_name(f"{below.name}.json")
        said = self._asked.results / below.with_name(f"{below.name}.decision.json")
        make_folder(target.parent)
        write_text(target, as_text(result.as_json()), settled=False)
        if decision:
            write_text(said, as_text(decision.as_json()), settled=False)
