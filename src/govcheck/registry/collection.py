"""Ask each plugin for its packs, and each pack for what its modules hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

import pluggy

from govcheck.plugin.check import Check
from govcheck.plugin.dataset import Dataset
from govcheck.plugin.pack import PROJECT, Hooks, Pack
from govcheck.plugin.section import Section
from govcheck.registry.discovery import LoadedPlugin, guarded
from govcheck.registry.fault import Fault
from govcheck.registry.form import misshapen, missing_files
from govcheck.registry.registry import LoadedPack

_HOOK = "govcheck_packs"
_EXAMPLE = f"Write `@hookimpl` and `def {_HOOK}(): return [Pack(...)]` in it."


def packs_of(plugin: LoadedPlugin) -> Iterator[LoadedPack | Fault]:
    """The packs that a plugin brings. A single file without the hook is a pack by itself."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    try:
        manager.register(plugin.module, plugin.source.name)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        yield _wrong_hook(plugin, str(error))
        return
    hooks = manager.hook.govcheck_packs.get_hookimpls()
    if hooks:
        yield from _from_hook(plugin, hooks[0].function)
    elif plugin.is_file:
        pack = Pack(plugin.source.name, "0", "Checks from a single file.", (plugin.module,))
        yield _opened(plugin, plugin.place, pack)
    else:
        message = f"the module {plugin.module.__name__} has no hook {_HOOK}."
        yield Fault(str(plugin.source), plugin.place, message, _EXAMPLE)


def _wrong_hook(plugin: LoadedPlugin, words: str) -> Fault:
    unknown = re.match(r"unknown hook '(\w+)'", words)
    if unknown:
        function = getattr(plugin.module, unknown[1])
        message = f"there is no hook {unknown[1]}."
        return Fault(str(plugin.source), _place(function), message, f"The only hook is {_HOOK}.")
    function = getattr(plugin.module, _HOOK)
    message = f"the hook {_HOOK} is given nothing, so it cannot have parameters."
    return Fault(str(plugin.source), _place(function), message, f"Write `def {_HOOK}():`.")


def _from_hook(
    plugin: LoadedPlugin, function: Callable[[], object]
) -> Iterator[LoadedPack | Fault]:
    place = _place(function)
    said = guarded(plugin.source, f"{_HOOK} failed", lambda: _all_of(function()))
    if isinstance(said, Fault):
        yield said
    elif not isinstance(said, tuple):
        message = f"{_HOOK} returned {_kind(said)} where a list of packs is expected."
        yield Fault(str(plugin.source), place, message, "Write `return [Pack(...)]`.")
    elif not said:
        message = f"{_HOOK} returned an empty list."
        yield Fault(str(plugin.source), place, message, "Write `return [Pack(...)]`.")
    else:
        for pack in said:
            yield from _checked(plugin, place, pack)


def _all_of(said: object) -> object:
    """Everything in a list or a generator, as a tuple; anything else as it is."""
    if isinstance(said, Iterable) and not isinstance(said, str | bytes | dict):
        return tuple(said)
    return said


def _checked(plugin: LoadedPlugin, place: str, pack: object) -> Iterator[LoadedPack | Fault]:
    if not isinstance(pack, Pack):
        message = f"{_HOOK} returned a list with {_kind(pack)} in it where a Pack is expected."
        yield Fault(str(plugin.source), place, message, "Write `return [Pack(...)]`.")
        return
    complaints = [*misshapen(pack)] or [*missing_files(pack)]
    faults = [Fault(str(plugin.source), place, message) for message in complaints]
    if faults:
        yield from faults
    else:
        yield _opened(plugin, place, pack)


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    name = type(value).__name__
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _opened(plugin: LoadedPlugin, place: str, pack: Pack) -> LoadedPack:
    members = [member for module in pack.modules for member in vars(module).values()]
    checks = tuple(dict.fromkeys(item for item in members if isinstance(item, Check)))
    modules = {module.__name__ for module in pack.modules}
    classes = dict.fromkeys(item for item in members if isinstance(item, type))
    sections = tuple(
        item
        for item in classes
        if issubclass(item, Section) and item.__module__ in modules and item.section_key
    )
    datasets = tuple(
        item
        for item in classes
        if issubclass(item, Dataset) and item.__module__ in modules and item.dataset_key
    )
    return LoadedPack(pack, plugin.source, place, checks, sections, datasets)


def _place(function: Callable[..., object]) -> str:
    code = function.__code__  # pluggy takes functions only
    return f"{code.co_filename}:{code.co_firstlineno}"
