"""A delivery comes once, ten times or never: one call, one version, one charge."""

from __future__ import annotations

import asyncio

import pytest

from brightrun.domain.attempt import Outcome
from brightrun.domain.conversation import Status
from brightrun.domain.errors import Unavailable
from brightrun.domain.event import Action
from brightrun.domain.timing import lease_seconds
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import FakeModel
from tests.fakes.world import World

FIRST = make.an_id("conversation", 1)


def only_attempt(world):
    (attempt,) = world.store.attempts(world.scope, FIRST)
    return attempt


def test_ten_deliveries_of_one_job_at_once_make_one_call_one_version_one_charge():
    async def story():
        world = World(size=1, model=FakeModel(latency=2))
        batch = world.start()
        (job,) = world.jobs.receive()
        await asyncio.gather(*(world.deliver([job], f"worker-{n}") for n in range(10)))
        await world.deliver([job] * 10, "late worker")
        assert len(world.model.calls) == 1
        assert len(world.store.versions(world.scope, FIRST)) == 1
        attempt = only_attempt(world)
        cap, remaining, reserved, spent = world.money(batch.id)
        assert (reserved, spent) == (0, attempt.cost_micros)
        assert cap == remaining + spent
        written = [e for e in world.store.recorded() if e.action is Action.CONVERSATION_GENERATED]
        assert len(written) == 1
        assert world.look(batch.id).batch.end == "completed"
        assert world.complaints() == []

    run_virtual(story())


@pytest.mark.story("IS4.32.0", 3, via="engine")
def test_a_full_delivery_keeps_all_its_calls_in_flight():
    async def story():
        world = World(size=10, model=FakeModel(latency=30))
        batch = world.start()
        await world.deliver(world.jobs.receive())
        assert world.model.most_in_flight == 10
        assert asyncio.get_running_loop().time() == pytest.approx(30, abs=0.1)
        assert world.look(batch.id).counts.succeeded == 10

    run_virtual(story())


def test_a_worker_that_dies_between_answer_and_store_loses_and_repays_nothing():
    async def story():
        world = World(size=3, model=FakeModel(latency=2))
        batch = world.start()
        jobs = world.jobs.receive()
        task = asyncio.ensure_future(world.deliver(jobs))
        await world.until(lambda: len(world.payloads.bodies) == 3)
        world.store.before.extend([lambda _: asyncio.CancelledError()] * 3)
        await asyncio.gather(task, return_exceptions=True)
        assert [row.status for row in world.rows()] == [Status.GENERATING] * 3
        world.store.before.clear()

        await asyncio.sleep(lease_seconds() + 1)
        found = world.look(batch.id)
        assert found.counts.succeeded == 3
        assert len(world.model.calls) == 3
        assert world.money(batch.id)[2] == 0
        assert world.complaints() == []

    run_virtual(story())


def test_a_worker_that_dies_before_its_answer_costs_what_was_set_aside_and_is_tried_again():
    async def story():
        world = World(size=1, model=FakeModel(latency=60))
        batch = world.start()
        task = asyncio.ensure_future(world.deliver(world.jobs.receive()))
        await world.until(lambda: world.model.in_flight == 1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        lost = only_attempt(world)
        await asyncio.sleep(lease_seconds() + 1)
        world.look(batch.id)
        lost = world.store.attempt(world.scope, FIRST, lost.id)
        assert (lost.outcome, lost.cost_micros) == (Outcome.UNKNOWN, lost.reserved_micros)
        await world.run(batch.id)
        attempts = world.store.attempts(world.scope, FIRST)
        assert [each.outcome for each in attempts] == [Outcome.UNKNOWN, Outcome.SUCCEEDED]
        assert world.money(batch.id)[3] == sum(each.cost_micros for each in attempts)
        assert world.complaints() == []

    run_virtual(story())


def test_a_dead_workers_job_is_sent_again_at_once_though_its_message_is_still_hidden():
    async def story():
        world = World(size=1, model=FakeModel(latency=60))
        batch = world.start()
        task = asyncio.ensure_future(world.deliver(world.jobs.receive()))
        await world.until(lambda: world.model.in_flight == 1)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        world.jobs.in_delivery = 1
        await asyncio.sleep(lease_seconds() + 1)
        world.look(batch.id)
        assert len(world.jobs.held) == 1

    run_virtual(story())


def test_a_lost_message_is_sent_again_and_its_conversation_is_written():
    async def story():
        world = World(size=5)
        batch = world.start()
        world.jobs.held.clear()
        await world.run(batch.id)
        assert world.batch(batch.id).end == "completed"
        assert world.count(Status.GENERATED) == 5
        assert len(world.model.calls) == 5

    run_virtual(story())


def test_a_store_that_does_not_answer_gives_the_job_back_to_the_queue():
    async def story():
        world = World(size=1)
        batch = world.start()
        world.store.before.append(lambda _: Unavailable("The store is busy."))
        await world.deliver(world.jobs.receive())
        assert len(world.jobs.held) == 1
        assert world.model.calls == []
        await world.run(batch.id)
        assert world.batch(batch.id).end == "completed"
        assert world.complaints() == []

    run_virtual(story())


def test_a_claim_whose_answer_got_lost_is_settled_when_its_lease_ends():
    async def story():
        world = World(size=1)
        batch = world.start()
        world.store.after.append(lambda _: Unavailable("No answer."))
        await world.deliver(world.jobs.receive())
        assert world.rows()[0].status is Status.GENERATING
        await world.run(batch.id)
        assert world.batch(batch.id).end == "completed"
        assert len(world.model.calls) == 1
        assert world.complaints() == []

    run_virtual(story())


def test_a_settlement_whose_answer_got_lost_is_not_booked_twice():
    async def story():
        world = World(size=1)
        batch = world.start()
        world.store.after.extend([lambda _: None, lambda _: Unavailable("No answer.")])
        (job,) = world.jobs.receive()
        await world.deliver([job])
        await world.deliver([job])
        assert len(world.model.calls) == 1
        assert world.money(batch.id)[3] == only_attempt(world).cost_micros
        await world.run(batch.id)
        assert world.batch(batch.id).end == "completed"
        assert world.complaints() == []

    run_virtual(story())


def test_a_job_of_another_batch_or_an_unknown_conversation_is_left_alone():
    async def story():
        world = World(size=1)
        world.start()
        (sent,) = world.jobs.receive()
        strange = type(sent.job)(sent.job.dataset_id, 0, FIRST, make.an_id("no batch"), 1)
        nobody = type(sent.job)(sent.job.dataset_id, 0, make.an_id("x"), sent.job.batch_id, 1)
        await world.deliver([type(sent)(sent.scope, job, 0) for job in (strange, nobody)])
        assert world.model.calls == []
        assert world.problems == []

    run_virtual(story())


def test_every_step_of_a_run_is_recorded_from_start_to_end():
    async def story():
        world = World(size=2)
        batch = world.start()
        await world.run(batch.id)
        actions = [event.action for event in world.store.recorded()]
        assert actions[0] is Action.BATCH_STARTED
        assert actions.count(Action.CONVERSATION_GENERATED) == 2
        assert actions[-1] is Action.BATCH_ENDED
        ids = [event.id for event in world.store.recorded()]
        assert len(set(ids)) == len(ids)

    run_virtual(story())
