"""The digest by which a result can be recognised and recomputed."""

from __future__ import annotations

import hashlib
from typing import Any

import rfc8785


def digest_of(inputs: dict[str, Any], result: dict[str, Any]) -> str:
    """sha256, in hexadecimal, over the canonical form (RFC 8785) of the inputs and the result.

    The result is taken without its own `digest`.
    """
    bare = {key: value for key, value in result.items() if key != "digest"}
    canonical = rfc8785.dumps({"inputs": inputs, "result": bare})
    return hashlib.sha256(canonical).hexdigest()
