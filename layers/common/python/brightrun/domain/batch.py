"""A user's batch: what was asked for, what it may cost and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal

from pydantic import Field

from brightrun.domain.budget import BudgetKind, BudgetWarning
from brightrun.domain.errors import Conflict
from brightrun.domain.model import Instant, Micros, Record
from brightrun.domain.task import Task
from brightrun.domain.tenancy import Actor

MOST_CONVERSATIONS = 10_000

State = Literal["running", "paused", "cancelling", "ended"]
Mode = Literal["now", "economy"]
"""`economy`: half price through the provider's batches, ready within an hour mostly and within a day at most."""
PauseReason = Literal["user", "budget", "provider"]
End = Literal["completed", "with_failures", "cancelled"]


MOST_ROUNDS = 3
"""How often a run writes its weak ones again by itself."""

_GOING: dict[str, object] = {"pause_reason": None, "pause_sentence": "", "pause_budget": None}


class Promise(Record):
    """What the owner was told before the start."""

    expected_micros: Micros
    at_most_micros: Micros
    expected_seconds: float


class Counts(Record):
    """Counted from the stored conversations, never kept in counters."""

    total: int = 0
    queued: int = 0
    generating: int = 0
    succeeded: int = 0
    failed: int = 0
    cancelled: int = 0
    flagged: int = 0

    @property
    def open(self) -> int:
        return self.queued + self.generating


class Batch(Record):
    id: str
    dataset_id: str
    kind: Literal["batch", "single"]
    mode: Mode = "now"
    model: str
    task: Task = Field(default_factory=Task)
    state: State = "running"
    pause_reason: PauseReason | None = None
    pause_sentence: str = ""
    pause_budget: BudgetKind | None = None
    """Which allowance is used up, when that is the reason: each is raised in another place."""
    stop_sentence: str = ""
    """Why the product took the rest out of a run that is not worth waiting for: opinions, at a limit."""
    end: End | None = None
    run: int = 1
    selection: dict[str, Any] = Field(default_factory=dict)
    total: int
    budgets: tuple[str, ...]
    cap_micros: Micros
    promise: Promise
    notify_email: str = ""
    started_by: str
    started_by_name: str
    started_at: Instant
    enqueued: bool = False
    """Whether every member has been put into the queue; until then a tick goes on with it."""
    deadline: Instant
    ended_at: Instant | None = None
    final_counts: Counts | None = None
    until_passing: int | None = None
    """So many are to pass: weak ones are written again until they do, in at most `MOST_ROUNDS` rounds."""
    rounds: int = 0
    """How many of those have begun."""
    opinions_run: str | None = None
    """The run that gives second opinions on what this one wrote."""
    opinions_sentence: str = ""
    """Why there is none although the workspace wants them."""
    warnings: tuple[BudgetWarning, ...] = ()
    """What its owner was told of the budgets that it draws on."""
    revision: int = 1

    def _next(self, **changes: object) -> Batch:
        return self.model_copy(update={**changes, "revision": self.revision + 1})

    @property
    def starter(self) -> Actor:
        """In whose name its workers act."""
        return Actor(id=self.started_by, name=self.started_by_name, via="system")

    @property
    def calls_allowed(self) -> bool:
        """New calls are made only while it runs: pause and cancel stop them at once."""
        return self.state == "running"

    def with_enqueued(self) -> Batch:
        return self._next(enqueued=True)

    def pause(self, reason: PauseReason, sentence: str = "", budget: BudgetKind | None = None) -> Batch:
        if self.state == "paused":
            raise Conflict("This run is paused already.", code="already_paused")
        if self.state != "running":
            raise Conflict("This run has ended or is being cancelled, so it can't be paused.", code="not_running")
        return self._next(state="paused", pause_reason=reason, pause_sentence=sentence, pause_budget=budget)

    def resume(self) -> Batch:
        if self.state != "paused":
            raise Conflict("This run is not paused.", code="not_paused")
        return self._next(state="running", **_GOING, run=self.run + 1)

    def go_on(self) -> Batch:
        """Running again under the execution that it has: what the provider stopped is mended."""
        return self._next(state="running", **_GOING)

    def raise_cap(self, cap_micros: Micros) -> Batch:
        """Warnings of the lower cap are over; the higher one has its own."""
        kept = tuple(warning for warning in self.warnings if warning.budget != "batch")
        return self._next(cap_micros=cap_micros, warnings=kept)

    def warned(self, warnings: Sequence[BudgetWarning]) -> Batch:
        return self._next(warnings=(*self.warnings, *warnings))

    def cancel(self) -> Batch:
        if self.state == "ended":
            raise Conflict("This run has ended already.", code="already_ended")
        if self.state == "cancelling":
            raise Conflict("This run is being cancelled already.", code="already_cancelling")
        return self._next(state="cancelling", **_GOING, run=self.run + 1)

    def stop(self, sentence: str) -> Batch:
        """Cancelled from inside, under the execution that it has: nothing of it stays waiting."""
        if self.state != "running":
            raise Conflict("This run is not running.", code="not_running")
        return self._next(state="cancelling", **_GOING, stop_sentence=sentence)

    def finish(
        self, counts: Counts, now: datetime, *, opinions_run: str | None = None, opinions_sentence: str = ""
    ) -> Batch:
        """Ends it: only when nothing of it waits or is being written."""
        if counts.open:
            raise Conflict("Some conversations of this run are still open.", code="still_open")
        end: End = "completed"
        if self.state == "cancelling" or counts.cancelled:
            end = "cancelled"
        elif counts.failed:
            end = "with_failures"
        told = {"opinions_run": opinions_run, "opinions_sentence": opinions_sentence}
        return self._next(state="ended", end=end, **_GOING, ended_at=now, final_counts=counts, **told)

    def another_round(self, deadline: datetime) -> Batch:
        """Weak ones are about to be written again."""
        return self._next(rounds=self.rounds + 1, deadline=deadline)

    def revive(self) -> Batch:
        """A new execution for a run whose execution is gone."""
        return self._next(run=self.run + 1)

    def reopen(self, deadline: datetime) -> Batch:
        """A new run of an ended batch, for what failed in it."""
        if self.state != "ended":
            raise Conflict("This run has not ended yet.", code="still_running")
        return self._next(
            state="running",
            end=None,
            stop_sentence="",
            run=self.run + 1,
            ended_at=None,
            final_counts=None,
            enqueued=True,
            deadline=deadline,
            rounds=0,
        )
