"""One look at the parts of an economy run: what is ready is settled, what waits is gathered and handed over.

The state machine calls this after each tick; however many call it at once, each part is handed over once and each
answer is booked once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightrun.domain.batch import Batch
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import NotFound
from brightrun.domain.provider import FailureClass, ProviderFailure
from brightrun.domain.provider_batch import ProviderBatch, part_size
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.timing import ECONOMY_TICK_SECONDS
from brightrun.usecases.parts.desk import Desk
from brightrun.usecases.parts.gathering import Gatherer
from brightrun.usecases.parts.handing_over import HandOver
from brightrun.usecases.parts.pausing import pause_by_system
from brightrun.usecases.parts.rows import batch_rows
from brightrun.usecases.parts.settling_parts import PartSettler, stop_for_everybody

_MOST_NEW_PARTS = 4
"""In one look; the next one follows at once."""
_TIME_FOR_A_PART_SECONDS = 50.0
_SOON = 1
_STOPPING_SECONDS = 10


@dataclass(slots=True)
class Looked:
    """What a look at the parts did, and in how many seconds the next one is due."""

    wait_seconds: int = ECONOMY_TICK_SECONDS
    handed_over: int = 0
    settled: int = 0
    out: int = 0


def mind_parts(scope: TenantScope, batch_id: str, desk: Desk) -> Looked:
    """Looks once at every part of a run. Raises NotFound for a run that does not exist."""
    batch = desk.store.batch(scope, batch_id)
    if batch is None:
        raise NotFound("This run")
    looked = Looked()
    if batch.mode != "economy" or batch.state == "ended":
        return looked
    parts = desk.store.provider_batches(scope, batch.id)
    minder = _Minder(scope, desk, looked, {part.provider_id for part in parts if part.provider_id})
    for part in parts:
        if part.state == "settled":
            continue
        if desk.seconds_left() < _TIME_FOR_A_PART_SECONDS:
            looked.wait_seconds = _SOON
            return looked
        minder.mind(batch, part)
    current = desk.store.batch(scope, batch_id)
    if current is not None and current.calls_allowed:
        minder.start_parts(current, len(parts))
    if current is not None and not current.calls_allowed and looked.out:
        looked.wait_seconds = min(looked.wait_seconds, _STOPPING_SECONDS)
    if looked.settled or (batch.calls_allowed and not batch.enqueued):
        looked.wait_seconds = _SOON
    return looked


@dataclass(frozen=True, slots=True)
class _Minder:
    scope: TenantScope
    desk: Desk
    looked: Looked
    known: set[str]

    def mind(self, batch: Batch, part: ProviderBatch) -> None:
        """One step of one part. A provider that does not answer is asked again at the next look."""
        try:
            settled = self._step(batch, part)
        except ProviderFailure as problem:
            if problem.kind is FailureClass.CIRCUIT:
                stop_for_everybody(self.scope, batch, problem, self.desk)
            settled = False
        self.looked.settled += settled
        self.looked.out += not settled

    def _step(self, batch: Batch, part: ProviderBatch) -> bool:
        """Whether the part has come to its end."""
        settler = PartSettler(self.scope, batch, part, self.desk)
        match part.state:
            case "gathered":
                if not batch.calls_allowed:
                    return settler.give_back()
                if part.due(self.desk.clock.now()):
                    self._submit(batch, part)
                return False
            case "returning":
                return settler.give_back()
            case "submitting":
                if part.unclear(self.desk.clock.now()):
                    found = HandOver(self.scope, batch, part, self.desk).find(self.known)
                    if found is not None:
                        self.looked.wait_seconds = _SOON
                return False
            case "working":
                return self._look_at(batch, part, settler)
            case "settled":
                return True

    def _look_at(self, batch: Batch, part: ProviderBatch, settler: PartSettler) -> bool:
        listed = self.desk.provider.look(part.provider_id or "")
        if listed is None:
            return settler.lose()
        if listed.ended:
            return settler.ingest()
        if batch.state == "cancelling" and not part.cancel_asked:
            self.desk.provider.cancel(listed.id)
            self.desk.save(self.scope, part, part.cancel())
        return False

    def _submit(self, batch: Batch, part: ProviderBatch) -> bool:
        taken = HandOver(self.scope, batch, part, self.desk).submit()
        if taken is None:
            return False
        self.looked.handed_over += 1
        return True

    def start_parts(self, batch: Batch, made: int) -> None:
        """Gathers and hands over what waits, as far as the budgets hold it and the circuit is closed."""
        waiting = self._waiting(batch)
        size = part_size(len(waiting))
        gatherer = Gatherer(self.scope, batch, self.desk)
        for number, start in enumerate(range(0, len(waiting), max(1, size)), start=1):
            if number > _MOST_NEW_PARTS or self.desk.seconds_left() < _TIME_FOR_A_PART_SECONDS:
                self.looked.wait_seconds = _SOON
                return
            others_out = self.looked.out > 0
            part = gatherer.gather(waiting[start : start + size], made + number, others_out=others_out)
            if part is None:
                return
            self.looked.out += 1
            if not self._submit(batch, part):
                return

    def _waiting(self, batch: Batch) -> Sequence[ConversationHead]:
        now, store = self.desk.clock.now(), self.desk.store
        waiting = [row for row in batch_rows(self.scope, batch, store=store) if row.claimable(batch.id, now)]
        circuit, reason = self.desk.pacer.circuit(batch.model)
        if waiting and circuit in {"open", "probing"}:
            pause_by_system(self.scope, batch.id, "provider", reason, store=store, clock=self.desk.clock)
            return ()
        return waiting
