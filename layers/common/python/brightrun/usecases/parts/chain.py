"""Walking the chain of seals: whether the record is as it was when it was sealed, and if not, since which entry."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from brightrun.domain.event import Event
from brightrun.domain.seal import GENESIS, Seal, digest_of, print_of
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Events, Seals

_HOUR = timedelta(hours=1)
_Kept = dict[datetime, dict[str, Event]]


class ChainStore(Events, Seals, Protocol):
    """Where events are read and seals are kept."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """The first thing that is not as it was sealed. `event` is None when it is gone, or can't be told."""

    reason: str
    event_id: str | None = None
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Walk:
    """`entries` are sealed and checked, `waiting` are so new that no seal covers them yet."""

    entries: int
    seals: int
    waiting: int = 0
    misfit: Misfit | None = None


def walk_chain(scope: TenantScope, *, store: ChainStore, now: datetime) -> Walk:
    """Reads the whole record once, oldest first, and stops at the first misfit."""
    previous, number, entries = GENESIS, 0, 0
    unsealed: _Kept = {}
    """What was read of the hours so far and no seal has named."""
    newest: datetime | None = None
    for seal in store.seals(scope):
        if seal.hour not in unsealed:
            unsealed[seal.hour] = {event.id: event for event in store.events_of_hour(scope, seal.hour)}
        misfit = _misfit(seal, unsealed[seal.hour], number, previous)
        if misfit is not None:
            return Walk(entries, number, misfit=misfit)
        for event_id in seal.event_ids:
            del unsealed[seal.hour][event_id]
        previous, number, entries = seal.digest, seal.number, entries + len(seal.event_ids)
        newest = max(newest or seal.hour, seal.hour)
    return _end(scope, Walk(entries, number), unsealed, newest, store, now)


def _end(
    scope: TenantScope, walked: Walk, unsealed: _Kept, newest: datetime | None, store: ChainStore, now: datetime
) -> Walk:
    """The sealer still looks at the hour before the newest seal's; what lies unsealed before that was put in later."""
    this = now.replace(minute=0, second=0, microsecond=0)
    for hour in (this - _HOUR, this):
        if hour not in unsealed:
            unsealed[hour] = {event.id: event for event in store.events_of_hour(scope, hour)}
    late = sorted(_late(unsealed, newest), key=lambda event: event.id)
    if late:
        misfit = Misfit("was put into the record after its hour was sealed", late[0].id, late[0])
        return Walk(walked.entries, walked.seals, misfit=misfit)
    return Walk(walked.entries, walked.seals, waiting=sum(map(len, unsealed.values())))


def _late(unsealed: _Kept, newest: datetime | None) -> Iterator[Event]:
    for hour, events in unsealed.items():
        if newest is not None and hour < newest - _HOUR:
            yield from events.values()


def _misfit(seal: Seal, events: dict[str, Event], number: int, previous: str) -> Misfit | None:
    if seal.number != number + 1 or seal.previous != previous:
        return Misfit(
            f"has lost its seal: number {number + 1} is missing or was replaced", next(iter(seal.event_ids), None)
        )
    for event_id in seal.event_ids:
        if event_id not in events:
            return Misfit("is missing", event_id)
    covered = [events[event_id] for event_id in seal.event_ids]
    if digest_of(previous, covered) == seal.digest:
        return None
    for event, before in zip(covered, seal.prints, strict=False):
        if print_of(event) != before:
            return Misfit("was changed after it was sealed", event.id, event)
    first = covered[0]
    return Misfit(f"or one of the {len(covered)} sealed with it was changed", first.id, first)
