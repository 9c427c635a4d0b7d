"""The ports of a generation, as one thing to hand around."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from brightrun.domain.attempt import Attempt
from brightrun.domain.errors import Unavailable
from brightrun.domain.limiter import Turn
from brightrun.domain.money import Catalogue
from brightrun.domain.provider import ModelReply
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.clock import Clock
from brightrun.ports.services import LanguageModel, Payloads
from brightrun.ports.stores import Batches, Commits, Conversations, Datasets, Documents, Learning, Templates, Tenants
from brightrun.usecases.parts.brief import Brief
from brightrun.usecases.parts.circuit import let_through
from brightrun.usecases.parts.learning import learn
from brightrun.usecases.parts.pacing import Pacer
from brightrun.usecases.parts.waiting import Line, OffLoop


class EngineStore(Commits, Conversations, Datasets, Batches, Documents, Templates, Learning, Tenants, Protocol):
    """Everything that a generation reads and writes."""


@dataclass(frozen=True, slots=True)
class Engine:
    """The ports of a generation. `seconds_left` says how long this worker may still run."""

    store: EngineStore
    payloads: Payloads
    model: LanguageModel
    pacer: Pacer
    catalogue: Catalogue
    clock: Clock
    owner: str
    off_loop: OffLoop
    seconds_left: Callable[[], float]
    sleep: Callable[[float], Awaitable[Any]] = asyncio.sleep
    on_lost: Callable[[str, BaseException], None] = lambda _id, _error: None

    @property
    def line(self) -> Line:
        return Line(self.pacer, self.off_loop, self.sleep)

    async def heed(
        self, scope: TenantScope, brief: Brief, attempt: Attempt, turn: Turn, reply: ModelReply, *, seconds: float
    ) -> None:
        """An answer's size corrects the line and the price of the next ones; one that is not heard is no harm."""
        lost = await self.line.report(brief.model.id, turn, reply)
        try:
            await self.off_loop(lambda: learn(scope, brief, attempt, reply, seconds=seconds, store=self.store))
        except Unavailable as problem:
            lost = problem
        if lost:
            self.on_lost(brief.head.id, lost)

    def let_through(self, scope: TenantScope, briefs: Sequence[Brief]) -> list[Brief]:
        """Those of one batch that may be claimed as the circuit stands."""
        return let_through(scope, briefs, pacer=self.pacer, store=self.store, clock=self.clock)
