"""Who has a conversation on their screen just now, so that two people do not read the same one unknowingly."""

from __future__ import annotations

from datetime import timedelta

from brightrun.domain.model import Instant, Record

GONE_AFTER = timedelta(seconds=75)
"""Without another sign: the app gives one every thirty seconds while somebody looks."""


class Reader(Record):
    user_id: str
    name: str
    until: Instant
