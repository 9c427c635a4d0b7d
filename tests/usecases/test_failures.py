from __future__ import annotations

import asyncio

import pytest

from brightrun.domain.errors import NotFound
from brightrun.domain.event import Action, Subject
from brightrun.domain.provider import FailureClass, ProviderFailure
from brightrun.domain.tenancy import RegisteredTenant, scope_of_registered
from brightrun.ports import changes as c
from brightrun.usecases.failures import Wanted, list_failures
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import FakeModel, reply
from tests.fakes.world import World

BUSY = ProviderFailure(FailureClass.TRANSIENT, "overloaded_error", "Claude was too busy.", status=529, request_id="b")
NEVER = ProviderFailure(FailureClass.PERMANENT, "invalid_request_error", "No.", status=400, request_id="n")
LOST = ProviderFailure(FailureClass.AMBIGUOUS, "timeout", "Claude did not answer in time.")


def failures_of(world: World, *, before=None, limit=50, **wanted):
    return list_failures(world.scope, Wanted(**wanted), before=before, limit=limit, store=world.store)


def after(model: FakeModel, size: int = 1) -> World:
    async def story() -> World:
        world = World(size=size, model=model)
        batch = world.start()
        await asyncio.ensure_future(world.run(batch.id))
        return world

    return run_virtual(story())


def test_every_call_that_came_to_nothing_stands_in_the_list_with_its_reason():
    model = FakeModel(latency=1)
    model.script.extend([BUSY, LOST, lambda request: reply(request, "{", request_id="u"), NEVER])
    world = after(model)
    never, unreadable, lost, busy = failures_of(world).failures
    assert [each.final for each in (never, unreadable, lost, busy)] == [True, False, False, False]
    assert (busy.code, busy.http_status, busy.request_id, busy.cost_micros) == ("overloaded_error", 529, "b", 0)
    assert (lost.kind, lost.retryable, lost.http_status) == ("transient", True, None)
    assert (unreadable.code, unreadable.request_id) == ("unreadable", "u")
    assert (never.kind, never.code, never.http_status, never.request_id) == ("permanent", "not_accepted", 400, "n")
    assert not never.retryable
    assert never.reason
    assert {each.ref for each in (never, unreadable, lost, busy)} == {world.rows()[0].ref}
    of_attempts = {each.id: each for each in world.store.attempts(world.scope, never.conversation_id)}
    for each in (never, unreadable, lost, busy):
        assert of_attempts[each.attempt_id].cost_micros == each.cost_micros
    assert lost.cost_micros > 0


def test_the_list_can_be_asked_for_kind_end_and_conversation():
    model = FakeModel(latency=1)
    model.script.extend([BUSY, LOST, NEVER, NEVER])
    world = after(model, size=2)
    first, second = (row.id for row in world.rows())
    given_up = failures_of(world, final=True).failures
    assert {each.kind for each in given_up} == {"permanent"}
    assert {each.conversation_id for each in given_up} == {first, second}
    assert all(not each.final for each in failures_of(world, final=False).failures)
    passing = failures_of(world, kinds=frozenset({"transient"})).failures
    assert [each.kind for each in passing] == ["transient", "transient"]
    of_one = failures_of(world, conversation_id=first).failures
    assert {each.conversation_id for each in of_one} == {first}
    assert failures_of(world, kinds=frozenset({"needs_change"})).failures == ()


def test_a_declined_one_needs_a_change():
    world = after(FakeModel(answer=lambda request: reply(request, "", stop_reason="refusal", request_id="r")))
    (declined,) = failures_of(world).failures
    assert (declined.kind, declined.code, declined.request_id) == ("needs_change", "declined", "r")
    assert declined.final
    assert not declined.retryable


def test_pages_leave_nothing_out_and_other_events_do_not_count():
    model = FakeModel(latency=1)
    model.script.extend([NEVER] * 5)
    world = after(model, size=300)
    seen, before = [], None
    while True:
        page = failures_of(world, before=before, limit=2, dataset_id=make.an_id("dataset"))
        seen += [each.id for each in page.failures]
        before = page.next
        if before is None:
            break
    assert len(seen) == len(set(seen)) == 5
    assert seen == sorted(seen, reverse=True)


def test_another_dataset_has_its_own_and_another_workspace_none():
    world = after(FakeModel(answer=lambda request: reply(request, "", stop_reason="refusal")))
    other = make.dataset(id=make.an_id("other"))
    world.commit(c.SaveDataset(other, None))
    assert failures_of(world, dataset_id=other.id).failures == ()
    with pytest.raises(NotFound):
        failures_of(world, dataset_id="nowhere")
    rival = scope_of_registered(RegisteredTenant("rival"))
    assert list_failures(rival, Wanted(), before=None, limit=5, store=world.store).failures == ()


def test_an_event_of_an_earlier_version_is_still_a_line():
    world = World(size=1)
    subject = Subject(kind="conversation", id=make.an_id("conversation", 1), ref="FP-0001")
    old = make.event(
        1, at=world.clock.now(), action=Action.CONVERSATION_ATTEMPT_FAILED, subject=subject, details={"code": "cut_off"}
    )
    world.commit(c.AddEvent(old))
    (line,) = failures_of(world).failures
    assert (line.kind, line.code, line.attempt_id) == ("transient", "cut_off", None)
