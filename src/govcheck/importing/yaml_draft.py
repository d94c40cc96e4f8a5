"""A draft as the text of a YAML file, with the lines on which a person has to do something."""

from __future__ import annotations

from typing import NamedTuple

from govcheck.importing.draft import Entry, Node, Remark
from govcheck.intake.rewriting.yaml_value import STEP, rendered
from govcheck.model.visible import shortened

_LONGEST_COMMENT = 400


class Task(NamedTuple):
    """What a person has to finish, and on which line of the draft."""

    line: int
    text: str


class Written(NamedTuple):
    """The text of a draft, and what is left to do."""

    text: str
    tasks: tuple[Task, ...]


def written(nodes: tuple[Node, ...]) -> Written:
    """The draft as YAML."""
    writer = _Writer()
    writer.block(nodes, 0, "")
    return Written("".join(f"{line}\n" for line in writer.lines), tuple(writer.tasks))


class _Writer:
    """Puts lines below one another and knows where it is."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.tasks: list[Task] = []

    def block(self, nodes: tuple[Node, ...], column: int, path: str) -> None:
        for node in nodes:
            if isinstance(node, Remark):
                self._comment(node.text, column)
            else:
                self._entry(node, column, path, " " * column)

    def _comment(self, text: str, column: int) -> None:
        told = shortened(text, _LONGEST_COMMENT)
        self.lines.append(f"{' ' * column}# {told}" if told else "")

    def _entry(self, node: Entry, column: int, path: str, before: str) -> None:
        """One key; `before` is what stands before it on its line."""
        if node.found:
            self._comment(f"found: {node.found}", column)
        if node.missing:
            # A value that is to be settled is there; where there is none, the file is not valid.
            mark = "NOT FOUND" if node.value is None else "TO SETTLE"
            self._comment(f"{mark}: {node.missing}", column)
            self.tasks.append(Task(len(self.lines) + 1, f"{path}{node.key}: {node.missing}"))
        if isinstance(node.value, tuple):
            self.lines.append(f"{before}{node.key}:")
            inner = f"{path}{node.key}, "
            self.block(node.value, len(before) + STEP, inner)
        elif isinstance(node.value, list) and any(isinstance(item, tuple) for item in node.value):
            self.lines.append(f"{before}{node.key}:")
            for item in node.value:
                assert isinstance(item, tuple)  # noqa: S101 - a list is of one kind
                self._item(item, len(before) + STEP, path)
        else:
            value = rendered(node.value, len(before))
            self.lines.append(f"{before}{node.key}:{value.head}")
            self.lines += value.body.split("\n")[:-1]

    def _item(self, nodes: tuple[Node, ...], column: int, path: str) -> None:
        """An item of a list: its first key stands behind the hyphen."""
        first = next(node for node in nodes if isinstance(node, Entry))
        rest = tuple(node for node in nodes if node is not first)
        if first.key == "number":  # requirements and groups have no tasks of their own
            path = f"recommendation {first.value or '?'}, "
        self._entry(first, column, path, f"{' ' * column}- ")
        self.block(rest, column + STEP, path)
