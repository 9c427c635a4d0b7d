"""What people decide."""

from __future__ import annotations

from collections.abc import Sequence

from brightrun.domain.selection import Selection
from brightrun.domain.tenancy import Permission, scope_of_caller
from brightrun.usecases import reading
from brightrun.usecases import review as decisions
from brightrun.usecases.writable import split_writable
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.routes.batches import batch_wire, start_selected
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
        return _generate(call, dataset_id, body.ids)
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


def _generate(call: Call, dataset_id: str, ids: Sequence[str]) -> BulkResult:
    """One run over those that can be written; a repeat with the same key is answered with that run."""
    scope_of_caller(call.caller, Permission.SPEND)
    ports = call.ports
    made = call.once.answered(call.scope, store=ports.store)
    if made is not None:
        return BulkResult(done=batch_wire(call, made).counts.total, failed=[])
    ready, failed = split_writable(call.scope, dataset_id, ids, store=ports.store, rows=ports.rows)
    done = start_selected(call, dataset_id, Selection(ids=ready)).total if ready else 0
    return BulkResult(done=done, failed=[BulkFailure.of(each) for each in failed])
