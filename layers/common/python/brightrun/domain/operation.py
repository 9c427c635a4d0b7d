"""One action on many conversations, step by step: what was asked, how far it is, and why some were not done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from pydantic import Field

from brightrun.domain.model import Instant, Record
from brightrun.domain.tenancy import Actor

MOST_NAMED = 200
"""So many that could not be done are named one by one; beyond that they are counted by their reason."""

BulkAction = Literal["approve", "reject", "delete", "tag", "undo"]

_PHRASES: dict[str, tuple[str, str]] = {
    "being_written": ("it is still being written", "they are still being written"),
    "not_written": ("it is not written yet", "they are not written yet"),
    "is_seed": ("it is your own example", "they are your own examples"),
    "approved": ("it is approved", "they are approved"),
    "edge_case_unread": ("it is an edge case that you have not opened", "they are edge cases that you have not opened"),
    "edge_case_score": ("its score is too low for an edge case", "their scores are too low for edge cases"),
    "stale_revision": ("somebody changed it meanwhile", "somebody changed them meanwhile"),
    "not_found": ("it is not here any more", "they are not here any more"),
    "version_deleted": ("its text was deleted", "their texts were deleted"),
    "too_many_tags": ("it has too many tags", "they have too many tags"),
    "decided_since": ("somebody decided on it again", "somebody decided on them again"),
    "not_finished": ("our side could not finish it", "our side could not finish them"),
}


class NotDone(Record):
    """One that was left as it was, and why."""

    id: str
    ref: str
    code: str
    reason: str


class Reason(Record):
    """Why some were not done: how many, in half a sentence that follows "could not be:"."""

    code: str
    count: int
    phrase: str


class Asked(Record):
    """What is to be done to each."""

    action: BulkAction
    note: str = ""
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    undoes: str | None = None
    """The operation whose decisions are taken back."""


class Operation(Record):
    """`position` is how many of its members were worked off: it moves in the transaction of their changes."""

    id: str
    dataset_id: str
    asked: Asked
    total: int
    position: int = 0
    done: int = 0
    reasons: dict[str, int] = Field(default_factory=dict)
    failed: tuple[NotDone, ...] = ()
    state: Literal["running", "ended"] = "running"
    sent: int = 1
    """How often it was given to a worker."""
    started_by: str
    started_by_name: str
    started_via: Literal["session", "api_key", "system"]
    started_at: Instant
    updated_at: Instant
    ended_at: Instant | None = None
    revision: int = Field(default=1, ge=1)

    @property
    def actor(self) -> Actor:
        return Actor(id=self.started_by, name=self.started_by_name, via=self.started_via)

    @property
    def failed_count(self) -> int:
        return sum(self.reasons.values())

    def went_on(self, *, done: int, failed: Sequence[NotDone], now: datetime) -> Operation:
        """After a step; ended with its last member."""
        position = self.position + done + len(failed)
        ended = position >= self.total
        return self.model_copy(
            update={
                "position": position,
                "done": self.done + done,
                "failed": (*self.failed, *failed)[:MOST_NAMED],
                "reasons": dict(Counter(self.reasons) + Counter(each.code for each in failed)),
                "state": "ended" if ended else "running",
                "updated_at": now,
                "ended_at": now if ended else None,
                "revision": self.revision + 1,
            }
        )

    def sent_again(self, now: datetime) -> Operation:
        return self.model_copy(update={"sent": self.sent + 1, "updated_at": now, "revision": self.revision + 1})

    def given_up(self, now: datetime) -> Operation:
        """The rest can't be done: it ends and says so."""
        left = self.total - self.position
        reasons = dict(Counter(self.reasons) + Counter({"not_finished": left}))
        ended: dict[str, object] = {"state": "ended", "position": self.total, "reasons": reasons, "ended_at": now}
        return self.model_copy(update={**ended, "updated_at": now, "revision": self.revision + 1})


def why_not(reasons: dict[str, int], named: Sequence[NotDone] = ()) -> tuple[Reason, ...]:
    """The reasons, the most frequent first. One without words of its own says what its first one said."""
    said = {each.code: each.reason for each in reversed(named)}
    return tuple(
        Reason(code=code, count=count, phrase=_phrase(code, count, said.get(code, "it is not possible now")))
        for code, count in sorted(reasons.items(), key=lambda each: (-each[1], each[0]))
    )


def _phrase(code: str, count: int, otherwise: str) -> str:
    one, many = _PHRASES.get(code, (otherwise, otherwise))
    return one if count == 1 else many
