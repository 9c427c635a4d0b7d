"""Taking jobs under a lease, with their worst case set aside: one transaction for a whole delivery."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from brightrun.domain.attempt import Attempt, AttemptKind
from brightrun.domain.errors import ChangeLost
from brightrun.domain.ids import request_token
from brightrun.domain.task import TaskKind
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.timing import lease_seconds
from brightrun.ports.changes import AddAttempt, Change, MoveBudget, RequireBatchRunning, SaveHead
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Batches, Commits
from brightrun.usecases.parts import money_moves
from brightrun.usecases.parts.brief import Brief

MOST_IN_ONE_CLAIM = 10


class ClaimStore(Commits, Batches, Protocol):
    """Where jobs are claimed."""


@dataclass(frozen=True, slots=True)
class Claimed:
    brief: Brief
    attempt: Attempt


@dataclass(frozen=True, slots=True)
class NotClaimed:
    """Why a job could not be claimed.

    `taken`: someone else has it or it moved on. `stopped`: the batch does not run. `money_in_flight`: the
    budget may cover it once other calls have settled. `no_money`: it can't.
    """

    brief: Brief
    why: Literal["taken", "stopped", "money_in_flight", "no_money"]
    budget_key: str = ""


def claim(
    scope: TenantScope,
    briefs: Sequence[Brief],
    *,
    owner: str,
    repair: bool = False,
    store: ClaimStore,
    clock: Clock,
) -> list[Claimed | NotClaimed]:
    """Claims briefs of one batch: together if possible, else one by one. In the order of `briefs`."""
    attempts = [new_attempt(brief, owner, clock, repair=repair) for brief in briefs]
    try:
        return _claim_together(scope, briefs, attempts, store=store, clock=clock)
    except ChangeLost as lost:
        if len(briefs) == 1:
            return [_reason(scope, briefs[0], attempts[0], lost, store=store)]
    return [
        outcome
        for brief in briefs
        for outcome in claim(scope, [brief], owner=owner, repair=repair, store=store, clock=clock)
    ]


def _claim_together(
    scope: TenantScope,
    briefs: Sequence[Brief],
    attempts: Sequence[Attempt],
    *,
    store: ClaimStore,
    clock: Clock,
) -> list[Claimed | NotClaimed]:
    batch, now = briefs[0].batch, clock.now()
    claimed: list[Claimed | NotClaimed] = []
    changes: list[Change] = [
        RequireBatchRunning(batch.id),
        *money_moves.reserve(batch.budgets, sum(attempt.reserved_micros for attempt in attempts)),
    ]
    for brief, attempt in zip(briefs, attempts, strict=True):
        head = brief.head.claim(owner=attempt.owner, attempt_id=attempt.id, lease_seconds=lease_seconds(), now=now)
        changes += [SaveHead(head, brief.head.revision), AddAttempt(attempt)]
        claimed.append(Claimed(brief.with_head(head), attempt))
    store.commit(scope, changes, token=request_token("claim", *(attempt.id for attempt in attempts)))
    return claimed


_KINDS: dict[TaskKind, AttemptKind] = {"write": "generate", "rewrite": "rewrite", "judge": "judge"}


def new_attempt(brief: Brief, owner: str, clock: Clock, *, repair: bool = False) -> Attempt:
    """A call that is about to be made, with its worst case."""
    return Attempt(
        id=clock.new_id(),
        conversation_id=brief.head.id,
        dataset_id=brief.head.dataset_id,
        batch_id=brief.batch.id,
        kind="repair" if repair else _KINDS[brief.task.kind],
        task=brief.task.kind,
        model=brief.model.id,
        owner=owner,
        budgets=brief.batch.budgets,
        reserved_micros=brief.reservation,
        parameters=brief.parameters,
        template_id=brief.template.template_id,
        template_version=brief.template.number,
        started_at=clock.now(),
    )


def _reason(scope: TenantScope, brief: Brief, attempt: Attempt, lost: ChangeLost, *, store: ClaimStore) -> NotClaimed:
    """Why a single claim was refused, by the change that found other data."""
    if 0 in lost.lost:
        return NotClaimed(brief, "stopped")
    moves = money_moves.reserve(brief.batch.budgets, attempt.reserved_micros)
    short = [moves[index - 1] for index in lost.lost if 1 <= index <= len(moves)]
    if not short:
        return NotClaimed(brief, "taken")
    for move in short:
        if not _may_come_free(scope, move, store=store):
            return NotClaimed(brief, "no_money", move.key)
    return NotClaimed(brief, "money_in_flight", short[0].key)


def _may_come_free(scope: TenantScope, move: MoveBudget, *, store: Batches) -> bool:
    budget = store.budget(scope, move.key)
    return budget is not None and budget.can_still_cover(move.reserved)
