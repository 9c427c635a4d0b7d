"""Settling the calls of a part with the very same code as a call that was made live."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from brightrun.domain.attempt import Attempt
from brightrun.domain.batch import Batch
from brightrun.domain.errors import Unavailable
from brightrun.domain.provider import FailureClass, ModelReply, ProviderFailure
from brightrun.domain.provider_batch import ProviderBatch
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.timing import unpaid_wait_seconds
from brightrun.ports.services import Job
from brightrun.usecases.parts.brief import Brief, Unpromptable, read_briefs
from brightrun.usecases.parts.desk import Desk
from brightrun.usecases.parts.learning import learn
from brightrun.usecases.parts.outcomes import Result, of_failure, of_lost_worker, of_orphan, of_reply
from brightrun.usecases.parts.pausing import pause_by_system
from brightrun.usecases.parts.payload_keys import answer_key
from brightrun.usecases.parts.settle import kept_reply, settle

_UNSENT = ProviderFailure(FailureClass.TRANSIENT, "stopped", "The run was stopped before this call was made.")
_TIME_TO_SETTLE_SECONDS = 5.0

_Sent = Brief | Unpromptable
"""What was sent; its passages or its template may have been withdrawn since."""


@dataclass(frozen=True, slots=True)
class PartSettler:
    """Brings one part of a run to its end. Whatever it did not get to, the next look goes on with."""

    scope: TenantScope
    batch: Batch
    part: ProviderBatch
    desk: Desk

    def give_back(self, problem: ProviderFailure = _UNSENT) -> bool:
        """The part was never taken: its calls cost nothing and wait again. Fenced first, so that nobody sends it."""
        part = self.part
        if part.state != "returning":
            saved = self.desk.save(self.scope, part, part.give_back())
            if saved is None:
                return False
            part = saved
        return self._settle_all(part, lambda brief, attempt: of_failure(brief, attempt, problem, 0.0, self.desk.clock))

    def lose(self) -> bool:
        """The provider knows nothing of it any more: what may have been billed stays spent."""
        return self._settle_all(self.part, lambda brief, attempt: of_lost_worker(brief, attempt, self.desk.clock))

    def ingest(self) -> bool:
        """Streams the results. Every answer is kept as it came before anything is made of it."""
        if self.part.provider_id is None:
            return False
        open_calls = self._open_calls(self.part)
        for name, answer in self.desk.provider.results(self.part.provider_id):
            found = open_calls.pop(name, None)
            if found is None:
                continue
            if self.desk.seconds_left() < _TIME_TO_SETTLE_SECONDS:
                return False
            self._settle(found[0], self._result(*found, answer))
            self._heed(*found, answer)
            self._tell_everybody(answer)
        if open_calls:
            return self.lose()
        return self._close(self.part)

    def _result(self, brief: _Sent, attempt: Attempt, answer: ModelReply | ProviderFailure) -> Result:
        if isinstance(answer, ProviderFailure):
            wait = max(unpaid_wait_seconds(brief.head.unpaid_waits), answer.retry_after or 0.0)
            return of_failure(brief, attempt, answer, wait, self.desk.clock)
        self.desk.payloads.put_once(self.scope, answer_key(attempt), kept_reply(answer).encode())
        if isinstance(brief, Brief):
            return of_reply(brief, attempt, answer, self.desk.clock)
        model = self.desk.catalogue.model(attempt.model, self.batch.started_at.date()).in_batches()
        return of_orphan(brief, attempt, answer, model, self.desk.clock)

    def _heed(self, brief: _Sent, attempt: Attempt, answer: ModelReply | ProviderFailure) -> None:
        """What it took prices the next ones; one that is not heard is no harm."""
        if isinstance(brief, Brief) and isinstance(answer, ModelReply):
            with suppress(Unavailable):
                learn(self.scope, brief, attempt, answer, seconds=None, store=self.desk.store)

    def _tell_everybody(self, answer: ModelReply | ProviderFailure) -> None:
        if isinstance(answer, ProviderFailure) and answer.kind is FailureClass.CIRCUIT:
            stop_for_everybody(self.scope, self.batch, answer, self.desk)

    def _settle_all(self, part: ProviderBatch, result: Callable[[_Sent, Attempt], Result]) -> bool:
        for brief, attempt in self._open_calls(part).values():
            if self.desk.seconds_left() < _TIME_TO_SETTLE_SECONDS:
                return False
            self._settle(brief, result(brief, attempt))
        return self._close(part)

    def _settle(self, brief: _Sent, result: Result) -> None:
        settle(self.scope, brief.head, result, store=self.desk.store)

    def _close(self, part: ProviderBatch) -> bool:
        return self.desk.save(self.scope, part, part.settle(self.desk.clock.now())) is not None

    def _open_calls(self, part: ProviderBatch) -> dict[str, tuple[_Sent, Attempt]]:
        """Those that nobody has settled yet, by the name that the provider has for them."""
        store, desk = self.desk.store, self.desk
        heads = store.heads(self.scope, part.dataset_id, [(call.shard, call.conversation_id) for call in part.calls])
        held = {
            call.conversation_id: call
            for call in part.calls
            if call.conversation_id in heads and heads[call.conversation_id].held_by(part.owner, call.attempt_id)
        }
        jobs = [Job(part.dataset_id, call.shard, id_, self.batch.id, run=0) for id_, call in held.items()]
        briefs = read_briefs(self.scope, jobs, store=store, catalogue=desk.catalogue, clock=desk.clock, any_state=True)
        found: dict[str, tuple[_Sent, Attempt]] = {}
        for brief in briefs:
            call = held[brief.head.id]
            attempt = store.attempt(self.scope, brief.head.id, call.attempt_id)
            if attempt is not None:
                sent = replace(brief, max_tokens=call.max_tokens) if isinstance(brief, Brief) else brief
                found[call.attempt_id] = (sent, attempt)
        return found


def stop_for_everybody(scope: TenantScope, batch: Batch, problem: ProviderFailure, desk: Desk) -> None:
    """Nobody's call can work until a person acts: the circuit opens, and this run is paused with the reason."""
    desk.pacer.trip(batch.model, problem.sentence)
    pause_by_system(scope, batch.id, "provider", problem.sentence, store=desk.store, clock=desk.clock)
