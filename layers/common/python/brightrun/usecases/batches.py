"""Starting a run: the price first, then one transaction that makes the run and its allowance, then the jobs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from brightrun.domain.batch import MOST_CONVERSATIONS, Batch, Mode
from brightrun.domain.budget import BUDGET_NAMES, kind_of_budget
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import BudgetExceeded, ChangeLost, InvalidInput, NotFound, Unavailable
from brightrun.domain.ids import request_token
from brightrun.domain.money import Catalogue, dollars
from brightrun.domain.selection import Choice, Selection
from brightrun.domain.task import Task
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.clock import Clock
from brightrun.ports.services import JobQueue, Workflow
from brightrun.ports.stores import (
    Batches,
    Commits,
    Conversations,
    Datasets,
    Documents,
    Learning,
    Templates,
    Tenants,
)
from brightrun.usecases.parts.enqueue import enqueue
from brightrun.usecases.parts.forecast import Forecast, forecast
from brightrun.usecases.parts.once import Once
from brightrun.usecases.parts.opening import new_batch, opening
from brightrun.usecases.parts.opinions_price import with_opinions
from brightrun.usecases.parts.pacing import Pacer
from brightrun.usecases.parts.rows import all_heads

_ENQUEUE_NOW = 300
"""So many are queued before the answer; the rest is the state machine's, so that no answer takes long."""


class BatchStore(Commits, Conversations, Datasets, Batches, Documents, Templates, Learning, Tenants, Protocol):
    """Everything that starting a run reads and writes."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a run: its task, for these conversations, by this model, now or at half price."""

    selection: Selection
    model: str
    task: Task = field(default_factory=Task)
    mode: Mode = "now"
    until_passing: int | None = None
    """So many are to pass: what is weak is written again until they do."""

    def choose(self, heads: list[ConversationHead]) -> Choice:
        """The rows that it is about. Raises InvalidInput when none is left."""
        if self.task.kind != "write" and self.until_passing is not None:
            raise InvalidInput(
                "Only what is written anew can go on until enough of it pass.",
                code="until_passing",
                fields=[("until_passing", "leave it out")],
            )
        return self.selection.choose(heads, self.task.kind)


def estimate_batch(
    scope: TenantScope,
    dataset_id: str,
    order: Order,
    *,
    pacer: Pacer,
    store: BatchStore,
    catalogue: Catalogue,
    clock: Clock,
    cap_micros: int | None = None,
) -> Forecast:
    """The price of a run. Nothing is spent and nothing changes."""
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    chosen = order.choose(all_heads(scope, dataset, store))
    found = forecast(
        scope,
        dataset,
        chosen.heads,
        model_id=order.model,
        task=order.task,
        mode=order.mode,
        cap_micros=cap_micros,
        pacer=pacer,
        store=store,
        catalogue=catalogue,
        clock=clock,
    )
    priced = with_opinions(
        scope, found, order.task, writer=order.model, pacer=pacer, store=store, catalogue=catalogue, clock=clock
    )
    return replace(priced, left_out=chosen.left_out)


def start_batch(
    scope: TenantScope,
    actor: Actor,
    dataset_id: str,
    order: Order,
    *,
    cap_micros: int | None,
    pacer: Pacer,
    store: BatchStore,
    jobs: JobQueue,
    workflow: Workflow,
    catalogue: Catalogue,
    clock: Clock,
    notify_email: str = "",
    kind: Literal["batch", "single"] = "batch",
    once: Once | None = None,
) -> Batch:
    """Starts a run over the chosen conversations, never to cost more than `cap_micros`.

    Without a cap (a single conversation) the most that its calls may cost is the cap. Raises InvalidInput
    for a cap that would not cover one call, BudgetExceeded when dataset or month have not enough left.
    """
    found = estimate_batch(
        scope,
        dataset_id,
        order,
        pacer=pacer,
        store=store,
        catalogue=catalogue,
        clock=clock,
        cap_micros=cap_micros,
    )
    cap = found.estimate.at_most_micros if cap_micros is None else cap_micros
    _check(found, cap, order.task)
    batch = new_batch(
        actor,
        found,
        model=order.model,
        task=order.task,
        cap=cap,
        clock=clock,
        mode=order.mode,
        kind=kind,
        selection=order.selection.model_dump(mode="json", exclude={"ids"}, exclude_defaults=True),
        notify_email=notify_email,
        until_passing=None if order.until_passing is None else min(order.until_passing, len(found.heads)),
    )
    _create(scope, actor, batch, found, once, store=store, clock=clock)
    try:
        room = pacer.share(catalogue.model(order.model, clock.now().date()))
        batch = enqueue(scope, batch, most=_ENQUEUE_NOW, room=room, store=store, jobs=jobs, clock=clock)
        workflow.start(scope, batch.id, batch.run)
    except Unavailable:
        # The run is stored: the sweeper starts its execution within a minute, which queues what is left.
        return batch
    return batch


def generate_one(
    scope: TenantScope,
    actor: Actor,
    conversation_id: str,
    *,
    model: str,
    pacer: Pacer,
    store: BatchStore,
    jobs: JobQueue,
    workflow: Workflow,
    catalogue: Catalogue,
    clock: Clock,
    task: Task | None = None,
    once: Once | None = None,
) -> Batch:
    """Does one conversation's task now, ahead of all batches."""
    slot = store.slot(scope, conversation_id)
    if slot is None:
        raise NotFound("This conversation")
    return start_batch(
        scope,
        actor,
        slot.dataset_id,
        Order(Selection(ids=(conversation_id,)), model, task or Task()),
        cap_micros=None,
        pacer=pacer,
        store=store,
        jobs=jobs,
        workflow=workflow,
        catalogue=catalogue,
        clock=clock,
        kind="single",
        once=once,
    )


def _check(found: Forecast, cap: int, task: Task) -> None:
    estimate = found.estimate
    if task.kind == "judge" and not found.settings.second_opinion.on:
        raise InvalidInput(
            "Second opinions are off in this workspace. Its owner can turn them on in Settings.",
            code="second_opinions_off",
        )
    if len(found.heads) > MOST_CONVERSATIONS:
        raise InvalidInput(f"A run holds at most {MOST_CONVERSATIONS:,} conversations.", code="too_many")
    unpromptable = [problem for problem in estimate.problems if problem.ids]
    if unpromptable and len(unpromptable) == len(found.heads):
        raise InvalidInput(unpromptable[0].sentence, code=unpromptable[0].code)
    one = estimate.one_call_at_most_micros
    if cap < one:
        raise InvalidInput(
            f"One call may cost up to {dollars(one)}, so a limit of {dollars(cap)} would stop this "
            f"run before its first conversation. Raise the limit to at least {dollars(one)}.",
            code="cap_too_small",
            fields=[("cap_micros", f"at least {one}")],
            needed_micros=one,
        )
    for budget in found.budgets:
        if budget.remaining < one:
            kind = kind_of_budget(budget.key)
            name = BUDGET_NAMES[kind]
            raise BudgetExceeded(
                f"{name[0].upper()}{name[1:]} has {dollars(budget.remaining)} left, and one call may cost up to "
                f"{dollars(one)}. Raise it first.",
                details={"budget": kind, "remaining_micros": budget.remaining, "needed_micros": one},
            )


def _create(
    scope: TenantScope,
    actor: Actor,
    batch: Batch,
    found: Forecast,
    once: Once | None,
    *,
    store: BatchStore,
    clock: Clock,
) -> None:
    changes = opening(actor, batch, found, clock)
    if once is not None:
        changes.append(once.remember(batch.id))
    try:
        store.commit(scope, changes, token=request_token("start", batch.id))
    except ChangeLost as lost:
        raise Unavailable("The same request is being answered. Send it again in a moment.") from lost
