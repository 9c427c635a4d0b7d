"""What storage, queue and line do on a bad day costs nothing twice and leaves nothing lying."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

import pytest

from brightrun.domain.attempt import Outcome
from brightrun.domain.conversation import Status
from brightrun.domain.errors import Unavailable
from brightrun.domain.money import cost_of
from brightrun.domain.timing import lease_seconds
from brightrun.ports import changes as c
from brightrun.runtime.catalogue import catalogue
from brightrun.usecases.dead_letters import bury
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import FakeModel
from tests.fakes.world import World

FIRST = make.an_id("conversation", 1)


@dataclass
class Stumbling:
    """A line that can't be changed once and then, if wanted, not be read once."""

    kept: object
    unread: bool
    stumbled: bool = False

    def limiter(self, key_id, model):
        if self.stumbled and self.unread:
            self.unread = False
            raise Unavailable("The store did not answer in time.")
        return self.kept.limiter(key_id, model)

    def save_limiter(self, key_id, model, state):
        if not self.stumbled:
            self.stumbled = True
            raise Unavailable("The store did not answer in time.")
        return self.kept.save_limiter(key_id, model, state)


def attempts(world):
    return world.store.attempts(world.scope, FIRST)


@pytest.mark.parametrize("refused", [1, 2])
def test_a_paid_answer_is_settled_though_its_payload_could_not_be_kept(refused):
    async def story():
        world = World(size=1)
        batch = world.start()
        world.payloads.refuse = refused
        await world.deliver(world.jobs.receive())
        (attempt,) = attempts(world)
        assert attempt.outcome is Outcome.SUCCEEDED
        assert world.look(batch.id).batch.end == "completed"
        assert len(world.model.calls) == 1
        assert world.problems == []
        assert world.complaints() == []

    run_virtual(story())


@pytest.mark.parametrize(("unread", "code"), [(False, "no_turn"), (True, "unsent")])
def test_a_claim_without_a_turn_is_given_back_and_never_booked_as_a_call_that_nobody_knows_of(unread, code):
    async def story():
        world = World(size=1)
        world.pacer = replace(world.pacer, limiters=Stumbling(world.store, unread))
        batch = world.start()
        await world.deliver(world.jobs.receive())
        unsent, written = attempts(world)
        assert (unsent.outcome, unsent.cost_micros, unsent.error.code) == (Outcome.REJECTED, 0, code)
        assert written.outcome is Outcome.SUCCEEDED
        assert world.money(batch.id)[2:] == (0, written.cost_micros)
        assert world.look(batch.id).batch.end == "completed"
        assert len(world.model.calls) == 1
        assert world.complaints() == []

    run_virtual(story())


def test_a_job_that_lies_with_a_dead_consumer_is_sent_again_after_a_minute():
    async def story():
        world = World(size=1)
        batch = world.start()
        world.jobs.receive()
        world.jobs.in_delivery = 1
        await asyncio.sleep(59)
        world.look(batch.id)
        assert not world.jobs.held
        await asyncio.sleep(2)
        world.look(batch.id)
        assert len(world.jobs.held) == 1

    run_virtual(story())


def test_a_job_whose_queue_has_others_to_come_is_given_time():
    async def story():
        world = World(size=2)
        batch = world.start()
        world.jobs.receive(1)
        await asyncio.sleep(29 * 60)
        world.look(batch.id)
        assert len(world.jobs.held) == 1

    run_virtual(story())


def test_a_dead_letter_with_attempts_left_is_sent_again_by_the_next_look():
    async def story():
        world = World(size=2)
        batch = world.start()
        (sent,) = world.jobs.receive(1)
        assert bury(sent.scope, sent.job, store=world.store, clock=world.clock) == "waiting"
        world.look(batch.id)
        assert [each.job.conversation_id for each in world.jobs.held].count(sent.job.conversation_id) == 1
        await world.run(batch.id)
        assert world.count(Status.GENERATED) == 2
        assert world.complaints() == []

    run_virtual(story())


def test_a_dead_letter_whose_attempts_are_spent_fails_with_its_reason():
    async def story():
        world = World(size=1)
        batch = world.start()
        (sent,) = world.jobs.receive()
        (row,) = world.rows()
        spent = row.model_copy(update={"paid_attempts": 3, "revision": row.revision + 1})
        world.commit(c.SaveHead(spent, row.revision))
        assert bury(sent.scope, sent.job, store=world.store, clock=world.clock) == "failed"
        (row,) = world.rows()
        assert (row.status, row.failure.code) == (Status.FAILED, "too_busy")
        assert bury(sent.scope, sent.job, store=world.store, clock=world.clock) == "settled"
        assert world.look(batch.id).batch.end == "with_failures"
        assert world.complaints() == []

    run_virtual(story())


def forget_plan(world):
    """What the prompt is made of is gone by the time somebody looks."""
    world.store._data.drop((world.scope.tenant_id, "slot", FIRST), None)
    assert world.store.slot(world.scope, FIRST) is None


@pytest.mark.parametrize("answered", [False, True])
def test_a_dead_lease_is_resolved_though_its_prompt_can_no_longer_be_made(answered):
    async def story():
        world = World(size=1, model=FakeModel(latency=10))
        batch = world.start()
        task = asyncio.ensure_future(world.deliver(world.jobs.receive()))
        await world.until(lambda: world.model.in_flight == 1)
        if answered:
            world.store.before.append(lambda _: asyncio.CancelledError())
        else:
            task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        world.store.before.clear()
        forget_plan(world)
        await asyncio.sleep(lease_seconds() + 1)
        world.look(batch.id)
        (attempt,) = attempts(world)
        if answered:
            model = catalogue().find(make.MODEL)
            assert (attempt.outcome, attempt.cost_micros) == (Outcome.UNREADABLE, cost_of(attempt.usage, model))
            assert attempt.cost_micros > 0
            assert world.rows()[0].status is Status.FAILED
        else:
            assert (attempt.outcome, attempt.cost_micros) == (Outcome.UNKNOWN, attempt.reserved_micros)
        await world.run(batch.id)
        assert world.batch(batch.id).state == "ended"
        assert world.complaints() == []

    run_virtual(story())
