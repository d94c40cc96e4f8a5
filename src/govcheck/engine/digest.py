"""The digest by which a result can be recognised and recomputed."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any


def digest_of(result: dict[str, Any]) -> str:
    """sha256, in hexadecimal, over the canonical form (RFC 8785) of a result.

    The result is taken without its own `digest`. It holds the digest of the inputs, so that whoever
    has only the result can still tell whether it was changed.
    """
    return digest_of_inputs({key: value for key, value in result.items() if key != "digest"})


def digest_of_inputs(inputs: dict[str, Any]) -> str:
    """sha256, in hexadecimal, over the canonical form (RFC 8785) of all that was judged."""
    return hashlib.sha256(canonical(inputs)).hexdigest()


def canonical(value: Any) -> bytes:
    """The canonical form of JSON types after RFC 8785.

    Python's own encoder writes the same bytes, ten times faster, but for decimal numbers, and for
    names with characters that UTF-16 sorts in another order. Where there are such, the library
    does it.
    """
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    if _SORTED_OTHERWISE.search(text) or _has_decimal(text):
        import rfc8785  # noqa: PLC0415 - rarely needed

        return rfc8785.dumps(value)
    return text.encode("utf-8")


_SORTED_OTHERWISE = re.compile("[\ud800-\U0010ffff]")


class _DecimalError(Exception):
    """A number is no whole one."""


def _has_decimal(text: str) -> bool:
    """Whether a number has a point or an exponent; the parser is the quickest to tell."""
    try:
        json.loads(text, parse_float=_tell)
    except _DecimalError:
        return True
    return False


def _tell(_: str) -> float:
    raise _DecimalError
