"""Other words for the situation of a conversation that is not written: what helps when Claude declined it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from brightrun.domain.answer import one_line
from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.errors import Conflict
from brightrun.domain.event import Action, Subject
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.changes import SaveSlot
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations
from brightrun.usecases.parts.one_row import commit_row, row_as_read
from brightrun.usecases.parts.record import event


class ReplanningStore(Commits, Conversations, Protocol):
    """What a changed plan reads and writes."""


def change_situation(
    scope: TenantScope,
    actor: Actor,
    conversation_id: str,
    wanted: Mapping[str, str],
    *,
    expected: int,
    store: ReplanningStore,
    clock: Clock,
) -> ConversationHead:
    """Stores other words for the parts of the situation that are named in `wanted`; nothing is written or spent.

    Raises NotFound, Stale, Conflict when there is a text already or one is being written.
    """
    head, slot = row_as_read(scope, conversation_id, expected, store)
    if head.status not in {Status.PLANNED, Status.FAILED}:
        raise Conflict(f"{head.ref} is written or being written, so its plan stays.", code="not_planned")
    words = {name: one_line(text) for name, text in wanted.items()}
    changes = {name: text for name, text in words.items() if text != getattr(slot, name)}
    if not changes:
        return head
    recorded = event(
        clock,
        actor,
        Action.SITUATION_CHANGED,
        Subject(kind="conversation", id=head.id, ref=head.ref),
        dataset_id=head.dataset_id,
        before={name: getattr(slot, name) for name in changes},
        after=changes,
    )
    after = head.described({}, clock.now())
    save = SaveSlot(slot.model_copy(update=changes))
    commit_row(scope, head, after, save, recorded, token=recorded.event.id, store=store)
    return after
