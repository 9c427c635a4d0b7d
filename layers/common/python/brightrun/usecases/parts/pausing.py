"""Stopping a batch from inside: the budget is spent, or the provider takes no calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from brightrun.domain.batch import Batch, PauseReason
from brightrun.domain.budget import BUDGET_NAMES, BudgetKind
from brightrun.domain.errors import ChangeLost
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.tenancy import SYSTEM, TenantScope
from brightrun.ports.changes import SaveBatch
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Batches, Commits
from brightrun.usecases.parts.record import event


class PauseStore(Commits, Batches, Protocol):
    """Where a batch is paused."""


def pause_by_system(
    scope: TenantScope,
    batch_id: str,
    reason: PauseReason,
    sentence: str,
    *,
    budget: BudgetKind | None = None,
    store: PauseStore,
    clock: Clock,
) -> None:
    """Pauses a running batch once, however many workers find the same reason. What waits stays queued."""
    found: dict[str, object] = {"reason": reason, "sentence": sentence}
    _halt(
        scope,
        batch_id,
        lambda batch: batch.pause(reason, sentence, budget),
        Action.BATCH_PAUSED,
        found,
        store=store,
        clock=clock,
    )


def stop_at_budget(scope: TenantScope, batch_id: str, kind: BudgetKind, *, store: PauseStore, clock: Clock) -> None:
    """The allowance of a run is used up. Writing waits for more of it; opinions stop, so that nobody waits for them."""
    batch = store.batch(scope, batch_id)
    if batch is None or batch.task.kind != "judge":
        sentence = f"Paused at {BUDGET_NAMES[kind]}. Nothing more is charged until you raise it."
        pause_by_system(scope, batch_id, "budget", sentence, budget=kind, store=store, clock=clock)
        return
    sentence = (
        f"Stopped at {BUDGET_NAMES[kind]}. The opinions that were given stay, and every conversation is as it was."
    )
    found: dict[str, object] = {"reason": "budget", "sentence": sentence}
    _halt(
        scope,
        batch_id,
        lambda running: running.stop(sentence),
        Action.BATCH_CANCELLED,
        found,
        store=store,
        clock=clock,
    )


def _halt(
    scope: TenantScope,
    batch_id: str,
    change: Callable[[Batch], Batch],
    action: Action,
    told: Mapping[str, object],
    *,
    store: PauseStore,
    clock: Clock,
) -> None:
    while True:
        batch = store.batch(scope, batch_id)
        if batch is None or not batch.calls_allowed:
            return
        halted = change(batch)
        recorded = event(
            clock,
            SYSTEM,
            action,
            Subject(kind="batch", id=batch.id),
            dataset_id=batch.dataset_id,
            **told,
        )
        try:
            token = request_token("pause", batch.id, batch.revision, recorded.event.id)
            store.commit(scope, [SaveBatch(halted, batch.revision), recorded], token=token)
        except ChangeLost:
            continue
        return
