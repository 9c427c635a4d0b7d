"""Many new rows of a dataset, which do not fit into one transaction.

What is added was accepted before, in one transaction with its event and its numbers; the dataset says that it is
pending until every row is there. So whoever comes later can finish what an interrupted request left half written.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from brightrun.domain.dataset import Dataset
from brightrun.domain.errors import ChangeLost
from brightrun.domain.ids import request_token
from brightrun.domain.plan import PlannedSlot
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.changes import AddSlot, Change, SaveDataset, SaveHead
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations, Datasets
from brightrun.usecases.parts.plan_material import dataset_or_not_found

CONVERSATIONS_A_WRITE = 25
"""A row, its slot and the shards that they move: well inside a transaction."""


class RowsStore(Commits, Conversations, Datasets, Protocol):
    """Where rows are added."""


def write_rows(
    scope: TenantScope, dataset_id: str, rows: Sequence[PlannedSlot], *, store: RowsStore, clock: Clock
) -> None:
    """Adds those that are not there yet."""
    # Tokens are of this run: another run may be finishing the same plan with other bytes.
    run = clock.new_id()
    for start in range(0, len(rows), CONVERSATIONS_A_WRITE):
        page = rows[start : start + CONVERSATIONS_A_WRITE]
        try:
            store.commit(scope, _additions(page), token=request_token("slots", run, start))
        except ChangeLost:
            _write_missing(scope, dataset_id, run, page, store)


def _write_missing(
    scope: TenantScope, dataset_id: str, run: str, page: Sequence[PlannedSlot], store: RowsStore
) -> None:
    """Somebody else was writing the same ones: only what is not there yet is added."""
    there = store.heads(scope, dataset_id, [(one.head.shard, one.head.id) for one in page])
    for one in page:
        if one.head.id not in there:
            try:
                store.commit(scope, _additions([one]), token=request_token("slot", run, one.head.id))
            except ChangeLost:
                continue


def _additions(page: Sequence[PlannedSlot]) -> list[Change]:
    changes: list[Change] = []
    for one in page:
        changes += [SaveHead(one.head, expected=None), AddSlot(one.slot)]
    return changes


def close_pending(
    scope: TenantScope,
    dataset_id: str,
    name: Literal["pending_plan", "pending_seeds"],
    pending_id: str,
    *,
    store: RowsStore,
    clock: Clock,
) -> Dataset:
    """Says that all of them are there."""
    while True:
        dataset = dataset_or_not_found(scope, dataset_id, store)
        pending = getattr(dataset, name)
        if pending is None or pending.id != pending_id:
            return dataset
        closed = dataset.model_copy(
            update={name: None, "updated_at": clock.now(), "revision": dataset.revision + 1},
        )
        try:
            store.commit(
                scope,
                [SaveDataset(closed, expected=dataset.revision)],
                token=request_token("planned", clock.new_id()),
            )
        except ChangeLost:
            continue
        return closed
