"""Stopping a batch from inside: the budget is spent, or the provider takes no calls."""

from __future__ import annotations

from typing import Protocol

from brightrun.domain.batch import PauseReason
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
    while True:
        batch = store.batch(scope, batch_id)
        if batch is None or not batch.calls_allowed:
            return
        paused = batch.pause(reason, sentence, budget)
        recorded = event(
            clock,
            SYSTEM,
            Action.BATCH_PAUSED,
            Subject(kind="batch", id=batch.id),
            dataset_id=batch.dataset_id,
            reason=reason,
            sentence=sentence,
        )
        try:
            token = request_token("pause", batch.id, batch.revision, recorded.event.id)
            store.commit(scope, [SaveBatch(paused, batch.revision), recorded], token=token)
        except ChangeLost:
            continue
        return


def budget_sentence(kind: BudgetKind) -> str:
    """Which limit was reached, in the owner's words."""
    return f"Paused at {BUDGET_NAMES[kind]}. Nothing more is charged until you raise it."
