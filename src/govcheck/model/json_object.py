"""Named tuples that pydantic reads and describes as JSON objects, by name instead of by place."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NotRequired, Required, TypeVar, get_type_hints

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

T = TypeVar("T", bound=type[tuple[Any, ...]])


def json_object(kind: T) -> T:
    """Class decorator: the fields of a named tuple are the keys of a JSON object.

    A named tuple is made some eight times as quickly as a dataclass, which counts in a process
    that lasts a fifth of a second and prints one result.
    """
    setattr(kind, "__get_pydantic_core_schema__", _core_schema_of(kind))  # noqa: B010
    return kind


def _core_schema_of(kind: Any) -> Callable[[Any, "GetCoreSchemaHandler"], "CoreSchema"]:
    def core_schema(source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core.core_schema import (  # noqa: PLC0415 - seldom asked for
            no_info_after_validator_function,
        )

        del source
        return no_info_after_validator_function(
            lambda values: kind(**values), handler(_typed_dict(kind))
        )

    return core_schema


def _typed_dict(kind: Any) -> Any:
    from typing_extensions import TypedDict  # noqa: PLC0415 - pydantic asks for this one

    fields = {
        name: NotRequired[hint] if name in kind._field_defaults else Required[hint]
        for name, hint in get_type_hints(kind, include_extras=True).items()
    }
    told = TypedDict(kind.__name__, fields)  # type: ignore[misc]
    told.__doc__ = kind.__doc__
    return told
