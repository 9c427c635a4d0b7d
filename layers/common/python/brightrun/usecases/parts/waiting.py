"""Waiting for a turn at the provider, and telling the line what a call really took."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from brightrun.domain.errors import Unavailable
from brightrun.domain.limiter import LOOK_AGAIN_SECONDS, Demand, Turn, Used, pushed_back
from brightrun.domain.provider import FailureClass, ModelReply, ProviderFailure
from brightrun.domain.timing import LONGEST_MOVED_SLOT_SECONDS
from brightrun.usecases.parts.pacing import Pacer

T = TypeVar("T")

_NOT_ITSELF = {429, 500, 503, 529}


class OffLoop(Protocol):
    """Runs blocking work on a bounded pool of threads."""

    def __call__(self, work: Callable[[], T], /) -> Awaitable[T]: ...


@dataclass(frozen=True, slots=True)
class Line:
    """The line at the provider, for work on an event loop."""

    pacer: Pacer
    off_loop: OffLoop
    sleep: Callable[[float], Awaitable[Any]]

    async def take(
        self, model: str, priors: Sequence[Demand], *, tenant: str, express: bool = False
    ) -> list[Turn | None]:
        """One take for all of a delivery. Nobody has a turn while the line can't be read."""
        try:
            return await self.off_loop(lambda: self.pacer.turns(model, priors, tenant=tenant, express=express))
        except Unavailable:
            return [None] * len(priors)

    async def wait(self, model: str, turn: Turn) -> bool:
        """Waits for the turn. When the limits turn out to be others, what is left is waited at their pace.

        It moves back with the line, and nobody goes while the provider wants a pause. False when the call is not
        to be made: the circuit has opened meanwhile, or the wait would outlive the lease.
        """
        left, pace, seen = turn.seconds, turn.pace, turn.push_count
        latest = self.pacer.clock.now().timestamp() + LONGEST_MOVED_SLOT_SECONDS
        while left > LOOK_AGAIN_SECONDS:
            await self.sleep(LOOK_AGAIN_SECONDS)
            now = await self.off_loop(lambda: self.pacer.ahead(model, turn.taken))
            if now.circuit != "closed" and not turn.probe:
                return False
            left = (left - LOOK_AGAIN_SECONDS) * now.pace / pace
            if not turn.express:
                left = pushed_back(now.pushes, seen, now.at + left) - now.at
            left = max(left, now.closed_until - now.at)
            if now.at + left > latest:
                return False
            pace, seen = now.pace, max([seen, *(push.number for push in now.pushes)])
        await self.sleep(left)
        return True

    async def report(self, model: str, turn: Turn, reply: ModelReply) -> Unavailable | None:
        """Corrects the line by what the answer took; a line that is a little off is no harm to the answer."""
        usage = reply.usage
        used = Used(
            input_tokens=usage.prompt - usage.cache_read,
            output_tokens=usage.output,
            first_byte_seconds=reply.first_byte_seconds,
        )

        def tell() -> None:
            if turn.probe:
                self.pacer.mend(model)
            self.pacer.correct(model, turn, used)
            self.pacer.learn(model, reply.rate, turn.taken)

        return await self._told(tell)

    async def refused(self, model: str, turn: Turn, problem: ProviderFailure) -> Unavailable | None:
        """Tells the line of a call without an answer: a wait that was asked for, or a provider that is not itself."""

        def tell() -> None:
            if problem.kind is FailureClass.PERMANENT and turn.probe:
                self.pacer.mend(model)
            if problem.kind is not FailureClass.TRANSIENT:
                return
            self.pacer.release(model, turn)
            if problem.retry_after:
                self.pacer.slow_down(model, problem.retry_after)
            elif problem.status in _NOT_ITSELF:
                self.pacer.troubled(model)

        return await self._told(tell)

    async def _told(self, tell: Callable[[], None]) -> Unavailable | None:
        try:
            await self.off_loop(tell)
        except Unavailable as problem:
            return problem
        return None
