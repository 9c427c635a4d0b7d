"""Who waits for whom: a tenant with five conversations, and a person with one, beside a run of five thousand."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

from brightrun.domain.conversation import Status
from brightrun.domain.limiter import Limits
from brightrun.domain.selection import Selection
from brightrun.domain.tenancy import RegisteredTenant, scope_of_registered
from infra.config import workers_for
from tests.bench.rows import Row
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import FakeModel, Provider, usual_reply
from tests.fakes.world import World

ROOMY = 10**9
MANY = 5_000
FEW = 5
LATENCY = 20.0
"""What Haiku needs for a conversation."""
HEAD_START = 120.0
"""By then the big run fills every worker and the line."""
QUIET = scope_of_registered(RegisteredTenant("quiet"))


@dataclass(frozen=True, slots=True)
class Place:
    """One provider, and the workers that its rate can keep busy (Little's law with half in reserve)."""

    requests_per_minute: int
    latency: float = LATENCY
    output_tokens_per_minute: int = ROOMY

    @property
    def limits(self) -> Limits:
        return Limits(
            requests_per_minute=self.requests_per_minute,
            input_tokens_per_minute=ROOMY,
            output_tokens_per_minute=self.output_tokens_per_minute,
        )

    @property
    def workers(self) -> int:
        by_tokens = self.output_tokens_per_minute / 3_300
        return workers_for(min(self.requests_per_minute, by_tokens), self.latency)

    def model(self) -> FakeModel:
        time = asyncio.get_running_loop().time
        burst = 10.0 if self.output_tokens_per_minute < ROOMY else 1.0
        return FakeModel(latency=self.latency, provider=Provider(self.limits, time, burst), answer=usual_reply)


@dataclass(frozen=True, slots=True)
class Waited:
    """Seconds until everything asked for was there, alone and beside the big run."""

    alone: float
    beside: float
    slowed: int = 0
    big_rate: float = 0.0
    """Conversations a minute of the big run meanwhile."""

    @property
    def ratio(self) -> float:
        return self.beside / self.alone


@contextlib.asynccontextmanager
async def _working(world: World, workers: int) -> AsyncIterator[None]:
    hands = [asyncio.ensure_future(world.work(f"b{n}", interactive=False)) for n in range(workers)]
    hands += [asyncio.ensure_future(world.work(f"i{n}", interactive=True)) for n in range(2)]
    try:
        yield
    finally:
        for hand in hands:
            hand.cancel()
        await asyncio.gather(*hands, return_exceptions=True)


async def _written(world: World, batch_id: str) -> float:
    """Seconds until the run is over, by the last conversation of it."""
    began = asyncio.get_running_loop().time()
    await world.tick(batch_id)
    done = [row.generated_at for row in world.rows() if row.batch_id == batch_id and row.status is Status.GENERATED]
    ended = max((moment - world.batch(batch_id).started_at).total_seconds() for moment in done if moment)
    assert asyncio.get_running_loop().time() - began >= ended - 1
    return ended


async def _beside(place: Place, order: Callable[[World], Awaitable[float]], small: int) -> Waited:
    """What an order takes on an idle system, and on one that works off a big run of another tenant."""
    alone = World(size=small, scope=QUIET, limits=place.limits, model=place.model())
    async with _working(alone, place.workers):
        solo = await order(alone)
    big = World(size=MANY, limits=place.limits, model=place.model())
    quiet = World(size=small, scope=QUIET, beside=big)
    run = big.start(cap=None)
    async with _working(big, place.workers):
        ticking = asyncio.ensure_future(big.tick(run.id))
        await asyncio.sleep(HEAD_START)
        before, began = big.look(run.id).counts.succeeded, asyncio.get_running_loop().time()
        beside = await order(quiet)
        minutes = (asyncio.get_running_loop().time() - began) / 60
        rate = (big.look(run.id).counts.succeeded - before) / minutes
        ticking.cancel()
        await asyncio.gather(ticking, return_exceptions=True)
    if complaints := [*quiet.complaints(), *map(str, big.problems)]:
        raise AssertionError(complaints)
    return Waited(solo, beside, big.model.slowed, rate)


async def a_few(place: Place) -> Waited:
    """Five conversations of a quiet tenant."""

    async def order(world: World) -> float:
        return await _written(world, world.start(cap=None).id)

    return await _beside(place, order, FEW)


async def a_single(place: Place) -> Waited:
    """One click on "generate"."""

    async def order(world: World) -> float:
        chosen = Selection(ids=(make.an_id("conversation", 1),))
        return await _written(world, world.start(cap=None, selection=chosen, kind="single").id)

    return await _beside(place, order, 1)


PLACES = (
    ("600 requests/min", Place(600)),
    ("50 requests/min", Place(50)),
    ("output tokens bind", Place(1_000, output_tokens_per_minute=400_000)),
)


def rows() -> list[Row]:
    """Each place: the quiet tenant's ratio, the single's seconds, and what the big run lost by it."""
    told: list[Row] = []
    for name, place in PLACES:
        few = run_virtual(a_few(place))
        detail = f"{few.beside:.0f} s, alone {few.alone:.0f} s; {few.slowed} × 429; big run {few.big_rate:.0f}/min"
        told.append(Row(f"quiet tenant beside {MANY:,}, {name}", round(few.ratio, 3), 3.0, detail=detail))
        one = run_virtual(a_single(place))
        detail = f"alone {one.alone:.0f} s, {one.slowed} × 429"
        told.append(Row(f"single beside {MANY:,}, {name}", round(one.beside, 1), 45.0, "s", detail))
    return told
