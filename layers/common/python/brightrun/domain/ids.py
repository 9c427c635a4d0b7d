"""Sortable ids. Time and randomness come in as arguments, so that the same inputs give the same id."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ULID = re.compile(r"^[0-7][0-9A-HJKMNP-TV-Z]{25}$")


def ulid(at: datetime, entropy: bytes) -> str:
    """A ULID (26 characters) of a time (millisecond precision) and 10 bytes of entropy."""
    if len(entropy) < 10:
        raise ValueError("a ULID needs 10 bytes of entropy")
    value = (int(at.timestamp() * 1000) << 80) | int.from_bytes(entropy[:10], "big")
    return "".join(_CROCKFORD[(value >> shift) & 31] for shift in range(125, -1, -5))


def derived_ulid(at: datetime, *parts: object) -> str:
    """A ULID that is the same whenever it is made again from the same parts."""
    return ulid(at, hashlib.sha256("\x1f".join(map(str, parts)).encode()).digest())


def time_of(made: str) -> datetime | None:
    """When a ULID was made; None for what is none."""
    if not is_ulid(made):
        return None
    milliseconds = 0
    for letter in made[:10]:
        milliseconds = milliseconds * 32 + _CROCKFORD.index(letter)
    return datetime.fromtimestamp(milliseconds / 1000, tz=UTC)


def is_ulid(text: str) -> bool:
    return bool(_ULID.match(text))


def request_token(*parts: object) -> str:
    """A token of 32 hex digits that names one intended change, for exactly-once transactions."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:32]
