"""The words of the documents that are read: reports on police forces, and the responses to them.

They are kept in one place, apart from what looks for them.
"""

from __future__ import annotations

import re
from typing import Final

FIELDS: Final = {
    "title": (
        "inspection title",
        "title of inspection",
        "title of the inspection",
        "name of inspection",
        "report title",
        "title of report",
        "title of the report",
        "name of report",
        "inspection",
        "title",
    ),
    "published": (
        "date published",
        "date of publication",
        "publication date",
        "published on",
        "report published",
        "date report published",
        "date of report",
        "published",
    ),
    "inspection_type": ("type of inspection", "inspection type", "type"),
    "inspection_id": ("inspection id", "inspection number", "inspection reference", "report id"),
    "publisher": ("published by", "publisher", "report by"),
    "source": ("link to report", "report link", "link to the report", "link", "source"),
}
"""The names that are given to what a framework holds."""

OF_RECOMMENDATION: Final = {
    "addressee": ("addressed to", "addressee", "for"),
    "due": ("to be carried out by", "due date", "due", "deadline", "by when", "target date"),
}
"""The names that stand below a recommendation."""

COLUMNS: Final = {
    "number": (
        "no",
        "number",
        "rec",
        "rec no",
        "recommendation no",
        "recommendation number",
    ),
    "id": ("id", "recommendation id"),
    "title": ("title", "heading", "theme", "subject"),
    "wording": ("recommendation", "recommendations", "wording", "text", "recommendation text"),
    "addressee": OF_RECOMMENDATION["addressee"],
    "due": OF_RECOMMENDATION["due"],
}
"""The headings of the columns of a table of recommendations."""

ANSWER: Final = re.compile(
    r"\b(?:response|responded|reply|comments?|update|progress|position|action (?:taken|to be taken)"
    r"|next steps)\b",
    re.IGNORECASE,
)
"""What stands over an answer to a recommendation."""
LISTED: Final = re.compile(
    r"(?:list of |summary of |our |the )?recommendations?(?: for [\w ]+)?:?", re.IGNORECASE
)
SECTIONS: Final = frozenset(
    (
        "key findings",
        "summary",
        "background",
        "introduction",
        "foreword",
        "conclusion",
        "contents",
        "areas for improvement",
        "cause of concern",
        "causes of concern",
        "annex",
        "copies",
    )
)

OBLIGES: Final = re.compile(
    r"\b(?:should|must|shall|needs? to|(?:is|are) required to|we recommend)\b", re.IGNORECASE
)
"""What makes a sentence a recommendation."""

ABOUT_A_REPORT: Final = re.compile(
    r"^(?:(?:statutory|formal|draft|our|the) )*(?:response|reply|comments?)\b"
    r"|(?:[\u2019']s?|\bO?PF?CC|\bcommissioner|\bmayor) (?:(?:statutory|formal) )?"
    r"(?:response|reply|comments?)\b|\b(?:tracker|action plan|agenda|minutes)\b",
    re.IGNORECASE,
)
"""What stands in the heading of a document about a report: it is not the title of the report."""
OWN_VOICE: Final = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Oo]ur|[Uu]s|[Ww]e(?! recommend))\b")
"""What makes a sentence an answer: no inspectorate recommends something to itself."""
STATUS: Final = re.compile(
    r"(?:status:? )?(?:fully |partially |partly |now |not |being )?"
    r"(?:accepted|agreed|achieved|closed|completed?|discharged|done|implemented|in progress|met"
    r"|ongoing|on track|open|outstanding|overdue|started|superseded|red|amber|green)",
    re.IGNORECASE,
)
"""How far an answer is, in the words of trackers: it may stand beside a number and is no title."""
NO_RECOMMENDATION: Final = re.compile(r"(?:AFI|areas? for improvement)\b", re.IGNORECASE)
"""How a lesser finding begins, which a table may hold beside recommendations."""

_INSPECTORATE = (
    r"(?:His|Her) Majesty[\u2019']s Inspectorate of Constabulary"
    r"(?: and Fire (?:and|&) Rescue Services)?(?: \(HMIC(?:FRS)?\))?"
)
PUBLISHER: Final = re.compile(rf"{_INSPECTORATE}|\bHMICFRS\b")
REPORT_ADDRESS: Final = re.compile(
    r"https?://(?:www\.|assets-)?(?:[a-z-]+\.)?(?:justiceinspectorates|hmicfrs)\.[a-z.]{2,20}/[^\s<>\"')]{1,300}"
)
LICENCE: Final = re.compile(r"Open Government Licence(?: v?(?:ersion )?[0-9](?:\.[0-9])?)?")

LAW: Final = re.compile(
    r"[Ss]ection (?P<before>[0-9]{1,3}[A-Z]?(?:\([0-9A-Z]{1,3}\))*) of the Police Act 1996"
    r"(?: \([^()]{0,100}\))?"
    r"|Police Act 1996,? (?:section|s\.) ?(?P<after>[0-9]{1,3}[A-Z]?(?:\([0-9A-Z]{1,3}\))*)"
)
DUTY_SECTION: Final = "55"
"""The section of that Act that has a response published. Documents cite others by mistake."""
DAYS: Final = re.compile(r"\bwithin (?P<days>[0-9]{1,3}) days\b|\b(?P<of>[0-9]{1,3}) days\b")
FIRST_DAY: Final = re.compile(r"beginning (?:with|on) the day")
BODY: Final = re.compile(r"\blocal policing bod(?:y|ies)\b", re.IGNORECASE)

_BOTH = r"\b(?:police )?officers(?:,| and| or)(?: police)? staff\b"
GROUPS: Final = (
    ("police officers", re.compile(rf"\bpolice officers\b|{_BOTH}", re.IGNORECASE)),
    ("police staff", re.compile(rf"\bpolice staff\b|{_BOTH}", re.IGNORECASE)),
    ("PCSOs", re.compile(r"\bPCSOs?\b|\b[Pp]olice community support officers?\b")),
    ("special constables", re.compile(r"\bspecial constab(?:les|ulary)\b", re.IGNORECASE)),
    ("volunteers", re.compile(r"\bvolunteers\b", re.IGNORECASE)),
)
"""Groups of people by the name that a framework gives them, and how documents name them."""
