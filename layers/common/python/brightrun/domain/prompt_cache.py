"""The provider's prompt cache: a shared part can be read by others only after the first answer to it has begun.

So one call goes ahead and the rest of the line begins when its answer probably has (facts: send one, then the rest).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from brightrun.domain.model import Record

CACHED_FROM_TOKENS = 2_048
"""A shared part below this is not counted as cached (providers' minimum is 512 to 4,096)."""

_FIRST_HOLD_SECONDS = 0.42
"""Until it is known how long a model takes to begin: a short run loses no more than three per cent by it."""
_MARGIN = 1.25
_LONGEST_HOLD_SECONDS = 3.0
_LIVES_SECONDS = 285.0
"""A cached part lives five minutes from its last use; a quarter of a minute is ours."""
_MOST_PARTS = 50


class CachedPart(Record):
    """When a shared part can be read, and until when; seconds since the epoch."""

    readable_at: float
    until: float


Parts = Mapping[str, CachedPart]


def part_key(common: str, bytes_per_token: float) -> str:
    """What a prompt shares with others, in short; empty when it is too short to be cached."""
    body = common.encode()
    if len(body) < CACHED_FROM_TOKENS * bytes_per_token:
        return ""
    return hashlib.sha256(body).hexdigest()[:16]


def readable_at(parts: Parts, key: str, now: float) -> float:
    """Before when a call with this part would pay for writing it again; 0 when somebody has to write it."""
    part = parts.get(key)
    return part.readable_at if part is not None and part.until > now else 0.0


def used(parts: Parts, key: str, at: float, now: float, first_byte: float) -> dict[str, CachedPart]:
    """The parts after a call at `at` that reads or writes one; `first_byte` is the mean so far, 0 if unknown."""
    if not key:
        return dict(parts)
    live = {name: part for name, part in parts.items() if part.until > now and name != key}
    latest = sorted(live.items(), key=lambda entry: entry[1].until)[-_MOST_PARTS:]
    hold = min(_LONGEST_HOLD_SECONDS, _MARGIN * first_byte) if first_byte else _FIRST_HOLD_SECONDS
    readable = readable_at(parts, key, now) or at + hold
    return {**dict(latest), key: CachedPart(readable_at=readable, until=max(at, readable) + _LIVES_SECONDS)}
