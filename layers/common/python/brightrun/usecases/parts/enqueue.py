"""Putting a batch's members into the queue: crash-safe, because it only ever does what is left to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from brightrun.domain.batch import Batch
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import ChangeLost, Conflict
from brightrun.domain.ids import request_token
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.changes import Change, LeaveBatch, RequireBatchRunning, SaveBatch, SaveHead
from brightrun.ports.clock import Clock
from brightrun.ports.services import Job, JobQueue
from brightrun.ports.stores import Batches, Commits, Conversations

_AT_ONCE = 19
"""Rows of one transaction: at most two actions each, the revision of each one's shard, and the run's own."""


class EnqueueStore(Commits, Batches, Conversations, Protocol):
    """Where members are read and marked as waiting."""


def job_of(batch: Batch, head: ConversationHead) -> Job:
    return Job(
        dataset_id=head.dataset_id,
        shard=head.shard,
        conversation_id=head.id,
        batch_id=batch.id,
        run=batch.run,
        interactive=batch.kind == "single",
    )


def send_jobs(scope: TenantScope, batch: Batch, heads: Sequence[ConversationHead], jobs: JobQueue) -> None:
    """Tells the workers. An economy run has no messages: its state machine takes what waits from the table."""
    if heads and batch.mode != "economy":
        jobs.send(scope, [job_of(batch, head) for head in heads])


def enqueue(
    scope: TenantScope,
    batch: Batch,
    *,
    most: int,
    room: int,
    store: EnqueueStore,
    jobs: JobQueue,
    clock: Clock,
) -> Batch:
    """Makes up to `most` members wait that are not in the batch yet; marks the batch when none is left.

    The jobs of the first `room` of them are sent at once, the others' by ticks, so that nobody fills the queue.
    """
    members = store.batch_members(scope, batch.id)
    left = store.left(scope, batch.id) if batch.enqueued is False else {}
    pending = [key for key in members if key[0] not in left]
    sent = 0
    for start in range(0, len(pending), _AT_ONCE):
        if sent >= most:
            return batch
        page = pending[start : start + _AT_ONCE]
        heads = store.heads(scope, batch.dataset_id, [(shard, id_) for id_, shard in page])
        missing = [heads[id_] for id_, _ in page if id_ in heads and heads[id_].batch_id != batch.id]
        if missing:
            now = missing[: max(0, room - sent)], missing[max(0, room - sent) :]
            queued = _queue_page(scope, batch, now[0], store=store, clock=clock)
            send_jobs(scope, batch, queued, jobs)
            _queue_page(scope, batch, now[1], sent=False, store=store, clock=clock)
            sent += len(missing)
    return _mark(scope, batch, store=store)


def _queue_page(
    scope: TenantScope,
    batch: Batch,
    heads: Sequence[ConversationHead],
    *,
    sent: bool = True,
    store: EnqueueStore,
    clock: Clock,
) -> list[ConversationHead]:
    if not heads:
        return []
    now = clock.now()
    queued: list[ConversationHead] = []
    changes: list[Change] = [RequireBatchRunning(batch.id)]
    for head in heads:
        try:
            after = head.queue(batch_id=batch.id, model=batch.model, now=now, sent=sent)
        except Conflict:
            changes.append(LeaveBatch(batch.id, _not_taken(head, batch)))
            continue
        if head.batch_id is not None:
            changes.append(LeaveBatch(head.batch_id, head))
        changes.append(SaveHead(after, head.revision))
        queued.append(after)
    token = request_token("queue", batch.id, *((head.id, head.revision) for head in heads))
    try:
        store.commit(scope, changes, token=token)
    except ChangeLost as lost:
        if 0 in lost.lost:
            return []
        if len(heads) > 1:
            singly = [_queue_page(scope, batch, [head], sent=sent, store=store, clock=clock) for head in heads]
            return [after for page in singly for after in page]
        head = heads[0]
        current = store.head(scope, head.dataset_id, head.shard, head.id)
        if current is None or current.batch_id == batch.id:
            return []
        return _queue_page(scope, batch, [current], sent=sent, store=store, clock=clock)
    return queued


def _not_taken(head: ConversationHead, batch: Batch) -> ConversationHead:
    """It is being written elsewhere or never may be: this batch counts it as cancelled."""
    return head.model_copy(update={"batch_id": batch.id, "batch_result": "cancelled"})


def _mark(scope: TenantScope, batch: Batch, *, store: EnqueueStore) -> Batch:
    if batch.enqueued:
        return batch
    marked = batch.with_enqueued()
    try:
        token = request_token("enqueued", batch.id, batch.revision)
        store.commit(scope, [SaveBatch(marked, batch.revision)], token=token)
    except ChangeLost:
        return store.batch(scope, batch.id) or batch
    return marked
