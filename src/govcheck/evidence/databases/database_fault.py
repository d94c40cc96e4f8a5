"""What can go wrong with a database, in words for the person who reads the report.

What a driver says is never passed on: it may quote rows, and what stands in a connection.
"""

from __future__ import annotations

from enum import Enum

from govcheck.evidence.tables.table import UnreadableTable

_KEEPER = "whoever looks after the database"


class Fault(Enum):
    """Each with what is said and what can be done about it."""

    ADDRESS = (
        "the database could not be looked for: what stands under dsn is not understood.",
        "Correct dsn in the file of connections.",
    )
    NOT_THERE = (
        "the database cannot be reached.",
        "Check that it runs, that this machine may reach it, and what stands under dsn.",
    )
    LOGIN = (
        "the database is there, but does not let govcheck in.",
        "Check user, password and the name of the database in the file of connections.",
    )
    UNSAFE = (
        "the database is there, but no safe connection to it could be agreed on.",
        "Check the settings for TLS in the file of connections.",
    )
    FORBIDDEN = (
        "the user of the connection may not read it.",
        f"Ask {_KEEPER} for the right to SELECT from it.",
    )
    NO_TABLE = (
        "the database has no such table.",
        "Check the name, and the schema before it: hr.leavers, for example.",
    )
    QUERY = (
        "the database does not understand the query, or a column that it names is not there.",
        "Try the query in the database first.",
    )
    TIMEOUT = (
        "the database took too long over one question, and was stopped.",
        "Ask for a view that holds only the period in question, or set --seconds-per-question.",
    )
    DROPPED = (
        "the connection broke off in the middle.",
        "Run it again; nothing was kept of what had been counted.",
    )
    VALUE = (
        "the database cannot work out the query for a value in one of its rows.",
        "Put right how the query converts values.",
    )
    WRITES = ("the query was stopped, for it would change the database.", "It can only read.")
    CHANGED = (
        "the table changed while it was being counted.",
        "Run it again when nobody writes to it, or use a copy.",
    )
    TOO_MANY = (
        "it has more than a million different values where groups are counted.",
        "Check which columns are named under columns: a running number is a usual cause.",
    )
    FULL = ("the database has no room left to count in.", f"Tell {_KEEPER}.")
    NO_SNAPSHOT = (
        "the database does not let govcheck see one state of the table while it counts.",
        f"Ask {_KEEPER} to set ALLOW_SNAPSHOT_ISOLATION ON.",
    )
    OTHER = ("the database could not answer, for a reason of its own.", f"Ask {_KEEPER} to look.")

    def told(self, code: str = "") -> UnreadableTable:
        """The fault as it is reported, with the code of the database where nothing else is known.

        Codes say what kind of error it was, as 53100, and nothing about rows.
        """
        message, fix = self.value
        known = code if code.isascii() and code.replace("-", "").isalnum() else ""
        return UnreadableTable(
            message, f"{fix} The code of the error is {known}." if known else fix
        )


_BY_CLASS = {
    "08": Fault.DROPPED,
    "22": Fault.VALUE,
    "25": Fault.WRITES,
    "28": Fault.LOGIN,
    "42": Fault.QUERY,
    "KD": Fault.CHANGED,
    "53": Fault.FULL,
}
_BY_CODE = {
    "08001": Fault.NOT_THERE,
    "HYT00": Fault.TIMEOUT,
    "HYT01": Fault.NOT_THERE,
    "IM002": Fault.ADDRESS,
    "42S02": Fault.NO_TABLE,
    "3F000": Fault.NO_TABLE,
    "42P01": Fault.NO_TABLE,
    "42704": Fault.NO_TABLE,
    "42501": Fault.FORBIDDEN,
    "57014": Fault.TIMEOUT,
    "57P01": Fault.DROPPED,
    "57P02": Fault.DROPPED,
    "57P03": Fault.DROPPED,
}


def by_sqlstate(code: str) -> tuple[Fault, str]:
    """What a code of the SQL standard means, and the code itself where that says too little."""
    known = _BY_CODE.get(code, _BY_CLASS.get(code[:2]))
    return (known, "") if known else (Fault.OTHER, code)
