"""Plans: from a number to balanced slots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import Permission
from brightrun.usecases import tenants
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.schemas.datasets import (
    Coverage,
    PairCoverage,
    PlanApplied,
    PlannedExample,
    PlanPreview,
    PlanRequest,
)

if TYPE_CHECKING:
    from brightrun.domain import plan as planning

plans = Resource("plans", "Plans: balanced conversations from a number, before money is spent.")


def _request(body: PlanRequest) -> planning.PlanRequest:
    from brightrun.domain import plan as planning

    documents = None if body.document_ids is None else tuple(body.document_ids)
    personas = None if body.personas is None else tuple(body.personas)
    return planning.PlanRequest(
        total=body.total, tier_weights=body.tier_weights, personas=personas, document_ids=documents
    )


def _example(planned: planning.PlannedSlot, reasons: tuple[str, ...]) -> PlannedExample:
    slot = planned.slot
    return PlannedExample.of(
        planned.head,
        situation=slot.situation,
        turns_planned=slot.turns_planned,
        edge_case=slot.edge_case,
        reasons=list(reasons),
    )


@plans.post("/datasets/{dataset_id}/plan/preview", needs=Permission.WRITE)
def preview_plan(call: Call, dataset_id: str, body: PlanRequest) -> PlanPreview:
    """Show what a plan would make and cost."""
    from brightrun.usecases import plan

    ports = call.ports
    workspace = tenants.read_workspace(call.scope, store=ports.store)
    model = workspace.settings.default_model or ports.settings.default_model
    found = plan.preview_plan(
        call.scope,
        dataset_id,
        _request(body),
        model=ports.pacer.measured(ports.catalogue.model(model, ports.clock.now().date())),
        limits=ports.pacer.limits_now(model),
        store=ports.store,
        clock=ports.clock,
    )
    price = found.estimate
    return PlanPreview(
        total=found.total,
        tiers={Tier(tier): count for tier, count in found.tiers.items()},
        coverage=Coverage(
            persona=found.coverage.get("persona", {}),
            arc=found.coverage.get("arc", {}),
            topic=found.coverage.get("topic", {}),
        ),
        pairs=[PairCoverage.of(pair) for pair in found.pairs],
        alike=found.alike,
        sample=[_example(*each) for each in zip(found.sample, found.reasons, strict=True)],
        expected_micros=price.expected_micros if price else 0,
        at_most_micros=price.at_most_micros if price else 0,
        expected_seconds=price.expected_seconds if price else 0,
        problems=list(found.problems),
    )


@plans.post("/datasets/{dataset_id}/plan", needs=Permission.WRITE, status=201, conflicts=True)
def apply_plan(call: Call, dataset_id: str, body: PlanRequest) -> PlanApplied:
    """Add the planned conversations to the dataset."""
    from brightrun.usecases import plan

    ports = call.ports
    done = plan.apply_plan(
        call.scope,
        call.actor,
        dataset_id,
        _request(body),
        store=ports.store,
        clock=ports.clock,
        revision=call.if_match,
    )
    return PlanApplied.of(done)
