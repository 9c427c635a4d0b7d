"""Stars: how good a reader finds a conversation, beside the score that is counted and the decision."""

from __future__ import annotations

from typing import Protocol

from brightrun.domain.conversation import WRITTEN, ConversationHead
from brightrun.domain.errors import Conflict
from brightrun.domain.event import Action
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations
from brightrun.usecases.parts.deciding import subject_of
from brightrun.usecases.parts.one_row import commit_row, row_as_read
from brightrun.usecases.parts.record import event


class RatingStore(Commits, Conversations, Protocol):
    """What a rating reads and writes."""


def rate_conversation(
    scope: TenantScope,
    actor: Actor,
    conversation_id: str,
    stars: int | None,
    *,
    expected: int,
    store: RatingStore,
    clock: Clock,
) -> ConversationHead:
    """Gives one to five stars, or takes them away with None. Raises NotFound, Stale, Conflict."""
    head, _ = row_as_read(scope, conversation_id, expected, store)
    if head.status not in WRITTEN:
        raise Conflict(f"{head.ref} is not written, so there is nothing to rate yet.", code="not_written")
    if head.stars == stars:
        return head
    after = head.described({"stars": stars}, clock.now())
    recorded = event(
        clock,
        actor,
        Action.CONVERSATION_RATED,
        subject_of(head),
        dataset_id=head.dataset_id,
        stars=stars,
        before=head.stars,
        version=head.current_version,
    )
    commit_row(scope, head, after, recorded, token=recorded.event.id, store=store)
    return after
