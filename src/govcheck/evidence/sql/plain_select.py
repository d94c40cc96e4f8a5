"""A query of an assessment: one SELECT that can only read, or none at all."""

from __future__ import annotations

import logging

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from govcheck.evidence.tables.table import UnreadableTable

_FIX = "Give one SELECT statement without a semicolon, or ask for a view and name it under table."
_NOT_PLAIN: dict[type[object], str] = {
    exp.DML: "changes data",
    exp.DDL: "changes the database",
    exp.Into: "writes a table",
    exp.Lock: "locks rows",
    exp.WithTableHint: "tells the server how to lock",
    exp.NextValueFor: "counts up a sequence",
    exp.QueryTransform: "starts a program",
    exp.Placeholder: "has a blank to be filled in",
    exp.Parameter: "has a blank to be filled in",
}


def plain_select(query: str, dialect: str) -> exp.Subquery:
    """The query as a table named t, written anew from what was understood of it.

    What has effects is refused, and so is each function that sqlglot does not know, for it could
    do anything: dblink writes even from a transaction that reads only. Raises UnreadableTable.
    """
    tree = _one_statement(query, dialect)
    for node in tree.walk():
        node.comments = None
        for kind, what in _NOT_PLAIN.items():
            if isinstance(node, kind):
                raise UnreadableTable(f"the query is refused: it {what}.", _FIX)
        if isinstance(node, exp.Anonymous | exp.AnonymousAggFunc):
            raise UnreadableTable(
                f"the query is refused: it calls {_named(node)}, of which it is not known that it "
                "only reads.",
                "Ask for a view that does this, and name it under table.",
            )
    return tree.subquery("t", copy=False)


def _one_statement(query: str, dialect: str) -> exp.Query:
    log = logging.getLogger("sqlglot")  # it warns of what it takes for a command, with the text
    level, log.level = log.level, logging.CRITICAL
    try:
        found = sqlglot.parse(query, dialect=dialect)
    except (SqlglotError, RecursionError, ValueError):
        found = []
    finally:
        log.level = level
    tree = found[0] if len(found) == 1 else None
    if isinstance(tree, exp.Subquery):
        tree = tree.unnest()
    if not isinstance(tree, exp.Query) or isinstance(tree, exp.Subquery | exp.Table):
        raise UnreadableTable("the query is not one SELECT statement.", _FIX)
    return tree


def _named(function: exp.Expression) -> str:
    return f"the function {str(function.name)[:60]}"
