"""The digest by which a result can be recognised and recomputed."""

from __future__ import annotations

import hashlib
import json
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

    Python's own encoder writes the same bytes, ten times faster, but for decimal numbers and some
    names that are not ASCII. Where there are such, the library does it.
    """
    if _is_plain(value):
        text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        return text.encode("utf-8")
    import rfc8785  # noqa: PLC0415 - rarely needed

    return rfc8785.dumps(value)


def _is_plain(value: Any) -> bool:
    """Whether there is no decimal number in it, and no name that is not ASCII."""
    if isinstance(value, dict):
        return all(key.isascii() for key in value) and all(map(_is_plain, value.values()))
    if isinstance(value, list):
        return all(map(_is_plain, value))
    return not isinstance(value, float)
