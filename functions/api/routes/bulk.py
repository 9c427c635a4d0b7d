"""One action on many conversations."""

from __future__ import annotations

from brightrun.domain.operation import Asked, NotDone, why_not
from brightrun.domain.operation import Operation as OperationRecord
from brightrun.domain.selection import Selection
from brightrun.domain.tenancy import Permission, scope_of_caller
from brightrun.usecases import operations
from brightrun.usecases.writable import split_writable
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.routes.batches import ROOM_FOR_IDS, batch_wire, start_selected
from functions.api.schemas.bulk import BulkFailure, BulkPreview, BulkReason, BulkRequest, Operation
from functions.api.schemas.wire import NoInput

bulk = Resource("bulk", "One action on many conversations, by ids or by a filter.")

_NEEDS = {
    "generate": Permission.SPEND,
    "delete": Permission.WRITE,
    "tag": Permission.WRITE,
}


@bulk.post(
    "/datasets/{dataset_id}/bulk",
    needs=Permission.REVIEW,
    conflicts=True,
    later=True,
    refusals=(428,),
    most_bytes=ROOM_FOR_IDS,
)
def act_on_many(call: Call, dataset_id: str, body: BulkRequest) -> Operation:
    """Approve, reject, delete, tag or generate many; beyond a hundred it goes on after the answer."""
    scope_of_caller(call.caller, _NEEDS.get(body.action, Permission.REVIEW))
    if body.action == "generate":
        return _generate(call, dataset_id, body)
    ports = call.ports
    started = operations.start_operation(
        call.scope,
        call.actor,
        dataset_id,
        _chosen(body),
        _asked(body),
        store=ports.store,
        rows=ports.rows,
        queue=ports.operation_queue,
        payloads=ports.payloads,
        clock=ports.clock,
    )
    return _wire(started)


@bulk.post("/datasets/{dataset_id}/bulk/preview", needs=Permission.REVIEW, most_bytes=ROOM_FOR_IDS)
def preview_bulk(call: Call, dataset_id: str, body: BulkRequest) -> BulkPreview:
    """Say what would be done and what would be left out; nothing is changed."""
    ports = call.ports
    chosen = _chosen(body)
    if body.action == "generate":
        ids, _ = operations.choose(call.scope, dataset_id, chosen, store=ports.store, rows=ports.rows)
        ready, failed = split_writable(call.scope, dataset_id, ids, store=ports.store, rows=ports.rows)
        named = [NotDone(id=each.id, ref=each.ref, code=each.code, reason=each.reason) for each in failed]
        reasons = [BulkReason.of(each) for each in why_not(_counted(named), named)]
        return BulkPreview(total=len(ids), ready=len(ready), reasons=reasons, unopened=0, unopened_refs=[])
    found = operations.preview(
        call.scope, call.actor, dataset_id, chosen, _asked(body), store=ports.store, rows=ports.rows
    )
    return BulkPreview(
        total=found.total,
        ready=found.ready,
        reasons=[BulkReason.of(each) for each in why_not(found.reasons)],
        unopened=len(found.unopened),
        unopened_refs=[head.ref for head in found.unopened[:100]],
    )


@bulk.get("/operations/{operation_id}", needs=Permission.READ)
def read_operation(call: Call, operation_id: str) -> Operation:
    """Read how far an operation is, and why some could not be done."""
    return _wire(operations.read_operation(call.scope, operation_id, store=call.ports.store))


@bulk.post("/operations/{operation_id}/undo", needs=Permission.REVIEW, conflicts=True, later=True)
def undo_operation(call: Call, operation_id: str, body: NoInput) -> Operation:
    """Take the decisions of an operation back, as far as they still stand."""
    _ = body
    ports = call.ports
    undoing = operations.undo_operation(
        call.scope,
        call.actor,
        operation_id,
        store=ports.store,
        queue=ports.operation_queue,
        payloads=ports.payloads,
        clock=ports.clock,
    )
    return _wire(undoing)


def _chosen(body: BulkRequest) -> operations.Chosen:
    return operations.Chosen(tuple(body.ids), body.filter)


def _asked(body: BulkRequest) -> Asked:
    return operations.asked(
        body.action, note=body.note, add_tags=tuple(body.add_tags), remove_tags=tuple(body.remove_tags)
    )


def _wire(operation: OperationRecord) -> Operation:
    return Operation.of(
        operation,
        action=operation.asked.action,
        failed=[BulkFailure.of(each) for each in operation.failed],
        reasons=[BulkReason.of(each) for each in why_not(operation.reasons, operation.failed)],
        batch_id=None,
        undoable=operation.asked.action in {"approve", "reject"} and operation.done > 0,
    )


def _generate(call: Call, dataset_id: str, body: BulkRequest) -> Operation:
    """One run over those that can be written; a repeat with the same key is answered with that run."""
    ports = call.ports
    made = call.once.answered(call.scope, store=ports.store)
    if made is not None:
        return _started(call, made, batch_wire(call, made).counts.total, [])
    ids, _ = operations.choose(call.scope, dataset_id, _chosen(body), store=ports.store, rows=ports.rows)
    ready, left = split_writable(call.scope, dataset_id, ids, store=ports.store, rows=ports.rows)
    failed = [NotDone(id=each.id, ref=each.ref, code=each.code, reason=each.reason) for each in left]
    if not ready:
        return _started(call, None, 0, failed)
    run = start_selected(call, dataset_id, Selection(ids=ready))
    return _started(call, run.id, run.total, failed)


def _started(call: Call, run: str | None, done: int, failed: list[NotDone]) -> Operation:
    now = call.ports.clock.now()
    total = done + len(failed)
    return Operation(
        id=run or call.ports.clock.new_id(),
        action="generate",
        state="ended",
        total=total,
        position=total,
        done=done,
        failed_count=len(failed),
        failed=[BulkFailure.of(each) for each in failed[:200]],
        reasons=[BulkReason.of(each) for each in why_not(_counted(failed), failed)],
        batch_id=run,
        undoable=False,
        started_at=now,
        ended_at=now,
    )


def _counted(failed: list[NotDone]) -> dict[str, int]:
    codes = [each.code for each in failed]
    return {code: codes.count(code) for code in dict.fromkeys(codes)}
