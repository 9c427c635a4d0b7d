"""Pause, cancel, caps and bad weather: what the owner says holds at once, and nothing is lost."""

from __future__ import annotations

import asyncio

import pytest

from brightrun.domain.conversation import Status
from brightrun.domain.errors import InvalidInput
from brightrun.domain.limiter import Limits
from brightrun.usecases.batch_control import (
    cancel_batch,
    pause_batch,
    resume_batch,
)
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import FakeModel, usual_reply
from tests.fakes.world import MAYA, World

SLOW = Limits(requests_per_minute=600, input_tokens_per_minute=10**9, output_tokens_per_minute=10**9)
TEN = 10


def steer(world, order, batch, **given):
    more = {"pacer": world.pacer} if order is resume_batch else {}
    return order(world.scope, MAYA, batch.id, store=world.store, clock=world.clock, **given, **more)


def started(world, **given):
    """A batch that works in the background."""
    batch = world.start(**given)
    return batch, asyncio.ensure_future(world.run(batch.id))


def written(world):
    return world.count(Status.GENERATED)


def test_pausing_stops_new_calls_at_once_and_resuming_does_only_what_is_left():
    async def story():
        world = World(size=60, limits=SLOW, model=FakeModel(latency=2))
        batch, working = started(world)
        await world.until(lambda: written(world) >= TEN)
        steer(world, pause_batch, batch)
        claimed = len(world.store.recorded())
        in_flight = world.count(Status.GENERATING)
        await working
        assert world.batch(batch.id).state == "paused"
        assert len(world.model.calls) <= written(world) + in_flight
        assert world.count(Status.GENERATING) == 0
        calls = len(world.model.calls)
        await asyncio.sleep(600)
        assert len(world.model.calls) == calls
        assert claimed > 0

        steer(world, resume_batch, batch, jobs=world.jobs, workflow=world.workflow)
        await world.run(batch.id)
        assert world.batch(batch.id).end == "completed"
        assert len(world.model.calls) == 60
        assert world.complaints() == []

    run_virtual(story())


def test_cancelling_at_a_third_keeps_what_is_written_and_calls_no_more():
    async def story():
        world = World(size=60, limits=SLOW, model=FakeModel(latency=2))
        batch, working = started(world)
        await world.until(lambda: written(world) >= 20)
        steer(world, cancel_batch, batch, workflow=world.workflow)
        in_flight = world.count(Status.GENERATING)
        done = written(world)
        await working
        ended = world.batch(batch.id)
        assert (ended.state, ended.end) == ("ended", "cancelled")
        assert written(world) <= done + in_flight
        assert world.count(Status.PLANNED) == 60 - written(world)
        assert len(world.model.calls) == written(world)
        assert ended.final_counts.succeeded == written(world)
        assert world.money(batch.id)[2] == 0
        assert world.complaints() == []

    run_virtual(story())


def test_a_cap_is_never_exceeded_under_full_concurrency_and_raising_it_goes_on():
    async def story():
        world = World(size=40, model=FakeModel(latency=5, answer=usual_reply))
        one = _one_call(world)
        batch, working = started(world, cap=3 * one)

        async def watch():
            while not working.done():
                cap, remaining, reserved, spent = world.money(batch.id)
                assert reserved + spent <= cap
                assert remaining >= 0
                await asyncio.sleep(0.1)

        await asyncio.gather(watch(), working)
        paused = world.batch(batch.id)
        assert (paused.state, paused.pause_reason) == ("paused", "budget")
        assert 0 < written(world) < 40
        assert world.count(Status.QUEUED) == 40 - written(world)
        assert world.complaints() == []

        raised = {"cap_micros": 100 * one, "jobs": world.jobs, "workflow": world.workflow}
        steer(world, resume_batch, batch, **raised)
        await world.run(batch.id, workers=8)
        assert world.batch(batch.id).end == "completed"
        assert world.money(batch.id)[2] == 0
        assert world.complaints() == []

    run_virtual(story())


def _one_call(world):
    with pytest.raises(InvalidInput) as refused:
        world.start(cap=1)
    return refused.value.details["needed_micros"]


def test_a_cap_below_one_call_is_refused_with_the_figure():
    async def story():
        world = World(size=1)
        one = _one_call(world)
        with pytest.raises(InvalidInput, match=r"at least \$") as refused:
            world.start(cap=one - 1)
        assert refused.value.code == "cap_too_small"
        assert world.start(cap=one).cap_micros == one

    run_virtual(story())


def test_the_datasets_budget_stops_a_run_whose_own_cap_is_higher():
    async def story():
        dear = FakeModel(latency=5, answer=usual_reply)
        world = World(size=40, model=dear, dataset_budget=20_000)
        batch, working = started(world)
        await working
        paused = world.batch(batch.id)
        assert (paused.state, paused.pause_reason) == ("paused", "budget")
        assert "this dataset" in paused.pause_sentence
        budget = world.store.budget(world.scope, f"dataset:{make.an_id('dataset')}")
        assert 0 < budget.spent <= budget.cap == 20_000
        assert world.complaints() == []

    run_virtual(story())


def test_a_run_without_its_state_machine_is_revived_by_the_sweeper():
    async def story():
        world = World(size=3)
        batch = world.start()
        world.jobs.held.clear()
        world.workflow.stop(world.scope, batch.id, batch.run)
        done = world.sweep()
        assert (done.revived, done.problems) == (1, [])
        revived = world.batch(batch.id)
        assert world.workflow.alive(world.scope, batch.id, revived.run)
        await world.run(batch.id)
        assert world.batch(batch.id).end == "completed"

    run_virtual(story())


def test_a_call_that_waits_for_its_turn_is_not_made_once_the_run_is_paused():
    async def story():
        slow = Limits(requests_per_minute=60, input_tokens_per_minute=10**9, output_tokens_per_minute=10**9)
        world = World(size=10, limits=slow, model=FakeModel(latency=2))
        batch, working = started(world)
        await world.until(lambda: len(world.model.calls) == 2)
        steer(world, pause_batch, batch)
        await working
        assert len(world.model.calls) <= 3
        assert world.count(Status.QUEUED) == 10 - len(world.model.calls)
        assert world.money(batch.id)[2] == 0
        assert world.complaints() == []

    run_virtual(story())
