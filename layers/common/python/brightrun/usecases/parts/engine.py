"""The ports of a generation, as one thing to hand around."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from brightrun.domain.money import Catalogue
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.clock import Clock
from brightrun.ports.services import LanguageModel, Payloads
from brightrun.ports.stores import Batches, Commits, Conversations, Datasets, Documents, Templates, Tenants
from brightrun.usecases.parts.brief import Brief
from brightrun.usecases.parts.circuit import let_through
from brightrun.usecases.parts.pacing import Pacer
from brightrun.usecases.parts.waiting import Line, OffLoop


class EngineStore(Commits, Conversations, Datasets, Batches, Documents, Templates, Tenants, Protocol):
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

    def let_through(self, scope: TenantScope, briefs: Sequence[Brief]) -> list[Brief]:
        """Those of one batch that may be claimed as the circuit stands."""
        return let_through(scope, briefs, pacer=self.pacer, store=self.store, clock=self.clock)
