"""Telling once that much of a budget is spent: the mark is in the transaction of the event that tells it."""

from __future__ import annotations

from typing import Protocol

from brightrun.domain.batch import Batch
from brightrun.domain.budget import BudgetWarning, kind_of_budget, warnings_of
from brightrun.domain.errors import ChangeLost
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.tenancy import SYSTEM, TenantScope
from brightrun.ports.changes import AddMark, Change, SaveBatch
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Batches, Commits
from brightrun.usecases.parts.record import event


class WarningStore(Commits, Batches, Protocol):
    """Where budgets are read and warnings are kept."""


def warn_of_budgets(scope: TenantScope, batch: Batch, *, store: WarningStore, clock: Clock) -> Batch:
    """The run with every warning that its budgets have come to.

    Runs share the budgets of dataset and month: whoever comes first records the event, each run shows it.
    """
    told_elsewhere: set[str] = set()
    while batch.state != "ended":
        fresh = _fresh(scope, batch, store)
        if not fresh:
            break
        names = [name for name in fresh if name not in told_elsewhere]
        after = batch.warned(list(fresh.values()))
        changes: list[Change] = [SaveBatch(after, batch.revision)]
        for name in names:
            changes += [AddMark(name), _event(batch, fresh[name], clock)]
        try:
            store.commit(scope, changes, token=request_token("warn", batch.id, batch.revision, clock.new_id()))
        except ChangeLost as lost:
            # Each name stands for two changes, behind the batch.
            told_elsewhere |= {names[(index - 1) // 2] for index in lost.lost if index > 0}
            batch = store.batch(scope, batch.id) or batch
            continue
        return after
    return batch


def _fresh(scope: TenantScope, batch: Batch, store: Batches) -> dict[str, BudgetWarning]:
    """Warnings that the run does not show yet, by the name of their mark."""
    fresh: dict[str, BudgetWarning] = {}
    for key in batch.budgets:
        if batch.kind == "single" and kind_of_budget(key) == "batch":
            continue  # its limit is what its calls can cost at most, not what somebody chose
        budget = store.budget(scope, key)
        for warning in warnings_of(budget) if budget else ():
            if warning not in batch.warnings:
                fresh[f"budget:{key}:{warning.cap_micros}:{warning.percent}"] = warning
    return fresh


def _event(batch: Batch, warning: BudgetWarning, clock: Clock) -> Change:
    subject = Subject(kind="batch", id=batch.id)
    told = warning.model_dump()
    return event(clock, SYSTEM, Action.BUDGET_WARNING, subject, dataset_id=batch.dataset_id, **told)
