"""Everything that one call needs, read together for all jobs of a delivery."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from brightrun.domain.answer import ANSWER_SCHEMA
from brightrun.domain.batch import Batch
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.document import Chunk
from brightrun.domain.errors import InvalidInput, NotFound
from brightrun.domain.judging import OPINION_SCHEMA
from brightrun.domain.learned import Learned
from brightrun.domain.limiter import Demand
from brightrun.domain.money import BYTES_PER_TOKEN, Catalogue, ModelInfo, worst_case
from brightrun.domain.prompt import prompt_parameters
from brightrun.domain.prompt_cache import part_key
from brightrun.domain.provider import Prompt
from brightrun.domain.rewrite import Base
from brightrun.domain.slot import Slot
from brightrun.domain.task import Task
from brightrun.domain.template import TemplateVersion
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.tenant import TenantSettings
from brightrun.ports.clock import Clock
from brightrun.ports.services import Job
from brightrun.ports.stores import Batches, Conversations, Datasets, Documents, Learning, Templates, Tenants
from brightrun.usecases.parts.prompting import Made, PromptMaker
from brightrun.usecases.parts.template_shelf import Shelf

SCHEMA_BYTES = max(len(json.dumps(schema)) for schema in (ANSWER_SCHEMA, OPINION_SCHEMA)) + 2_000
"""Room for the longest schema and what the provider adds to enforce it."""


class BriefStore(Conversations, Datasets, Batches, Documents, Templates, Learning, Tenants, Protocol):
    """What a brief is read from."""


@dataclass(frozen=True, slots=True)
class Brief:
    """One conversation to be written and all that its prompt and its score are made of."""

    batch: Batch
    head: ConversationHead
    slot: Slot
    dataset: Dataset
    template: TemplateVersion
    chunks: tuple[Chunk, ...]
    model: ModelInfo
    settings: TenantSettings
    prompt: Prompt
    max_tokens: int
    base: Base | None = None
    """What a rewrite starts from, or what an opinion is on."""

    @property
    def task(self) -> Task:
        return self.batch.task

    @property
    def answer_schema(self) -> dict[str, Any]:
        return OPINION_SCHEMA if self.task.kind == "judge" else ANSWER_SCHEMA

    @property
    def messages(self) -> int:
        """How many messages the answer should hold."""
        return self.slot.turns_planned if self.task.turn is None else 1

    @property
    def reservation(self) -> int:
        """The most that the call can cost, in micro-dollars."""
        return worst_case(self.prompt.size_bytes + SCHEMA_BYTES, self.max_tokens, self.model)

    @property
    def demand(self) -> Demand:
        """What the call will probably take from the provider's limits."""
        return Demand(
            input_tokens=self.model.usual_input_tokens,
            output_tokens=self.model.usual_output_tokens,
            part=part_key(self.prompt.common, BYTES_PER_TOKEN),
        )

    @property
    def parameters(self) -> dict[str, str]:
        """The values that filled the template."""
        variation = self.head.latest_version + 1
        values = prompt_parameters(self.head, self.slot, self.dataset.taxonomy, self.chunks, variation)
        if self.base is None:
            return values
        if self.task.kind == "judge":
            return {**values, "judged_version": str(self.base.version.number)}
        turn = {"turn": str(self.task.turn)} if self.task.turn else {}
        base = {"instruction": self.task.instruction, "base_version": str(self.base.version.number)}
        return {**values, **base, **turn}

    def with_head(self, head: ConversationHead) -> Brief:
        return replace(self, head=head)


@dataclass(frozen=True, slots=True)
class Unpromptable:
    """A conversation whose prompt can't be made: nothing was sent, and this is why."""

    batch: Batch
    head: ConversationHead
    settings: TenantSettings
    reason: str

    def with_head(self, head: ConversationHead) -> Unpromptable:
        return replace(self, head=head)


def read_briefs(
    scope: TenantScope,
    jobs: Sequence[Job],
    *,
    store: BriefStore,
    catalogue: Catalogue,
    clock: Clock,
    any_state: bool = False,
) -> list[Brief | Unpromptable]:
    """Briefs of the jobs that can still be done; a job whose conversation has moved on has none.

    With `any_state`, also of conversations that are under a lease (to settle for a dead worker).
    """
    found: list[Brief | Unpromptable] = []
    settings, learned = _settings(scope, store), Learned(store.taken(scope))
    for batch_id in dict.fromkeys(job.batch_id for job in jobs):
        batch = store.batch(scope, batch_id)
        if batch is None or not (batch.calls_allowed or any_state):
            continue
        mine = [job for job in jobs if job.batch_id == batch_id]
        dataset = store.dataset(scope, batch.dataset_id)
        heads = store.heads(scope, batch.dataset_id, [(job.shard, job.conversation_id) for job in mine])
        ready = [head for head in heads.values() if any_state or head.claimable(batch_id, clock.now())]
        if dataset is None or not ready:
            continue
        try:
            # What was sent to a model before it retired is still settled at its price.
            day = batch.started_at if any_state else clock.now()
            model = catalogue.model(batch.model, day.date())
        except InvalidInput as retired:
            found += [Unpromptable(batch, head, settings, retired.message) for head in ready]
            continue
        if batch.mode == "economy":
            model = model.in_batches()
        passages = store.chunks_by_id(scope, [chunk for head in ready for chunk in head.chunk_ids])
        maker = PromptMaker(scope, batch.task, dataset, store, Shelf(scope, store))
        for head in ready:
            chunks = tuple(passages[chunk] for chunk in head.chunk_ids if chunk in passages)
            try:
                made = maker.make(head, chunks)
                writer = learned.of(model, made.template.template_id)
                found.append(_brief(batch, head, dataset, chunks, writer, settings, made))
            except (InvalidInput, NotFound) as problem:
                found.append(Unpromptable(batch, head, settings, problem.message))
    return found


def _brief(
    batch: Batch,
    head: ConversationHead,
    dataset: Dataset,
    chunks: tuple[Chunk, ...],
    model: ModelInfo,
    settings: TenantSettings,
    made: Made,
) -> Brief:
    return Brief(
        batch=batch,
        head=head,
        slot=made.slot,
        dataset=dataset,
        template=made.template,
        chunks=chunks,
        model=model,
        settings=settings,
        prompt=made.prompt,
        max_tokens=model.call_max_tokens,
        base=made.base,
    )


def _settings(scope: TenantScope, store: Tenants) -> TenantSettings:
    tenant = store.tenant(scope)
    return tenant.settings if tenant else TenantSettings()
