"""An economy run in memory, and what must hold of it in the end."""

from __future__ import annotations

import asyncio

from brightrun.domain.money import cost_of
from brightrun.runtime.catalogue import catalogue
from tests.fakes.model import USUAL
from tests.fakes.world import World

LIST_PRICE = cost_of(USUAL, catalogue().models[0])
HALF = LIST_PRICE // 2


def world_of(size=60, **changes):
    world = World(size=size, **changes)
    return world, world.start(mode="economy")


def booked(world, batch):
    """That what the provider billed is what we booked, once, and that nothing is set aside any more."""
    attempts = [each for row in world.rows() for each in world.store.attempts(world.scope, row.id)]
    model = catalogue().models[0].in_batches()
    billed = sum(cost_of(answer.usage, model) for answer in world.provider.paid)
    _, _, reserved, spent = world.money(batch.id)
    assert (reserved, spent) == (0, billed)
    assert spent == sum(each.cost_micros for each in attempts)
    assert world.complaints() == []


def states(world, batch):
    return [part.state for part in world.store.provider_batches(world.scope, batch.id)]


async def settle_in(world, batch, seconds):
    await asyncio.sleep(seconds)
    world.mind(batch.id)
    return world.look(batch.id)
