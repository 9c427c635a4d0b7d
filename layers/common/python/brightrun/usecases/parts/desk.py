"""The ports of an economy run, as one thing to hand around."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.errors import ChangeLost
from brightrun.domain.ids import request_token
from brightrun.domain.money import Catalogue
from brightrun.domain.provider_batch import ProviderBatch
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.changes import Change, SaveProviderBatch
from brightrun.ports.clock import Clock
from brightrun.ports.services import Payloads, ProviderBatches
from brightrun.ports.stores import Batches, Commits, Conversations, Datasets, Documents, Learning, Templates, Tenants
from brightrun.usecases.parts.pacing import Pacer


class DeskStore(Commits, Conversations, Datasets, Batches, Documents, Templates, Learning, Tenants, Protocol):
    """Everything that an economy run reads and writes."""


@dataclass(frozen=True, slots=True)
class Desk:
    """`seconds_left` says how long this process may still work."""

    store: DeskStore
    payloads: Payloads
    provider: ProviderBatches
    pacer: Pacer
    catalogue: Catalogue
    clock: Clock
    seconds_left: Callable[[], float]

    def save(
        self, scope: TenantScope, before: ProviderBatch, after: ProviderBatch, *first: Change
    ) -> ProviderBatch | None:
        """The part as it is stored now; None when somebody else was quicker or one of `first` does not hold."""
        changes = [*first, SaveProviderBatch(after, before.revision)]
        token = request_token("part", before.id, before.revision, after.state, self.clock.new_id())
        try:
            self.store.commit(scope, changes, token=token)
        except ChangeLost:
            return None
        return after
