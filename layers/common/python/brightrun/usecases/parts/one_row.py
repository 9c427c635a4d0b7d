"""A conversation that a person changes: read at the revision that they saw, or refused with what is stored now."""

from __future__ import annotations

from typing import NoReturn, Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import ChangeLost, NotFound, Stale
from brightrun.domain.ids import request_token
from brightrun.domain.slot import Slot
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.changes import Change, SaveHead
from brightrun.ports.stores import Commits, Conversations


class OneRowStore(Commits, Conversations, Protocol):
    """Where a row is read and written."""


def row_with_slot(scope: TenantScope, conversation_id: str, store: Conversations) -> tuple[ConversationHead, Slot]:
    """Raises NotFound."""
    slot = store.slot(scope, conversation_id)
    head = store.head(scope, slot.dataset_id, slot.shard, conversation_id) if slot else None
    if slot is None or head is None:
        raise NotFound("This conversation")
    return head, slot


def row_as_read(
    scope: TenantScope, conversation_id: str, expected: int, store: Conversations
) -> tuple[ConversationHead, Slot]:
    """Raises NotFound, or Stale when somebody changed it since."""
    head, slot = row_with_slot(scope, conversation_id, store)
    if head.revision != expected:
        refuse_stale(head)
    return head, slot


def commit_row(
    scope: TenantScope,
    before: ConversationHead,
    after: ConversationHead,
    *changes: Change,
    token: str,
    store: OneRowStore,
) -> None:
    """The row with all that belongs to it, or Stale."""
    try:
        store.commit(scope, [SaveHead(after, before.revision), *changes], token=request_token("row", token))
    except ChangeLost:
        refuse_stale(row_with_slot(scope, before.id, store)[0])


def refuse_stale(current: ConversationHead) -> NoReturn:
    raise Stale(
        f"Somebody changed {current.ref} while you were working on it. Your text is safe.",
        details={"current": current, "revision": current.revision},
    )
