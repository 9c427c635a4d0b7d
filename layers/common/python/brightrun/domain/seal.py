"""The chain of seals over a tenant's events: whoever changes, adds or drops an event later breaks it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from brightrun.domain.event import Event
from brightrun.domain.model import Instant, Record

GENESIS = "0" * 64


class Seal(Record):
    """One link: the events that it covers, in order, and SHA-256 over the link before and their content."""

    number: int
    sealed_at: Instant
    hour: Instant
    event_ids: tuple[str, ...]
    previous: str
    digest: str
    prints: tuple[str, ...] = ()
    """What each event looked like, in their order: they point at the one that was changed, `digest` proves it."""


def seal_events(last: Seal | None, events: Sequence[Event], *, hour: Instant, now: Instant) -> Seal:
    """The next link of the chain over `events`."""
    previous = last.digest if last else GENESIS
    return Seal(
        number=last.number + 1 if last else 1,
        sealed_at=now,
        hour=hour,
        event_ids=tuple(event.id for event in events),
        previous=previous,
        digest=digest_of(previous, events),
        prints=tuple(print_of(event) for event in events),
    )


def print_of(event: Event) -> str:
    """The first 16 hex digits of SHA-256 over an event's canonical JSON."""
    return hashlib.sha256(event.model_dump_json().encode()).hexdigest()[:16]


def digest_of(previous: str, events: Sequence[Event]) -> str:
    """SHA-256 (hex) over the previous digest and each event's canonical JSON."""
    running = hashlib.sha256(previous.encode())
    for event in events:
        running.update(b"\n")
        running.update(event.model_dump_json().encode())
    return running.hexdigest()
