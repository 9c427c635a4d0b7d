"""A run as it is made: its record, its allowance, its members and its event, for one transaction."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Literal

from brightrun.domain.batch import Batch, Mode, Promise
from brightrun.domain.budget import batch_budget_key
from brightrun.domain.event import Action, Subject
from brightrun.domain.task import Task
from brightrun.domain.tenancy import Actor
from brightrun.domain.timing import deadline_seconds
from brightrun.ports.changes import AddBatchMembers, Change, OpenBudget, SaveBatch
from brightrun.ports.clock import Clock
from brightrun.usecases.parts.forecast import Forecast
from brightrun.usecases.parts.record import event

_PAGE = 2_000


def new_batch(
    actor: Actor,
    found: Forecast,
    *,
    model: str,
    task: Task,
    cap: int,
    clock: Clock,
    mode: Mode = "now",
    kind: Literal["batch", "single"] = "batch",
    selection: dict[str, Any] | None = None,
    notify_email: str = "",
    until_passing: int | None = None,
) -> Batch:
    """A run over the rows of a forecast."""
    batch_id, now = clock.new_id(), clock.now()
    return Batch(
        id=batch_id,
        dataset_id=found.dataset.id,
        kind=kind,
        mode=mode,
        model=model,
        task=task,
        selection=selection or {},
        total=len(found.heads),
        until_passing=until_passing,
        budgets=(batch_budget_key(batch_id), *(budget.key for budget in found.budgets)),
        cap_micros=cap,
        promise=Promise(
            expected_micros=found.estimate.expected_micros,
            at_most_micros=found.estimate.at_most_micros,
            expected_seconds=found.estimate.expected_seconds,
        ),
        notify_email=notify_email,
        started_by=actor.id,
        started_by_name=actor.name,
        started_at=now,
        deadline=now + timedelta(seconds=deadline_seconds(mode)),
    )


def opening(actor: Actor, batch: Batch, found: Forecast, clock: Clock, **details: Any) -> list[Change]:
    """What makes it."""
    members = [(head.id, head.shard) for head in found.heads]
    changes: list[Change] = [
        SaveBatch(batch, None),
        OpenBudget(batch_budget_key(batch.id), batch.cap_micros),
        event(
            clock,
            actor,
            Action.BATCH_STARTED,
            Subject(kind="batch", id=batch.id),
            dataset_id=batch.dataset_id,
            count=batch.total,
            model=batch.model,
            task=batch.task.kind,
            mode=batch.mode,
            until_passing=batch.until_passing,
            cap_micros=batch.cap_micros,
            expected_micros=batch.promise.expected_micros,
            **details,
        ),
    ]
    for page, start in enumerate(range(0, len(members), _PAGE)):
        changes.append(AddBatchMembers(batch.id, page, tuple(members[start : start + _PAGE])))
    return changes
