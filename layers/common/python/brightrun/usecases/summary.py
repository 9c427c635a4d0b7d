"""A dataset in figures, counted from its conversations at this moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.budget import dataset_budget_key
from brightrun.domain.conversation import WRITTEN, ConversationHead, Status
from brightrun.domain.errors import NotFound
from brightrun.domain.model import Micros
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Batches, Conversations, Datasets
from brightrun.usecases.parts.row_cache import RowCache


class SummaryStore(Datasets, Batches, Conversations, Protocol):
    """What the figures are counted from."""


@dataclass(frozen=True, slots=True)
class TierFigures:
    """`ready` have been written, `approved` may leave."""

    total: int
    ready: int
    approved: int


@dataclass(frozen=True, slots=True)
class Summary:
    """`counts` is by status, with `flagged`, `seeds` and `total` beside. Money in micro-dollars."""

    counts: dict[str, int]
    by_tier: dict[Tier, TierFigures]
    coverage: dict[str, dict[str, int]]
    spent_micros: Micros
    reserved_micros: Micros
    budget_micros: Micros
    running_batch_id: str | None
    average_score: float | None


def summarise(scope: TenantScope, dataset_id: str, *, store: SummaryStore, rows: RowCache) -> Summary:
    """Raises NotFound."""
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    heads = rows.rows(scope, dataset, store=store).heads
    budget = store.budget(scope, dataset_budget_key(dataset_id))
    open_runs = [run for run in store.batches(scope, dataset_id) if run.state != "ended"]
    runs = sorted(open_runs, key=lambda run: (run.kind == "single", run.id))
    scores = [head.score for head in heads if head.score is not None]
    return Summary(
        counts=_counts(heads),
        by_tier={tier: _tier(heads, tier) for tier in Tier},
        coverage={
            "persona": _by_word(head.persona for head in heads),
            "arc": _by_word(head.arc for head in heads),
            "topic": _by_word(head.topic for head in heads),
        },
        spent_micros=budget.spent if budget else 0,
        reserved_micros=budget.reserved if budget else 0,
        budget_micros=dataset.budget_micros,
        running_batch_id=runs[0].id if runs else None,
        average_score=round(sum(scores) / len(scores), 1) if scores else None,
    )


def _by_word(words: Iterable[str]) -> dict[str, int]:
    """An example of the owner's may be filed under nothing."""
    return dict(Counter(filter(None, words)))


def _counts(heads: Sequence[ConversationHead]) -> dict[str, int]:
    by_status = Counter(head.status for head in heads)
    return {
        **{status.value: by_status[status] for status in Status},
        "flagged": sum(head.flagged for head in heads),
        "seeds": sum(head.is_seed for head in heads),
        "total": len(heads),
    }


def _tier(heads: Sequence[ConversationHead], tier: Tier) -> TierFigures:
    mine = [head.status for head in heads if head.tier is tier]
    return TierFigures(
        total=len(mine),
        ready=sum(status in WRITTEN for status in mine),
        approved=mine.count(Status.APPROVED),
    )
