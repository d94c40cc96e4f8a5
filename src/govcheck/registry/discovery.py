"""Find plugins and import them, one at a time, so that a broken one is named."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from importlib.metadata import EntryPoint, entry_points
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from traceback import extract_tb
from types import ModuleType, TracebackType
from typing import NamedTuple

import pydantic

import govcheck
from govcheck.plugin.pack import PROJECT
from govcheck.registry.fault import Fault

_NOT_THE_AUTHORS = tuple(
    f"{Path(str(module.__file__)).parent}{os.sep}" for module in (govcheck, pydantic)
)
"""Folders in which no plugin lies, whatever broke there."""
_OF_PYTHON = f"{Path(str(os.__file__)).parent}{os.sep}"
_INSTALLED = tuple(f"{_OF_PYTHON}{name}{os.sep}" for name in ("site-packages", "dist-packages"))
"""Python's own library, in which distributions may be installed as well."""


class Source(NamedTuple):
    """Where a plugin comes from."""

    name: str
    """The name of the entry point, or of the file."""
    distribution: str
    version: str

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}".rstrip()


class LoadedPlugin(NamedTuple):
    """A plugin whose module was imported."""

    source: Source
    module: ModuleType
    is_file: bool

    @property
    def place(self) -> str:
        """The first line of its module, for messages about the whole."""
        return f"{self.module.__file__}:1" if self.module.__file__ else ""


def installed_plugins() -> tuple[EntryPoint, ...]:
    """The entry points of the group, each once, in the order of their names."""
    points = sorted(entry_points(group=PROJECT), key=_distribution_of)
    first = {(point.name, point.value): point for point in reversed(points)}
    return tuple(first[key] for key in sorted(first))


def _distribution_of(point: EntryPoint) -> tuple[str, str]:
    """Name and version of the distribution that brings an entry point.

    Read from the first lines of its metadata: parsing the whole, with the README in it, is slow.
    """
    text = (point.dist.read_text("METADATA") if point.dist else None) or ""
    header = dict(line.partition(": ")[::2] for line in text.partition("\n\n")[0].splitlines())
    return header.get("Name", point.value), header.get("Version", "")


def load_installed(points: Sequence[EntryPoint]) -> Iterator[LoadedPlugin | Fault]:
    """Import what each entry point names."""
    for point in points:
        source = Source(point.name, *_distribution_of(point))
        module = guarded(source, f"{point.value} could not be imported", point.load)
        if isinstance(module, ModuleType):
            yield LoadedPlugin(source, module, is_file=False)
        elif isinstance(module, Fault):
            yield module
        else:
            hint = f"Write it as `{point.name} = package.module`, without a colon."
            message = f"the entry point {point.name} = {point.value} does not name a module."
            yield Fault(str(source), "", message, hint)


def load_file(path: Path) -> LoadedPlugin | Fault:
    """Import a plugin that is a single file."""
    source = Source(path.stem, path.name, "")
    name = f"govcheck_file_plugin_{path.stem}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        return Fault(str(source), "", "this is not a Python file.", "Its name has to end in .py.")
    module = module_from_spec(spec)
    sys.modules[name] = module
    loader = spec.loader
    fault = guarded(source, "could not be imported", lambda: loader.exec_module(module))
    if isinstance(fault, Fault):
        del sys.modules[name]
        return fault
    return LoadedPlugin(source, module, is_file=True)


def guarded(source: Source, failing: str, call: Callable[[], object]) -> object:
    """What a plugin's own code returns, or a fault that names the line where it broke.

    What it prints goes to standard error, where it does not get into a report.
    """
    try:
        with redirect_stdout(sys.stderr):
            return call()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a plugin may raise anything
        what = f"{type(error).__name__}: {_said(error)}".removesuffix(": ")
        return Fault(str(source), _last_place(error), f"{failing}: {what.rstrip('.')}.")


def _said(error: BaseException) -> str:
    """What an exception says, on one line."""
    said = error.msg if isinstance(error, SyntaxError) else str(error)
    if isinstance(error, ImportError):
        said = said.removesuffix(f" ({error.path})")
    return " ".join(said.split())


def _last_place(error: BaseException) -> str:
    """The innermost line of the plugin's code, or where its syntax is wrong."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename}:{max(error.lineno or 1, 1)}"  # 0 for an unknown encoding
    return place_of(error.__traceback__)


def place_of(traceback: TracebackType | None) -> str:
    """`file:line` of the innermost line that an author wrote; empty where there is none."""
    own = [frame for frame in extract_tb(traceback) if _is_the_authors(frame.filename)]
    return f"{own[-1].filename}:{own[-1].lineno}" if own else ""


def _is_the_authors(file: str) -> bool:
    if file.startswith(("<frozen", *_NOT_THE_AUTHORS)):
        return False
    return file.startswith(_INSTALLED) or not file.startswith(_OF_PYTHON)
