"""Economy mode: half price to the micro-dollar, within the budgets, in the same record as any run."""

from __future__ import annotations

import asyncio

import pytest

from brightrun.domain.attempt import Outcome
from brightrun.domain.conversation import Status
from brightrun.domain.event import Action
from brightrun.domain.money import Usage
from brightrun.domain.provider import FailureClass, ProviderFailure
from brightrun.usecases.batch_control import cancel_batch, pause_batch, resume_batch, retry_failed
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.economy import HALF, LIST_PRICE, booked, settle_in, states, world_of
from tests.fakes.model import answer_text, reply, usual_reply
from tests.fakes.provider_batches import EXPIRED
from tests.fakes.world import MAYA, World


def test_a_run_in_economy_mode_ends_whole_at_half_price_to_the_micro_dollar():
    async def story():
        world, batch = world_of(60)
        await world.run(batch.id)
        assert world.batch(batch.id).end == "completed"
        assert world.count(Status.GENERATED) == 60
        assert world.model.calls == []
        assert world.jobs.sent == []
        assert LIST_PRICE == 2 * HALF
        attempts = [world.store.attempts(world.scope, row.id) for row in world.rows()]
        assert [each.cost_micros for (each,) in attempts] == [HALF] * 60
        assert [len(held.calls) for held in world.provider.batches] == [30, 30]
        actions = [event.action for event in world.store.recorded()]
        assert actions.count(Action.CONVERSATION_GENERATED) == 60
        booked(world, batch)

    run_virtual(story())


def test_what_its_answers_took_prices_the_next_run():
    async def story():
        world, batch = world_of(30)
        await world.run(batch.id)
        taken = world.store.taken(world.scope).values()
        assert sum(each.answers for each in taken) == 30
        assert sum(each.milliseconds for each in taken) == 0

    run_virtual(story())


def test_tokens_of_the_cache_are_half_price_on_record_too():
    async def story():
        world, batch = world_of(1)
        usage = Usage(input=1_000, output=3_000, cache_write_5m=2_000, cache_read=4_000)
        world.provider.script["FP-0001"] = lambda request: reply(request, usage=usage)
        await world.run(batch.id)
        (attempt,) = world.store.attempts(world.scope, make.an_id("conversation", 1))
        full = 1_000 * 100_000 + 3_000 * 500_000 + 2_000 * 125_000 + 4_000 * 10_000
        assert attempt.cost_micros == -(-full // 2 // 1_000_000)
        assert attempt.usage == usage
        booked(world, batch)

    run_virtual(story())


def test_the_answers_are_kept_as_they_came():
    async def story():
        world, batch = world_of(2)
        await world.run(batch.id)
        kept = sorted(key for _, key in world.payloads.bodies)
        assert len(kept) == 4
        assert sum(key.endswith("answer.json") for key in kept) == 2
        assert sum(key.endswith("request.json") for key in kept) == 2

    run_virtual(story())


@pytest.mark.story("IS3.2.0", 4, via="engine")
@pytest.mark.story("IS4.30.0", 4, via="engine")
def test_expired_and_errored_items_cost_nothing_and_are_sent_once_more():
    async def story():
        world, batch = world_of(30)
        busy = ProviderFailure(FailureClass.TRANSIENT, "api_error", "Claude was too busy to answer.")
        bad = ProviderFailure(FailureClass.PERMANENT, "invalid_request_error", "Claude did not accept this request.")
        world.provider.script |= {"FP-0001": EXPIRED, "FP-0002": busy, "FP-0003": bad}
        world.mind(batch.id)
        await settle_in(world, batch, 700)
        assert world.count(Status.GENERATED) == 27
        world.provider.script.clear()
        await world.run(batch.id)
        found = world.batch(batch.id)
        assert (found.end, found.final_counts.succeeded, found.final_counts.failed) == ("with_failures", 29, 1)
        failed = next(row for row in world.rows() if row.ref == "FP-0003")
        assert (failed.status, failed.failure.code, failed.cost_micros) == (Status.FAILED, "not_accepted", 0)
        made = world.store.attempts(world.scope, make.an_id("conversation", 1))
        assert [each.outcome for each in made] == [Outcome.REJECTED, Outcome.SUCCEEDED]
        booked(world, batch)

    run_virtual(story())


def test_what_expires_to_the_end_is_reported_and_can_be_retried():
    async def story():
        world, batch = world_of(2)
        world.provider.seconds = 24 * 3600
        world.provider.script |= {"FP-0001": EXPIRED}
        await world.run(batch.id)
        failed = next(row for row in world.rows() if row.ref == "FP-0001")
        assert (failed.status, failed.failure.code) == (Status.FAILED, "deadline")
        world.provider.script.clear()
        retry_failed(
            world.scope, MAYA, batch.id, store=world.store, jobs=world.jobs, workflow=world.workflow, clock=world.clock
        )
        await world.run(batch.id)
        assert world.count(Status.GENERATED) == 2
        booked(world, batch)

    run_virtual(story())


def test_broken_and_truncated_answers_get_their_one_paid_second_try_in_the_next_part():
    async def story():
        world, batch = world_of(30)
        asked = []

        def broken(request):
            asked.append(request)
            return reply(request, "{") if len(asked) == 1 else usual_reply(request)

        world.provider.script |= {
            "FP-0001": broken,
            "FP-0002": lambda request: reply(request, answer_text(request)[:40], stop_reason="max_tokens"),
            "FP-0003": lambda request: reply(request, "", stop_reason="refusal"),
        }
        await world.run(batch.id)
        rooms = [
            call.max_tokens
            for p in world.store.provider_batches(world.scope, batch.id)
            for call in p.calls
            if call.conversation_id == make.an_id("conversation", 2)
        ]
        assert rooms[1] == 2 * rooms[0]
        kinds = [each.kind for each in world.store.attempts(world.scope, make.an_id("conversation", 1))]
        assert kinds == ["generate", "repair"]
        assert asked[1].prompt.size_bytes > asked[0].prompt.size_bytes
        by_ref = {row.ref: row for row in world.rows()}
        assert by_ref["FP-0001"].status is Status.GENERATED
        assert (by_ref["FP-0002"].failure.code, by_ref["FP-0003"].failure.code) == ("cut_off", "declined")
        assert len(world.store.attempts(world.scope, make.an_id("conversation", 3))) == 1
        booked(world, batch)

    run_virtual(story())


def test_cancelling_cancels_at_the_provider_and_keeps_and_pays_what_was_written():
    async def story():
        world, batch = world_of(80)
        world.provider.written_when_cancelled = 12
        world.mind(batch.id)
        await asyncio.sleep(120)
        cancel_batch(world.scope, MAYA, batch.id, store=world.store, workflow=world.workflow, clock=world.clock)
        await world.run(batch.id)
        found = world.batch(batch.id)
        assert (found.end, found.final_counts.succeeded, found.final_counts.cancelled) == ("cancelled", 24, 56)
        assert all(held.cancelled for held in world.provider.batches)
        assert world.count(Status.PLANNED) == 56
        assert world.money(batch.id)[3] == 24 * HALF
        booked(world, batch)

    run_virtual(story())


def test_a_budget_that_holds_two_of_four_parts_sends_two_and_the_others_when_money_came_free():
    async def story():
        world = World(size=160)
        one = world.start(mode="economy", cap=10**9).id
        world.mind(one)
        part = world.money(one)[2] // 4
        cancel_batch(world.scope, MAYA, one, store=world.store, workflow=world.workflow, clock=world.clock)
        await world.run(one)

        cap = 2 * part + part // 2
        batch = world.start(mode="economy", cap=cap)
        world.provider.batches.clear()
        world.mind(batch.id)
        assert [len(held.calls) for held in world.provider.batches] == [40, 40]
        assert world.money(batch.id)[2] == 2 * part
        world.mind(batch.id)
        assert len(world.provider.batches) == 2
        await settle_in(world, batch, 700)
        world.mind(batch.id)
        assert len(world.provider.batches) > 2
        await world.run(batch.id)
        assert world.count(Status.GENERATED) == 160
        assert world.money(batch.id)[3] == 160 * HALF <= cap
        assert world.complaints() == []

    run_virtual(story())


def test_a_budget_that_holds_no_call_any_more_pauses_the_run_with_its_name():
    async def story():
        world, probe = world_of(30)
        world.mind(probe.id)
        held = world.money(probe.id)[2]
        cancel_batch(world.scope, MAYA, probe.id, store=world.store, workflow=world.workflow, clock=world.clock)
        await world.run(probe.id)
        batch = world.start(mode="economy", cap=held // 30 + 10)
        await world.run(batch.id)
        found = world.batch(batch.id)
        assert (found.state, found.pause_reason) == ("paused", "budget")
        written = world.count(Status.GENERATED)
        assert 0 < written < 30
        assert world.money(batch.id)[2] == 0
        assert world.complaints() == []

    run_virtual(story())


def test_a_pause_sends_nothing_new_and_what_is_out_is_still_settled():
    async def story():
        world, batch = world_of(400)
        world.mind(batch.id)
        sent = len(world.provider.sent)
        pause_batch(world.scope, MAYA, batch.id, store=world.store, clock=world.clock)
        await world.run(batch.id)
        assert world.batch(batch.id).state == "paused"
        assert len(world.provider.sent) == sent == world.count(Status.GENERATED)
        assert 0 < sent < 400
        assert world.money(batch.id)[2] == 0
        resume_batch(
            world.scope,
            MAYA,
            batch.id,
            store=world.store,
            jobs=world.jobs,
            workflow=world.workflow,
            pacer=world.pacer,
            clock=world.clock,
        )
        await world.run(batch.id)
        assert world.count(Status.GENERATED) == 400
        booked(world, batch)

    run_virtual(story())


def test_a_part_that_was_refused_waits_unpaid_and_is_given_back_by_a_pause():
    async def story():
        world, batch = world_of(30)
        slow = ProviderFailure(FailureClass.TRANSIENT, "rate_limit_error", "Slow.", status=429, retry_after=90)
        world.provider.creating.append(slow)
        world.mind(batch.id)
        assert (states(world, batch), world.provider.batches) == (["gathered"], [])
        await settle_in(world, batch, 60)
        assert world.provider.batches == []
        pause_batch(world.scope, MAYA, batch.id, store=world.store, clock=world.clock)
        world.mind(batch.id)
        assert states(world, batch) == ["settled"]
        assert world.count(Status.QUEUED) == 30
        assert world.money(batch.id)[2:] == (0, 0)
        assert world.complaints() == []

    run_virtual(story())


def test_a_refused_key_pauses_the_run_with_its_reason_and_holds_nothing():
    async def story():
        world, batch = world_of(30)
        sentence = "Claude did not accept the key of this workspace."
        world.provider.creating.append(ProviderFailure(FailureClass.CIRCUIT, "authentication_error", sentence))
        await world.run(batch.id)
        found = world.batch(batch.id)
        assert (found.state, found.pause_reason, found.pause_sentence) == ("paused", "provider", sentence)
        assert world.count(Status.QUEUED) == 30
        assert world.money(batch.id)[2:] == (0, 0)
        assert world.complaints() == []
        await asyncio.sleep(61)
        assert world.sweep().resumed == 1
        await world.run(batch.id)
        assert world.count(Status.GENERATED) == 30
        booked(world, batch)

    run_virtual(story())
