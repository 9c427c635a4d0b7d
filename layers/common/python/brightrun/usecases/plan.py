"""Planning: what will be written and what it would cost, before anything is made; then making it.

Accepting a plan is one transaction; writing its slots takes many. Ids are derived from the plan, so
whoever comes later can finish what an interrupted request left half written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from brightrun.domain.conversation import Status
from brightrun.domain.dataset import Dataset, PendingPlan
from brightrun.domain.errors import ChangeLost, InvalidInput, NotFound, Stale
from brightrun.domain.estimate import Estimate, Notice, PlannedCall, estimate
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.limiter import Limits
from brightrun.domain.money import ModelInfo
from brightrun.domain.plan import (
    Passage,
    PlannedSlot,
    PlanRequest,
    PlanStamp,
    coverage_of,
    expand_plan,
)
from brightrun.domain.prompt import render
from brightrun.domain.taxonomy import Tier
from brightrun.domain.template import Template, TemplateVersion
from brightrun.domain.tenancy import Actor, TenantScope, house_scope
from brightrun.ports.changes import AddSlot, Change, SaveDataset, SaveHead
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations, Datasets, Documents, Templates, Tenants
from brightrun.usecases.parts.record import event

CONVERSATIONS_A_WRITE = 25
"""A row, its slot and the shards that they move: well inside a transaction."""

_SAMPLES_A_TIER = 3
_PRICED_PROMPTS = 24


class PlanStore(Commits, Conversations, Datasets, Documents, Templates, Tenants, Protocol):
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
    """Slots by tier, coverage, a few examples and the price. Writes nothing; a bad plan is a problem, not an error."""
    dataset = _dataset(scope, dataset_id, store)
    stamp = PlanStamp("preview", dataset.last_number + 1, clock.now())
    templates = _templates(scope, store)
    passages = _passages(scope, request, store)
    try:
        planned = expand_plan(
            request,
            dataset=dataset,
            passages=passages,
            templates=list(templates.values()),
            stamp=stamp,
            seed=dataset.id,
        )
        calls = _priced(scope, planned, dataset, passages, store)
    except InvalidInput as problem:
        notice = Notice(code=problem.code, sentence=problem.message)
        return PlanPreview(max(0, request.total), {}, {}, (), None, (notice,))
    tenant = store.tenant(scope)
    coverage = coverage_of(planned)
    return PlanPreview(
        total=len(planned),
        tiers=_tiers(planned),
        coverage=coverage,
        sample=_samples(planned),
        estimate=estimate(
            calls,
            model=model,
            limits=limits,
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
    dataset = _dataset(scope, dataset_id, store)
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
        tiers=_tiers(planned),
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
        raise _stale(_dataset(scope, dataset_id, store)) from None
    finished = _write(scope, accepted, pending, planned, store, clock)
    return AppliedPlan(len(planned), _tiers(planned), finished.last_number, finished)


def finish_pending_plan(
    scope: TenantScope, dataset_id: str, *, store: PlanStore, clock: Clock
) -> int:
    """Writes what is missing of an accepted plan. Answers how many conversations it holds, 0 when none waits."""
    dataset = _dataset(scope, dataset_id, store)
    pending = dataset.pending_plan
    if pending is None:
        return 0
    planned = _expanded(scope, dataset, pending, store)
    _write(scope, dataset, pending, planned, store, clock)
    return len(planned)


def _expanded(
    scope: TenantScope, dataset: Dataset, pending: PendingPlan, store: PlanStore
) -> list[PlannedSlot]:
    request = PlanRequest.model_validate(pending.request)
    return expand_plan(
        request,
        dataset=dataset,
        passages=_passages(scope, request, store),
        templates=list(_templates(scope, store).values()),
        stamp=PlanStamp(pending.id, pending.first_number, pending.accepted_at),
        seed=dataset.id,
    )


def _write(
    scope: TenantScope,
    dataset: Dataset,
    pending: PendingPlan,
    planned: Sequence[PlannedSlot],
    store: PlanStore,
    clock: Clock,
) -> Dataset:
    for start in range(0, len(planned), CONVERSATIONS_A_WRITE):
        page = planned[start : start + CONVERSATIONS_A_WRITE]
        try:
            store.commit(scope, _additions(page), token=request_token("slots", pending.id, start))
        except ChangeLost:
            _write_missing(scope, dataset.id, pending, page, store)
    return _close(scope, dataset.id, pending, store, clock)


def _write_missing(
    scope: TenantScope,
    dataset_id: str,
    pending: PendingPlan,
    page: Sequence[PlannedSlot],
    store: PlanStore,
) -> None:
    """Somebody else was writing the same plan: only what is not there yet is added."""
    there = store.heads(scope, dataset_id, [(one.head.shard, one.head.id) for one in page])
    for one in page:
        if one.head.id not in there:
            try:
                store.commit(
                    scope, _additions([one]), token=request_token("slot", pending.id, one.head.id)
                )
            except ChangeLost:
                continue


def _additions(page: Sequence[PlannedSlot]) -> list[Change]:
    changes: list[Change] = []
    for one in page:
        changes += [SaveHead(one.head, expected=None), AddSlot(one.slot)]
    return changes


def _close(
    scope: TenantScope, dataset_id: str, pending: PendingPlan, store: PlanStore, clock: Clock
) -> Dataset:
    while True:
        dataset = _dataset(scope, dataset_id, store)
        if dataset.pending_plan is None or dataset.pending_plan.id != pending.id:
            return dataset
        closed = dataset.model_copy(
            update={
                "pending_plan": None,
                "updated_at": clock.now(),
                "revision": dataset.revision + 1,
            }
        )
        try:
            store.commit(
                scope,
                [SaveDataset(closed, expected=dataset.revision)],
                token=request_token("planned", pending.id, dataset.revision),
            )
        except ChangeLost:
            continue
        return closed


def _dataset(scope: TenantScope, dataset_id: str, store: Datasets) -> Dataset:
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    return dataset


def _stale(current: Dataset) -> Stale:
    return Stale(
        "Somebody changed this dataset at the same time. Look at it and plan again.",
        details={"current": current.model_dump(mode="json"), "revision": current.revision},
    )


def _templates(scope: TenantScope, store: Templates) -> dict[str, Template]:
    """The house's templates, and the tenant's own in place of those of the same id."""
    found = {template.id: template for template in store.templates(house_scope())}
    found.update({template.id: template for template in store.templates(scope)})
    return found


def _passages(scope: TenantScope, request: PlanRequest, store: Documents) -> list[Passage]:
    documents = {document.id: document for document in store.documents(scope)}
    wanted = request.document_ids if request.document_ids is not None else tuple(documents)
    unknown = [document for document in wanted if document not in documents]
    if unknown:
        raise NotFound("One of the chosen documents")
    return [
        Passage(chunk, documents[name].category, documents[name].title)
        for name in wanted
        for chunk in store.chunks(scope, name)
    ]


def _priced(
    scope: TenantScope,
    planned: Sequence[PlannedSlot],
    dataset: Dataset,
    passages: Sequence[Passage],
    store: PlanStore,
) -> list[PlannedCall]:
    """A call each. Some prompts of every tier are made; the others count as the largest of them."""
    chunks = {passage.chunk.id: passage.chunk for passage in passages}
    versions: dict[str, TemplateVersion | None] = {}
    largest: dict[Tier, tuple[int, int]] = {}
    for tier in Tier:
        own = [one for one in planned if one.head.tier is tier]
        for one in islice(own, 0, None, max(1, len(own) // (_PRICED_PROMPTS // len(Tier)))):
            version = _version(scope, one.head.template_id or "", versions, store)
            if version is None:
                continue
            prompt = render(
                head=one.head,
                slot=one.slot,
                template=version,
                chunks=[chunks[name] for name in one.head.chunk_ids],
                taxonomy=dataset.taxonomy,
                variation=1,
            )
            size = (prompt.size_bytes, len(prompt.common.encode()))
            largest[tier] = max(largest.get(tier, size), size)
    return [
        PlannedCall(
            tier=one.head.tier,
            prompt_bytes=largest[one.head.tier][0] if one.head.tier in largest else None,
            common_bytes=largest[one.head.tier][1] if one.head.tier in largest else None,
        )
        for one in planned
        if one.head.status is Status.PLANNED
    ]


def _version(
    scope: TenantScope,
    template_id: str,
    known: dict[str, TemplateVersion | None],
    store: Templates,
) -> TemplateVersion | None:
    if template_id not in known:
        known[template_id] = None
        for owner in (scope, house_scope()):
            template = store.template(owner, template_id)
            if template is not None:
                known[template_id] = store.template_version(
                    owner, template_id, template.active_version
                )
                break
    return known[template_id]


def _tiers(planned: Sequence[PlannedSlot]) -> dict[str, int]:
    return {tier.value: sum(one.head.tier is tier for one in planned) for tier in Tier}


def _samples(planned: Sequence[PlannedSlot]) -> tuple[PlannedSlot, ...]:
    """The first few of each tier."""
    return tuple(
        one
        for tier in Tier
        for one in islice((p for p in planned if p.head.tier is tier), _SAMPLES_A_TIER)
    )
