"""Making a part of an economy run: calls are claimed and written into the part in the same transactions.

So no call is ever under a lease that no part knows of, whenever the process dies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightrun.domain.attempt import Attempt
from brightrun.domain.batch import Batch
from brightrun.domain.budget import kind_of_budget
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import ChangeLost
from brightrun.domain.ids import request_token
from brightrun.domain.provider_batch import FEWEST_CALLS, BatchedCall, ProviderBatch
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.timing import ECONOMY_LEASE_SECONDS
from brightrun.ports.changes import AddAttempt, Change, RequireBatchRunning, SaveHead, SaveProviderBatch
from brightrun.usecases.parts import money_moves
from brightrun.usecases.parts.brief import Brief, Unpromptable, read_briefs
from brightrun.usecases.parts.claims import MOST_IN_ONE_CLAIM, new_attempt
from brightrun.usecases.parts.desk import Desk
from brightrun.usecases.parts.enqueue import job_of
from brightrun.usecases.parts.giving_up import give_up_unpromptable
from brightrun.usecases.parts.pausing import stop_at_budget
from brightrun.usecases.parts.payload_keys import request_key
from brightrun.usecases.parts.requests import model_request
from brightrun.usecases.parts.second_try import second_try

_Call = tuple[Brief, bool]
"""A brief, and whether its call repairs a broken answer."""


@dataclass(frozen=True, slots=True)
class Gatherer:
    """Claims calls of one run, part by part."""

    scope: TenantScope
    batch: Batch
    desk: Desk

    def gather(self, rows: Sequence[ConversationHead], number: int, *, others_out: bool) -> ProviderBatch | None:
        """A part of these rows, or of those that the money left allows; None when nothing could be claimed.

        With `others_out` a small rest waits for what they give back, so that a run is not sent in crumbs.
        """
        calls = self._calls(rows)
        fitting = self._affordable(calls)
        if not fitting or (len(fitting) < min(len(calls), FEWEST_CALLS) and others_out):
            return None
        clock = self.desk.clock
        part = ProviderBatch(
            id=clock.new_id(),
            batch_id=self.batch.id,
            dataset_id=self.batch.dataset_id,
            number=number,
            calls=(),
            held_micros=0,
            made_at=clock.now(),
        )
        stored: ProviderBatch | None = None
        for start in range(0, len(fitting), MOST_IN_ONE_CLAIM):
            claimed = self._claim(fitting[start : start + MOST_IN_ONE_CLAIM], part, stored)
            if claimed is None:
                break
            part = stored = claimed
        return stored

    def _calls(self, rows: Sequence[ConversationHead]) -> list[_Call]:
        desk = self.desk
        jobs = [job_of(self.batch, row) for row in rows]
        found: list[_Call] = []
        for brief in read_briefs(self.scope, jobs, store=desk.store, catalogue=desk.catalogue, clock=desk.clock):
            if isinstance(brief, Unpromptable):
                give_up_unpromptable(self.scope, brief, store=desk.store, clock=desk.clock)
            else:
                found.append(second_try(self.scope, brief, store=desk.store, payloads=desk.payloads))
        return found

    def _affordable(self, calls: list[_Call]) -> list[_Call]:
        """As many as all budgets can hold at once. Pauses the run when not even one ever fits."""
        store = self.desk.store
        budgets = [store.budget(self.scope, key) for key in self.batch.budgets]
        room = min((budget.remaining if budget else 0 for budget in budgets), default=0)
        fitting: list[_Call] = []
        for brief, repair in calls:
            room -= brief.reservation
            if room < 0:
                break
            fitting.append((brief, repair))
        if calls and not fitting:
            needed = calls[0][0].reservation
            for key, budget in zip(self.batch.budgets, budgets, strict=True):
                if budget is None or not budget.can_still_cover(needed):
                    kind, desk = kind_of_budget(key), self.desk
                    stop_at_budget(self.scope, self.batch.id, kind, store=desk.store, clock=desk.clock)
                    break
        return fitting

    def _claim(self, calls: Sequence[_Call], part: ProviderBatch, stored: ProviderBatch | None) -> ProviderBatch | None:
        """The part with these calls in it; rows that somebody else changed meanwhile are left out."""
        wanted = list(calls)
        while wanted:
            attempts = [new_attempt(brief, part.owner, self.desk.clock, repair=repair) for brief, repair in wanted]
            after = part.gather(
                [
                    BatchedCall(
                        conversation_id=brief.head.id,
                        shard=brief.head.shard,
                        attempt_id=attempt.id,
                        max_tokens=brief.max_tokens,
                    )
                    for (brief, _), attempt in zip(wanted, attempts, strict=True)
                ],
                sum(attempt.reserved_micros for attempt in attempts),
            )
            changes = self._changes(wanted, attempts)
            self._keep_requests(wanted, attempts)
            saved = SaveProviderBatch(after, stored.revision if stored else None)
            token = request_token("gather", *(attempt.id for attempt in attempts))
            try:
                self.desk.store.commit(self.scope, [*changes, saved], token=token)
            except ChangeLost as lost:
                first_head = 1 + len(self.batch.budgets)
                if any(index < first_head or index == len(changes) for index in lost.lost):
                    return None
                taken = {(index - first_head) // 2 for index in lost.lost}
                wanted = [call for place, call in enumerate(wanted) if place not in taken]
                continue
            return after
        return stored

    def _changes(self, calls: Sequence[_Call], attempts: Sequence[Attempt]) -> list[Change]:
        changes: list[Change] = [
            RequireBatchRunning(self.batch.id),
            *money_moves.reserve(self.batch.budgets, sum(attempt.reserved_micros for attempt in attempts)),
        ]
        for (brief, _), attempt in zip(calls, attempts, strict=True):
            head = brief.head.claim(
                owner=attempt.owner,
                attempt_id=attempt.id,
                lease_seconds=ECONOMY_LEASE_SECONDS,
                now=self.desk.clock.now(),
            )
            changes += [SaveHead(head, brief.head.revision), AddAttempt(attempt)]
        return changes

    def _keep_requests(self, calls: Sequence[_Call], attempts: Sequence[Attempt]) -> None:
        """Before the claim: who hands a part over reads its requests here, in this process or after its death."""
        for (brief, _), attempt in zip(calls, attempts, strict=True):
            body = model_request(brief).model_dump_json().encode()
            self.desk.payloads.put_once(self.scope, request_key(attempt), body)
