"""Comments on messages: made by whoever reads, changed and taken away by the one who made them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.comment import MOST_COMMENTS, Comment, clean_comment
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import ChangeLost, Conflict, NotFound
from brightrun.domain.event import Action
from brightrun.domain.ids import request_token
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.changes import AddEvent, Change
from brightrun.ports.clock import Clock
from brightrun.ports.remarks import RemoveComment, RequireRow, SaveComment
from brightrun.ports.stores import Comments, Commits, Conversations
from brightrun.usecases.parts.deciding import subject_of
from brightrun.usecases.parts.one_row import row_with_slot
from brightrun.usecases.parts.record import event


class CommentStore(Commits, Comments, Conversations, Protocol):
    """Where comments and what they are about are kept."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody says about a message of the version that they see."""

    version: int
    turn: int
    text: str


def read_comments(scope: TenantScope, conversation_id: str, *, store: CommentStore) -> tuple[Comment, ...]:
    """All of them, oldest first. Raises NotFound."""
    row_with_slot(scope, conversation_id, store)
    return store.comments(scope, conversation_id)


def add_comment(
    scope: TenantScope, actor: Actor, conversation_id: str, remark: Remark, *, store: CommentStore, clock: Clock
) -> Comment:
    """Raises NotFound for a message that is not there, InvalidInput, Conflict when there are too many."""
    head, _ = row_with_slot(scope, conversation_id, store)
    read = store.version(scope, conversation_id, remark.version)
    if read is None or not any(turn.number == remark.turn for turn in read[1]):
        raise NotFound(f"Message {remark.turn} of version {remark.version} of {head.ref}")
    text = clean_comment(remark.text)
    if len(store.comments(scope, conversation_id)) >= MOST_COMMENTS:
        raise Conflict(f"{head.ref} has {MOST_COMMENTS} comments, more don't fit.", code="too_many_comments")
    comment = Comment(
        id=clock.new_id(),
        conversation_id=head.id,
        version=remark.version,
        turn=remark.turn,
        text=text,
        by=actor.id,
        by_name=actor.name,
        at=clock.now(),
    )
    recorded = _recorded(Action.COMMENT_ADDED, actor, head, comment, clock)
    _commit(scope, head, SaveComment(comment, None), recorded, store)
    return comment


def change_comment(
    scope: TenantScope,
    actor: Actor,
    conversation_id: str,
    comment_id: str,
    text: str,
    *,
    store: CommentStore,
    clock: Clock,
) -> Comment:
    """Raises NotFound, NotAllowed for somebody else's, InvalidInput, Conflict when another tab was quicker."""
    head, comment = _found(scope, conversation_id, comment_id, store)
    after = comment.reworded(text, actor, clock.now())
    recorded = _recorded(Action.COMMENT_CHANGED, actor, head, comment, clock)
    _commit(scope, head, SaveComment(after, comment.revision), recorded, store)
    return after


def delete_comment(
    scope: TenantScope, actor: Actor, conversation_id: str, comment_id: str, *, store: CommentStore, clock: Clock
) -> None:
    """Its text goes; that there was one stays on record. Raises NotFound, NotAllowed for somebody else's."""
    head, comment = _found(scope, conversation_id, comment_id, store)
    comment.require_own(actor)
    recorded = _recorded(Action.COMMENT_DELETED, actor, head, comment, clock)
    _commit(scope, head, RemoveComment(comment), recorded, store)


def _found(
    scope: TenantScope, conversation_id: str, comment_id: str, store: CommentStore
) -> tuple[ConversationHead, Comment]:
    head, _ = row_with_slot(scope, conversation_id, store)
    found = next((each for each in store.comments(scope, conversation_id) if each.id == comment_id), None)
    if found is None:
        raise NotFound("This comment")
    return head, found


def _recorded(action: Action, actor: Actor, head: ConversationHead, comment: Comment, clock: Clock) -> AddEvent:
    """Without its text: what is deleted must be gone, and the record can't be changed."""
    return event(
        clock,
        actor,
        action,
        subject_of(head),
        dataset_id=head.dataset_id,
        comment=comment.id,
        turn=comment.turn,
        version=comment.version,
    )


def _commit(scope: TenantScope, head: ConversationHead, change: Change, recorded: AddEvent, store: Commits) -> None:
    token = request_token("comment", recorded.event.id)
    try:
        store.commit(scope, [RequireRow(head), change, recorded], token=token)
    except ChangeLost as lost:
        if 0 in lost.lost:
            raise NotFound("This conversation") from None
        raise Conflict("This comment was changed in the meantime. Look at it again.", code="comment_changed") from None
