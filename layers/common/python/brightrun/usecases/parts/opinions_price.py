"""What second opinions on a run's conversations will cost, before a word of them is written."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Protocol

from brightrun.domain.errors import NotFound
from brightrun.domain.estimate.forecast import estimate, sensible
from brightrun.domain.estimate.records import Estimate, OpinionsLine, PlannedCall
from brightrun.domain.learned import Learned
from brightrun.domain.money import Catalogue, ModelInfo
from brightrun.domain.opinion import RUBRIC
from brightrun.domain.task import Task
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Learning, Templates
from brightrun.usecases.parts.brief import SCHEMA_BYTES
from brightrun.usecases.parts.forecast import Forecast
from brightrun.usecases.parts.pacing import Pacer
from brightrun.usecases.parts.template_shelf import leading_version

_MATERIAL_BYTES = 4_000
"""Plan and passages, of which a prompt says how long they are only with its template."""


class PriceStore(Learning, Templates, Protocol):
    """What it is reckoned from."""


def with_opinions(
    scope: TenantScope,
    found: Forecast,
    task: Task,
    *,
    writer: str,
    pacer: Pacer,
    store: PriceStore,
    catalogue: Catalogue,
    clock: Clock,
) -> Forecast:
    """The forecast of a run with what the opinions on it will cost, and with a limit that leaves room for them."""
    wanted = found.settings.second_opinion
    if task.kind == "judge" or not (wanted.on and wanted.after_runs):
        return found
    today = clock.now().date()
    model = catalogue.model(wanted.model or found.settings.default_model or writer, today)
    price = _price(scope, found, catalogue.model(writer, today), model, pacer=pacer, store=store)
    if price is None:
        return found
    line = OpinionsLine(
        model=model.id,
        model_name=model.name,
        expected_micros=price.expected_micros,
        at_most_micros=price.at_most_micros,
    )
    more = price.expected_micros + price.one_call_at_most_micros
    offers = tuple(
        each.model_copy(update={"suggested_cap_micros": sensible(each.suggested_cap_micros + more)})
        for each in found.estimate.modes
    )
    chosen = next(each for each in offers if each.mode == found.estimate.mode)
    told = {"opinions": line, "modes": offers, "suggested_cap_micros": chosen.suggested_cap_micros}
    return replace(found, estimate=found.estimate.model_copy(update=told))


def _price(
    scope: TenantScope, found: Forecast, writer: ModelInfo, model: ModelInfo, *, pacer: Pacer, store: PriceStore
) -> Estimate | None:
    try:
        rubric = leading_version(scope, RUBRIC, store)
    except NotFound:
        return None
    common = len(rubric.body.encode())
    learned = Learned(store.taken(scope))

    def size(template_id: str) -> int:
        written = learned.of(writer, template_id).usual_output_tokens * writer.bytes_per_token
        return common + _MATERIAL_BYTES + math.ceil(written) + SCHEMA_BYTES

    calls = [
        PlannedCall(tier=head.tier, prompt_bytes=size(head.template_id or ""), common_bytes=common, template_id=RUBRIC)
        for head in found.heads
    ]
    return estimate(
        calls,
        model=pacer.measured(model),
        limits=pacer.limits_now(model.id),
        most_paid_attempts=found.settings.max_paid_attempts,
        learned=learned,
    )
