"""Conversations: the table's rows, one conversation in full, and what a person decides."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from brightrun.domain.answer import MOST_CHARACTERS
from brightrun.domain.attempt import AttemptKind, Outcome
from brightrun.domain.conversation import Decision, Review, Status
from brightrun.domain.model import Instant, Micros
from brightrun.domain.opinion import OpinionLine
from brightrun.domain.row_filter import RowFilter
from brightrun.domain.task import TaskKind
from brightrun.domain.taxonomy import Tier
from brightrun.domain.version import MOST_TURNS, Quality, Removal, Turn
from brightrun.domain.words import Failure
from functions.api.schemas.datasets import Likeness
from functions.api.schemas.opinions import Opinion
from functions.api.schemas.wire import Listing, Wire


class RowQuery(RowFilter):
    """Filters (repeat a parameter for "or"), search, sort (`-score` is descending) and page."""

    in_text: bool = False
    """Search inside the texts too, of the first 1,000 rows that the other filters leave."""
    sort: str = Field(default="ref", max_length=40)
    limit: int = Field(default=50, ge=1, le=200)
    cursor: str | None = Field(default=None, max_length=2048)


class ConversationRow(Wire):
    """A row of the table."""

    id: str
    ref: str
    dataset_id: str
    title: str
    persona: str
    emotion: str
    arc: str
    topic: str
    intent: str
    tone: str
    content_category: str
    topic_cluster: str
    outcome: str
    tier: Tier
    status: Status
    flagged: bool
    flags: list[str]
    score: float | None
    opinion: OpinionLine | None
    turn_count: int
    current_version: int | None
    latest_version: int
    written_by: str | None
    template_id: str | None
    template_name: str | None
    template_version: int | None
    chunk_ids: list[str]
    source_document_ids: list[str]
    source_categories: list[str]
    batch_id: str | None
    failure: Failure | None
    cost_micros: Micros
    paid_attempts: int
    is_seed: bool
    tags: list[str]
    review: Review | None
    stars: int | None
    revision: int
    created_at: Instant
    updated_at: Instant
    generated_at: Instant | None
    started_at: Instant | None


class SearchedTexts(Wire):
    """How many texts a search looked into, and how many it had to leave out."""

    rows: int
    left_out: int


class Rows(Listing[ConversationRow]):
    """A page of rows. `facets` counts, for each filter, what the other filters leave; `labels` names ids in them."""

    facets: dict[str, dict[str, int]]
    labels: dict[str, dict[str, str]]
    searched: SearchedTexts | None
    datasets_left_out: int
    revision: str


class Version(Wire):
    """One content of a conversation; it never changes."""

    number: int
    origin: Literal["attempt", "edit", "import"]
    title: str
    turns: list[Turn]
    quality: Quality
    written_by: str
    model: str
    template_id: str
    template_version: int
    parameters: dict[str, str]
    confidence: float | None
    confidence_reason: str
    facts_used: list[str]
    cost_micros: Micros
    base_version: int | None
    instruction: str
    created_at: Instant
    created_by: str
    created_by_name: str
    changed_at: Instant | None
    opinion: Opinion | None
    removed: Removal | None


class VersionLine(Wire):
    """One line of the history."""

    number: int
    origin: Literal["attempt", "edit", "import"]
    score: float
    written_by: str
    model: str
    template_id: str
    template_version: int
    cost_micros: Micros
    base_version: int | None
    instruction: str
    created_at: Instant
    by: str
    by_name: str
    removed: Removal | None


class EditedTurn(Wire):
    number: int = Field(ge=1, le=MOST_TURNS)
    content: str = Field(max_length=MOST_CHARACTERS)


class EditRequest(Wire):
    """New texts of messages, on top of the version that the person sees."""

    version: int = Field(ge=1)
    turns: list[EditedTurn] = Field(min_length=1, max_length=MOST_TURNS)


class DeleteVersions(Wire):
    numbers: list[int] = Field(min_length=1, max_length=200)


class KeptVersion(Wire):
    number: int
    code: str
    reason: str


class PlannedSlot(Wire):
    """What the plan asks for."""

    situation: str
    turns_planned: int
    edge_case: str | None
    problem_context: str
    solution_action: str
    scenario_outcome: str


class SourceFact(Wire):
    """A passage that the conversation was planned from, by the label that its facts carry."""

    id: str
    document_id: str
    document_title: str
    label: str
    text: str


class Conversation(ConversationRow):
    """One conversation in full, with its current version and up to five others that say nearly the same."""

    slot: PlannedSlot
    chunks: list[SourceFact]
    version: Version | None
    versions: list[VersionLine]
    similar: list[Likeness]


class Edit(Wire):
    """The row after an edit, the version that holds it, and what its text scored before."""

    row: ConversationRow
    version: Version
    was_score: float


class DeletedVersions(Wire):
    """Which versions went, and which had to stay, each with its reason."""

    row: ConversationRow
    deleted: list[int]
    kept: list[KeptVersion]


class AttemptProblem(Wire):
    code: str
    reason: str


class Attempt(Wire):
    """One call to the model, with what it cost. Null where nobody knows."""

    id: str
    kind: AttemptKind
    task: TaskKind
    outcome: Outcome
    model: str
    input_tokens: int
    output_tokens: int
    thinking_tokens: int | None
    cache_read_tokens: int
    cache_write_tokens: int
    reserved_micros: Micros
    cost_micros: Micros
    request_id: str | None
    stop_reason: str | None
    error: AttemptProblem | None
    started_at: Instant
    ended_at: Instant | None
    duration_ms: int | None
    batch_id: str


class Attempts(Listing[Attempt]):
    """Every call for a conversation, oldest first."""


class FullAttempt(Attempt):
    """One call with what filled its template, and the request and the answer as they were kept then.

    `request` is null when nothing was sent, `answer` when none came back.
    """

    template_id: str
    template_version: int
    parameters: dict[str, str]
    http_status: int | None
    request: dict[str, Any] | None
    answer: dict[str, Any] | None


class ReviewRequest(Wire):
    """A decision on the version that was read."""

    decision: Decision
    version: int = Field(ge=1)
    note: str = Field(default="", max_length=4_000)
    reasons: list[str] = Field(default_factory=list, max_length=20)
    reading_seconds: int | None = Field(default=None, ge=0, le=86_400)
    """From opening it to deciding, without the pauses of more than five minutes."""


class Rating(Wire):
    """One to five stars, or none."""

    stars: int | None = Field(ge=1, le=5)


class Opened(Wire):
    """The version that somebody has before their eyes."""

    version: int = Field(ge=1)


class Reader(Wire):
    """Somebody else who has it on their screen."""

    user_id: str
    name: str


class Readers(Wire):
    """Who else reads the same conversation just now."""

    readers: list[Reader]
