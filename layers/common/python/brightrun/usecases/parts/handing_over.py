"""Handing a part to the provider, and finding it there when nobody heard whether it had arrived."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta

from brightrun.domain.batch import Batch
from brightrun.domain.provider import FailureClass, ModelRequest, ProviderFailure
from brightrun.domain.provider_batch import ProviderBatch
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.timing import SUBMIT_UNCLEAR_SECONDS, unpaid_wait_seconds
from brightrun.ports.changes import RequireBatchRunning
from brightrun.ports.services import ListedBatch
from brightrun.usecases.parts.desk import Desk
from brightrun.usecases.parts.pausing import pause_by_system
from brightrun.usecases.parts.payload_keys import request_key_of
from brightrun.usecases.parts.settling_parts import PartSettler, stop_for_everybody

_CLOCKS_APART = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class HandOver:
    """One part of a run on its way to the provider."""

    scope: TenantScope
    batch: Batch
    part: ProviderBatch
    desk: Desk

    def submit(self) -> ProviderBatch | None:
        """The part as the provider took it; None when it did not, or nobody knows yet."""
        desk, now = self.desk, self.desk.clock.now()
        circuit, reason = desk.pacer.circuit(self.batch.model)
        if circuit in {"open", "probing"}:
            pause_by_system(self.scope, self.batch.id, "provider", reason, store=desk.store, clock=desk.clock)
            return None
        requests = self._requests()
        running = RequireBatchRunning(self.batch.id)
        submitting = desk.save(self.scope, self.part, self.part.submit(now), running)
        if submitting is None:
            return None
        try:
            provider_id = desk.provider.create(requests)
        except ProviderFailure as problem:
            self._not_taken(submitting, problem)
            return None
        if circuit == "due":
            desk.pacer.mend(self.batch.model)
        return desk.save(self.scope, submitting, submitting.taken(provider_id))

    def find(self, known: set[str]) -> ProviderBatch | None:
        """What became of a hand-over that nobody heard of; None while that can't be told.

        The provider's list names no calls, and its results do only at the end. So a batch of the same size from
        the same minutes that still works keeps the question open: waiting is better than paying twice.
        """
        open_question = False
        for listed in self._candidates(known):
            if not listed.ended:
                open_question = True
            elif self._is_ours(listed):
                return self.desk.save(self.scope, self.part, self.part.taken(listed.id))
        if open_question:
            return None
        return self.desk.save(self.scope, self.part, self.part.refused(self.desk.clock.now()))

    def _candidates(self, known: set[str]) -> list[ListedBatch]:
        since = self.part.submitted_at or self.part.made_at
        until = since + timedelta(seconds=SUBMIT_UNCLEAR_SECONDS) + _CLOCKS_APART
        listed = self.desk.provider.since(since - _CLOCKS_APART)
        return [
            each
            for each in listed
            if each.calls == len(self.part.calls) and each.created_at <= until and each.id not in known
        ]

    def _is_ours(self, listed: ListedBatch) -> bool:
        ours = {call.attempt_id for call in self.part.calls}
        name, _ = next(iter(self.desk.provider.results(listed.id)), ("", None))
        return name in ours

    def _requests(self) -> list[tuple[str, ModelRequest]]:
        found: list[tuple[str, ModelRequest]] = []
        for call in self.part.calls:
            body = self.desk.payloads.get(self.scope, request_key_of(call.conversation_id, call.attempt_id))
            if body is not None:
                found.append((call.attempt_id, ModelRequest.model_validate_json(body)))
        return found

    def _not_taken(self, submitting: ProviderBatch, problem: ProviderFailure) -> None:
        """An unpaid wait, a pause for everybody, or nothing at all when it may have arrived."""
        if problem.kind is FailureClass.AMBIGUOUS:
            return
        wait = unpaid_wait_seconds(submitting.refusals) * random.uniform(0.8, 1.2)  # noqa: S311 - jitter
        until = self.desk.clock.now() + timedelta(seconds=max(wait, problem.retry_after or 0.0))
        refused = self.desk.save(self.scope, submitting, submitting.refused(until))
        if refused is None:
            return
        if problem.kind is FailureClass.CIRCUIT:
            stop_for_everybody(self.scope, self.batch, problem, self.desk)
        if problem.kind is FailureClass.PERMANENT:
            PartSettler(self.scope, self.batch, refused, self.desk).give_back(problem)
