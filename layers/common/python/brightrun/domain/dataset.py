"""A dataset: the project that a set of conversations belongs to."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from brightrun.domain.model import Instant, Micros, Record
from brightrun.domain.slot import shard_of
from brightrun.domain.taxonomy import Taxonomy, TierWeights

MOST_CONVERSATIONS = 10_000


Combination = dict[str, str]
"""Words by dimension, such as a persona with an arc."""


class PendingPlan(Record):
    """A plan that was accepted and is being written; whoever comes next finishes it."""

    id: str
    request: dict[str, Any]
    first_number: int
    total: int
    accepted_at: Instant


class PendingSeeds(Record):
    """The owner's own conversations, accepted with their texts stored; whoever comes next finishes their rows."""

    id: str
    first_number: int
    conversations: tuple[str, ...]
    """In the order of their numbers."""
    accepted_at: Instant


class Dataset(Record):
    id: str
    name: str = Field(min_length=1, max_length=120)
    prefix: str = Field(default="BR", pattern=r"^[A-Z][A-Z0-9]{0,5}$")
    taxonomy: Taxonomy
    tier_weights: TierWeights = TierWeights()
    not_needed: tuple[Combination, ...] = Field(default=(), max_length=500)
    """Pairs that the owner wants no conversation for: no gaps."""
    budget_micros: Micros = Field(default=10_000_000, ge=0, le=1_000_000_000_000)
    last_number: int = 0
    """The highest conversation number ever given out."""
    pending_plan: PendingPlan | None = None
    pending_seeds: PendingSeeds | None = None
    created_at: Instant
    updated_at: Instant
    created_by: str
    revision: int = 1

    @property
    def shard_count(self) -> int:
        """How many shards of heads exist; 0 for an empty dataset."""
        return 0 if self.last_number == 0 else shard_of(self.last_number) + 1
