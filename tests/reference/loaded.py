"""The registries that these tests look at."""

from functools import cache
from pathlib import Path

from govcheck.registry.loading import load_registry
from govcheck.registry.registry import Registry

HARBOUR = Path(__file__).with_name("harbour.py")


@cache
def harbour() -> Registry:
    """A small pack with every form of answer."""
    return load_registry([HARBOUR], installed=False)


@cache
def installed() -> Registry:
    """The packs that are installed."""
    return load_registry()
