"""One call goes ahead, so that all the others read the shared part from the provider's cache."""

from __future__ import annotations

import asyncio

import pytest

from tests.bench.engine import HOUSE, Case, cached
from tests.fakes.clock import run_virtual
from tests.fakes.model import Cache, FakeModel
from tests.fakes.world import World


@pytest.mark.parametrize("rate", [50, 600, 60_000])
def test_the_shared_part_is_written_once_and_read_by_all_the_others(rate):
    read, common, _, writes = run_virtual(cached(Case("90", 90, rate, 1.03)))
    assert writes == 1
    assert read / common > 0.95


def test_the_rest_waits_for_the_first_byte_and_not_for_the_answer():
    async def story():
        model = FakeModel(latency=2.0)
        world = World(size=10, model=model, common=HOUSE)
        world.start()
        await world.deliver(world.jobs.receive())
        first, *others = (call.at for call in model.calls)
        assert first == 0
        assert others == pytest.approx([0.42] * 9)

    run_virtual(story())


def test_a_part_that_is_too_short_to_be_cached_holds_nobody_up():
    async def story():
        model = FakeModel(latency=2.0)
        world = World(size=10, model=model)
        world.start()
        await world.deliver(world.jobs.receive())
        assert [call.at for call in model.calls] == [0.0] * 10

    run_virtual(story())


def test_how_long_answers_take_to_begin_is_learnt():
    async def story():
        loop = asyncio.get_running_loop()
        world = World(size=20, model=FakeModel(latency=5.0, cache=Cache(loop.time)), common=HOUSE)
        world.start()
        await world.deliver(world.jobs.receive())
        await asyncio.sleep(600)  # by now the provider has forgotten it
        world.model.calls.clear()
        await world.deliver(world.jobs.receive())
        first, *others = (call.at for call in world.model.calls)
        assert min(others) - first == pytest.approx(1.25)

    run_virtual(story())
