"""Ask each plugin for its packs, and each pack for what its modules hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pluggy

from govcheck.plugin.check import Check
from govcheck.plugin.pack import PROJECT, Hooks, Pack
from govcheck.plugin.section import Section
from govcheck.registry.discovery import LoadedPlugin, place_of
from govcheck.registry.fault import Fault
from govcheck.registry.registry import LoadedPack

_HOOK = "govcheck_packs"


def packs_of(plugin: LoadedPlugin) -> Iterator[LoadedPack | Fault]:
    """The packs that a plugin brings. A single file without the hook is a pack by itself."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(Hooks)
    try:
        manager.register(plugin.module, plugin.source.name)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        words = " ".join(str(error).split())
        hint = f"The only hook is {_HOOK}()."
        yield Fault(str(plugin.source), _file_of(plugin), f"{words}.", hint)
        return
    hooks = manager.hook.govcheck_packs.get_hookimpls()
    if hooks:
        yield from _from_hook(plugin, hooks[0])
    elif plugin.is_file:
        pack = Pack(plugin.source.name, "0", "Checks from a single file.", (plugin.module,))
        yield _opened(plugin, pack)
    else:
        hint = f"Write `@hookimpl def {_HOOK}(): return [Pack(...)]` in it."
        yield Fault(str(plugin.source), _file_of(plugin), f"it has no hook {_HOOK}.", hint)


def _from_hook(plugin: LoadedPlugin, hook: pluggy.HookImpl) -> Iterator[LoadedPack | Fault]:
    try:
        packs = list(hook.function())
    except (Exception, SystemExit) as error:  # noqa: BLE001 - a plugin may raise anything
        what = f"{_HOOK}() failed: {type(error).__name__}: {error}."
        yield Fault(str(plugin.source), place_of(error.__traceback__), what)
        return
    if not packs:
        yield Fault(str(plugin.source), _file_of(plugin), f"{_HOOK}() returned no pack.")
    for pack in packs:
        if isinstance(pack, Pack):
            yield _opened(plugin, pack)
        else:
            what = f"{_HOOK}() returned {type(pack).__name__} where a Pack is expected."
            yield Fault(str(plugin.source), _file_of(plugin), what)


def _opened(plugin: LoadedPlugin, pack: Pack) -> LoadedPack:
    members = [member for module in pack.modules for member in _own(vars(module).values())]
    checks = tuple(dict.fromkeys(item for item in members if isinstance(item, Check)))
    modules = {module.__name__ for module in pack.modules}
    sections = tuple(
        dict.fromkeys(
            item
            for item in members
            if isinstance(item, type)
            and issubclass(item, Section)
            and item.__module__ in modules
            and item.section_key
        )
    )
    return LoadedPack(pack, plugin.source, checks, sections)


def _own(members: Iterable[object]) -> Iterator[Check[...] | type]:
    for member in members:
        if isinstance(member, Check | type):
            yield member


def _file_of(plugin: LoadedPlugin) -> str:
    return f"{plugin.module.__file__}:1" if plugin.module.__file__ else ""
