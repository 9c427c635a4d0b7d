"""Bad weather: throttling, storms, refused keys, broken answers. Nothing is lost, all is accounted for."""

from __future__ import annotations

import asyncio
import json
import random
from itertools import pairwise

import pytest

from brightrun.domain.attempt import Outcome
from brightrun.domain.conversation import Status
from brightrun.domain.provider import FailureClass, ProviderFailure
from brightrun.domain.tenant import TenantSettings
from brightrun.ports.changes import SaveTenant
from brightrun.usecases.batch_control import resume_batch, retry_failed
from tests.engine.test_steering import SLOW, started, steer, written
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import FakeModel, Provider, reply
from tests.fakes.world import World


def refusal(kind, code, status=None, retry_after=None):
    return ProviderFailure(kind, code, "Not now.", status=status, retry_after=retry_after)


OVERLOADED = refusal(FailureClass.TRANSIENT, "overloaded_error", 529)
THROTTLED = refusal(FailureClass.TRANSIENT, "rate_limit_error", 429, retry_after=3)
RESET = refusal(FailureClass.AMBIGUOUS, "connection_reset")
STORM = (OVERLOADED, THROTTLED, refusal(FailureClass.TRANSIENT, "api_error", 500), RESET)


@pytest.mark.story("IS3.2.0", 0, via="engine")
@pytest.mark.story("IS4.30.0", 0, via="engine")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_in_a_storm_of_faults_every_conversation_is_written(seed):
    async def story():
        loop = asyncio.get_running_loop()
        model = FakeModel(
            latency=2,
            provider=Provider(SLOW, loop.time),
            faults=STORM[:3],
            fault_rate=0.3,
            chance=random.Random(seed),  # noqa: S311 - faults, not secrets
        )
        world = World(size=60, limits=SLOW, model=model)
        batch, working = started(world)
        await working
        assert world.batch(batch.id).end == "completed"
        assert written(world) == 60
        assert model.injected > 5
        assert world.complaints() == []

    run_virtual(story())


@pytest.mark.story("IS3.2.0", 5, via="engine")
def test_a_throttled_call_slows_everybody_down_and_costs_nothing():
    async def story():
        model = FakeModel(latency=1)
        model.script.append(refusal(FailureClass.TRANSIENT, "rate_limit_error", 429, 10))
        world = World(size=60, limits=SLOW, model=model)
        batch, working = started(world)
        await working
        at = sorted(call.at for call in model.calls)
        # Who is due before they look again has gone; nobody else calls before the ten seconds, even with a turn.
        assert sum(moment <= 2.1 for moment in at) == 20
        assert not [moment for moment in at if 2.1 < moment < 9.9]
        first = world.store.attempts(world.scope, model_first(world))
        assert [each.outcome for each in first] == [Outcome.REJECTED, Outcome.SUCCEEDED]
        assert first[0].cost_micros == 0
        assert (first[0].error.code, first[0].error.status) == ("rate_limit_error", 429)
        assert first[0].error.reason
        assert world.batch(batch.id).end == "completed"

    run_virtual(story())


def model_first(world):
    """The conversation whose call was refused."""
    for row in world.rows():
        if len(world.store.attempts(world.scope, row.id)) > 1:
            return row.id
    raise LookupError


def test_a_refused_key_pauses_the_run_with_its_reason_and_keeps_the_queue():
    async def story():
        model = FakeModel(latency=1)
        model.script.append(refusal(FailureClass.CIRCUIT, "authentication_error", 401))
        world = World(size=60, limits=SLOW, model=model)
        batch, working = started(world)
        await working
        paused = world.batch(batch.id)
        assert (paused.state, paused.pause_reason) == ("paused", "provider")
        assert world.count(Status.FAILED) == 0
        assert len(model.calls) <= 30
        calls = len(model.calls)
        steer(world, resume_batch, batch, jobs=world.jobs, workflow=world.workflow)
        resumed = asyncio.get_running_loop().time()
        await world.run(batch.id)
        first, second, *_ = (call.at for call in model.calls[calls:])
        assert second - first >= 1  # one finds out whether the others may go
        assert asyncio.get_running_loop().time() - resumed < 30
        assert written(world) == 60
        assert world.complaints() == []

    run_virtual(story())


@pytest.mark.story("IS3.2.0", 4, via="engine")
@pytest.mark.story("IS4.30.0", 4, via="engine")
def test_what_can_never_work_fails_once_with_its_reason_and_can_be_retried():
    async def story():
        model = FakeModel(latency=1)
        model.script.append(refusal(FailureClass.PERMANENT, "invalid_request_error", 400))
        world = World(size=5, model=model)
        batch, working = started(world)
        await working
        (failed,) = [row for row in world.rows() if row.status is Status.FAILED]
        assert failed.failure.reason
        assert failed.failure.next_step
        assert world.batch(batch.id).end == "with_failures"
        retried = {"jobs": world.jobs, "workflow": world.workflow}
        steer(world, retry_failed, batch, **retried)
        await world.run(batch.id)
        assert world.batch(batch.id).end == "completed"
        assert len(model.calls) == 6
        assert world.complaints() == []

    run_virtual(story())


def test_a_broken_answer_gets_one_repair_and_both_calls_are_charged():
    async def story():
        model = FakeModel(latency=1)
        model.script.append(lambda request: reply(request, '{"title": "Half'))
        world = World(size=1, model=model)
        batch, working = started(world)
        await working
        attempts = world.store.attempts(world.scope, make.an_id("conversation", 1))
        assert [each.kind for each in attempts] == ["generate", "repair"]
        assert [each.outcome for each in attempts] == [Outcome.UNREADABLE, Outcome.SUCCEEDED]
        assert all(each.cost_micros > 0 for each in attempts)
        assert world.money(batch.id)[3] == sum(each.cost_micros for each in attempts)
        assert world.complaints() == []

    run_virtual(story())


def test_answers_that_are_never_any_good_end_with_a_reason_after_the_paid_tries():
    async def story():
        world = World(size=1, model=FakeModel(answer=lambda r: reply(r, json.dumps({"no": 1}))))
        batch, working = started(world)
        await working
        (row,) = world.rows()
        assert row.status is Status.FAILED
        assert 1 < len(world.model.calls) <= 3
        assert world.batch(batch.id).end == "with_failures"
        assert row.cost_micros == world.money(batch.id)[3] > 0
        assert world.complaints() == []

    run_virtual(story())


@pytest.mark.story("IS3.2.0", 3, via="engine")
@pytest.mark.story("IS4.30.0", 3, via="engine")
@pytest.mark.parametrize("allowed", [1, 3, 5])
def test_calls_that_nobody_knows_about_end_after_the_paid_tries(allowed):
    async def story():
        model = FakeModel()
        model.script.extend([RESET] * 9)
        world = World(size=1, model=model)
        settings = TenantSettings(max_paid_attempts=allowed)
        world.commit(SaveTenant(make.tenant(settings=settings, revision=2), 1))
        batch, working = started(world)
        await working
        attempts = world.store.attempts(world.scope, make.an_id("conversation", 1))
        assert [each.outcome for each in attempts] == [Outcome.UNKNOWN] * allowed
        assert world.rows()[0].status is Status.FAILED
        assert world.money(batch.id)[3] == sum(each.reserved_micros for each in attempts)
        assert world.complaints() == []

    run_virtual(story())


@pytest.mark.story("IS3.2.0", 2, via="engine")
@pytest.mark.story("IS4.30.0", 2, via="engine")
def test_waits_for_an_overloaded_provider_double_and_cost_nothing():
    async def story():
        model = FakeModel()
        model.script.extend([OVERLOADED] * 5)
        world = World(size=1, model=model)
        batch, working = started(world)
        await working
        at = [call.at for call in model.calls]
        waits = [later - earlier for earlier, later in pairwise(at)]
        assert waits == pytest.approx([1, 2, 4, 8, 16], rel=0.25)
        paid = [each for each in world.store.attempts(world.scope, make.an_id("conversation", 1)) if each.paid]
        assert len(paid) == 1
        assert world.batch(batch.id).end == "completed"

    run_virtual(story())


def test_a_declined_prompt_is_paid_for_and_not_sent_again():
    async def story():
        model = FakeModel(answer=lambda r: reply(r, "", stop_reason="refusal"))
        world = World(size=1, model=model)
        _, working = started(world)
        await working
        (attempt,) = world.store.attempts(world.scope, make.an_id("conversation", 1))
        assert attempt.outcome is Outcome.REFUSED
        assert attempt.cost_micros > 0
        assert world.rows()[0].status is Status.FAILED
        assert world.complaints() == []

    run_virtual(story())
