"""JSON from outside. Python's reader takes more than JSON is, and breaks at some of what it is."""

from __future__ import annotations

import json
import re
from typing import Any

_HALF = re.compile(r"\\u[dD][89a-fA-F]")
"""May begin or end one of the pairs that a character beyond U+FFFF is written as."""


def read_json(text: str) -> Any:
    """What the text says.

    Raises:
        json.JSONDecodeError: at the place where it is no JSON.
        ValueError: for NaN and infinities, for more nesting than can be followed, and for half a character,
            which no file or table can hold, since UTF-8 has no bytes for it.
    """
    try:
        said = json.loads(text, parse_constant=_refuse)
        if _HALF.search(text):
            json.dumps(said, ensure_ascii=False).encode()
    except RecursionError:
        raise ValueError("nested too deep") from None
    return said


def _refuse(constant: str) -> float:
    raise ValueError(constant)
