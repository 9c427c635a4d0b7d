"""What tests of second opinions share: worlds whose conversations are written, and models that say this or that."""

from __future__ import annotations

from brightrun.domain.budget import opinions_budget_key
from brightrun.domain.money import Usage
from brightrun.domain.provider import ModelReply, ModelRequest
from brightrun.domain.selection import Selection
from brightrun.domain.task import Task
from brightrun.domain.tenant import SecondOpinion, TenantSettings
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import reply
from tests.fakes.world import World

FIRST = make.an_id("conversation", 1)
ONLY = Selection(ids=(FIRST,))
JUDGE = Task(kind="judge")
ON = TenantSettings(second_opinion=SecondOpinion(on=True))


def dear(request: ModelRequest) -> ModelReply:
    """As if Claude thought for long about each."""
    return reply(request, usage=Usage(input=3_000, output=8_000))


def saying(text: str):
    return lambda request: reply(request, text)


async def written(size: int = 1, **changes: object) -> World:
    world = World(size=size, settings=changes.pop("settings", ON), **changes)
    await world.run(world.start().id)
    return world


def after(*script: object, size: int = 1, **order: object) -> World:
    """A world whose conversations are written and judged; `script` is what the model answers to that."""

    async def story() -> World:
        world = await written(size)
        world.model.script.extend(script)
        await world.run(world.start(task=JUDGE, **order).id)
        return world

    return run_virtual(story())


def of_opinions(world: World):
    found = world.store.budget(world.scope, opinions_budget_key(world.clock.now()))
    assert found is not None
    return found


def version(world: World, number: int = 1):
    found = world.store.version(world.scope, FIRST, number)
    assert found is not None
    return found
