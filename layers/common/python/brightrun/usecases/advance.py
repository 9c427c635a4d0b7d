"""One look at a batch: bring back what was lost, finish what was asked, end it when nothing is open.

The state machine calls this every few seconds and the sweeper for batches that lost their execution;
however many call it at once, each step happens once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from brightrun.domain.batch import Batch, Counts
from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.errors import ChangeLost, Conflict, NotFound
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.money import Catalogue
from brightrun.domain.tenancy import SYSTEM, TenantScope
from brightrun.domain.timing import tick_wait_seconds
from brightrun.domain.words import failure
from brightrun.ports.changes import SaveBatch, SaveHead
from brightrun.ports.clock import Clock
from brightrun.ports.services import JobQueue, Payloads
from brightrun.ports.stores import (
    Batches,
    Commits,
    Conversations,
    Datasets,
    Documents,
    Learning,
    Templates,
    Tenants,
)
from brightrun.usecases.parts.budget_warnings import warn_of_budgets
from brightrun.usecases.parts.dead_leases import resolve
from brightrun.usecases.parts.enqueue import enqueue, send_jobs
from brightrun.usecases.parts.following import follow_up
from brightrun.usecases.parts.giving_up import give_up
from brightrun.usecases.parts.pacing import Pacer
from brightrun.usecases.parts.record import event
from brightrun.usecases.parts.rounds import begin_round, to_be_kept, weak_ones
from brightrun.usecases.parts.rows import batch_rows, counts_of

_ENQUEUE_AT_ONCE = 2_000
_AT_ONCE = 25
_QUIET = timedelta(seconds=20)
"""A job that was sent so long ago, while its queue holds nothing at all, was lost."""
_UNTAKEN = timedelta(seconds=60)
"""A job that was sent so long ago, while its queue has nothing to come, lies with a consumer that died: one that
lives claims what it was given within seconds, and a job that is sent twice does no harm."""
_LOST_FOR_SURE = timedelta(minutes=30)


class AdvanceStore(Commits, Conversations, Datasets, Batches, Documents, Templates, Learning, Tenants, Protocol):
    """Everything that a look at a batch reads and writes."""


@dataclass(frozen=True, slots=True)
class Look:
    """What was found: whether the run is over, and in how many seconds to look again."""

    done: bool
    wait_seconds: int
    batch: Batch
    counts: Counts


@dataclass(frozen=True, slots=True)
class _Looker:
    scope: TenantScope
    store: AdvanceStore
    jobs: JobQueue
    payloads: Payloads
    catalogue: Catalogue
    pacer: Pacer
    clock: Clock

    def look(self, batch: Batch, ticks: int) -> Look:
        if batch.state == "ended":
            return Look(done=True, wait_seconds=0, batch=batch, counts=batch.final_counts or Counts())
        if batch.calls_allowed and not batch.enqueued:
            batch = enqueue(
                self.scope,
                batch,
                most=_ENQUEUE_AT_ONCE,
                room=0,
                store=self.store,
                jobs=self.jobs,
                clock=self.clock,
            )
        rows = [self._cared_for(batch, row) for row in batch_rows(self.scope, batch, store=self.store)]
        waits_for_provider = batch.state == "paused" and batch.pause_reason == "provider"
        circuit = self.pacer.circuit(batch.model)[0] if waits_for_provider else "open"
        if circuit == "closed":
            batch = self._go_on(batch, rows)
        more_to_send = self._send(batch, rows) if batch.calls_allowed and batch.mode == "now" else False
        batch = warn_of_budgets(self.scope, batch, store=self.store, clock=self.clock)
        counts = counts_of(batch, rows)
        if counts.open == 0:
            weak = weak_ones(batch, rows)
            if weak:
                batch = begin_round(self.scope, batch, weak, store=self.store, clock=self.clock)
                return Look(batch.state == "ended", 1, batch, counts)
            batch = self._finish(batch, counts, rows)
            return Look(batch.state == "ended", 1, batch, counts)
        resting = batch.state == "paused" and counts.generating == 0 and circuit != "probing"
        more_to_send = more_to_send or not batch.enqueued
        wait = tick_wait_seconds(ticks, mode=batch.mode, more_to_send=more_to_send)
        return Look(resting, wait, batch, counts)

    def _cared_for(self, batch: Batch, row: ConversationHead) -> ConversationHead:
        """The row after what is due to it: a dead lease settled, a cancelled or overdue one taken out."""
        now = self.clock.now()
        if row.batch_id != batch.id:
            return row
        if row.lease_over(now) and batch.mode == "now":  # an economy run's leases are its parts'
            settled = resolve(
                self.scope,
                row,
                store=self.store,
                payloads=self.payloads,
                catalogue=self.catalogue,
                clock=self.clock,
            )
            row = settled or row
        if to_be_kept(batch, row):
            return self._save(row, row.withdraw(now, "succeeded"))
        if row.status is Status.QUEUED and batch.state == "cancelling":
            return self._save(row, row.withdraw(now))
        if row.status is Status.QUEUED and now >= batch.deadline:
            return self._overdue(batch, row)
        return row

    def _overdue(self, batch: Batch, row: ConversationHead) -> ConversationHead:
        lost = failure("deadline", self.clock.now(), opinion=batch.task.kind == "judge")
        return give_up(self.scope, row, lost, batch.starter, store=self.store, clock=self.clock) or row

    def _save(self, row: ConversationHead, after: ConversationHead) -> ConversationHead:
        try:
            token = request_token("advance", row.id, row.revision, after.status)
            self.store.commit(self.scope, [SaveHead(after, row.revision)], token=token)
        except ChangeLost:
            return row
        return after

    def _send(self, batch: Batch, rows: list[ConversationHead]) -> bool:
        """Jobs whose wait is over, those whose message was lost, and the next ones. True when there are more."""
        waiting = [row for row in rows if row.status is Status.QUEUED and row.batch_id == batch.id]
        now = self.clock.now()
        due = [row for row in waiting if row.not_before is not None and row.not_before <= now]
        silent = [row for row in waiting if row.not_before is None and row.sent_at is not None]
        suspect = [row for row in silent if row.sent_at and now - row.sent_at > _QUIET]
        silence = self._silence(batch) if suspect else _LOST_FOR_SURE
        lost = [row for row in suspect if row.sent_at and now - row.sent_at > silence]
        unsent = [row for row in waiting if row.not_before is None and row.sent_at is None]
        room = self._room(batch, len(silent)) if unsent else 0
        sent = self._sent([*due, *lost, *unsent[:room]], now)
        send_jobs(self.scope, batch, sent, self.jobs)
        return len(unsent) > room

    def _room(self, batch: Batch, in_queue: int) -> int:
        """How many more jobs the queue may hold of this run: its tenant's share, divided by the tenant's runs."""
        model = self.catalogue.find(batch.model)
        if model is None:
            return 0
        runs = sum(each.calls_allowed for each in self.store.open_batches(self.scope))
        return max(0, -(-self.pacer.share(model) // max(1, runs)) - in_queue)

    def _sent(self, rows: list[ConversationHead], now: datetime) -> list[ConversationHead]:
        """Rows marked as sent; those that moved on meanwhile are left out."""
        sent: list[ConversationHead] = []
        for start in range(0, len(rows), _AT_ONCE):
            page = rows[start : start + _AT_ONCE]
            after = [row.resent(now) for row in page]
            try:
                token = request_token("send", *((row.id, row.revision) for row in page))
                changes = [SaveHead(new, old.revision) for new, old in zip(after, page, strict=True)]
                self.store.commit(self.scope, changes, token=token)
            except ChangeLost:
                after = [new for old in page if (new := self._save(old, old.resent(now))) is not old]
            sent += after
        return sent

    def _silence(self, batch: Batch) -> timedelta:
        """After how long a job that nobody took was lost, as its queue stands."""
        backlog = self.jobs.backlog(interactive=batch.kind == "single")
        if backlog.to_come:
            return _LOST_FOR_SURE
        return _UNTAKEN if backlog.in_delivery else _QUIET

    def _go_on(self, batch: Batch, rows: list[ConversationHead]) -> Batch:
        """The probe was taken while this looked on: no need to wait for the sweeper."""
        after = batch.go_on()
        subject = Subject(kind="batch", id=batch.id)
        recorded = event(self.clock, SYSTEM, Action.BATCH_RESUMED, subject, dataset_id=batch.dataset_id)
        try:
            token = request_token("go on", batch.id, batch.revision, recorded.event.id)
            self.store.commit(self.scope, [SaveBatch(after, batch.revision), recorded], token=token)
        except ChangeLost:
            return self.store.batch(self.scope, batch.id) or batch
        waiting = [row for row in rows if row.status is Status.QUEUED and row.batch_id == batch.id]
        sent = [row for row in waiting if row.sent_at is not None]
        send_jobs(self.scope, after, sent, self.jobs)
        return after

    def _finish(self, batch: Batch, counts: Counts, rows: list[ConversationHead]) -> Batch:
        following = follow_up(
            self.scope,
            batch,
            rows,
            store=self.store,
            catalogue=self.catalogue,
            pacer=self.pacer,
            clock=self.clock,
        )
        try:
            ended = batch.finish(
                counts,
                self.clock.now(),
                opinions_run=following.batch_id or batch.opinions_run,
                opinions_sentence=following.sentence,
            )
        except Conflict:
            return batch
        recorded = event(
            self.clock,
            SYSTEM,
            Action.BATCH_ENDED,
            Subject(kind="batch", id=batch.id),
            dataset_id=batch.dataset_id,
            end=ended.end,
            succeeded=counts.succeeded,
            failed=counts.failed,
            cancelled=counts.cancelled,
        )
        try:
            token = request_token("end", batch.id, batch.revision, recorded.event.id)
            changes = [SaveBatch(ended, batch.revision), recorded, *following.changes]
            self.store.commit(self.scope, changes, token=token)
        except ChangeLost:
            return self.store.batch(self.scope, batch.id) or batch
        return ended


def advance_batch(
    scope: TenantScope,
    batch_id: str,
    *,
    ticks: int,
    store: AdvanceStore,
    jobs: JobQueue,
    payloads: Payloads,
    catalogue: Catalogue,
    pacer: Pacer,
    clock: Clock,
) -> Look:
    """Looks at a batch once. Raises NotFound for one that does not exist."""
    batch = store.batch(scope, batch_id)
    if batch is None:
        raise NotFound("This run")
    return _Looker(scope, store, jobs, payloads, catalogue, pacer, clock).look(batch, ticks)
