"""The record of a workspace: whole when nobody touched it, else the first entry that does not fit is named."""

from __future__ import annotations

import pytest

from brightrun.domain.tenancy import TenantScope
from brightrun.ports import changes as c
from brightrun.usecases.sealing import seal_new_events
from brightrun.usecases.verify import RecordFinding, verify_record
from tests.fakes import make
from tests.fakes.clock import FakeClock
from tests.fakes.store import FakeStore


def note(store: FakeStore, scope: TenantScope, clock: FakeClock, **more: object) -> str:
    """One more event, now."""
    event = make.event(**{"id": clock.new_id(), "at": clock.now(), **more})
    store.commit(scope, [c.AddEvent(event)], token=event.id)
    return event.id


@pytest.fixture
def ids(store: FakeStore, scope: TenantScope, clock: FakeClock) -> list[str]:
    """Twelve events over six hours, two seals an hour."""
    store.commit(scope, [c.SaveTenant(make.tenant(created_at=clock.now()), None)], token="tenant")
    made: list[str] = []
    for _ in range(12):
        made.append(note(store, scope, clock))
        seal_new_events(scope, store=store, clock=clock)
        clock.advance(1_800)
    return made


def check(store: FakeStore, scope: TenantScope, clock: FakeClock) -> RecordFinding:
    return verify_record(scope, store=store, clock=clock)


def events_of(scope: TenantScope) -> tuple[str, str]:
    return scope.tenant_id, "events"


def test_an_untouched_record_is_whole(store: FakeStore, scope: TenantScope, clock: FakeClock, ids: list[str]):
    found = check(store, scope, clock)
    assert (found.whole, found.entries, found.waiting) == (True, len(ids), 0)
    assert found.sentence == "The record is whole: 12 entries."


def test_what_is_not_sealed_yet_is_said(store: FakeStore, scope: TenantScope, clock: FakeClock, ids: list[str]):
    note(store, scope, clock)
    found = check(store, scope, clock)
    assert found.sentence == "The record is whole: 12 entries. 1 newer will be sealed within a minute."
    seal_new_events(scope, store=store, clock=clock)
    assert check(store, scope, clock).entries == len(ids) + 1


def test_an_empty_record_is_whole(store: FakeStore, scope: TenantScope, clock: FakeClock):
    assert check(store, scope, clock).sentence == "The record is whole: 0 entries."


def test_a_changed_entry_is_named(store: FakeStore, scope: TenantScope, clock: FakeClock, ids: list[str]):
    changed = next(e for e in store.recorded() if e.id == ids[5]).model_copy(update={"actor_name": "Nobody"})
    store._data.put(events_of(scope), ids[5], changed)
    found = check(store, scope, clock)
    assert (found.whole, found.entries, found.event_id) == (False, 5, ids[5])
    assert "was changed after it was sealed. The 5 before it are as they were." in found.sentence
    assert ids[5] in found.sentence


def test_a_lost_entry_is_named(store: FakeStore, scope: TenantScope, clock: FakeClock, ids: list[str]):
    store._data.drop(events_of(scope), ids[7])
    found = check(store, scope, clock)
    assert (found.whole, found.entries, found.event_id) == (False, 7, ids[7])
    assert "is missing" in found.sentence


def test_an_entry_that_was_put_in_later_is_named(
    store: FakeStore, scope: TenantScope, clock: FakeClock, ids: list[str]
):
    second = next(event for event in store.recorded() if event.id == ids[1])
    forged = note(store, scope, clock, at=second.at)
    found = check(store, scope, clock)
    assert (found.whole, found.event_id) == (False, forged)
    assert "was put into the record after its hour was sealed" in found.sentence


@pytest.mark.parametrize(
    "prints", [True, False], ids=["with the prints of its entries", "sealed before there were any"]
)
def test_a_replaced_seal_does_not_hide_what_it_covered(
    prints, store: FakeStore, scope: TenantScope, clock: FakeClock, ids: list[str]
):
    place = (scope.tenant_id, "seals")
    seal = next(each for each in store.seals(scope) if ids[3] in each.event_ids)
    told = {} if prints else {"prints": ()}
    store._data.put(place, seal.number, seal.model_copy(update={"digest": "f" * 64, **told}))
    found = check(store, scope, clock)
    assert not found.whole
    assert found.event_id == ids[3]


def test_a_seal_that_is_gone_is_missed(store: FakeStore, scope: TenantScope, clock: FakeClock, ids: list[str]):
    seal = next(each for each in store.seals(scope) if ids[3] in each.event_ids)
    store._data.drop((scope.tenant_id, "seals"), seal.number)
    found = check(store, scope, clock)
    assert (found.whole, found.event_id) == (False, ids[4])
    assert "number 4 is missing or was replaced" in found.sentence
