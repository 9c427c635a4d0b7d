"""Working an operation off: a few rows a transaction, in which the operation itself moves on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import BrightRunError, ChangeLost, NotFound
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.operation import NotDone, Operation
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.tenant import TenantSettings
from brightrun.ports.changes import AddEvent, Change
from brightrun.ports.clock import Clock
from brightrun.ports.many import SaveOperation
from brightrun.ports.services import Payloads
from brightrun.ports.stores import Comments, Commits, Conversations, Datasets, Events, Openings, Operations, Tenants
from brightrun.usecases.parts.bulk_steps import Step
from brightrun.usecases.parts.record import event
from brightrun.usecases.parts.removing import purge

_STEP = 10
"""Rows of one transaction: at most four actions each, the revision of each one's shard, and the operation's own."""


class OperationStore(Comments, Commits, Conversations, Datasets, Events, Openings, Operations, Tenants, Protocol):
    """What an operation reads and writes."""


def work_off(
    scope: TenantScope,
    operation_id: str,
    *,
    until: datetime | None,
    store: OperationStore,
    payloads: Payloads,
    clock: Clock,
) -> Operation | None:
    """Goes on where it stands, to its end or until a time. Safe when several do so at once."""
    operation = store.operation(scope, operation_id)
    if operation is None or operation.state == "ended":
        return operation
    members = store.operation_members(scope, operation_id)
    step = Step(
        scope,
        operation.actor,
        operation.asked,
        operation.id,
        edge_case_min(scope, store),
        store.opened(scope, operation.dataset_id, operation.started_by),
    )
    if operation.asked.action == "delete" and operation.position:
        # A worker that was killed may have left texts of the rows that it took away last.
        last = members[max(0, operation.position - _STEP) : operation.position]
        stayed = store.heads(scope, operation.dataset_id, [(shard, id_) for id_, shard in last])
        _purge(scope, [each for each in last if each[0] not in stayed], store, payloads)
    while operation.state == "running" and (until is None or clock.now() < until):
        page = members[operation.position : operation.position + _STEP]
        operation = _advance(scope, operation, step, page, store=store, payloads=payloads, clock=clock)
    return operation


def _advance(
    scope: TenantScope,
    operation: Operation,
    step: Step,
    page: Sequence[tuple[str, int]],
    *,
    store: OperationStore,
    payloads: Payloads,
    clock: Clock,
) -> Operation:
    """One transaction; when a row was changed by somebody else meanwhile, one for each row."""
    heads = store.heads(scope, operation.dataset_id, [(shard, id_) for id_, shard in page])
    changes: list[Change] = []
    failed: list[NotDone] = []
    for id_, _ in page:
        try:
            changes += _changes(step, id_, heads, store, clock)
        except BrightRunError as error:
            if error.retryable:
                raise
            ref = heads[id_].ref if id_ in heads else ""
            failed.append(NotDone(id=id_, ref=ref, code=error.code, reason=error.message))
    after = operation.went_on(done=len(page) - len(failed), failed=failed, now=clock.now())
    if after.state == "ended":
        changes.append(recorded(after, Action.BULK_ENDED, clock))
    changes.append(SaveOperation(after, operation.revision))
    try:
        store.commit(scope, changes, token=request_token("operation", operation.id, clock.new_id()))
    except ChangeLost:
        current = store.operation(scope, operation.id)
        if current is None or current.revision != operation.revision:
            return current or after.given_up(clock.now())  # another worker took this step
        if len(page) == 1:
            return _advance(scope, operation, step, page, store=store, payloads=payloads, clock=clock)
        return _one_by_one(scope, operation, step, page, store=store, payloads=payloads, clock=clock)
    if operation.asked.action == "delete":
        not_done = {each.id for each in failed}
        _purge(scope, [each for each in page if each[0] not in not_done], store, payloads)
    return after


def _changes(
    step: Step, id_: str, heads: Mapping[str, ConversationHead], store: OperationStore, clock: Clock
) -> list[Change]:
    head = heads.get(id_)
    if head is None:
        raise NotFound("This conversation")
    return step.changes(head, store=store, clock=clock)


def _one_by_one(
    scope: TenantScope,
    operation: Operation,
    step: Step,
    page: Sequence[tuple[str, int]],
    *,
    store: OperationStore,
    payloads: Payloads,
    clock: Clock,
) -> Operation:
    """One row a transaction, until another worker is seen to have gone on."""
    first = operation.position
    for number, one in enumerate(page):
        if operation.state == "ended" or operation.position != first + number:
            break
        operation = _advance(scope, operation, step, [one], store=store, payloads=payloads, clock=clock)
    return operation


def _purge(scope: TenantScope, members: Sequence[tuple[str, int]], store: OperationStore, payloads: Payloads) -> None:
    for conversation_id, _ in members:
        purge(scope, conversation_id, store=store, payloads=payloads)


def edge_case_min(scope: TenantScope, store: Tenants) -> float:
    tenant = store.tenant(scope)
    return (tenant.settings if tenant else TenantSettings()).edge_case_min


def recorded(operation: Operation, action: Action, clock: Clock) -> AddEvent:
    """The event of the operation as a whole, beside those of its rows."""
    return event(
        clock,
        operation.actor,
        action,
        Subject(kind="operation", id=operation.id),
        dataset_id=operation.dataset_id,
        bulk=operation.asked.action,
        total=operation.total,
        done=operation.done,
        failed=operation.failed_count,
        reasons=operation.reasons,
        note=operation.asked.note,
        add_tags=list(operation.asked.add_tags),
        remove_tags=list(operation.asked.remove_tags),
        undoes=operation.asked.undoes,
    )
