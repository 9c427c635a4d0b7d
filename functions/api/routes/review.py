"""What people decide."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from brightrun.usecases import reading
from brightrun.usecases import review as decisions
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.routes.batches import generate_many
from functions.api.routes.conversations import row_wire
from functions.api.schemas.conversations import (
    BulkFailure,
    BulkRequest,
    BulkResult,
    ConversationRow,
    ReviewRequest,
)

review = Resource("review", "What people decide, one by one or many at once.")


@review.post("/conversations/{conversation_id}/review", needs=Permission.REVIEW, if_match=True)
def review_conversation(call: Call, conversation_id: str, body: ReviewRequest) -> ConversationRow:
    """Approve, reject or send back the version that was read."""
    ports = call.ports
    head = decisions.review_conversation(
        call.scope,
        call.actor,
        conversation_id,
        decisions.Verdict(body.decision, body.version, body.note, tuple(body.reasons)),
        expected=call.revision,
        store=ports.store,
        clock=ports.clock,
    )
    return row_wire(head, reading.template_names(call.scope, store=ports.store))


@review.post("/datasets/{dataset_id}/bulk", needs=Permission.REVIEW, conflicts=True, refusals=(428,))
def act_on_many(call: Call, dataset_id: str, body: BulkRequest) -> BulkResult:
    """Approve, reject or generate up to 100 conversations; each fails by itself, with its reason."""
    if body.action == "generate":
        return generate_many(call, dataset_id, body.ids)
    done = decisions.review_many(
        call.scope,
        call.actor,
        dataset_id,
        body.ids,
        decision=body.action,
        note=body.note,
        store=call.ports.store,
        rows=call.ports.rows,
        clock=call.ports.clock,
    )
    return BulkResult(done=done.done, failed=[BulkFailure.of(each) for each in done.failed])
