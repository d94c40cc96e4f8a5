"""Find plugins and import them, one at a time, so that a broken one is named."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from traceback import extract_tb
from types import ModuleType, TracebackType

from govcheck.plugin.pack import PROJECT
from govcheck.registry.fault import Fault


@dataclass(frozen=True, slots=True)
class Source:
    """Where a plugin comes from."""

    name: str
    """The name of the entry point, or of the file."""
    distribution: str
    version: str

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}".rstrip()


@dataclass(frozen=True, slots=True)
class LoadedPlugin:
    """A plugin whose module was imported."""

    source: Source
    module: ModuleType
    is_file: bool


def installed_plugins() -> tuple[EntryPoint, ...]:
    """The entry points of the group, each once, in the order of their names."""
    found = {(point.name, point.value): point for point in entry_points(group=PROJECT)}
    return tuple(found[key] for key in sorted(found))


def load_installed(points: Sequence[EntryPoint]) -> Iterator[LoadedPlugin | Fault]:
    """Import what each entry point names."""
    for point in points:
        distribution = point.dist
        source = Source(
            point.name,
            distribution.name if distribution else point.value,
            distribution.version if distribution else "",
        )
        try:
            module = point.load()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin may raise anything
            yield _not_imported(source, error)
            continue
        if isinstance(module, ModuleType):
            yield LoadedPlugin(source, module, is_file=False)
        else:
            hint = f"Write it as `{point.name} = package.module`, without a colon."
            yield Fault(str(source), "", f"the entry point {point.value} is not a module.", hint)


def load_file(path: Path) -> LoadedPlugin | Fault:
    """Import a plugin that is a single file."""
    source = Source(path.stem, path.name, "")
    name = f"govcheck_file_plugin_{path.stem}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        return Fault(str(source), "", "is not a Python file.", "Its name has to end in .py.")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin may raise anything
        del sys.modules[name]
        return _not_imported(source, error)
    return LoadedPlugin(source, module, is_file=True)


def _not_imported(source: Source, error: BaseException) -> Fault:
    what = f"{type(error).__name__}: {error}"
    return Fault(str(source), _last_place(error), f"could not be imported: {what}.")


def _last_place(error: BaseException) -> str:
    """The last line outside Python's own import machinery, or where the syntax is wrong."""
    if isinstance(error, SyntaxError) and error.filename:
        return f"{error.filename}:{error.lineno}"
    return place_of(error.__traceback__)


def place_of(traceback: TracebackType | None) -> str:
    """`file:line` of the innermost line of real code in a traceback; empty where there is none."""
    frames = [frame for frame in extract_tb(traceback) if not frame.filename.startswith("<frozen")]
    own = [frame for frame in frames if f"{Path(__file__).parent}" not in frame.filename]
    return f"{own[-1].filename}:{own[-1].lineno}" if own else ""
