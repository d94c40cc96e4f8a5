"""Actions with a day: promises, and what became of them."""

from __future__ import annotations

from collections.abc import Mapping

from govcheck.model.assessment import FINISHED
from govcheck.model.difference import PromiseKind
from govcheck.model.result import ActionResult, Result


def actions_of(result: Result | None) -> Mapping[tuple[str, str], ActionResult]:
    """The actions of a result by recommendation and id."""
    return {
        (item.number, action.id): action
        for item in (result.recommendations if result else ())
        for action in item.actions
    }


def is_finished(action: ActionResult) -> bool:
    """Whether nothing more is to be done, as the file says."""
    return action.state in FINISHED


def kind_of(old: ActionResult | None, new: ActionResult | None, as_of: str) -> PromiseKind | None:
    """What became of an action by the day of the second result; None where nothing did.

    One that is overdue is broken, whatever else changed. To take away the action or its day is to
    withdraw the promise.
    """
    if old is None:
        return PromiseKind.NEW
    if is_finished(old):
        return PromiseKind.REOPENED if new and not is_finished(new) else None
    if new is None:
        return PromiseKind.WITHDRAWN
    if is_finished(new):
        done_on = new.done_on or as_of
        return PromiseKind.KEPT if old.due is None or done_on <= old.due else PromiseKind.LATE
    if new.overdue and (new.due != old.due or not old.overdue):
        return PromiseKind.BROKEN
    if new.due == old.due:
        return None
    return PromiseKind.WITHDRAWN if new.due is None else PromiseKind.MOVED
