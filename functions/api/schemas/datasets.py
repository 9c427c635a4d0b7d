"""Datasets, their plans and their figures."""

from __future__ import annotations

from pydantic import Field

from brightrun.domain.estimate.records import Notice
from brightrun.domain.model import Instant, Micros
from brightrun.domain.taxonomy import Taxonomy, Tier, TierWeights
from functions.api.schemas.batches import Batch
from functions.api.schemas.coverage import Dimension
from functions.api.schemas.wire import Listing, Wire


class Thresholds(Wire):
    """Below `flag_below` a conversation is flagged; an edge case passes above `edge_case_min` only."""

    flag_below: float
    edge_case_min: float


class Dataset(Wire):
    id: str
    name: str
    prefix: str
    taxonomy: Taxonomy
    tier_weights: TierWeights
    not_needed: list[dict[str, str]]
    budget_micros: Micros
    thresholds: Thresholds
    conversation_count: int
    revision: int
    created_at: Instant
    updated_at: Instant


class Datasets(Listing[Dataset]):
    """All datasets of the workspace, newest first."""


class NewDataset(Wire):
    """The taxonomy comes from a starter pack or is given; a given one wins."""

    name: str = Field(min_length=1, max_length=120)
    prefix: str | None = Field(default=None, pattern=r"^[A-Z][A-Z0-9]{0,5}$")
    pack: str | None = Field(default=None, max_length=80)
    taxonomy: Taxonomy | None = None
    tier_weights: TierWeights | None = None
    budget_micros: Micros | None = Field(default=None, ge=0, le=1_000_000_000_000)


class DatasetChange(Wire):
    """What to change; what is left out stays."""

    name: str | None = Field(default=None, min_length=1, max_length=120)
    taxonomy: Taxonomy | None = None
    tier_weights: TierWeights | None = None
    not_needed: tuple[dict[Dimension, str], ...] | None = Field(default=None, max_length=500)
    budget_micros: Micros | None = Field(default=None, ge=0, le=1_000_000_000_000)


class Vocabulary(Wire):
    """A dataset's words as CSV: `list`, `name` and what belongs to that list, a line for each word."""

    text: str = Field(min_length=1, max_length=1_000_000)


class StatusCounts(Wire):
    """Conversations by status. `flagged` and `seeds` are marks: those are counted in a status as well."""

    planned: int
    queued: int
    generating: int
    generated: int
    flagged: int
    failed: int
    approved: int
    rejected: int
    needs_edit: int
    total: int
    seeds: int


class TierFigures(Wire):
    """`ready` have been written, `approved` may leave."""

    total: int
    ready: int
    approved: int


class Coverage(Wire):
    """How many conversations each name has."""

    persona: dict[str, int]
    arc: dict[str, int]
    topic: dict[str, int]


class Summary(Wire):
    """A dataset in figures, counted from its conversations at this moment."""

    counts: StatusCounts
    by_tier: dict[Tier, TierFigures]
    spent_micros: Micros
    reserved_micros: Micros
    budget_micros: Micros
    running_batch: Batch | None
    coverage: Coverage
    average_score: float | None


class Likeness(Wire):
    """Another conversation, and the estimated share of what both say word for word, 0 to 1."""

    id: str
    ref: str
    likeness: float


class NearPair(Wire):
    """A conversation that says nearly what an earlier one says."""

    id: str
    ref: str
    other: Likeness


class Similarity(Wire):
    """How different the written conversations are. At most 100 pairs and 50 openings are listed; the counts are whole.

    `diversity` is the share, 0 to 1, of those that neither repeat another nor begin with its first six words.
    """

    compared: int
    diversity: float
    near_duplicates: int
    shared_openings: int
    pairs: list[NearPair]
    openings: list[list[str]]


class PlanRequest(Wire):
    """How many conversations to plan, for whom and from which documents (all when none is named)."""

    total: int = Field(ge=1, le=10_000)
    tier_weights: TierWeights | None = None
    personas: list[str] | None = Field(default=None, min_length=1, max_length=60)
    document_ids: list[str] | None = Field(default=None, min_length=1, max_length=500)


class PlannedExample(Wire):
    """One conversation as it would be planned."""

    ref: str
    tier: Tier
    persona: str
    emotion: str
    arc: str
    topic: str
    intent: str
    tone: str
    situation: str
    turns_planned: int
    edge_case: str | None
    chunk_ids: list[str]
    reasons: list[str]


class PairCoverage(Wire):
    """How many of the possible pairs of two dimensions a plan holds at least once."""

    rows: str
    columns: str
    covered: int
    possible: int


class PlanPreview(Wire):
    """What a plan would make, before anything is stored. `alike` are those that repeat another's words."""

    total: int
    tiers: dict[Tier, int]
    coverage: Coverage
    pairs: list[PairCoverage]
    alike: int
    sample: list[PlannedExample]
    expected_micros: Micros
    at_most_micros: Micros
    expected_seconds: float
    problems: list[Notice]


class PlanApplied(Wire):
    created: int
    tiers: dict[Tier, int]
    total: int


class VerifyCheck(Wire):
    name: str
    ok: bool
    detail: str


class Verification(Wire):
    """Whether chain, ledger and states of a dataset hold together."""

    ok: bool
    checks: list[VerifyCheck]
