"""What readers say about messages, for each other."""

from __future__ import annotations

from brightrun.domain.comment import Comment as CommentRecord
from brightrun.domain.tenancy import Permission
from brightrun.usecases import comments as remarks
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.schemas.comments import Comment, Comments, CommentText, NewComment

comments = Resource("comments", "What readers say about messages, for each other. Never part of an export.")


def _wire(call: Call, comment: CommentRecord) -> Comment:
    return Comment.of(comment, mine=comment.by == call.actor.id)


@comments.get("/conversations/{conversation_id}/comments", needs=Permission.READ)
def list_comments(call: Call, conversation_id: str) -> Comments:
    """List the comments on a conversation."""
    found = remarks.read_comments(call.scope, conversation_id, store=call.ports.store)
    return Comments(items=[_wire(call, each) for each in found], total=len(found))


@comments.post("/conversations/{conversation_id}/comments", needs=Permission.REVIEW, status=201, conflicts=True)
def add_comment(call: Call, conversation_id: str, body: NewComment) -> Comment:
    """Say something about a message."""
    ports = call.ports
    remark = remarks.Remark(body.version, body.turn, body.text)
    made = remarks.add_comment(call.scope, call.actor, conversation_id, remark, store=ports.store, clock=ports.clock)
    return _wire(call, made)


@comments.patch("/conversations/{conversation_id}/comments/{comment_id}", needs=Permission.REVIEW, conflicts=True)
def change_comment(call: Call, conversation_id: str, comment_id: str, body: CommentText) -> Comment:
    """Put a comment of your own in other words."""
    ports = call.ports
    after = remarks.change_comment(
        call.scope, call.actor, conversation_id, comment_id, body.text, store=ports.store, clock=ports.clock
    )
    return _wire(call, after)


@comments.delete("/conversations/{conversation_id}/comments/{comment_id}", needs=Permission.REVIEW)
def delete_comment(call: Call, conversation_id: str, comment_id: str) -> None:
    """Take a comment of your own away."""
    ports = call.ports
    remarks.delete_comment(call.scope, call.actor, conversation_id, comment_id, store=ports.store, clock=ports.clock)
