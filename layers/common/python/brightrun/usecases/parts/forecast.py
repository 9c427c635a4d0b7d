"""The estimate of a run, from the real prompts of a few of its conversations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from brightrun.domain.batch import Mode
from brightrun.domain.budget import Budget, dataset_budget_key, month_budget_key, opinions_budget_key
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.errors import InvalidInput, NotFound
from brightrun.domain.estimate.forecast import estimate
from brightrun.domain.estimate.records import Allowances, Estimate, Notice, PlannedCall
from brightrun.domain.learned import Learned
from brightrun.domain.money import Catalogue
from brightrun.domain.opinion import RUBRIC
from brightrun.domain.task import Task
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.tenant import TenantSettings
from brightrun.domain.timing import deadline_seconds
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Batches, Conversations, Datasets, Documents, Learning, Templates, Tenants
from brightrun.usecases.parts.brief import SCHEMA_BYTES
from brightrun.usecases.parts.pacing import Pacer
from brightrun.usecases.parts.prompting import REWRITE_TEMPLATE, PromptMaker
from brightrun.usecases.parts.template_shelf import Shelf

_SAMPLE_PER_TIER = 4


class ForecastStore(Conversations, Datasets, Batches, Documents, Templates, Learning, Tenants, Protocol):
    """What a forecast is read from."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The estimate with what limits it and who it is for."""

    estimate: Estimate
    heads: tuple[ConversationHead, ...]
    dataset: Dataset
    settings: TenantSettings
    budgets: tuple[Budget, ...]
    """What it draws on beside its own limit: the dataset's, the month's and, for opinions, their own."""
    left_out: Mapping[str, int] = field(default_factory=dict[str, int])
    """How many of the chosen ones stay as they are, by the reason."""

    @property
    def dataset_remaining(self) -> int:
        return self.budgets[0].remaining

    @property
    def month_remaining(self) -> int:
        return self.budgets[1].remaining


def forecast(
    scope: TenantScope,
    dataset: Dataset,
    heads: Sequence[ConversationHead],
    *,
    model_id: str,
    task: Task,
    mode: Mode = "now",
    cap_micros: int | None,
    pacer: Pacer,
    store: ForecastStore,
    catalogue: Catalogue,
    clock: Clock,
) -> Forecast:
    """What these conversations will cost on this model. Opens the month's and the dataset's budget if need be."""
    tenant = store.tenant(scope)
    settings = tenant.settings if tenant else TenantSettings()
    now = clock.now()
    model = pacer.measured(catalogue.model(model_id, now.date()))
    dataset_budget = store.open_budget(scope, dataset_budget_key(dataset.id), dataset.budget_micros)
    month_budget = store.open_budget(scope, month_budget_key(now), settings.monthly_budget_micros)
    budgets = [dataset_budget, month_budget]
    if task.kind == "judge":
        most = settings.second_opinion.monthly_micros
        budgets.append(store.open_budget(scope, opinions_budget_key(now), most))
    calls, problems = _calls(PromptMaker(scope, task, dataset, store, Shelf(scope, store)), heads, store)
    others = [other for other in catalogue.models if other.id != model.id]
    result = estimate(
        calls,
        model=model,
        mode=mode,
        limits=pacer.limits_now(model_id),
        most_paid_attempts=settings.max_paid_attempts,
        learned=Learned(store.taken(scope)),
        alternatives=[other for other in others if other.retires_on is None or other.retires_on > now.date()],
        allowances=Allowances(
            dataset_remaining_micros=dataset_budget.remaining,
            month_remaining_micros=month_budget.remaining,
            cap_micros=cap_micros,
            warn_cost_micros=settings.warn_cost_micros,
            warn_minutes=settings.warn_minutes,
            ends_by=(now + timedelta(seconds=deadline_seconds(mode))).date(),
        ),
    )
    if problems:
        result = result.model_copy(update={"problems": (*result.problems, *problems)})
    return Forecast(
        estimate=result,
        heads=tuple(heads),
        dataset=dataset,
        settings=settings,
        budgets=tuple(budgets),
    )


def _calls(
    maker: PromptMaker, heads: Sequence[ConversationHead], store: Documents
) -> tuple[list[PlannedCall], list[Notice]]:
    """Sizes from a sample of each tier's real prompts; the longest stands for the rest of its tier."""
    longest: dict[Tier, tuple[int, int]] = {}
    problems: list[Notice] = []
    for tier in Tier:
        sample = [head for head in heads if head.tier is tier]
        step = max(1, len(sample) // _SAMPLE_PER_TIER)
        for head in sample[::step][:_SAMPLE_PER_TIER]:
            try:
                size = _prompt_bytes(maker, head, store)
            except (InvalidInput, NotFound) as problem:
                problems.append(Notice(code=problem.code, sentence=problem.message, ids=(head.id,)))
                continue
            longest[tier] = max(longest.get(tier, (0, 0)), size)
    calls = [
        PlannedCall(
            tier=head.tier,
            prompt_bytes=longest[head.tier][0] if head.tier in longest else None,
            common_bytes=longest[head.tier][1] if head.tier in longest else None,
            template_id=_template_id(maker.task, head),
            output_share=1.0 if maker.task.turn is None else 1 / max(1, head.turn_count),
        )
        for head in heads
    ]
    return calls, problems


def _template_id(task: Task, head: ConversationHead) -> str:
    of_task = {"rewrite": REWRITE_TEMPLATE, "judge": RUBRIC}.get(task.kind)
    return of_task or task.template_id or head.template_id or ""


def _prompt_bytes(maker: PromptMaker, head: ConversationHead, store: Documents) -> tuple[int, int]:
    passages = store.chunks_by_id(maker.scope, head.chunk_ids)
    prompt = maker.make(head, tuple(passages[id_] for id_ in head.chunk_ids if id_ in passages)).prompt
    return prompt.size_bytes + SCHEMA_BYTES, len(prompt.common.encode())
