"""Deleting one conversation. Many are deleted by an operation."""

from __future__ import annotations

from brightrun.domain.errors import ChangeLost, NotFound
from brightrun.domain.ids import request_token
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.clock import Clock
from brightrun.ports.services import Payloads
from brightrun.usecases.parts.one_row import refuse_stale, row_with_slot
from brightrun.usecases.parts.removing import RemovalStore, purge, removed


def delete_conversation(
    scope: TenantScope, actor: Actor, conversation_id: str, *, store: RemovalStore, payloads: Payloads, clock: Clock
) -> None:
    """Once more for one whose row is gone already ends what a crash left. Raises NotFound, Conflict, Stale."""
    slot = store.slot(scope, conversation_id)
    if slot is None:
        raise NotFound("This conversation")
    head = store.head(scope, slot.dataset_id, slot.shard, conversation_id)
    if head is not None:
        changes = removed(actor, head, clock=clock)
        try:
            store.commit(scope, changes, token=request_token("delete", head.id, clock.new_id()))
        except ChangeLost:
            refuse_stale(row_with_slot(scope, head.id, store)[0])
    purge(scope, conversation_id, store=store, payloads=payloads)
