"""One line for everybody: who has little to do is not kept waiting by who has much."""

from __future__ import annotations

import pytest

from brightrun.domain.conversation import Status
from brightrun.runtime.catalogue import catalogue
from brightrun.usecases.batch_control import cancel_batch
from tests.bench.sharing import Place, a_few, a_single
from tests.engine.test_steering import SLOW, started, steer
from tests.fakes import make
from tests.fakes.clock import START, run_virtual
from tests.fakes.model import FakeModel
from tests.fakes.world import World

PLACE = Place(600)
HAIKU = catalogue().model(make.MODEL, START.date())


def test_a_tenant_with_five_waits_no_longer_than_three_times_its_own_time_beside_one_with_five_thousand():
    found = run_virtual(a_few(PLACE))
    assert found.ratio <= 3
    assert found.slowed == 0
    assert found.big_rate > 0.9 * 600  # what the quiet one does not take is not wasted


@pytest.mark.story("IS4.32.0", 1, via="engine")
@pytest.mark.story("IS4.32.0", 0, via="engine")
def test_a_single_conversation_is_there_in_forty_five_seconds_while_five_thousand_wait():
    found = run_virtual(a_single(PLACE))
    assert 15 <= found.beside <= 45
    assert found.slowed == 0


def test_the_queue_holds_a_tenants_share_and_every_row_says_that_it_waits():
    async def story():
        world = World(size=1_000, limits=SLOW, model=FakeModel(latency=2))
        batch = world.start()
        share = world.pacer.share(HAIKU)
        assert len(world.jobs.held) == share < 200
        world.look(batch.id)
        assert world.count(Status.QUEUED) == 1_000
        assert len(world.jobs.held) == share
        await world.run(batch.id)
        assert world.count(Status.GENERATED) == 1_000
        assert len(world.jobs.sent) == 1_000
        assert world.complaints() == []

    run_virtual(story())


def test_what_was_never_sent_is_cancelled_with_the_rest():
    async def story():
        world = World(size=400, limits=SLOW, model=FakeModel(latency=2))
        batch, working = started(world)
        await world.until(lambda: world.count(Status.GENERATED) >= 20)
        steer(world, cancel_batch, batch, workflow=world.workflow)
        await working
        ended = world.batch(batch.id)
        assert (ended.state, ended.end) == ("ended", "cancelled")
        assert world.count(Status.PLANNED) == 400 - world.count(Status.GENERATED)
        assert world.complaints() == []

    run_virtual(story())
