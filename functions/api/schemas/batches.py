"""Batches: what they may cost, how they stand and how they are steered."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from brightrun.domain.batch import MOST_CONVERSATIONS, Counts, End, Mode, PauseReason, Promise, State
from brightrun.domain.budget import BudgetKind, BudgetWarning
from brightrun.domain.estimate.records import Alternative, Driver, ModeOffer, Notice, OpinionsLine
from brightrun.domain.model import Instant, Micros
from brightrun.domain.provider_batch import ProviderBatch
from brightrun.domain.selection import Selection
from brightrun.domain.task import MOST_OF_AN_INSTRUCTION, Task
from brightrun.domain.taxonomy import Tier
from brightrun.domain.version import MOST_TURNS
from brightrun.domain.words import Failure
from functions.api.schemas.bulk import BulkReason
from functions.api.schemas.wire import Listing, Wire


class EstimateRequest(Wire):
    selection: Selection
    mode: Mode = "now"
    model: str | None = Field(default=None, max_length=120)
    task: Task = Field(default_factory=Task)


class StartBatch(Wire):
    """`cap_micros` is never exceeded: the worst case of each call is set aside before it is made.

    `until_passing`: weak ones are written again, at most three times, until so many have no flag.
    """

    selection: Selection
    mode: Mode = "now"
    model: str | None = Field(default=None, max_length=120)
    task: Task = Field(default_factory=Task)
    cap_micros: Micros = Field(ge=1, le=1_000_000_000_000)
    until_passing: int | None = Field(default=None, ge=1, le=MOST_CONVERSATIONS)
    notify: bool = False


class GenerateOne(Wire):
    """Another template or model than last time; what is there stays as an older version."""

    model: str | None = Field(default=None, max_length=120)
    template_id: str | None = Field(default=None, max_length=64)
    template_version: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _a_version_is_of_something(self) -> Self:
        if self.template_version and not self.template_id:
            raise ValueError("a version needs its template")
        return self


class RepairOne(Wire):
    """What to change in a version, in the owner's words: everywhere, or in the message `turn` alone."""

    instruction: str = Field(min_length=1, max_length=MOST_OF_AN_INSTRUCTION)
    turn: int | None = Field(default=None, ge=1, le=MOST_TURNS)
    version: int = Field(ge=1)
    model: str | None = Field(default=None, max_length=120)

    @field_validator("instruction")
    @classmethod
    def _says_something(cls, instruction: str) -> str:
        if not instruction.strip():
            raise ValueError("say what should change")
        return instruction


class JudgeOne(Wire):
    """Which version is to be read; the current one when none is named."""

    version: int | None = Field(default=None, ge=1)


class ResumeBatch(Wire):
    """A higher cap, for a run that stopped at its cap."""

    cap_micros: Micros | None = Field(default=None, ge=1, le=1_000_000_000_000)


class RetryFailed(Wire):
    """Which of the failed ones; all when none is named."""

    ids: list[str] | None = Field(default=None, min_length=1, max_length=10_000)


class RemainingBudget(Wire):
    dataset_remaining_micros: Micros
    month_remaining_micros: Micros


class Estimate(Wire):
    """What a run is expected to cost and take, and the most that it can cost."""

    count: int
    by_tier: dict[Tier, int]
    expected_micros: Micros
    at_most_micros: Micros
    one_call_at_most_micros: Micros
    drivers: list[Driver]
    expected_seconds_low: float
    expected_seconds_high: float
    model: str
    model_name: str
    prices_as_of: date
    mode: Mode
    modes: list[ModeOffer]
    alternatives: list[Alternative]
    budget: RemainingBudget
    suggested_cap_micros: Micros
    left_out: list[BulkReason]
    """Why some of the chosen ones stay as they are."""
    opinions: OpinionsLine | None
    """Second opinions on all of it, afterwards; they are not in the expected cost."""
    warnings: list[Notice]
    problems: list[Notice]


class CurrentItem(Wire):
    """A conversation that is being written now."""

    id: str
    ref: str
    persona: str
    emotion: str
    topic: str
    since: Instant


class Throttled(Wire):
    """The provider asked us to slow down."""

    until: Instant | None
    sentence: str


class FailedItem(Wire):
    id: str
    ref: str
    persona: str
    emotion: str
    topic: str
    failure: Failure
    cost_micros: Micros


class RunPart(Wire):
    """A part of an economy run: nothing is known of its conversations until the whole part is ready."""

    number: int
    count: int
    state: Literal["preparing", "writing", "stopping", "ready"]
    held_micros: Micros
    sent_at: Instant | None
    ready_by: Instant | None
    """At the latest; mostly within an hour of `sent_at`."""
    ready_at: Instant | None

    @classmethod
    def of_part(cls, part: ProviderBatch, *, over: bool) -> RunPart:
        """`over`: its run has ended, so nothing of it is out any more."""
        done = over or part.state == "settled"
        state = "ready" if done else "preparing" if part.state in {"gathered", "returning"} else "writing"
        if part.cancel_asked and state == "writing":
            state = "stopping"
        return cls.model_validate(
            {
                "number": part.number,
                "count": len(part.calls),
                "state": state,
                "held_micros": 0 if done else part.held_micros,
                "sent_at": part.submitted_at,
                "ready_by": None if done else part.ready_by,
                "ready_at": part.settled_at,
            }
        )


class Batch(Wire):
    """A run as it stands, counted from its conversations."""

    id: str
    dataset_id: str
    kind: Literal["batch", "single"]
    mode: Mode
    model: str
    written_by: list[str]
    """Who really wrote what is ready: `sandbox:` before a name is the practice model."""
    task: Task
    state: State
    pause_reason: PauseReason | None
    pause_sentence: str
    pause_budget: BudgetKind | None
    stop_sentence: str
    end: End | None
    opinions_run: str | None
    opinions_sentence: str
    run: int
    until_passing: int | None
    rounds: int
    """How often its weak ones have been written again."""
    cap_micros: Micros
    spent_micros: Micros
    reserved_micros: Micros
    estimate: Promise
    counts: Counts
    percent: float
    current: list[CurrentItem]
    rate_per_minute: float | None
    eta_seconds: float | None
    throttled: Throttled | None
    parts: list[RunPart]
    """Of an economy run, in the order in which they were sent; none of any other."""
    failures: list[FailedItem]
    warnings: list[BudgetWarning]
    started_at: Instant
    started_by: str
    started_by_name: str
    notify_email: str
    ended_at: Instant | None
    revision: int


class Batches(Listing[Batch]):
    """All runs of a dataset, newest first."""


class Started(Wire):
    """The run of one conversation that was asked for."""

    batch: Batch
