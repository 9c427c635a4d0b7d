"""The rows of a dataset and of a batch: counted from the shards that hold them, never kept in counters."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol

from brightrun.domain.batch import Batch, Counts
from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.dataset import Dataset
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Batches, Conversations

_FEW = 100
_READERS = 8


class RowStore(Batches, Conversations, Protocol):
    """Where a batch's rows are read."""


def shards_of(
    scope: TenantScope, dataset_id: str, numbers: Iterable[int], store: Conversations
) -> list[tuple[ConversationHead, ...]]:
    """The rows of each of these shards, read several at a time: each is a query of its own partition."""

    def read(number: int) -> tuple[ConversationHead, ...]:
        return store.shard(scope, dataset_id, number)

    wanted = list(numbers)
    if len(wanted) <= 1:
        return [read(number) for number in wanted]
    with ThreadPoolExecutor(min(_READERS, len(wanted))) as readers:
        return list(readers.map(read, wanted))


def heads_of_shards(
    scope: TenantScope, dataset_id: str, numbers: Iterable[int], store: Conversations
) -> list[ConversationHead]:
    """The rows of these shards, in their order."""
    return [head for shard in shards_of(scope, dataset_id, numbers, store) for head in shard]


def all_heads(scope: TenantScope, dataset: Dataset, store: Conversations) -> list[ConversationHead]:
    """Every row of a dataset, in the order in which they were planned."""
    return heads_of_shards(scope, dataset.id, range(dataset.shard_count), store)


def batch_rows(scope: TenantScope, batch: Batch, *, store: RowStore) -> list[ConversationHead]:
    """Every member as it stands in this batch; one that moved on into another as it left this one."""
    members = store.batch_members(scope, batch.id)
    if len(members) <= _FEW:
        found = store.heads(scope, batch.dataset_id, [(shard, id_) for id_, shard in members])
    else:
        shards = sorted({shard for _, shard in members})
        found = {head.id: head for head in heads_of_shards(scope, batch.dataset_id, shards, store)}
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
