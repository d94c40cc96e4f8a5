"""Elements of the format, for what the library has no word for."""

from __future__ import annotations

from typing import Any


def element(tag: str, **attributes: str) -> Any:
    """An element with its attributes, as the library writes them."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - heavy, and only needed here

    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(name_of(name), value)
    return made


def name_of(name: str) -> str:
    """The full name of an element or attribute."""
    from docx.oxml.ns import qn  # noqa: PLC0415 - heavy, and only needed here

    return qn(f"w:{name}")
