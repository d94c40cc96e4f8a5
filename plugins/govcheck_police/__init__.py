"""Checks of police self-assessments, and the report and the forces that they are about.

Every module of a pack that is called `section`, `dataset_...` or `checks_...` belongs to it, so
that a new file of checks is asked without being listed anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from govcheck.plugin import Pack

__version__ = "1.0.0"

hookimpl = pluggy.HookimplMarker("govcheck")

_ABOUT = {
    "retention": "Recommendation 2 of Getting a grip: keeping skilled people.",
    "wellbeing": "Recommendation 3 of Getting a grip: support in high-stress roles and situations.",
    "data_collection": "Recommendation 6 of Getting a grip: the right data, analysed and used.",
    "evaluation_culture": "Recommendation 6 of Getting a grip: evaluation at all levels.",
    "section55": "The duty to publish a response; with the report and the list of forces.",
    "common": "Any framework: finer answers, evidence, actions and dates.",
}


@hookimpl
def govcheck_packs() -> Iterable[Pack]:
    """The six packs. The report and the forces come with the one that is about every report."""
    from pathlib import Path  # noqa: PLC0415 - a plugin that is not asked costs nothing

    from govcheck.plugin import Pack  # noqa: PLC0415 - the same

    home = Path(__file__).parent
    frameworks = {"section55": (home / "frameworks" / "getting-a-grip-2023.yaml",)}
    forces = {"section55": home / "forces.yaml"}
    return [
        Pack(
            name,
            __version__,
            about,
            _modules(name),
            frameworks=frameworks.get(name, ()),
            forces=forces.get(name),
        )
        for name, about in _ABOUT.items()
    ]


def _modules(pack: str) -> tuple[ModuleType, ...]:
    """Section, data sets and checks of a pack, imported, in the order of their names."""
    from importlib import import_module  # noqa: PLC0415 - a plugin that is not asked costs nothing
    from pkgutil import iter_modules  # noqa: PLC0415 - the same

    package = import_module(f"{__name__}.{pack}")
    names = sorted(module.name for module in iter_modules(package.__path__))
    return tuple(
        import_module(f"{package.__name__}.{name}")
        for name in names
        if name.startswith(("section", "dataset", "checks"))
    )
