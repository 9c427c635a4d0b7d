"""Pause, resume, cancel and retry: each changes the run's state first, and claims look at that state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Protocol

from brightrun.domain.batch import Batch
from brightrun.domain.budget import Budget, batch_budget_key
from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.errors import BudgetExceeded, ChangeLost, Conflict, InvalidInput, NotFound
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.money import dollars
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.domain.timing import deadline_seconds
from brightrun.ports.changes import Change, ResizeBudget, SaveBatch, SaveHead
from brightrun.ports.clock import Clock
from brightrun.ports.services import JobQueue, Workflow
from brightrun.ports.stores import Batches, Commits, Conversations
from brightrun.usecases.parts.enqueue import send_jobs
from brightrun.usecases.parts.once import Once
from brightrun.usecases.parts.pacing import Pacer
from brightrun.usecases.parts.record import event
from brightrun.usecases.parts.rows import batch_rows

_AT_ONCE = 25
_SEND_NOW = 10
"""So many go out with the order; ticks send the others as the queue has room."""


class ControlStore(Commits, Batches, Conversations, Protocol):
    """What steering a run reads and writes."""


def pause_batch(scope: TenantScope, actor: Actor, batch_id: str, *, store: ControlStore, clock: Clock) -> Batch:
    """No new call is made from now on; those in flight end and are kept."""
    return _change(scope, actor, batch_id, Action.BATCH_PAUSED, lambda batch: batch.pause("user"), store, clock)


def cancel_batch(
    scope: TenantScope,
    actor: Actor,
    batch_id: str,
    *,
    store: ControlStore,
    workflow: Workflow,
    clock: Clock,
) -> Batch:
    """Takes what waits out of the queue; what is ready or in flight is kept."""
    batch = _change(scope, actor, batch_id, Action.BATCH_CANCELLED, Batch.cancel, store, clock)
    workflow.start(scope, batch.id, batch.run)
    return batch


def resume_batch(
    scope: TenantScope,
    actor: Actor,
    batch_id: str,
    *,
    store: ControlStore,
    jobs: JobQueue,
    workflow: Workflow,
    pacer: Pacer,
    clock: Clock,
    cap_micros: int | None = None,
) -> Batch:
    """Goes on with what is left, if wanted under a higher limit. Under an open circuit one call finds out first."""
    if cap_micros is not None:
        _raise_cap(scope, batch_id, cap_micros, store=store)
    batch = _change(scope, actor, batch_id, Action.BATCH_RESUMED, Batch.resume, store, clock)
    waiting = [
        row for row in batch_rows(scope, batch, store=store) if row.status is Status.QUEUED and row.batch_id == batch.id
    ]
    pacer.probe_soon(batch.model)
    if pacer.circuit(batch.model)[0] != "closed":
        waiting = waiting[:1]  # its answer closes the circuit, and the sweeper sends the others
    else:
        waiting = [row for row in waiting if row.sent_at is not None]  # ticks send what never was
    send_jobs(scope, batch, waiting, jobs)
    workflow.start(scope, batch.id, batch.run)
    return batch


def retry_failed(
    scope: TenantScope,
    actor: Actor,
    batch_id: str,
    *,
    store: ControlStore,
    jobs: JobQueue,
    workflow: Workflow,
    clock: Clock,
    ids: Sequence[str] | None = None,
    once: Once | None = None,
) -> Batch:
    """Writes what failed in a run once more, under the same limit; only what is left is done."""
    batch = _batch(scope, batch_id, store)
    wanted = set(ids) if ids is not None else None
    failed = [
        row
        for row in batch_rows(scope, batch, store=store)
        if row.batch_id == batch.id and row.batch_result == "failed" and (wanted is None or row.id in wanted)
    ]
    if not failed:
        raise InvalidInput("Nothing failed here, so there is nothing to retry.", code="nothing_failed")
    extra = [once.remember(batch.id)] if once else []
    deadline = clock.now() + timedelta(seconds=deadline_seconds(batch.mode))

    def reopened(current: Batch) -> Batch:
        if current.state == "ended":
            return current.reopen(deadline)
        if not current.calls_allowed:
            raise Conflict("Resume this run first.", code="not_running")
        return current

    batch = _change(scope, actor, batch_id, Action.BATCH_RETRIED, reopened, store, clock, extra=extra)
    queued = _queue(scope, batch, failed[:_SEND_NOW], sent=True, store=store, clock=clock)
    for start in range(_SEND_NOW, len(failed), _AT_ONCE):
        _queue(scope, batch, failed[start : start + _AT_ONCE], sent=False, store=store, clock=clock)
    send_jobs(scope, batch, queued, jobs)
    workflow.start(scope, batch.id, batch.run)
    return batch


def _queue(
    scope: TenantScope,
    batch: Batch,
    rows: Sequence[ConversationHead],
    *,
    sent: bool,
    store: ControlStore,
    clock: Clock,
) -> list[ConversationHead]:
    now = clock.now()
    after = [row.queue(batch_id=batch.id, model=batch.model, now=now, sent=sent) for row in rows]
    changes: list[Change] = [SaveHead(new, old.revision) for new, old in zip(after, rows, strict=True)]
    try:
        token = request_token("retry", batch.id, batch.run, *(row.id for row in rows))
        store.commit(scope, changes, token=token)
    except ChangeLost:
        if len(rows) == 1:
            return []
        return [row for each in rows for row in _queue(scope, batch, [each], sent=sent, store=store, clock=clock)]
    return after


def _raise_cap(scope: TenantScope, batch_id: str, cap_micros: int, *, store: ControlStore) -> None:
    key = batch_budget_key(batch_id)
    batch, budget = _batch(scope, batch_id, store), store.budget(scope, key)
    if budget is None:
        raise NotFound("The budget of this run")
    _enough(budget, cap_micros)
    if cap_micros == budget.cap:
        return
    changes: list[Change] = [
        SaveBatch(batch.raise_cap(cap_micros), batch.revision),
        ResizeBudget(key, cap_micros - budget.cap),
    ]
    try:
        store.commit(scope, changes, token=request_token("cap", batch_id, batch.revision, cap_micros))
    except ChangeLost as lost:
        raise Conflict("Somebody else changed this run. Look again, then decide.", code="changed") from lost


def _enough(budget: Budget, cap_micros: int) -> None:
    committed = budget.spent + budget.reserved
    if cap_micros < committed:
        raise BudgetExceeded(
            f"{dollars(committed)} are spent or set aside already, so the limit can't be {dollars(cap_micros)}."
        )


def _change(
    scope: TenantScope,
    actor: Actor,
    batch_id: str,
    action: Action,
    change: Callable[[Batch], Batch],
    store: ControlStore,
    clock: Clock,
    extra: Sequence[Change] = (),
) -> Batch:
    """Reads, changes, writes under the revision; a worker that paused it in between is no obstacle."""
    while True:
        batch = _batch(scope, batch_id, store)
        after = change(batch)
        recorded = event(clock, actor, action, Subject(kind="batch", id=batch.id), dataset_id=batch.dataset_id)
        changes: list[Change] = [recorded, *extra]
        if after is not batch:
            changes.insert(0, SaveBatch(after, batch.revision))
        try:
            token = request_token(action, batch.id, batch.revision, recorded.event.id)
            store.commit(scope, changes, token=token)
        except ChangeLost as lost:
            if after is not batch and lost.lost == (0,):
                continue
            raise Conflict("The same request was made a moment ago.", code="changed") from lost
        return after


def _batch(scope: TenantScope, batch_id: str, store: Batches) -> Batch:
    batch = store.batch(scope, batch_id)
    if batch is None:
        raise NotFound("This run")
    return batch
