"""Names that a shell completes: they are those of the packs, so the packs are loaded for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import redirect_stderr
from io import StringIO
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from govcheck.registry.registry import Registry

_PARTS_A_WORD = frozenset(" :#")
"""A shell takes what stands before these for a word of its own, or what follows for a comment."""


def _names(
    of: Callable[[Registry], Iterable[str]],
) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
        del param
        registry = _registry(ctx)
        begun = incomplete.casefold()
        return [
            name
            for name in dict.fromkeys(of(registry) if registry else ())
            if name.casefold().startswith(begun) and not _PARTS_A_WORD.intersection(name)
        ]

    return complete


def _registry(ctx: click.Context) -> Registry | None:
    """The packs of the command line so far; none where they cannot be used."""
    from govcheck.cli import session  # noqa: PLC0415 - only where names are completed

    try:
        with redirect_stderr(StringIO()):
            return session.load(
                tuple(ctx.params.get("plugins") or ()),
                tuple(ctx.params.get("framework_files") or ()),
            )
    except SystemExit:
        return None


def _explainable(registry: Registry) -> Iterable[str]:
    from govcheck.reference.explanation import explainable  # noqa: PLC0415

    return explainable(registry)


explainable_names = _names(_explainable)
framework_ids = _names(lambda registry: registry.catalogue.frameworks)
force_ids = _names(lambda registry: [force.id for force in registry.catalogue.forces])
