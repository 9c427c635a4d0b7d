"""The rows of a batch, read from the shards that hold them: counted from what is stored, never kept in counters."""

from __future__ import annotations

from typing import Protocol

from brightrun.domain.batch import Batch, Counts
from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Batches, Conversations

_FEW = 100


class RowStore(Batches, Conversations, Protocol):
    """Where a batch's rows are read."""


def batch_rows(scope: TenantScope, batch: Batch, *, store: RowStore) -> list[ConversationHead]:
    """Every member as it stands in this batch; one that moved on into another as it left this one."""
    members = store.batch_members(scope, batch.id)
    if len(members) <= _FEW:
        found = store.heads(scope, batch.dataset_id, [(shard, id_) for id_, shard in members])
    else:
        found = {
            head.id: head
            for shard in sorted({shard for _, shard in members})
            for head in store.shard(scope, batch.dataset_id, shard).heads
        }
    left: dict[str, ConversationHead] = {}
    if any(id_ not in found or found[id_].batch_id != batch.id for id_, _ in members):
        left = store.left(scope, batch.id)
    rows: list[ConversationHead] = []
    for id_, _ in members:
        row = found.get(id_)
        if row is None or row.batch_id != batch.id:
            row = left.get(id_, row)
        if row is not None:
            rows.append(row)
    return rows


def counts_of(batch: Batch, rows: list[ConversationHead]) -> Counts:
    """How the batch stands. A member that was not put into the queue yet counts as waiting.

    One that was deleted before it came into the queue is not among the rows and counts as cancelled.
    """
    mine = [row for row in rows if row.batch_id == batch.id]
    generating = sum(row.status is Status.GENERATING for row in mine)
    results = [row.batch_result for row in mine if row.status is not Status.GENERATING]
    succeeded, failed, cancelled = (results.count(each) for each in ("succeeded", "failed", "cancelled"))
    if batch.state in {"cancelling", "ended"}:
        cancelled += batch.total - len(mine)
    else:
        cancelled += batch.total - len(rows)
    return Counts(
        total=batch.total,
        generating=generating,
        succeeded=succeeded,
        failed=failed,
        cancelled=cancelled,
        queued=batch.total - generating - succeeded - failed - cancelled,
        flagged=sum(row.batch_result == "succeeded" and row.flagged for row in mine),
    )
