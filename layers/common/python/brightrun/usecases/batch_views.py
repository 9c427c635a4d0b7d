"""How a run stands, as its owner sees it: counted from the stored rows at this moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from brightrun.domain.batch import Batch, Counts
from brightrun.domain.budget import batch_budget_key
from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.errors import NotFound
from brightrun.domain.provider_batch import ProviderBatch
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Batches, Conversations, Datasets
from brightrun.usecases.parts.pacing import Pacer
from brightrun.usecases.parts.rows import batch_rows, counts_of

_FEWEST_FOR_A_RATE = 5
_RATE_WINDOW = timedelta(minutes=2)


class ViewStore(Batches, Conversations, Datasets, Protocol):
    """What a view of a run is read from."""


@dataclass(frozen=True, slots=True)
class BatchView:
    """`rate_per_minute` and `eta_seconds` are None until five conversations have been written."""

    batch: Batch
    counts: Counts
    spent_micros: int
    reserved_micros: int
    rows: tuple[ConversationHead, ...]
    rate_per_minute: float | None
    eta_seconds: float | None
    slowed_until: datetime | None
    parts: tuple[ProviderBatch, ...] = ()
    """Of an economy run, as they were handed to the provider."""

    @property
    def current(self) -> list[ConversationHead]:
        """Being written now, oldest first. Of what the provider has in batches it does not tell which."""
        if self.batch.mode == "economy":
            return []
        writing = [row for row in self.rows if row.status is Status.GENERATING]
        return sorted(writing, key=lambda row: row.updated_at)

    @property
    def writers(self) -> list[str]:
        """Who wrote what is ready, which the provider said; the model that was asked for may be another."""
        if self.batch.task.kind == "judge":
            mine = (row.opinion for row in self.rows if row.batch_result == "succeeded")
            return sorted({opinion.written_by for opinion in mine if opinion})
        shown = (
            row for row in self.rows if row.batch_result == "succeeded" and row.current_version == row.latest_version
        )
        return sorted({row.written_by for row in shown if row.written_by})

    @property
    def failures(self) -> list[ConversationHead]:
        return [row for row in self.rows if row.batch_result == "failed"]

    @property
    def percent(self) -> int:
        """Ended ones of all, rounded down: 100 only when nothing is open."""
        done = self.counts.total - self.counts.open
        return 100 * done // max(1, self.counts.total)


def view_batch(scope: TenantScope, batch_id: str, *, store: ViewStore, pacer: Pacer, clock: Clock) -> BatchView:
    """One run as it stands. Raises NotFound."""
    batch = store.batch(scope, batch_id)
    if batch is None:
        raise NotFound("This run")
    return _view(scope, batch, store=store, pacer=pacer, clock=clock)


def view_batches(
    scope: TenantScope, dataset_id: str, *, store: ViewStore, pacer: Pacer, clock: Clock, most: int = 50
) -> list[BatchView]:
    """The runs of a dataset, newest first. Raises NotFound for an unknown dataset."""
    if store.dataset(scope, dataset_id) is None:
        raise NotFound("This dataset")
    batches = store.batches(scope, dataset_id)[:most]
    return [_view(scope, batch, store=store, pacer=pacer, clock=clock) for batch in batches]


def _view(scope: TenantScope, batch: Batch, *, store: ViewStore, pacer: Pacer, clock: Clock) -> BatchView:
    rows = batch_rows(scope, batch, store=store)
    counts = counts_of(batch, rows)
    budget = store.budget(scope, batch_budget_key(batch.id))
    now = clock.now()
    rate = _rate(rows, batch, now)
    slowed = pacer.slowed_until(batch.model) if batch.state == "running" and counts.open else None
    return BatchView(
        batch=batch,
        counts=counts,
        spent_micros=budget.spent if budget else 0,
        reserved_micros=budget.reserved if budget else 0,
        rows=tuple(row for row in rows if row.batch_id == batch.id),
        rate_per_minute=rate,
        eta_seconds=counts.open * 60 / rate if rate and batch.state == "running" else None,
        slowed_until=datetime.fromtimestamp(slowed, tz=now.tzinfo) if slowed else None,
        parts=store.provider_batches(scope, batch.id) if batch.mode == "economy" else (),
    )


def _rate(rows: Sequence[ConversationHead], batch: Batch, now: datetime) -> float | None:
    """Conversations a minute over the last two minutes, or since the start if that is shorter."""
    done = [_done_at(row, batch) for row in rows if row.batch_result == "succeeded"]
    written = [moment for moment in done if moment and moment >= batch.started_at]
    if len(written) < _FEWEST_FOR_A_RATE:
        return None
    since = max(batch.started_at, now - _RATE_WINDOW)
    recent = sum(moment >= since for moment in written)
    minutes = (now - since).total_seconds() / 60
    return recent / minutes if recent and minutes > 0 else None


def _done_at(row: ConversationHead, batch: Batch) -> datetime | None:
    if batch.task.kind == "judge":
        return row.opinion.at if row.opinion else None
    return row.generated_at
