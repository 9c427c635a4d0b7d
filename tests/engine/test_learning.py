"""Prices follow what answers really take, for the next run and for the room of its calls."""

from __future__ import annotations

import pytest

from brightrun.domain.money import Usage
from brightrun.domain.selection import Selection
from brightrun.domain.task import Task
from brightrun.runtime.catalogue import catalogue
from brightrun.usecases.batches import Order, estimate_batch
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import FakeModel, reply
from tests.fakes.world import World

OUTPUT = 9_000
INPUT = 700
HAIKU = catalogue().find(make.MODEL)


def everything(world: World) -> Selection:
    return Selection(ids=tuple(row.id for row in world.rows()))


def price(world: World):
    return estimate_batch(
        world.scope,
        make.an_id("dataset"),
        Order(everything(world), make.MODEL),
        pacer=world.pacer,
        store=world.store,
        catalogue=catalogue(),
        clock=world.clock,
    ).estimate


def chatty() -> FakeModel:
    """Writes almost three times of what the catalogue thinks."""
    return FakeModel(latency=30.0, answer=lambda request: reply(request, usage=Usage(input=INPUT, output=OUTPUT)))


def driver(estimate, key: str) -> int:
    return next(each.micros for each in estimate.drivers if each.key == key)


@pytest.mark.story("IS1.3.0", 1, via="engine")
@pytest.mark.story("IS4.32.0", 5, via="engine")
def test_the_second_price_is_what_the_first_run_took():
    async def story():
        world = World(size=40, model=chatty())
        before = price(world)
        batch = world.start()
        await world.run(batch.id)
        return world, before, price(world), world.money(batch.id)[3]

    world, before, after, spent = run_virtual(story())
    assert HAIKU is not None
    assert driver(before, "writes") == 40 * HAIKU.usual_output_tokens * HAIKU.prices[0].output // 1_000_000
    assert driver(after, "reads") + driver(after, "writes") == pytest.approx(spent, abs=40)
    assert after.expected_seconds_low == pytest.approx(30, abs=1)
    assert world.complaints() == []


def test_a_call_has_twice_the_room_of_what_one_in_a_hundred_takes():
    async def story():
        world = World(size=40, model=chatty())
        await world.run(world.start().id)
        first = {call.request.max_tokens for call in world.model.calls[:3]}
        at_most = price(world).one_call_at_most_micros
        world.model.calls.clear()
        await world.run(world.start(selection=everything(world)).id)
        held = [
            attempt.reserved_micros for row in world.rows() for attempt in world.store.attempts(world.scope, row.id)[1:]
        ]
        return first, {call.request.max_tokens for call in world.model.calls}, held, at_most

    first, second, held, at_most = run_virtual(story())
    assert HAIKU is not None
    assert first == {2 * HAIKU.high_output_tokens}
    assert all(2 * OUTPUT <= room <= 2.1 * OUTPUT for room in second)
    assert max(held) <= at_most


def test_answers_that_are_cut_off_give_the_next_ones_more_room():
    def cut_off(request):
        wanted = 30_000
        if request.max_tokens < wanted:
            return reply(request, "{", usage=Usage(input=INPUT, output=request.max_tokens), stop_reason="max_tokens")
        return reply(request, usage=Usage(input=INPUT, output=wanted))

    async def story():
        world = World(size=12, model=FakeModel(latency=1.0, answer=cut_off))
        for number in range(1, 13):
            await world.run(world.start(selection=Selection(ids=(make.an_id("conversation", number),))).id)
        return world

    world = run_virtual(story())
    assert world.complaints() == []
    assert world.model.calls[-1].request.max_tokens > 30_000


def test_a_message_that_is_written_again_says_nothing_of_a_whole_conversation():
    async def story():
        world = World(size=6)
        await world.run(world.start().id)
        known = world.store.taken(world.scope)
        task = Task(kind="rewrite", instruction="Shorter.", turn=2)
        await world.run(world.start(task=task, selection=everything(world)).id)
        return known, world.store.taken(world.scope)

    before, after = run_virtual(story())
    assert before == after
    assert sum(each.answers for each in before.values()) == 6
