"""Deleting a conversation: first its row, in one transaction, then everything that it said."""

from __future__ import annotations

from typing import Any, Protocol

from brightrun.domain.conversation import OPEN_IN_BATCH, ConversationHead
from brightrun.domain.errors import Conflict
from brightrun.domain.event import Action
from brightrun.domain.ids import request_token
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.domain.tombstone import Tombstone
from brightrun.ports.changes import Change, LeaveBatch
from brightrun.ports.clock import Clock
from brightrun.ports.many import AddTombstone, RemoveHead, RemoveSlot, RemoveVersion
from brightrun.ports.remarks import RemoveComment
from brightrun.ports.services import Payloads
from brightrun.ports.stores import Comments, Commits, Conversations
from brightrun.usecases.parts.deciding import subject_of
from brightrun.usecases.parts.payload_keys import answer_key, request_key
from brightrun.usecases.parts.record import event


class RemovalStore(Commits, Comments, Conversations, Protocol):
    """Where it is all taken from."""


def removed(actor: Actor, head: ConversationHead, *, clock: Clock, **details: Any) -> list[Change]:
    """What takes the row away and leaves its number, its cost and its result in its run. Raises Conflict."""
    if head.status in OPEN_IN_BATCH:
        raise Conflict(f"{head.ref} is still being written. Delete it afterwards.", code="being_written")
    recorded = event(
        clock,
        actor,
        Action.CONVERSATION_DELETED,
        subject_of(head),
        dataset_id=head.dataset_id,
        before=head.status.value,
        versions=head.latest_version,
        cost_micros=head.cost_micros,
        **details,
    )
    stone = Tombstone(
        conversation_id=head.id,
        ref=head.ref,
        dataset_id=head.dataset_id,
        batch_id=head.batch_id,
        versions=head.latest_version,
        cost_micros=head.cost_micros,
        deleted_by=actor.id,
        deleted_by_name=actor.name,
        deleted_at=recorded.event.at,
    )
    changes: list[Change] = [RemoveHead(head), AddTombstone(stone), recorded]
    if head.batch_id is not None:
        changes.append(LeaveBatch(head.batch_id, _bare(head)))
    return changes


def _bare(head: ConversationHead) -> ConversationHead:
    """For the figures of its run; nothing that it said."""
    return head.model_copy(update={"title": "", "sketch": "", "review": None, "tags": ()})


def purge(scope: TenantScope, conversation_id: str, *, store: RemovalStore, payloads: Payloads) -> None:
    """Texts, messages, comments, what was sent and answered. Does what is left, so that a repeat after a crash ends it.

    Calls stay with their cost. The files of an export are the export's own and stay too.
    """
    for attempt in store.attempts(scope, conversation_id):
        payloads.delete(scope, request_key(attempt))
        payloads.delete(scope, answer_key(attempt))
    for version in store.versions(scope, conversation_id):
        token = request_token("purge", conversation_id, version.number)
        store.commit(scope, [RemoveVersion(version)], token=token)
    for comment in store.comments(scope, conversation_id):
        store.commit(scope, [RemoveComment(comment)], token=request_token("purge", comment.id))
    if store.slot(scope, conversation_id) is not None:
        store.commit(scope, [RemoveSlot(conversation_id)], token=request_token("purge", conversation_id))
