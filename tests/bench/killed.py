"""All workers killed when half is written: who is paid twice, and whether anything that was stored is."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from brightrun.domain.attempt import Outcome
from brightrun.domain.conversation import Status
from brightrun.domain.limiter import Limits
from tests.bench.rows import Row
from tests.fakes.clock import run_virtual
from tests.fakes.model import FakeModel, usual_reply
from tests.fakes.world import World

SIZE = 100
WORKERS = 5
LIMITS = Limits(requests_per_minute=600, input_tokens_per_minute=10**9, output_tokens_per_minute=10**9)


@dataclass(frozen=True, slots=True)
class Killed:
    in_flight: int
    """Calls that were out in the moment of the kill."""
    paid_twice: int
    booked: int
    """Claims whose reservation stays spent, because nobody knows whether their call was made."""
    stored_again: int
    """Of those whose text was stored by then."""
    missing: int


async def measure() -> Killed:
    world = World(size=SIZE, limits=LIMITS, model=FakeModel(latency=2.0, answer=usual_reply))
    batch = world.start()
    ticking = asyncio.ensure_future(world.tick(batch.id))
    hands = _hands(world)
    await world.until(lambda: world.count(Status.GENERATED) >= SIZE // 2)
    in_flight = world.model.in_flight
    stored = {row.id for row in world.rows() if row.status is Status.GENERATED}
    await _kill(hands)
    hands = _hands(world)
    await ticking
    await _kill(hands)
    if complaints := world.complaints():
        raise AssertionError(complaints)
    unknown = {
        row.id
        for row in world.rows()
        for attempt in world.store.attempts(world.scope, row.id)
        if attempt.outcome is Outcome.UNKNOWN
    }
    missing = SIZE - world.count(Status.GENERATED)
    return Killed(in_flight, len(world.model.calls) - SIZE, len(unknown), len(stored & unknown), missing)


def _hands(world: World) -> list[asyncio.Future[None]]:
    return [asyncio.ensure_future(world.work(f"w{n}")) for n in range(WORKERS)]


async def _kill(hands: list[asyncio.Future[None]]) -> None:
    for hand in hands:
        hand.cancel()
    await asyncio.gather(*hands, return_exceptions=True)


def rows() -> list[Row]:
    """Against the calls that were in flight when it happened."""
    found = run_virtual(measure())
    detail = f"bound: those in flight; {found.booked} claims booked at their worst case"
    return [
        Row("killed at half, calls paid twice", found.paid_twice, found.in_flight, detail=detail),
        Row("killed at half, stored ones paid again", found.stored_again, 0),
        Row("killed at half, conversations missing", found.missing, 0),
    ]
