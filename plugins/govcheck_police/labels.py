"""The labels under which groups of people and short answers are found in tables of forces."""

GROUPS = {
    "police officers": (
        "police officer", "officer", "officers", "regular", "regulars", "regular officer",
    ),
    "police staff": (
        "police staff member", "staff", "civilian staff", "police support staff",
        "PCSO", "PCSOs", "police community support officer", "police community support officers",
        "designated officer", "designated officers", "traffic warden", "traffic wardens",
    ),
    "special constables": (
        "special constable", "special", "specials", "special constabulary",
    ),
    "volunteers": (
        "volunteer", "police support volunteer", "police support volunteers", "PSV",
        "police volunteer", "police volunteers", "cadet leader", "cadet leaders",
    ),
}  # fmt: skip
"""Groups of the recommendations, by the names of the framework. The Home Office counts PCSOs and
designated officers as worker types of their own; as in the framework they stand with staff."""

YES_NO = {
    "yes": ("y", "true", "1", "t"),
    "no": ("n", "false", "0", "f"),
}
