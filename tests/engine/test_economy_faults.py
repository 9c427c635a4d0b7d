"""Economy mode on a bad day: whatever breaks, no call is paid twice and none is lost."""

from __future__ import annotations

import asyncio

import pytest

from brightrun.domain.attempt import Outcome
from brightrun.domain.conversation import Status
from brightrun.domain.provider import FailureClass, ProviderFailure
from brightrun.domain.timing import ECONOMY_LEASE_SECONDS, SUBMIT_UNCLEAR_SECONDS
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.economy import booked, settle_in, states, world_of
from tests.fakes.provider_batches import EXPIRED


def test_submitting_is_written_before_anything_is_handed_over():
    async def story():
        world, batch = world_of(30)
        seen = []
        create = world.provider.create

        def watched(calls):
            seen.append((states(world, batch), world.money(batch.id)[2] > 0, len(calls)))
            return create(calls)

        world.provider.create = watched
        world.mind(batch.id)
        assert seen == [(["submitting"], True, 30)]
        assert states(world, batch) == ["working"]

    run_virtual(story())


def test_a_hand_over_whose_id_was_not_stored_is_found_again_and_nothing_is_paid_twice():
    async def story():
        world, batch = world_of(30)
        world.provider.after.append(asyncio.CancelledError())
        with pytest.raises(asyncio.CancelledError):
            world.mind(batch.id)
        assert states(world, batch) == ["submitting"]
        await world.run(batch.id)
        assert len(world.provider.batches) == 1
        assert world.count(Status.GENERATED) == 30
        booked(world, batch)

    run_virtual(story())


def test_a_hand_over_whose_answer_got_lost_is_looked_for_and_not_repeated_while_it_may_be_there():
    async def story():
        world, batch = world_of(30)
        world.provider.seconds = 4 * 3600
        world.provider.after.append(ProviderFailure(FailureClass.AMBIGUOUS, "connection_lost", "Lost."))
        world.mind(batch.id)
        for _ in range(10):
            await settle_in(world, batch, SUBMIT_UNCLEAR_SECONDS)
        assert (states(world, batch), len(world.provider.batches)) == (["submitting"], 1)
        await world.run(batch.id)
        assert len(world.provider.batches) == 1
        booked(world, batch)

    run_virtual(story())


def test_a_hand_over_that_never_arrived_is_made_again_with_the_same_calls():
    async def story():
        world, batch = world_of(30)
        world.provider.creating.append(ProviderFailure(FailureClass.AMBIGUOUS, "connection_lost", "Lost."))
        world.mind(batch.id)
        held = world.money(batch.id)[2]
        await settle_in(world, batch, SUBMIT_UNCLEAR_SECONDS - 10)
        assert (states(world, batch), world.provider.batches) == (["submitting"], [])
        await world.run(batch.id)
        assert len(world.provider.batches) == 1
        assert held > 0
        attempts = [world.store.attempts(world.scope, row.id) for row in world.rows()]
        assert all(len(made) == 1 for made in attempts)
        booked(world, batch)

    run_virtual(story())


def test_another_runs_batch_of_the_same_size_is_not_taken_for_ours():
    async def story():
        world, batch = world_of(30)
        world.provider.creating.append(ProviderFailure(FailureClass.AMBIGUOUS, "connection_lost", "Lost."))
        world.mind(batch.id)
        strange = {f"another-{number}": None for number in range(30)}
        world.provider.answers.update(dict.fromkeys(strange, EXPIRED))
        world.provider.create(list(strange.items()))
        await settle_in(world, batch, SUBMIT_UNCLEAR_SECONDS)
        assert states(world, batch) == ["submitting"]
        await world.run(batch.id)
        assert len(world.provider.batches) == 2
        assert world.count(Status.GENERATED) == 30
        booked(world, batch)

    run_virtual(story())


def test_a_crash_in_the_middle_of_the_results_goes_on_where_it_stopped():
    async def story():
        world, batch = world_of(30)
        world.mind(batch.id)
        await asyncio.sleep(700)
        world.provider.while_reading = lambda number: _crash(number == 11)
        with pytest.raises(asyncio.CancelledError):
            world.mind(batch.id)
        assert world.count(Status.GENERATED) == 10
        world.provider.while_reading = lambda _number: None
        world.mind(batch.id)
        assert world.count(Status.GENERATED) == 30
        await world.run(batch.id)
        assert all(len(world.store.versions(world.scope, row.id)) == 1 for row in world.rows())
        booked(world, batch)

    run_virtual(story())


@pytest.mark.parametrize("commit", range(1, 6))
def test_a_process_that_dies_at_any_write_of_a_hand_over_leaves_nothing_stuck(commit):
    async def story():
        world, batch = world_of(30)
        world.store.before.extend([lambda _: None] * (commit - 1) + [lambda _: asyncio.CancelledError()])
        try:
            world.mind(batch.id)
        except asyncio.CancelledError:
            world.store.before.clear()
        await world.run(batch.id)
        assert world.count(Status.GENERATED) == 30
        assert len(set(world.provider.sent)) == len(world.provider.sent)
        booked(world, batch)

    run_virtual(story())


def test_ticks_that_come_twice_send_and_book_once():
    async def story():
        world, batch = world_of(60)
        create = world.provider.create

        def doubled(calls):
            world.provider.create = create
            world.mind(batch.id)
            world.provider.create = doubled
            return create(calls)

        world.provider.create = doubled
        world.mind(batch.id)
        await asyncio.sleep(700)

        def again(number):
            if number == 5:
                world.provider.while_reading = lambda _number: None
                world.mind(batch.id)

        world.provider.while_reading = again
        world.mind(batch.id)
        await world.run(batch.id)
        assert len(set(world.provider.sent)) == len(world.provider.sent) == 60
        assert world.count(Status.GENERATED) == 60
        booked(world, batch)

    run_virtual(story())


def test_a_machine_that_stood_still_for_longer_than_the_lease_still_takes_what_is_ready():
    async def story():
        world, batch = world_of(30)
        world.mind(batch.id)
        await asyncio.sleep(ECONOMY_LEASE_SECONDS + 3600)
        world.look(batch.id)
        await world.run(batch.id)
        assert world.count(Status.GENERATED) == 30
        booked(world, batch)

    run_virtual(story())


def test_a_provider_that_forgot_a_batch_leaves_its_money_spent_and_the_calls_to_be_made_again():
    async def story():
        world, batch = world_of(2)
        world.mind(batch.id)
        world.provider.batches.clear()
        await world.run(batch.id)
        assert world.count(Status.GENERATED) == 2
        outcomes = [each.outcome for each in world.store.attempts(world.scope, make.an_id("conversation", 1))]
        assert outcomes == [Outcome.UNKNOWN, Outcome.SUCCEEDED]
        assert world.money(batch.id)[2] == 0
        assert world.complaints() == []

    run_virtual(story())


def test_a_short_lived_process_does_what_it_can_and_the_next_goes_on():
    async def story():
        world, batch = world_of(30)
        assert world.mind(batch.id, seconds=10).wait_seconds == 1
        assert world.provider.batches == []
        await world.run(batch.id)
        assert world.count(Status.GENERATED) == 30

    run_virtual(story())


def _crash(now):
    if now:
        raise asyncio.CancelledError
