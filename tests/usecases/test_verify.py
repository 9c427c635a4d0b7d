"""`verify` says that all is well when it is, and names what is wrong when one thing is."""

from __future__ import annotations

import pytest

from brightrun.domain.budget import batch_budget_key, dataset_budget_key
from brightrun.domain.conversation import Status
from brightrun.ports import changes as c
from brightrun.usecases.sealing import seal_new_events
from brightrun.usecases.verify import verify_dataset
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.world import World


def written():
    """A finished run of three, its record sealed."""

    async def story():
        world = World(size=3)
        batch = world.start()
        await world.run(batch.id)
        seal_new_events(world.scope, store=world.store, clock=world.clock)
        return world, batch.id

    return run_virtual(story())


def wrong(world):
    found = verify_dataset(world.scope, make.an_id("dataset"), store=world.store, clock=world.clock)
    return {each.name for each in found if not each.ok}


def save(world, **changes):
    row = world.rows()[0]
    world.commit(c.SaveHead(row.model_copy(update={**changes, "revision": row.revision + 1}), row.revision))


def book(world, key):
    world.commit(c.MoveBudget(key, remaining=-1, spent=1))


def drop_an_event(world):
    world.store._data.drop((world.scope.tenant_id, "events"), world.store.recorded()[1].id)


def test_a_finished_run_has_nothing_to_complain_about():
    world, _ = written()
    assert wrong(world) == set()


@pytest.mark.parametrize(
    ("tamper", "named"),
    [
        (lambda world, batch: book(world, batch_budget_key(batch)), {"money of runs"}),
        (lambda world, _: book(world, dataset_budget_key(make.an_id("dataset"))), {"money of the dataset"}),
        (lambda world, _: save(world, latest_version=2), {"conversations"}),
        (lambda world, _: save(world, current_version=7), {"conversations"}),
        (lambda world, _: save(world, cost_micros=0), {"conversations"}),
        (lambda world, _: save(world, status=Status.GENERATING), {"calls", "runs"}),
        (lambda world, _: save(world, status=Status.QUEUED), {"runs"}),
        (lambda world, _: drop_an_event(world), {"record"}),
    ],
    ids=["run booked", "dataset booked", "version", "shown version", "cost", "lease", "open in an ended run", "event"],
)
def test_one_thing_that_is_wrong_is_named(tamper, named):
    world, batch = written()
    tamper(world, batch)
    assert wrong(world) == named
