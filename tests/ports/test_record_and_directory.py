"""Contracts of the record, the seals, and of what is read before a tenant is known."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import pytest

from brightrun.domain.ids import ulid
from brightrun.domain.learned import ROLLS_AT, Sample, Taken, one
from brightrun.domain.limiter import LimiterState
from brightrun.domain.seal import seal_events
from brightrun.domain.tenancy import RegisteredTenant
from brightrun.ports import changes as c
from tests.fakes import make
from tests.fakes.clock import START

_TOKENS = itertools.count(1)
DATASET = make.an_id("dataset")


def commit(store, scope, *changes):
    store.commit(scope, changes, token=f"{next(_TOKENS):032d}")


def test_events_are_found_by_hour_and_by_subject_in_order(kept, scope):
    at = [START, START + timedelta(minutes=59), START + timedelta(hours=1)]
    events = [make.event(id=make.an_id(moment), at=moment) for moment in at]
    events = [e.model_copy(update={"id": f"{n}{e.id[1:]}"}) for n, e in enumerate(events)]
    commit(kept, scope, *(c.AddEvent(event) for event in reversed(events)))
    assert kept.events_of_hour(scope, START) == tuple(events[:2])
    assert kept.events_of_hour(scope, at[2]) == (events[2],)
    assert kept.events_of_subject(scope, make.head().id) == tuple(events)
    assert kept.events_of_subject(scope, "somebody else") == ()


def test_the_latest_events_come_newest_first_page_by_page(kept, scope, clock):
    now = datetime.now(UTC)
    clock.advance((now - clock.now()).total_seconds() - 60)
    events = []
    for number in range(5):
        clock.advance(1)
        events.append(make.event(number, id=clock.new_id(), at=clock.now()))
    commit(kept, scope, *(c.AddEvent(event) for event in events))
    since = now - timedelta(days=1)
    first = kept.latest(scope, before=None, limit=3, since=since)
    assert list(first) == events[:1:-1]
    rest = kept.latest(scope, before=first[-1].id, limit=3, since=since)
    assert list(rest) == events[1::-1]


def test_events_of_sealed_hours_are_among_the_latest(kept, scope, clock):
    old = make.event(1, id=clock.new_id(), at=START)
    commit(kept, scope, c.AddEvent(old))
    hour = START.replace(minute=0)
    assert kept.add_seal(scope, seal_events(None, [old], hour=hour, now=START))
    assert kept.latest(scope, before=None, limit=9, since=START - timedelta(days=1)) == (old,)


def test_of_an_old_day_only_what_is_older_than_its_end_is_read(kept, scope, clock):
    days = [START + timedelta(days=day) for day in range(3)]
    last = None
    events = []
    for at in days:
        clock.advance((at - clock.now()).total_seconds())
        events.append(make.event(id=clock.new_id(), at=at))
        commit(kept, scope, c.AddEvent(events[-1]))
        last = seal_events(last, [events[-1]], hour=at.replace(minute=0), now=at)
        assert kept.add_seal(scope, last)
    behind = ulid(days[1] + timedelta(minutes=1), bytes(10))
    assert kept.latest(scope, before=behind, limit=9, since=START - timedelta(days=1)) == (events[1], events[0])


def test_of_two_sealers_one_wins(kept, scope):
    first = seal_events(None, [make.event(1)], hour=START, now=START)
    rival = seal_events(None, [make.event(2)], hour=START, now=START)
    assert kept.add_seal(scope, first)
    assert not kept.add_seal(scope, rival)
    second = seal_events(first, [make.event(2)], hour=START, now=START)
    assert kept.add_seal(scope, second)
    assert kept.last_seal(scope) == second
    assert list(kept.seals(scope)) == [first, second]
    assert list(kept.seals(scope, newest_first=True)) == [second, first]


def test_a_key_is_found_by_its_hash_before_its_tenant_is_known(storage, scope):
    key = make.api_key()
    commit(storage.store, scope, c.SaveApiKey(key, new=True))
    assert storage.directory.api_key_by_sha256(key.sha256) == key
    assert storage.directory.api_key_by_sha256("0" * 63) is None
    revoked = key.model_copy(update={"revoked_at": START})
    commit(storage.store, scope, c.SaveApiKey(revoked, new=False))
    assert storage.directory.api_key_by_sha256(key.sha256) == revoked
    assert storage.store.api_keys(scope) == (revoked,)


def test_an_open_invitation_is_found_by_its_token_and_an_accepted_one_is_not(storage, scope):
    invitation = make.invitation()
    commit(storage.store, scope, c.SaveInvitation(invitation))
    found = storage.directory.invitation_tenant(invitation.token_sha256)
    assert found == (scope.tenant_id, invitation.id)
    commit(storage.store, scope, c.RemoveInvitation(invitation.id))
    assert storage.directory.invitation_tenant(invitation.token_sha256) is None


def test_a_person_and_every_registered_tenant_are_found(storage, scope, other_scope):
    commit(storage.store, scope, c.SaveTenant(make.tenant("acme"), None))
    commit(storage.store, scope, c.SaveUser(make.user(active_tenant="acme"), None))
    commit(storage.store, other_scope, c.SaveTenant(make.tenant("rival"), None))
    assert storage.directory.user("user-1") == make.user(active_tenant="acme")
    assert storage.directory.user("nobody") is None
    assert set(storage.directory.registered_tenants()) == {
        RegisteredTenant("acme"),
        RegisteredTenant("rival"),
    }


@pytest.mark.parametrize("revisions", [(1,), (1, 2), (1, 2, 3)])
def test_a_limiters_state_moves_by_one_revision_at_a_time(storage, revisions):
    limits = {"requests_per_minute": 1, "input_tokens_per_minute": 1, "output_tokens_per_minute": 1}
    states = [LimiterState(limits=limits, revision=revision) for revision in revisions]
    for state in states:
        assert storage.limiters.save_limiter("platform", make.MODEL, state)
    assert not storage.limiters.save_limiter("platform", make.MODEL, states[-1])
    assert storage.limiters.limiter("platform", make.MODEL) == states[-1]
    assert storage.limiters.limiter("platform", "another") is None


def test_answers_are_counted_by_model_and_template_and_fade_when_there_are_many(kept, scope, other_scope):
    assert kept.taken(scope) == {}
    long = Sample(prompt_bytes=12_000, input_tokens=3_000, output_tokens=5_000, milliseconds=20_000)
    short = Sample(prompt_bytes=12_000, input_tokens=3_000, output_tokens=900)
    for sample in (long, short, short):
        kept.add_taken(scope, make.MODEL, "anxiety", sample)
    kept.add_taken(scope, make.MODEL, "another", short)
    whole = one(long) + one(short) + one(short)
    assert kept.taken(scope) == {(make.MODEL, "anxiety"): whole, (make.MODEL, "another"): one(short)}
    assert kept.taken(other_scope) == {}
    for _ in range(ROLLS_AT - 3):
        kept.add_taken(scope, make.MODEL, "anxiety", short)
        whole += one(short)
    assert kept.taken(scope)[make.MODEL, "anxiety"] == whole.halved()
    assert isinstance(whole, Taken)
