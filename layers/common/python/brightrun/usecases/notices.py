"""Mail to the person who started a run: it ended, or it is paused and waits for a decision. Each once."""

from __future__ import annotations

from typing import Protocol

from brightrun.domain.batch import Batch
from brightrun.domain.errors import Unavailable
from brightrun.domain.money import dollars
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.services import Mailer
from brightrun.ports.stores import Batches, Marks


class NoticeStore(Batches, Marks, Protocol):
    """Where a run's spending is read and a sent mail is marked."""


def tell_owner(scope: TenantScope, batch: Batch, *, store: NoticeStore, mailer: Mailer, web_origin: str) -> bool:
    """Whether a mail went out now. It is marked before it is sent; only a definite refusal unmarks it."""
    if not batch.notify_email or not _worth_a_mail(batch):
        return False
    mark = f"mail:{batch.id}:{batch.run}:{batch.state}"
    if not store.mark_once(scope, mark):
        return False
    try:
        mailer.send(
            scope,
            to=batch.notify_email,
            subject=_subject(batch),
            text=_text(scope, batch, store, web_origin),
        )
    except Unavailable:
        store.unmark(scope, mark)
        raise
    return True


def _worth_a_mail(batch: Batch) -> bool:
    if batch.kind == "single":
        return False
    return batch.state == "ended" or (batch.state == "paused" and batch.pause_reason in {"budget", "provider"})


def _subject(batch: Batch) -> str:
    if batch.state == "paused":
        return "Your conversations are paused and wait for you"
    counts = batch.final_counts
    if batch.end == "completed" and counts:
        return f"Your {counts.succeeded} conversations are ready to read"
    if batch.end == "with_failures" and counts:
        return f"{counts.succeeded} conversations are ready, {counts.failed} were not written"
    return "Your run was cancelled"


def _text(scope: TenantScope, batch: Batch, store: Batches, web_origin: str) -> str:
    budget = store.budget(scope, batch.budgets[0])
    spent = budget.spent if budget else 0
    lines = [f"Cost: {dollars(spent)} of at most {dollars(batch.cap_micros)}."]
    counts = batch.final_counts
    if batch.state == "paused":
        lines.insert(0, batch.pause_sentence)
    elif counts:
        lines.insert(0, f"Written: {counts.succeeded} of {counts.total}. To look at: {counts.flagged}.")
        if counts.failed:
            lines.insert(1, f"Not written: {counts.failed}. Each has its reason, most can be retried.")
    lines.append(f"{web_origin}/d/{batch.dataset_id}/runs/{batch.id}")
    return "\n\n".join(lines)
