"""A part of an economy run, as it is handed to the provider at half price: many calls in one provider batch.

The provider keeps results for weeks and gives them by the name of each call, so a crash loses nothing. Only the
hand-over itself is ambiguous: `submitting` is written before it, and found there again before it is repeated.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal

from brightrun.domain.model import Instant, Micros, Record
from brightrun.domain.timing import PROVIDER_BATCH_SECONDS, SUBMIT_UNCLEAR_SECONDS

FEWEST_CALLS = 25
MOST_CALLS = 50
"""A run is handed over in parts of this size: the provider tells nothing of a part before it has ended."""

PartState = Literal["gathered", "submitting", "working", "returning", "settled"]


class BatchedCall(Record):
    """One call of a part. The provider knows it by its attempt's id."""

    conversation_id: str
    shard: int
    attempt_id: str
    max_tokens: int


class ProviderBatch(Record):
    """`gathered`: claimed, not handed over. `submitting`: perhaps handed over. `working`: the provider has it.

    `returning`: it was never taken, and its calls are being put back; nobody hands it over any more.
    """

    id: str
    batch_id: str
    dataset_id: str
    number: int
    state: PartState = "gathered"
    calls: tuple[BatchedCall, ...]
    held_micros: Micros
    provider_id: str | None = None
    made_at: Instant
    submitted_at: Instant | None = None
    not_before: Instant | None = None
    refusals: int = 0
    cancel_asked: bool = False
    settled_at: Instant | None = None
    revision: int = 1

    def _next(self, **changes: object) -> ProviderBatch:
        return self.model_copy(update={**changes, "revision": self.revision + 1})

    @property
    def owner(self) -> str:
        """Under this name its calls are claimed and settled, whichever process does it."""
        return f"provider-batch-{self.id}"

    @property
    def ready_by(self) -> datetime | None:
        """When the provider has ended it at the latest."""
        if self.state not in {"submitting", "working"} or self.submitted_at is None:
            return None
        return self.submitted_at + timedelta(seconds=PROVIDER_BATCH_SECONDS)

    def due(self, now: datetime) -> bool:
        """Whether it may be handed over now."""
        return self.state == "gathered" and (self.not_before is None or self.not_before <= now)

    def unclear(self, now: datetime) -> bool:
        """Whether its hand-over was lost: whoever began it has given up by now."""
        if self.state != "submitting" or self.submitted_at is None:
            return False
        return now >= self.submitted_at + timedelta(seconds=SUBMIT_UNCLEAR_SECONDS)

    def gather(self, calls: Sequence[BatchedCall], held: Micros) -> ProviderBatch:
        return self._next(calls=(*self.calls, *calls), held_micros=self.held_micros + held)

    def submit(self, now: datetime) -> ProviderBatch:
        """Written before it is handed over. Whoever writes it is the only one who does."""
        return self._next(state="submitting", submitted_at=now, not_before=None)

    def taken(self, provider_id: str) -> ProviderBatch:
        return self._next(state="working", provider_id=provider_id, refusals=0)

    def refused(self, until: datetime) -> ProviderBatch:
        """The provider did not take it, for certain: nothing was billed."""
        return self._next(state="gathered", submitted_at=None, not_before=until, refusals=self.refusals + 1)

    def give_back(self) -> ProviderBatch:
        return self._next(state="returning")

    def cancel(self) -> ProviderBatch:
        return self._next(cancel_asked=True)

    def settle(self, now: datetime) -> ProviderBatch:
        return self._next(state="settled", settled_at=now)


def part_size(waiting: int) -> int:
    """How many calls the next part takes, so that parts are about equal: 30, 50 + 50, 40 + 40 + 40."""
    parts = -(-waiting // MOST_CALLS)
    return -(-waiting // parts) if parts else 0
