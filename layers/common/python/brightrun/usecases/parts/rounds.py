"""A run that goes on until enough of it pass: its weak ones are written again, worst first, within its limit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Protocol

from brightrun.domain.batch import MOST_ROUNDS, Batch
from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.errors import ChangeLost
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.tenancy import SYSTEM, TenantScope
from brightrun.domain.timing import deadline_seconds
from brightrun.ports.changes import Change, RequireBatchRunning, SaveBatch, SaveHead
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Batches, Commits
from brightrun.usecases.parts.record import event

_AT_ONCE = 25


class RoundStore(Commits, Batches, Protocol):
    """Where a round is begun."""


def weak_ones(batch: Batch, rows: Iterable[ConversationHead]) -> list[ConversationHead]:
    """What the next round writes again, worst first, and no more than are missing. None when no round is due.

    What a person has decided on is theirs and is left alone.
    """
    if batch.until_passing is None or not batch.calls_allowed or batch.rounds >= MOST_ROUNDS:
        return []
    ready = [row for row in rows if row.batch_id == batch.id and row.batch_result == "succeeded"]
    missing = batch.until_passing - sum(not row.flagged for row in ready)
    weak = [row for row in ready if row.flagged and row.status is Status.GENERATED]
    return sorted(weak, key=lambda row: (row.score or 0.0, row.id))[: max(0, missing)]


def begin_round(
    scope: TenantScope,
    batch: Batch,
    weak: Sequence[ConversationHead],
    *,
    store: RoundStore,
    clock: Clock,
) -> Batch:
    """The run with its next round begun. The round is counted before it is queued, so that there are never more."""
    now = clock.now()
    after = batch.another_round(now + timedelta(seconds=deadline_seconds(batch.mode)))
    recorded = event(
        clock,
        SYSTEM,
        Action.BATCH_ROUND,
        Subject(kind="batch", id=batch.id),
        dataset_id=batch.dataset_id,
        weak=len(weak),
        round=after.rounds,
    )
    try:
        token = request_token("round", batch.id, batch.revision)
        store.commit(scope, [SaveBatch(after, batch.revision), recorded], token=token)
    except ChangeLost:
        return store.batch(scope, batch.id) or batch
    for start in range(0, len(weak), _AT_ONCE):
        _queue(scope, after, weak[start : start + _AT_ONCE], store=store, clock=clock)
    return after


def _queue(
    scope: TenantScope, batch: Batch, rows: Sequence[ConversationHead], *, store: RoundStore, clock: Clock
) -> None:
    """Their jobs are sent by the next tick. One that a person took in hand meanwhile stays out."""
    now = clock.now()
    changes: list[Change] = [RequireBatchRunning(batch.id)]
    changes += [
        SaveHead(row.queue(batch_id=batch.id, model=batch.model, now=now, sent=False), row.revision) for row in rows
    ]
    try:
        token = request_token("weak", batch.id, batch.rounds, *((row.id, row.revision) for row in rows))
        store.commit(scope, changes, token=token)
    except ChangeLost as lost:
        if 0 in lost.lost or len(rows) == 1:
            return
        for row in rows:
            _queue(scope, batch, [row], store=store, clock=clock)


def to_be_kept(batch: Batch, row: ConversationHead) -> bool:
    """Whether a waiting row stays as this run wrote it: the run is cancelled, or its limit is reached in a round."""
    over = batch.state == "cancelling" or (batch.state == "paused" and batch.pause_budget == "batch")
    written_here = row.generated_at is not None and row.generated_at >= batch.started_at
    return batch.rounds > 0 and over and row.status is Status.QUEUED and written_here
