"""A stand-in for the drivers of databases that no test can start. It shows what would be asked."""

from collections.abc import Sequence
from types import ModuleType, TracebackType
from typing import Any, Self


class StandIn:
    """A connection and its cursors in one: it keeps what is asked, and answers as it is told."""

    def __init__(self, description: Sequence[Any], rows: Sequence[Sequence[Any]] = ()) -> None:
        self.description = description
        self.rows = rows
        self.asked: list[str] = []
        self.given: dict[str, Any] = {}
        self.failure: Exception | None = None
        self.timeout = self.call_timeout = 0
        self.closed = False

    def module(self, name: str, **members: object) -> ModuleType:
        module = ModuleType(name)
        module.connect = self._connect  # type: ignore[attr-defined]
        for member, value in members.items():
            setattr(module, member, value)
        return module

    def _connect(self, *address: str, **given: Any) -> Self:
        self.given = {"address": address, **given}
        return self

    def cursor(self) -> Self:
        return self

    def execute(self, sql: str) -> None:
        self.asked.append(sql)
        if self.failure is not None and sql.startswith("SELECT"):
            raise self.failure

    def fetchall(self) -> Sequence[Sequence[Any]]:
        return self.rows

    def close(self) -> None:
        self.closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """The cursor ends; the connection does not."""
