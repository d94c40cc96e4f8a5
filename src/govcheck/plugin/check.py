"""The decorator that makes a check of a function. It registers nothing: packs name modules."""

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from types import FunctionType
from typing import TYPE_CHECKING, Any, Generic, ParamSpec

from govcheck.model.finding import Finding
from govcheck.model.vocabulary import Aspect, Severity
from govcheck.plugin.docstring import Documentation, read_docstring

if TYPE_CHECKING:
    from govcheck.model.measure import Measure

P = ParamSpec("P")


class Scope(Enum):
    """Whom a check serves that is not written for one framework."""

    EVERY_RECOMMENDATION = "every recommendation"
    """Runs once for each recommendation of the framework."""
    UNSERVED_REQUIREMENTS = "requirements that no other check serves"
    """Runs once for each requirement that no check names."""


@dataclass(frozen=True, slots=True, eq=False)
class Check(Generic[P]):
    """One question with an id. Calling it calls the function, as its test does.

    A check is equal to itself only, so that it can be told from another with the same id.
    """

    id: str
    serves: tuple[str, ...] | Scope
    severity: Severity
    aspect: Aspect
    function: Callable[P, Iterable[Finding]]
    measures: "tuple[Measure[Any], ...]" = ()
    """What it asks of the data sets among its parameters."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> Iterable[Finding]:
        """What the check has to say of these values; nothing means met."""
        return self.function(*args, **kwargs)

    @property
    def documentation(self) -> Documentation:
        """The docstring, taken apart."""
        return read_docstring(self.function.__doc__)

    @property
    def place(self) -> str:
        """`file:line` of the function, for messages to its author."""
        code = inspect.unwrap(self.function).__code__
        return f"{code.co_filename}:{code.co_firstlineno}"


def check(
    id: str,  # noqa: A002 - the word that authors and reports use
    *,
    serves: str | tuple[str, ...] | Scope,
    severity: Severity,
    aspect: Aspect = Aspect.SUBSTANCE,
    measures: "tuple[Measure[Any], ...]" = (),
) -> Callable[[Callable[P, Iterable[Finding]]], Check[P]]:
    """Make a check of a function that yields findings.

    `id` is for ever. `serves` names requirements as `framework:number.requirement`, or a `Scope`.
    `severity` is the weight of a gap. `aspect` says which of the four results the check feeds.
    `measures` are the questions that it asks of a data set, so that all are counted in one go.
    The function asks by type for what it needs: a section, a data set, the framework, a
    recommendation, the answer to it, the force, the evidence, the date of judgement. Mistakes are
    reported, with file and line, when the pack is loaded.

    Raises:
        TypeError: It stands above something that is not a function.
    """

    def decorate(function: Callable[P, Iterable[Finding]]) -> Check[P]:
        if not isinstance(function, FunctionType):
            found = "class" if isinstance(function, type) else type(function).__name__
            raise TypeError(f"@check({id!r}) has to stand above a function; it is above a {found}")
        served = (serves,) if isinstance(serves, str) else serves
        return Check(id, served, severity, aspect, function, measures)

    return decorate
