"""The loop that the engine's tests run on keeps the order of real time and none of its length."""

import asyncio
import time

from tests.fakes.clock import START, LoopClock, run_virtual


def test_an_hour_of_sleep_passes_at_once_and_in_order():
    clock = LoopClock()
    woken: list[tuple[str, float]] = []

    async def sleeper(name: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        woken.append((name, (clock.now() - START).total_seconds()))

    async def work() -> None:
        assert clock.now() == START
        await asyncio.gather(sleeper("late", 3600), sleeper("early", 60))

    began = time.monotonic()
    run_virtual(work())
    assert woken == [("early", 60), ("late", 3600)]
    assert time.monotonic() - began < 5


def test_a_blocking_call_in_a_thread_takes_no_virtual_time():
    async def work() -> tuple[int, float]:
        answer = await asyncio.to_thread(lambda: 42)
        return answer, asyncio.get_running_loop().time()

    assert run_virtual(work()) == (42, 0.0)


def test_a_timeout_that_is_cancelled_does_not_move_the_clock():
    async def work() -> float:
        async with asyncio.timeout(120):
            await asyncio.sleep(2)
        return asyncio.get_running_loop().time()

    assert run_virtual(work()) == 2.0
