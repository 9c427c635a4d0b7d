"""What a plan is made from, read from storage, and the calls that it would lead to."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.errors import NotFound
from brightrun.domain.estimate.records import PlannedCall
from brightrun.domain.plan import Passage, PlannedSlot, PlanRequest
from brightrun.domain.prompt import render
from brightrun.domain.slot import number_of, shard_of
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations, Datasets, Documents, Templates
from brightrun.usecases.parts.brief import SCHEMA_BYTES
from brightrun.usecases.parts.rows import heads_of_shards
from brightrun.usecases.parts.template_shelf import Shelf

_PROMPTS_A_TIER = 8


class MaterialStore(Datasets, Documents, Templates, Protocol):
    """Where a plan's material comes from."""


def dataset_or_not_found(scope: TenantScope, dataset_id: str, store: Datasets) -> Dataset:
    """The dataset. Raises NotFound."""
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    return dataset


def passages_of(scope: TenantScope, request: PlanRequest, store: Documents) -> list[Passage]:
    """The chunks of the chosen documents, or of all. Raises NotFound for an unknown one."""
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


def existing_rows(scope: TenantScope, dataset: Dataset, below: int, store: Conversations) -> list[ConversationHead]:
    """The conversations numbered below `below`: what a plan that begins there comes on top of."""
    shards = range(0 if below <= 1 else shard_of(below - 1) + 1)
    heads = heads_of_shards(scope, dataset.id, shards, store)
    return sorted((head for head in heads if number_of(head.ref) < below), key=lambda head: head.id)


def calls_of(
    scope: TenantScope,
    planned: Sequence[PlannedSlot],
    dataset: Dataset,
    passages: Sequence[Passage],
    store: MaterialStore,
) -> list[PlannedCall]:
    """A call each. Some prompts of every tier are made; the others count as the largest of them."""
    chunks = {passage.chunk.id: passage.chunk for passage in passages}
    shelf = Shelf(scope, store)
    largest: dict[Tier, tuple[int, int]] = {}
    for tier in Tier:
        own = [one for one in planned if one.head.tier is tier]
        for one in islice(own, 0, None, max(1, len(own) // (_PROMPTS_A_TIER))):
            try:
                version = shelf.version_for(one.head)
            except NotFound:
                continue
            prompt = render(
                head=one.head,
                slot=one.slot,
                template=version,
                chunks=[chunks[name] for name in one.head.chunk_ids],
                taxonomy=dataset.taxonomy,
                variation=1,
            )
            size = (prompt.size_bytes + SCHEMA_BYTES, len(prompt.common.encode()))
            largest[tier] = max(largest.get(tier, size), size)
    return [
        PlannedCall(
            tier=one.head.tier,
            prompt_bytes=largest[one.head.tier][0] if one.head.tier in largest else None,
            common_bytes=largest[one.head.tier][1] if one.head.tier in largest else None,
            template_id=one.head.template_id or "",
        )
        for one in planned
    ]
