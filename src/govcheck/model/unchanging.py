"""Mappings that never change: what one check is given, the next one is given too."""

from __future__ import annotations

from collections.abc import Mapping
from types import GenericAlias
from typing import Any, NoReturn, TypeVar, get_args

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

K = TypeVar("K")
V = TypeVar("V")


class FixedDict(dict[K, V]):
    """A dict that cannot be changed once it is made. It compares and prints like any other."""

    def __reduce__(self) -> tuple[type[FixedDict[K, V]], tuple[dict[K, V]]]:
        """How copies are made, which otherwise begin empty and are filled."""
        return FixedDict, (dict(self),)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read as a dict of the same types, and fixed then."""
        inner = handler(GenericAlias(dict, get_args(source)))
        return core_schema.no_info_after_validator_function(cls, inner)


def _refuse(*_: object, **__: object) -> NoReturn:
    raise TypeError("what a file says cannot be changed by a check")


_CHANGING = (
    *("__setitem__", "__delitem__", "__ior__"),
    *("clear", "pop", "popitem", "setdefault", "update"),
)
for _name in _CHANGING:
    setattr(FixedDict, _name, _refuse)


def fixed(value: object) -> object:
    """Plain data, with lists as tuples and mappings that cannot be changed."""
    if isinstance(value, dict):
        return FixedDict({key: fixed(inner) for key, inner in value.items()})
    if isinstance(value, list):
        return tuple(fixed(inner) for inner in value)
    return value


def plain(value: object) -> Any:
    """What was fixed as ordinary lists and mappings again, for libraries that know no others."""
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return value
