"""Second opinions on all that a run has written, as a run of their own out of what is left of its limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightrun.domain.batch import Batch
from brightrun.domain.budget import BUDGET_NAMES, batch_budget_key, kind_of_budget
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import InvalidInput
from brightrun.domain.money import Catalogue
from brightrun.domain.task import Task
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.changes import Change
from brightrun.ports.clock import Clock
from brightrun.usecases.parts.forecast import ForecastStore, forecast
from brightrun.usecases.parts.opening import new_batch, opening
from brightrun.usecases.parts.pacing import Pacer

_TASK = Task(kind="judge")


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The run that judges, or in words why there is none; nothing at all where none was wanted."""

    changes: tuple[Change, ...] = ()
    batch_id: str | None = None
    sentence: str = ""


def follow_up(
    scope: TenantScope,
    batch: Batch,
    rows: Sequence[ConversationHead],
    *,
    store: ForecastStore,
    catalogue: Catalogue,
    pacer: Pacer,
    clock: Clock,
) -> FollowUp:
    """What is made in the transaction that ends the run, and therefore once; the minute's round sets it going."""
    tenant = store.tenant(scope)
    wanted = tenant.settings.second_opinion if tenant else None
    dataset = store.dataset(scope, batch.dataset_id)
    if tenant is None or wanted is None or dataset is None or not (wanted.on and wanted.after_runs):
        return FollowUp()
    if batch.kind != "batch" or batch.task.kind == "judge":
        return FollowUp()
    # As they are now: of one that has left the run, `rows` holds how it was then.
    current = store.heads(scope, batch.dataset_id, [(row.shard, row.id) for row in rows])
    fresh = [row for row in current.values() if row.batch_id == batch.id and _was_written(row)]
    if not fresh:
        return FollowUp()
    model = wanted.model or tenant.settings.default_model or batch.model
    try:
        found = forecast(
            scope,
            dataset,
            fresh,
            model_id=model,
            task=_TASK,
            cap_micros=None,
            pacer=pacer,
            store=store,
            catalogue=catalogue,
            clock=clock,
        )
    except InvalidInput as problem:
        return FollowUp(sentence=f"No second opinions were asked for: {problem.message}")
    mine = store.budget(scope, batch_budget_key(batch.id))
    for budget in (*([mine] if mine else []), *found.budgets):
        if budget.remaining < found.estimate.one_call_at_most_micros:
            name = BUDGET_NAMES[kind_of_budget(budget.key)]
            return FollowUp(sentence=f"No second opinions were asked for: not enough is left of {name}.")
    cap = min(found.estimate.at_most_micros, mine.remaining) if mine else found.estimate.at_most_micros
    judging = new_batch(batch.starter, found, model=model, task=_TASK, cap=cap, clock=clock)
    return FollowUp(tuple(opening(batch.starter, judging, found, clock, after=batch.id)), judging.id)


def _was_written(row: ConversationHead) -> bool:
    """Its new text is the one that is shown."""
    return row.batch_result == "succeeded" and row.current_version == row.latest_version
