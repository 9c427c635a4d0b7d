"""What people decide, one by one."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from brightrun.usecases import rating, reading
from brightrun.usecases import review as decisions
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.routes.conversations import row_wire
from functions.api.schemas.conversations import ConversationRow, Opened, Rating, Reader, Readers, ReviewRequest
from functions.api.schemas.wire import NoInput

review = Resource("review", "What people decide, one by one.")


@review.post("/conversations/{conversation_id}/review", needs=Permission.REVIEW, if_match=True)
def review_conversation(call: Call, conversation_id: str, body: ReviewRequest) -> ConversationRow:
    """Approve, reject or send back the version that was read."""
    ports = call.ports
    head = decisions.review_conversation(
        call.scope,
        call.actor,
        conversation_id,
        decisions.Verdict(body.decision, body.version, body.note, tuple(body.reasons), body.reading_seconds),
        expected=call.revision,
        store=ports.store,
        clock=ports.clock,
    )
    return row_wire(head, reading.template_names(call.scope, store=ports.store))


@review.post("/conversations/{conversation_id}/undo", needs=Permission.REVIEW, conflicts=True)
def undo_decision(call: Call, conversation_id: str, body: NoInput) -> ConversationRow:
    """Take the newest decision back, as long as nothing came after it."""
    _ = body
    store = call.ports.store
    head = decisions.undo_decision(call.scope, call.actor, conversation_id, store=store, clock=call.ports.clock)
    return row_wire(head, reading.template_names(call.scope, store=store))


@review.post("/conversations/{conversation_id}/rating", needs=Permission.REVIEW, if_match=True)
def rate_conversation(call: Call, conversation_id: str, body: Rating) -> ConversationRow:
    """Give one to five stars, or take them away."""
    store = call.ports.store
    head = rating.rate_conversation(
        call.scope, call.actor, conversation_id, body.stars, expected=call.revision, store=store, clock=call.ports.clock
    )
    return row_wire(head, reading.template_names(call.scope, store=store))


@review.post("/conversations/{conversation_id}/opened", needs=Permission.READ)
def note_opened(call: Call, conversation_id: str, body: Opened) -> Readers:
    """Keep that this person has a version open; edge cases are approved many at once only if they were.

    Answers who else reads the same conversation. Said again within 75 seconds for as long as it is open.
    """
    ports = call.ports
    found = decisions.note_opened(
        call.scope, call.actor, conversation_id, body.version, store=ports.store, clock=ports.clock
    )
    return Readers(readers=[Reader.of(each) for each in found])
