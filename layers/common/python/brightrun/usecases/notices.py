"""Mail to the person who started a run: it ended, it is paused, or much of its limit is spent. Each once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.batch import Batch
from brightrun.domain.errors import Unavailable
from brightrun.domain.money import dollars
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.services import Mailer
from brightrun.ports.stores import Batches, Marks


class NoticeStore(Batches, Marks, Protocol):
    """Where a run's spending is read and a sent mail is marked."""


@dataclass(frozen=True, slots=True)
class _Mail:
    mark: str
    subject: str
    first: str


def tell_owner(scope: TenantScope, batch: Batch, *, store: NoticeStore, mailer: Mailer, web_origin: str) -> bool:
    """Whether a mail went out now. It is marked before it is sent; only a definite refusal unmarks it."""
    mail = _due(batch)
    if not batch.notify_email or mail is None or not store.mark_once(scope, mail.mark):
        return False
    try:
        mailer.send(
            scope,
            to=batch.notify_email,
            subject=mail.subject,
            text=_text(scope, batch, mail.first, store, web_origin),
        )
    except Unavailable:
        store.unmark(scope, mail.mark)
        raise
    return True


def _due(batch: Batch) -> _Mail | None:
    """What its owner is to be told as it stands. A warning is news only while money is still being spent."""
    if batch.kind == "single":
        return None
    mark = f"mail:{batch.id}:{batch.run}:{batch.state}"
    if batch.state == "ended":
        return _Mail(mark, _subject(batch), "")
    if batch.state == "paused" and batch.pause_reason == "provider":
        # Each probe is a run of its own: its owner hears of one trouble once.
        trouble = hashlib.sha256(batch.pause_sentence.encode()).hexdigest()[:16]
        return _Mail(f"mail:{batch.id}:provider:{trouble}", _subject(batch), batch.pause_sentence)
    if batch.state == "paused" and batch.pause_reason == "budget":
        return _Mail(mark, _subject(batch), batch.pause_sentence)
    of_this_run = [warning for warning in batch.warnings if warning.budget == "batch"]
    if batch.state == "running" and of_this_run:
        last = max(of_this_run, key=lambda warning: warning.percent)
        mark = f"mail:{batch.id}:limit:{last.cap_micros}:{last.percent}"
        return _Mail(mark, f"{last.percent} % of your run's limit is spent", last.sentence)
    return None


def _subject(batch: Batch) -> str:
    if batch.state == "paused":
        return "Your conversations are paused and wait for you"
    counts = batch.final_counts
    if batch.task.kind == "judge" and counts:
        given = f"{counts.succeeded:,} of {counts.total:,} second opinions"
        return f"{given}: stopped at a limit" if batch.stop_sentence else f"{given} are here"
    if batch.end == "completed" and counts:
        return f"Your {_many(counts.succeeded)} ready to read"
    if batch.end == "with_failures" and counts:
        return f"{counts.succeeded:,} of {counts.total:,} conversations are ready, {counts.failed} could not be written"
    return "Your run was cancelled"


def _many(count: int) -> str:
    return "conversation is" if count == 1 else f"{count:,} conversations are"


def _text(scope: TenantScope, batch: Batch, first: str, store: Batches, web_origin: str) -> str:
    budget = store.budget(scope, batch.budgets[0])
    spent = budget.spent if budget else 0
    lines = [first] if first else _how_it_ended(batch)
    expected = f"about {dollars(batch.promise.expected_micros)} was expected"
    lines.append(f"Cost: {dollars(spent)} of at most {dollars(batch.cap_micros)}, {expected}.")
    verb = "See it" if first or not batch.final_counts or not batch.final_counts.succeeded else "Read them"
    lines.append(f"{verb}: {web_origin}/d/{batch.dataset_id}/runs/{batch.id}")
    return "\n\n".join(lines)


def _how_it_ended(batch: Batch) -> list[str]:
    counts = batch.final_counts
    if counts is None:
        return []
    if batch.task.kind == "judge":
        given = (
            f"{counts.succeeded:,} of {counts.total:,} second opinions were given. No text and no decision has changed."
        )
        return [each for each in (batch.stop_sentence, given) if each]
    lines = [f"{counts.succeeded:,} of {counts.total:,} conversations are written. Nothing is approved without you."]
    if counts.flagged:
        lines.append(f"{counts.flagged:,} of them have a flag: look at those first.")
    if counts.failed:
        lines.append(f"{counts.failed:,} could not be written. Each says why and whether trying again helps.")
    if counts.cancelled:
        lines.append(f"{counts.cancelled:,} were cancelled before they began and cost nothing. They stay planned.")
    return lines
