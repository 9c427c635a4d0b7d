"""Planning: what will be written and what it would cost, before anything is made; then making it.

Accepting a plan is one transaction; writing its slots takes many. Ids are derived from the plan, so
whoever comes later can finish what an interrupted request left half written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.dataset import Dataset, PendingPlan
from brightrun.domain.errors import ChangeLost, InvalidInput, Stale
from brightrun.domain.estimate.forecast import estimate
from brightrun.domain.estimate.records import Estimate, Notice
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.learned import Learned
from brightrun.domain.limiter import Limits
from brightrun.domain.money import ModelInfo
from brightrun.domain.plan import (
    PairCoverage,
    PlannedSlot,
    PlanRequest,
    PlanStamp,
    alike,
    coverage_of,
    expand_plan,
    pairs_of,
    reasons_for,
    samples,
    tier_figures,
)
from brightrun.domain.plan.fills import of_personas
from brightrun.domain.template import Template
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.changes import SaveDataset
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations, Datasets, Documents, Learning, Templates, Tenants
from brightrun.usecases.parts.adding_rows import close_pending, write_rows
from brightrun.usecases.parts.plan_material import (
    calls_of,
    dataset_or_not_found,
    existing_rows,
    passages_of,
)
from brightrun.usecases.parts.record import event
from brightrun.usecases.parts.template_shelf import templates_of


class PlanStore(Commits, Conversations, Datasets, Documents, Templates, Learning, Tenants, Protocol):
    """What planning reads and writes."""


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """What a plan would make. With `problems`, nothing could be made and the rest is empty."""

    total: int
    tiers: dict[str, int]
    coverage: dict[str, dict[str, int]]
    sample: tuple[PlannedSlot, ...]
    estimate: Estimate | None
    problems: tuple[Notice, ...] = ()
    pairs: tuple[PairCoverage, ...] = ()
    alike: int = 0
    reasons: tuple[tuple[str, ...], ...] = ()
    """For each of the sample, why each of its passages was chosen."""


@dataclass(frozen=True, slots=True)
class AppliedPlan:
    """What a plan has made."""

    created: int
    tiers: dict[str, int]
    total: int
    dataset: Dataset


def preview_plan(
    scope: TenantScope,
    dataset_id: str,
    request: PlanRequest,
    *,
    model: ModelInfo,
    limits: Limits,
    store: PlanStore,
    clock: Clock,
) -> PlanPreview:
    """Slots by tier, coverage, some examples and the price; a bad plan is a problem, not an error."""
    dataset = dataset_or_not_found(scope, dataset_id, store)
    stamp = PlanStamp("preview", dataset.last_number + 1, clock.now())
    templates = _templates(scope, store)
    passages = passages_of(scope, request, store)
    try:
        planned = expand_plan(
            request,
            dataset=dataset,
            passages=passages,
            templates=templates,
            stamp=stamp,
            seed=dataset.id,
            existing=existing_rows(scope, dataset, stamp.first_number, store),
        )
        calls = calls_of(scope, planned, dataset, passages, store)
    except InvalidInput as problem:
        notice = Notice(code=problem.code, sentence=problem.message)
        return PlanPreview(max(0, request.total), {}, {}, (), None, (notice,))
    tenant = store.tenant(scope)
    sample = samples(planned)
    chunks = {passage.chunk.id: passage.chunk for passage in passages}
    return PlanPreview(
        total=len(planned),
        tiers=tier_figures(planned),
        coverage=coverage_of(planned),
        pairs=pairs_of(planned, of_personas(dataset.taxonomy, request.personas)),
        alike=alike(planned),
        sample=sample,
        reasons=tuple(reasons_for(one, chunks, dataset.taxonomy) for one in sample),
        estimate=estimate(
            calls,
            model=model,
            limits=limits,
            learned=Learned(store.taken(scope)),
            most_paid_attempts=tenant.settings.max_paid_attempts if tenant else 3,
        ),
    )


def apply_plan(
    scope: TenantScope,
    actor: Actor,
    dataset_id: str,
    request: PlanRequest,
    *,
    store: PlanStore,
    clock: Clock,
    revision: int | None = None,
) -> AppliedPlan:
    """Makes the plan's conversations. A plan that was left half written is finished first.

    Raises InvalidInput in plain English, Stale when `revision` is not the stored one.
    """
    finish_pending_plan(scope, dataset_id, store=store, clock=clock)
    dataset = dataset_or_not_found(scope, dataset_id, store)
    if revision is not None and dataset.revision != revision:
        raise _stale(dataset)
    now = clock.now()
    documents = request.document_ids or tuple(d.id for d in store.documents(scope))
    # The documents of this moment, so that finishing it later builds on the same ones.
    fixed = request.model_copy(
        update={
            "document_ids": documents,
            "tier_weights": request.tier_weights or dataset.tier_weights,
        }
    )
    pending = PendingPlan(
        id=clock.new_id(),
        request=fixed.model_dump(mode="json"),
        first_number=dataset.last_number + 1,
        total=request.total,
        accepted_at=now,
    )
    planned = _expanded(scope, dataset, pending, store)
    accepted = dataset.model_copy(
        update={
            "pending_plan": pending,
            "last_number": dataset.last_number + request.total,
            "updated_at": now,
            "revision": dataset.revision + 1,
        }
    )
    recorded = event(
        clock,
        actor,
        Action.PLAN_APPLIED,
        Subject(kind="dataset", id=dataset.id, ref=dataset.name),
        dataset_id=dataset.id,
        total=request.total,
        tiers=tier_figures(planned),
        **({"gaps": [fill.where for fill in request.fills]} if request.fills else {}),
        first=planned[0].head.ref,
        last=planned[-1].head.ref,
    )
    try:
        store.commit(
            scope,
            [SaveDataset(accepted, expected=dataset.revision), recorded],
            token=request_token("plan", pending.id),
        )
    except ChangeLost:
        raise _stale(dataset_or_not_found(scope, dataset_id, store)) from None
    finished = _write(scope, accepted, pending, planned, store, clock)
    return AppliedPlan(len(planned), tier_figures(planned), finished.last_number, finished)


def finish_pending_plan(scope: TenantScope, dataset_id: str, *, store: PlanStore, clock: Clock) -> int:
    """Writes what is missing of an accepted plan; answers its size, 0 when none waits."""
    dataset = dataset_or_not_found(scope, dataset_id, store)
    pending = dataset.pending_plan
    if pending is None:
        return 0
    planned = _expanded(scope, dataset, pending, store)
    _write(scope, dataset, pending, planned, store, clock)
    return len(planned)


def _expanded(scope: TenantScope, dataset: Dataset, pending: PendingPlan, store: PlanStore) -> list[PlannedSlot]:
    request = PlanRequest.model_validate(pending.request)
    return expand_plan(
        request,
        dataset=dataset,
        passages=passages_of(scope, request, store),
        templates=_templates(scope, store),
        stamp=PlanStamp(pending.id, pending.first_number, pending.accepted_at),
        seed=dataset.id,
        existing=existing_rows(scope, dataset, pending.first_number, store),
    )


def _templates(scope: TenantScope, store: Templates) -> list[Template]:
    """Those that may be planned with."""
    return [template for template in templates_of(scope, store).values() if template.state == "active"]


def _write(
    scope: TenantScope,
    dataset: Dataset,
    pending: PendingPlan,
    planned: Sequence[PlannedSlot],
    store: PlanStore,
    clock: Clock,
) -> Dataset:
    write_rows(scope, dataset.id, planned, store=store, clock=clock)
    return close_pending(scope, dataset.id, "pending_plan", pending.id, store=store, clock=clock)


def _stale(current: Dataset) -> Stale:
    return Stale(
        "Somebody changed this dataset at the same time. Look at it and plan again.",
        details={"current": current.model_dump(mode="json"), "revision": current.revision},
    )
