"""What is asked of a plan, what it is made from, and every plain reason to refuse it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from pydantic import Field

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import MOST_CONVERSATIONS, Combination, Dataset
from brightrun.domain.document import Chunk
from brightrun.domain.errors import InvalidInput
from brightrun.domain.model import Record
from brightrun.domain.plan.shares import tier_counts
from brightrun.domain.slot import Slot
from brightrun.domain.taxonomy import Taxonomy, Tier, TierWeights
from brightrun.domain.template import Template


class Fill(Record):
    """A gap to be filled: so many conversations of these words (a persona with an arc, a document, a tier)."""

    where: Combination
    count: int = Field(ge=1, le=1_000)


class PlanRequest(Record):
    """How many conversations, in which shares, for which personas, from which documents (None: all).

    With `fills` it tops up: `total` is their sum, and the rows count as additions to the plan.
    """

    total: int
    personas: tuple[str, ...] | None = None
    fills: tuple[Fill, ...] = ()
    tier_weights: TierWeights | None = None
    document_ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk with what its document says of it."""

    chunk: Chunk
    category: str
    document_title: str = ""


@dataclass(frozen=True, slots=True)
class PlanStamp:
    """What makes a plan's expansion repeatable: whoever finishes it makes the very same slots."""

    plan_id: str
    first_number: int
    accepted_at: datetime


@dataclass(frozen=True, slots=True)
class PlannedSlot:
    """One conversation to be: what is asked for, and its row in the table."""

    slot: Slot
    head: ConversationHead


_TIER_NAMES: Mapping[Tier, str] = {
    Tier.TEMPLATE: "template",
    Tier.SCENARIO: "scenario",
    Tier.EDGE_CASE: "edge-case",
}


def counts_of(request: PlanRequest, dataset: Dataset, first_number: int) -> dict[Tier, int]:
    """The tiers' counts of a request that may be made. Raises InvalidInput in plain English."""
    if request.total < 1:
        raise InvalidInput(
            "A plan needs at least one conversation.",
            code="plan_empty",
            fields=[("total", "must be at least 1")],
        )
    overall = first_number - 1 + request.total
    if overall > MOST_CONVERSATIONS:
        raise InvalidInput(
            f"A dataset holds at most {MOST_CONVERSATIONS:,} conversations; this plan would make {overall:,}.",
            code="plan_too_large",
            fields=[("total", f"at most {max(0, MOST_CONVERSATIONS - first_number + 1):,} more")],
        )
    return tier_counts(request.total, request.tier_weights or dataset.tier_weights)


def usable(request: PlanRequest, passages: Sequence[Passage]) -> list[Passage]:
    """The passages that the owner released and the request names, in a stable order."""
    wanted = None if request.document_ids is None else set(request.document_ids)
    released = (
        passage
        for passage in passages
        if passage.chunk.may_enter_prompts and (wanted is None or passage.chunk.document_id in wanted)
    )
    return sorted(released, key=lambda passage: passage.chunk.id)


def stands_in(passage: Passage, where: Mapping[str, str]) -> bool:
    """Whether a passage is of the document, or of the category of documents, that `where` names."""
    return (
        where.get("document_id", passage.chunk.document_id) == passage.chunk.document_id
        and where.get("source_category", passage.category) == passage.category
    )


def check_material(
    counts: Mapping[Tier, int],
    taxonomy: Taxonomy,
    passages: Sequence[Passage],
    templates: Sequence[Template],
) -> None:
    """Refuses a plan that lacks words, passages or templates, before anything is made."""
    _check_words(taxonomy)
    for tier in (Tier.SCENARIO, Tier.EDGE_CASE):
        if counts[tier] and not passages:
            raise InvalidInput(
                f"{counts[tier]} {_TIER_NAMES[tier]} conversations are planned, and they are built on "
                "passages of your documents, but no passage may be used. Import a document, or release "
                "passages for training.",
                code="no_passages",
            )
    for tier, count in counts.items():
        if count and not any(template.tier is tier for template in templates):
            raise InvalidInput(
                f"There is no template for {_TIER_NAMES[tier]} conversations.",
                code="no_template",
            )
    if counts[Tier.TEMPLATE]:
        _check_arcs(taxonomy, templates)


def _check_words(taxonomy: Taxonomy) -> None:
    lists: tuple[tuple[str, Sequence[object]], ...] = (
        ("persona", taxonomy.personas),
        ("arc", taxonomy.arcs),
        ("topic", taxonomy.topics),
        ("intent", taxonomy.intents),
        ("tone", taxonomy.tones),
        ("outcome", taxonomy.outcomes),
        ("edge case", taxonomy.edge_cases),
    )
    for name, values in lists:
        if not values:
            raise InvalidInput(
                f"The dataset's vocabulary has no {name} yet; a plan needs at least one.",
                code="empty_taxonomy",
            )


def _check_arcs(taxonomy: Taxonomy, templates: Sequence[Template]) -> None:
    tier_one = [template for template in templates if template.tier is Tier.TEMPLATE]
    served = {template.arc for template in tier_one}
    if None in served:
        return
    missing = [arc.name for arc in taxonomy.arcs if arc.name not in served]
    if missing:
        raise InvalidInput(
            f"There is no template for the arc {missing[0]}.",
            code="no_template",
            fields=[("arcs", f"{name} has no template") for name in missing],
        )
