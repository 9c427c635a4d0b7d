"""Time that a test moves by hand, and an event loop whose hours pass in milliseconds."""

from __future__ import annotations

import asyncio
import hashlib
import heapq
import selectors
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from brightrun.domain.ids import ulid

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from concurrent.futures import Executor

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
T = TypeVar("T")


class FakeClock:
    """Stands still until `advance`; its ids are the same in every run and sort by their order."""

    def __init__(self, at: datetime = START) -> None:
        self._at = at
        self._ids = 0

    def now(self) -> datetime:
        return self._at

    def new_id(self) -> str:
        """Ascending also inside one millisecond, as the real clock promises."""
        self._ids += 1
        noise = hashlib.sha256(str(self._ids).encode()).digest()[:4]
        return ulid(self.now(), self._ids.to_bytes(6, "big") + noise)

    def advance(self, seconds: float) -> datetime:
        self._at += timedelta(seconds=seconds)
        return self._at


class LoopClock(FakeClock):
    """Reads the running event loop's time: virtual under `run_virtual`, real elsewhere."""

    def __init__(self, at: datetime = START) -> None:
        super().__init__(at)
        self._from: float | None = None

    def now(self) -> datetime:
        try:
            seconds = asyncio.get_running_loop().time()
        except RuntimeError:
            return self._at
        if self._from is None:
            self._from = seconds
        return self._at + timedelta(seconds=seconds - self._from)


class VirtualLoop(asyncio.SelectorEventLoop):
    """Jumps to the next timer when nothing else can run. Blocking calls take no time at all."""

    def __init__(self) -> None:
        super().__init__(selectors.SelectSelector())
        self._virtual = 0.0

    def time(self) -> float:
        return self._virtual

    def run_in_executor(  # type: ignore[override]
        self,
        executor: Executor | None,  # noqa: ARG002 - nothing here takes time
        func: Callable[..., T],
        *args: Any,
    ) -> asyncio.Future[T]:
        future: asyncio.Future[T] = self.create_future()
        try:
            future.set_result(func(*args))
        except Exception as failure:  # noqa: BLE001 - whatever it is belongs to who awaits
            future.set_exception(failure)
        return future

    def _run_once(self) -> None:
        ready: list[Any] = self._ready  # type: ignore[attr-defined]
        scheduled: list[Any] = self._scheduled  # type: ignore[attr-defined]
        while scheduled and scheduled[0]._cancelled:
            timer = heapq.heappop(scheduled)
            timer._scheduled = False
            self._timer_cancelled_count = max(0, self._timer_cancelled_count - 1)
        if not ready and scheduled:
            self._virtual = max(self._virtual, scheduled[0]._when)
        super()._run_once()  # type: ignore[misc]


def run_virtual(work: Coroutine[Any, Any, T]) -> T:
    """Runs `work` to its end in virtual time."""
    loop = VirtualLoop()
    try:
        return loop.run_until_complete(work)
    finally:
        loop.close()
