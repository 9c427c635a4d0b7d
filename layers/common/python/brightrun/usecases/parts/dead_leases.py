"""Calls whose worker is gone: settled from the stored answer if there is one, else as unknown and spent."""

from __future__ import annotations

from typing import Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.money import Catalogue
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.clock import Clock
from brightrun.ports.services import Job, Payloads
from brightrun.ports.stores import (
    Batches,
    Commits,
    Conversations,
    Datasets,
    Documents,
    Learning,
    Templates,
    Tenants,
)
from brightrun.usecases.parts.brief import Brief, read_briefs
from brightrun.usecases.parts.outcomes import of_lost_worker, of_orphan, of_reply
from brightrun.usecases.parts.payload_keys import answer_key
from brightrun.usecases.parts.settle import settle, stored_reply


class LeaseStore(Commits, Conversations, Datasets, Batches, Documents, Templates, Learning, Tenants, Protocol):
    """What settling for a dead worker needs."""


def resolve(
    scope: TenantScope,
    head: ConversationHead,
    *,
    store: LeaseStore,
    payloads: Payloads,
    catalogue: Catalogue,
    clock: Clock,
) -> ConversationHead | None:
    """The head after its dead lease was settled; None when somebody else did it or it is not dead yet."""
    if not head.lease_over(clock.now()) or head.lease is None or head.batch_id is None:
        return None
    attempt = store.attempt(scope, head.id, head.lease.attempt_id)
    job = Job(head.dataset_id, head.shard, head.id, head.batch_id, run=0)
    briefs = read_briefs(scope, [job], store=store, catalogue=catalogue, clock=clock, any_state=True)
    if attempt is None or not briefs:
        return None
    brief = briefs[0].with_head(head)
    body = payloads.get(scope, answer_key(attempt))
    model = catalogue.find(attempt.model)
    if body is None or model is None:
        result = of_lost_worker(brief, attempt, clock)
    elif isinstance(brief, Brief):
        result = of_reply(brief, attempt, stored_reply(body), clock)
    else:
        result = of_orphan(
            brief,
            attempt,
            stored_reply(body),
            model.in_batches() if brief.batch.mode == "economy" else model,
            clock,
        )
    return settle(scope, head, result, store=store).head
