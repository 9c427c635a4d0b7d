"""Economy mode in virtual time: a hundred conversations, with a process that dies at every third step it takes."""

from __future__ import annotations

import asyncio

from brightrun.domain.conversation import Status
from tests.bench.rows import Row
from tests.fakes.clock import START, run_virtual
from tests.fakes.world import World

SIZE = 100
PROVIDER_SECONDS = 1_800.0
DEATHS = (3, 11, 17, 26, 44, 71)
"""Which of the writes are the last of their process."""


async def measure() -> list[Row]:
    world = World(size=SIZE)
    world.provider.seconds = PROVIDER_SECONDS
    world.provider.after.append(asyncio.CancelledError())
    batch = world.start(mode="economy")
    last = max(DEATHS)
    world.store.before.extend(_death if n in DEATHS else _life for n in range(1, last + 1))
    deaths = 0
    while world.batch(batch.id).state != "ended":
        try:
            found = world.look(batch.id)
            await asyncio.sleep(1 if found.done else world.mind(batch.id).wait_seconds)
        except asyncio.CancelledError:
            deaths += 1
    written = [row for row in world.rows() if row.status is Status.GENERATED]
    makespan = max((row.generated_at - START).total_seconds() for row in written if row.generated_at)
    if complaints := world.complaints():
        raise AssertionError(complaints)
    twice = len(world.provider.paid) - len(written)
    detail = f"{deaths} deaths, {len(world.provider.batches)} provider batches"
    return [
        Row(f"economy, N={SIZE}, conversations missing", SIZE - len(written), 0, detail=detail),
        Row(f"economy, N={SIZE}, calls paid twice after deaths", twice, 0, detail=detail),
        Row(f"economy, N={SIZE}, makespan over the provider's own", makespan - PROVIDER_SECONDS, None, "s"),
    ]


def _life(_: object) -> None:
    return None


def _death(_: object) -> Exception | None:
    raise asyncio.CancelledError


def rows() -> list[Row]:
    """Whole, and nothing twice."""
    return run_virtual(measure())
