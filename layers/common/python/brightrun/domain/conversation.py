"""A conversation's state machine (design §3). Pure: every transition gives a new head or refuses.

The head is the row of the table view and the only authority on status, lease and current version.
A write of a head is guarded by its revision, so that of two transitions from one state one wins.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from pydantic import Field

from brightrun.domain.errors import Conflict, InvalidInput
from brightrun.domain.model import Instant, Micros, Record
from brightrun.domain.opinion import OpinionLine
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import Actor
from brightrun.domain.version import Version
from brightrun.domain.words import Failure


class Status(StrEnum):
    PLANNED = "planned"
    QUEUED = "queued"
    GENERATING = "generating"
    GENERATED = "generated"
    FAILED = "failed"
    APPROVED = "approved"
    REJECTED = "rejected"
    NEEDS_EDIT = "needs_edit"


OPEN_IN_BATCH = frozenset({Status.QUEUED, Status.GENERATING})
WRITTEN = frozenset({Status.GENERATED, Status.APPROVED, Status.REJECTED, Status.NEEDS_EDIT})

Decision = Literal["approve", "reject", "needs_edit", "reset"]
BatchResult = Literal["succeeded", "failed", "cancelled"]
_DECIDED: dict[Decision, Status] = {
    "approve": Status.APPROVED,
    "reject": Status.REJECTED,
    "needs_edit": Status.NEEDS_EDIT,
    "reset": Status.GENERATED,
}
_DONE: dict[str, object] = {"lease": None, "not_before": None, "failure": None, "batch_result": "succeeded"}


class Review(Record):
    """A person's decision on one version."""

    decision: Decision
    by: str
    by_name: str
    at: Instant
    note: str = ""
    reasons: tuple[str, ...] = ()
    version: int


class Lease(Record):
    """The right of one worker to make one paid call for this conversation, until a time."""

    owner: str
    attempt_id: str
    until: Instant


class ConversationHead(Record):
    """One row of the table view, under 1 kB."""

    id: str
    ref: str
    dataset_id: str
    shard: int
    title: str = ""
    persona: str
    emotion: str
    arc: str
    topic: str
    intent: str
    tone: str
    content_category: str = ""
    topic_cluster: str = ""
    outcome: str = ""
    tier: Tier
    status: Status = Status.PLANNED
    flags: tuple[str, ...] = ()
    score: float | None = None
    opinion: OpinionLine | None = None
    turn_count: int = 0
    current_version: int | None = None
    latest_version: int = 0
    written_by: str | None = None
    template_id: str | None = None
    template_version: int | None = None
    chunk_ids: tuple[str, ...] = ()
    source_document_ids: tuple[str, ...] = ()
    source_categories: tuple[str, ...] = ()
    passage_words: dict[str, tuple[str, ...]] = Field(default={})
    batch_id: str | None = None
    batch_result: BatchResult | None = None
    """How it ended in that batch; None while it is open there."""
    model: str | None = None
    """The model that the current batch asked for."""
    lease: Lease | None = None
    not_before: Instant | None = None
    unpaid_waits: int = 0
    paid_attempts: int = 0
    """Paid calls in the current batch run."""
    sent_at: Instant | None = None
    """When its job was last put into the queue; None while it waits for its workspace's share of it."""
    failure: Failure | None = None
    cost_micros: Micros = 0
    """Everything ever paid for this conversation."""
    is_seed: bool = False
    is_top_up: bool = False
    """Added to fill a gap, on top of what the plan asked for."""
    tags: tuple[str, ...] = ()
    review: Review | None = None
    stars: int | None = Field(default=None, ge=1, le=5)
    created_at: Instant
    updated_at: Instant
    generated_at: Instant | None = None
    sketch: str = ""
    words: int | None = None
    revision: int = Field(default=1, ge=1)

    @property
    def flagged(self) -> bool:
        return bool(self.flags)

    @property
    def approved_version(self) -> int | None:
        """The version that may leave in an export, also while another one is being written."""
        return self.review.version if self.review is not None and self.review.decision == "approve" else None

    def _next(self, now: datetime, **changes: object) -> ConversationHead:
        return self.model_copy(update={**changes, "updated_at": now, "revision": self.revision + 1})

    def _paid(self, cost: Micros, *, paid: bool = True) -> dict[str, object]:
        return {"paid_attempts": self.paid_attempts + paid, "cost_micros": self.cost_micros + cost}

    # Into a batch and out of it.

    def queue(self, *, batch_id: str, model: str, now: datetime, sent: bool = True) -> ConversationHead:
        """Into a batch, its job sent at once or by a tick. An open one can't be in two batches."""
        if self.status in OPEN_IN_BATCH:
            raise Conflict(f"{self.ref} is already being written.", code="already_queued")
        if self.is_seed:
            raise Conflict(f"{self.ref} is your own example and is never written again.", code="is_seed")
        return self._next(
            now,
            status=Status.QUEUED,
            batch_id=batch_id,
            batch_result=None,
            model=model,
            lease=None,
            not_before=None,
            unpaid_waits=0,
            paid_attempts=0,
            sent_at=now if sent else None,
            failure=None,
        )

    def claimable(self, batch_id: str, now: datetime) -> bool:
        """Whether a worker may take it: queued in this batch, due, and under nobody's lease."""
        due = self.not_before is None or self.not_before <= now
        return self.status is Status.QUEUED and self.batch_id == batch_id and due and self.lease is None

    def claim(self, *, owner: str, attempt_id: str, lease_seconds: int, now: datetime) -> ConversationHead:
        """Under a lease, for one paid call. Raises Conflict when it can't be taken."""
        if not self.claimable(self.batch_id or "", now):
            raise Conflict(f"{self.ref} can't be taken now.", code="not_claimable")
        lease = Lease(owner=owner, attempt_id=attempt_id, until=now + timedelta(seconds=lease_seconds))
        return self._next(now, status=Status.GENERATING, lease=lease, not_before=None)

    def held_by(self, owner: str, attempt_id: str) -> bool:
        """Whether this worker still holds the lease that it claimed: only then may it settle."""
        lease = self.lease if self.status is Status.GENERATING else None
        return lease is not None and (lease.owner, lease.attempt_id) == (owner, attempt_id)

    def lease_over(self, now: datetime) -> bool:
        return self.status is Status.GENERATING and self.lease is not None and self.lease.until <= now

    # What came of a call.

    def written(self, version: Version, *, cost: Micros, now: datetime) -> ConversationHead:
        """A new version has been stored. An approved version stays current until a person replaces it."""
        shared = {**self._paid(cost), **_DONE, "latest_version": version.number}
        if self.approved_version is not None:
            return self._next(now, status=Status.APPROVED, **shared)
        return self._next(now, status=Status.GENERATED, review=None, **version.shown, **shared)

    def judged(self, version: Version, *, cost: Micros, now: datetime) -> ConversationHead:
        """An opinion on a version has been stored. Text, version and decision are as they were."""
        shown = {"opinion": version.shown["opinion"]} if version.number == self.current_version else {}
        return self._next(now, status=self.status_of(self.review), **self._paid(cost), **_DONE, **shown)

    def try_again(
        self, *, cost: Micros, paid: bool, now: datetime, not_before: datetime | None = None
    ) -> ConversationHead:
        """Back into the queue: after a paid attempt that may be repeated, or an unpaid wait."""
        return self._next(
            now,
            status=Status.QUEUED,
            lease=None,
            not_before=not_before,
            sent_at=now,
            unpaid_waits=0 if paid else self.unpaid_waits + 1,
            **self._paid(cost, paid=paid),
        )

    def fail(self, failure: Failure, *, cost: Micros, paid: bool, now: datetime) -> ConversationHead:
        """Not written. One that had an approved version keeps it: nothing that was ready is taken away."""
        status = Status.FAILED if self.current_version is None else self.status_of(self.review)
        return self._next(
            now,
            status=status,
            lease=None,
            not_before=None,
            failure=failure,
            batch_result="failed",
            **self._paid(cost, paid=paid),
        )

    def withdraw(self, now: datetime, result: BatchResult = "cancelled") -> ConversationHead:
        """Out of a cancelled batch, back to what it was before; or not written again by the run that wrote it."""
        if self.status is not Status.QUEUED:
            raise Conflict(f"{self.ref} is not waiting.", code="not_queued")
        status = Status.PLANNED if self.current_version is None else self.status_of(self.review)
        return self._next(now, status=status, lease=None, not_before=None, batch_result=result)

    def resent(self, now: datetime, *, sent: bool = True) -> ConversationHead:
        """Its message was lost or its wait is over: it was sent again, or is to be by the next tick."""
        return self._next(now, sent_at=now if sent else None, not_before=None)

    def status_of(self, review: Review | None) -> Status:
        return Status.GENERATED if review is None else _DECIDED[review.decision]

    # What a person changes and decides.

    def edited(self, version: Version, now: datetime) -> ConversationHead:
        """A person's text is stored, as a new version or as more of a draft. An approved one stays current."""
        if self.status not in WRITTEN:
            raise Conflict(f"{self.ref} is being written, so it can't be edited now.", code="not_written")
        latest = {"latest_version": max(self.latest_version, version.number)}
        if self.approved_version is not None:
            return self._next(now, **latest)
        return self._next(now, status=Status.GENERATED, review=None, **version.shown, **latest)

    def described(self, changes: Mapping[str, object], now: datetime) -> ConversationHead:
        """Other words for it: its dimensions and tags; none when its history or its plan changed."""
        return self._next(now, **changes)

    def decide(
        self,
        decision: Decision,
        *,
        read: Version,
        actor: Actor,
        now: datetime,
        note: str = "",
        reasons: tuple[str, ...] = (),
        edge_case_min: float,
    ) -> ConversationHead:
        """A person's decision on the version that was read; approving makes it the current one, whichever it is.

        Raises Conflict when it is not there to decide on, InvalidInput when a rule forbids it.
        """
        if self.status not in WRITTEN or self.current_version is None:
            raise Conflict(f"{self.ref} has nothing to decide on yet.", code="not_written")
        if read.removed is not None:
            raise Conflict(f"Version {read.number} of {self.ref} was deleted.", code="version_deleted")
        if decision != "approve" and read.number != self.current_version:
            raise Conflict(
                f"You read version {read.number} of {self.ref}; version {self.latest_version} is the newest now.",
                code="other_version",
                details={"current_version": self.current_version, "latest_version": self.latest_version},
            )
        if decision == "approve" and self.tier is Tier.EDGE_CASE and read.quality.score <= edge_case_min:
            raise InvalidInput(
                f"{self.ref} is an edge case and needs a score above {edge_case_min:g}; "
                f"it has {read.quality.score:.1f}.",
                code="edge_case_score",
            )
        review = None
        if decision != "reset":
            review = Review(
                decision=decision,
                by=actor.id,
                by_name=actor.name,
                at=now,
                note=note,
                reasons=reasons,
                version=read.number,
            )
        content = read.shown if decision == "approve" else {}
        return self._next(now, status=_DECIDED[decision], review=review, **content)
