"""Sealing the record: every minute, each tenant's new events become the next link of its chain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Protocol

from brightrun.domain.event import Event
from brightrun.domain.seal import seal_events
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Events, Seals, Tenants

_MOST_IN_ONE_SEAL = 500
_HOUR = timedelta(hours=1)


class SealStore(Events, Seals, Tenants, Protocol):
    """Where events are read and seals are kept."""


def seal_new_events(
    scope: TenantScope,
    *,
    store: SealStore,
    clock: Clock,
    finish: Callable[[TenantScope, Event], None] = lambda _scope, _event: None,
) -> int:
    """Seals what no seal covers yet and answers how many events that were.

    `finish` does what an event still owes outside the table; only then is it sealed, so it is done at least once.

    An event may be committed a little after its own time, so the hour before the last seal's is looked
    through again. When two sealers meet, the second one's link is refused and it leaves the rest to the first.
    """
    now = clock.now()
    last = store.last_seal(scope)
    first_hour = last.hour if last else _created(scope, store, now)
    first_hour = min(first_hour, _hour(now)) - _HOUR
    known = _sealed_since(scope, first_hour, store)
    sealed = 0
    for hour in _hours(first_hour, _hour(now)):
        fresh = [event for event in store.events_of_hour(scope, hour) if event.id not in known]
        for start in range(0, len(fresh), _MOST_IN_ONE_SEAL):
            page = fresh[start : start + _MOST_IN_ONE_SEAL]
            for event in page:
                finish(scope, event)
            seal = seal_events(last, page, hour=hour, now=now)
            if not store.add_seal(scope, seal):
                return sealed
            last, sealed = seal, sealed + len(page)
    return sealed


def _sealed_since(scope: TenantScope, first_hour: datetime, store: SealStore) -> set[str]:
    known: set[str] = set()
    for seal in store.seals(scope, newest_first=True):
        if seal.hour < first_hour - _HOUR:
            break
        known.update(seal.event_ids)
    return known


def _created(scope: TenantScope, store: SealStore, now: datetime) -> datetime:
    tenant = store.tenant(scope)
    return _hour(tenant.created_at if tenant else now)


def _hour(moment: datetime) -> datetime:
    return moment.replace(minute=0, second=0, microsecond=0)


def _hours(first: datetime, last: datetime) -> Iterator[datetime]:
    while first <= last:
        yield first
        first += _HOUR
