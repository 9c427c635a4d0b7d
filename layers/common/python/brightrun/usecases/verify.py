"""Is everything accounted for? Walks the record's chain, the money and the conversations of a dataset."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from brightrun.domain.attempt import Attempt, Outcome
from brightrun.domain.budget import batch_budget_key, dataset_budget_key
from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.errors import NotFound
from brightrun.domain.ids import time_of
from brightrun.domain.money import dollars
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.timing import ECONOMY_LEASE_SECONDS
from brightrun.domain.tombstone import Tombstone
from brightrun.ports.clock import Clock
from brightrun.ports.readings import Account
from brightrun.ports.stores import Batches, Comments, Conversations, Datasets, Events, Operations, Seals
from brightrun.usecases.parts.chain import ChainStore, Misfit, Walk, walk_chain
from brightrun.usecases.parts.rows import all_heads

_MOST_NAMED = 5


class VerifyStore(Comments, Conversations, Datasets, Batches, Events, Operations, Seals, Protocol):
    """Everything that is compared."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked: `detail` says what was counted, or what is wrong."""

    name: str
    ok: bool
    detail: str


def verify_dataset(scope: TenantScope, dataset_id: str, *, store: VerifyStore, clock: Clock) -> list[Finding]:
    """Every check of a dataset, in a fixed order. Raises NotFound. Reads only."""
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    heads = all_heads(scope, dataset, store)
    deleted = store.tombstones(scope, dataset_id)
    accounts = store.accounts(scope, [head.id for head in heads] + [stone.conversation_id for stone in deleted])
    # What was deleted was paid for all the same.
    paid = {id_: account.attempts for id_, account in accounts.items()}
    attempts = {head.id: paid[head.id] for head in heads}
    return [
        _chain(scope, store, clock.now()),
        _found(
            "conversations",
            _conversation_problems(heads, accounts),
            f"{len(heads)} conversations match their versions and calls.",
        ),
        _found(
            "calls",
            _call_problems(heads, attempts),
            f"{sum(map(len, attempts.values()))} calls are settled or under a live lease.",
        ),
        _found(
            "money of runs",
            list(_run_money(scope, dataset_id, paid, store)),
            "Every run's spending is the sum of its calls.",
        ),
        _found(
            "money of the dataset",
            list(_dataset_money(scope, dataset_id, paid, store)),
            "The dataset's spending is the sum of its calls.",
        ),
        _found(
            "deleted",
            [f"{stone.ref} was deleted and left texts behind" for stone in deleted if _left(scope, stone, store)],
            f"{len(deleted)} deleted conversations left nothing but their cost.",
        ),
        _found(
            "runs",
            list(_run_problems(scope, dataset_id, heads, store, clock.now())),
            "Every ended run left nothing open.",
        ),
    ]


@dataclass(frozen=True, slots=True)
class RecordFinding:
    """Whether the record is whole; if not, `event_id` names the first entry that does not fit."""

    whole: bool
    entries: int
    waiting: int
    sentence: str
    event_id: str | None = None


def verify_record(scope: TenantScope, *, store: ChainStore, clock: Clock) -> RecordFinding:
    """Walks the whole record of a workspace. Reads only."""
    walk = walk_chain(scope, store=store, now=clock.now())
    misfit = walk.misfit
    if misfit is None:
        return RecordFinding(whole=True, entries=walk.entries, waiting=walk.waiting, sentence=_whole(walk))
    sentence = f"{_entry(misfit)} {misfit.reason}. The {walk.entries:,} before it are as they were."
    return RecordFinding(
        whole=False, entries=walk.entries, waiting=walk.waiting, sentence=sentence, event_id=misfit.event_id
    )


def _whole(walk: Walk) -> str:
    entries = f"{walk.entries:,} {'entry' if walk.entries == 1 else 'entries'}"
    newer = f" {walk.waiting:,} newer will be sealed within a minute." if walk.waiting else ""
    return f"The record is whole: {entries}.{newer}"


def _entry(misfit: Misfit) -> str:
    event = misfit.event
    if event is not None:
        return f"The entry of {event.at:%Y-%m-%d %H:%M:%S} UTC ({event.action.value}, {event.id})"
    made = time_of(misfit.event_id or "")
    when = f" of {made:%Y-%m-%d %H:%M:%S} UTC" if made else ""
    return f"The entry{when} ({misfit.event_id})"


def _found(name: str, problems: list[str], well: str) -> Finding:
    if not problems:
        return Finding(name, ok=True, detail=well)
    more = f" and {len(problems) - _MOST_NAMED} more" if len(problems) > _MOST_NAMED else ""
    return Finding(name, ok=False, detail="; ".join(problems[:_MOST_NAMED]) + more)


def _chain(scope: TenantScope, store: VerifyStore, now: datetime) -> Finding:
    walk = walk_chain(scope, store=store, now=now)
    if walk.misfit is not None:
        return Finding("record", ok=False, detail=f"{_entry(walk.misfit)} {walk.misfit.reason}.")
    return Finding("record", ok=True, detail=f"{walk.entries} events under {walk.seals} seals, unchanged.")


def _left(scope: TenantScope, stone: Tombstone, store: VerifyStore) -> bool:
    said = store.versions(scope, stone.conversation_id) or store.comments(scope, stone.conversation_id)
    return bool(said) or store.slot(scope, stone.conversation_id) is not None


def _conversation_problems(heads: list[ConversationHead], accounts: dict[str, Account]) -> list[str]:
    problems: list[str] = []
    for head in heads:
        stored = accounts[head.id].versions
        versions = {version.number for version in stored}
        if versions != set(range(1, head.latest_version + 1)):
            problems.append(f"{head.ref} has versions {sorted(versions)}, its row says {head.latest_version}")
        if head.current_version is not None and head.current_version not in versions:
            problems.append(f"{head.ref} shows version {head.current_version}, which is not stored")
        paid = sum(attempt.cost_micros for attempt in accounts[head.id].attempts)
        if paid != head.cost_micros:
            problems.append(f"{head.ref} cost {dollars(head.cost_micros)}, its calls {dollars(paid)}")
        good = [attempt for attempt in accounts[head.id].attempts if attempt.outcome is Outcome.SUCCEEDED]
        written = sum(attempt.task != "judge" for attempt in good)
        judged = {attempt.id: attempt.cost_micros for attempt in good if attempt.task == "judge"}
        for version in stored:
            opinion = version.opinion
            if opinion is not None and judged.get(opinion.attempt_id) != opinion.cost_micros:
                problems.append(f"{head.ref} has an opinion on version {version.number} that no call has given")
        by_attempt = sum(version.origin == "attempt" for version in stored)
        if written != by_attempt:
            problems.append(f"{head.ref} has {by_attempt} written versions of {written} successful calls")
    return problems


def _call_problems(heads: list[ConversationHead], attempts: dict[str, tuple[Attempt, ...]]) -> list[str]:
    problems: list[str] = []
    for head in heads:
        running = {each.id for each in attempts[head.id] if each.outcome is Outcome.RUNNING}
        leased = {head.lease.attempt_id} if head.lease else set[str]()
        if running != leased:
            problems.append(f"{head.ref} has calls {sorted(running)} open, its lease names {sorted(leased)}")
        if (head.status is Status.GENERATING) != bool(leased):
            problems.append(f"{head.ref} is {head.status.value} and has {len(leased)} leases")
    return problems


def _run_money(
    scope: TenantScope, dataset_id: str, attempts: dict[str, tuple[Attempt, ...]], store: VerifyStore
) -> Iterator[str]:
    spent, open_ = Counter[str](), Counter[str]()
    for attempt in (each for all_ in attempts.values() for each in all_):
        spent[attempt.batch_id] += attempt.cost_micros
        if attempt.outcome is Outcome.RUNNING:
            open_[attempt.batch_id] += attempt.reserved_micros
    for batch in store.batches(scope, dataset_id):
        budget = store.budget(scope, batch_budget_key(batch.id))
        if budget is None:
            yield f"run {batch.id} has no budget"
        elif (budget.spent, budget.reserved) != (spent[batch.id], open_[batch.id]):
            yield (
                f"run {batch.id} booked {budget.spent} and holds {budget.reserved}, "
                f"its calls say {spent[batch.id]} and {open_[batch.id]}"
            )
        elif budget.cap != budget.remaining + budget.reserved + budget.spent or budget.remaining < 0:
            yield f"run {batch.id}: cap {budget.cap} is not what is left, held and spent"
        elif batch.state == "ended" and budget.reserved:
            yield f"run {batch.id} has ended and still holds {budget.reserved}"


def _dataset_money(
    scope: TenantScope, dataset_id: str, attempts: dict[str, tuple[Attempt, ...]], store: VerifyStore
) -> Iterator[str]:
    budget = store.budget(scope, dataset_budget_key(dataset_id))
    spent = sum(each.cost_micros for all_ in attempts.values() for each in all_)
    if budget is None:
        if spent:
            yield f"{dollars(spent)} were spent without a budget"
    elif budget.spent != spent:
        yield f"booked {dollars(budget.spent)}, the calls cost {dollars(spent)}"
    elif budget.cap != budget.remaining + budget.reserved + budget.spent or budget.remaining < 0:
        yield f"budget {budget.cap} is not what is left, held and spent"


def _run_problems(
    scope: TenantScope,
    dataset_id: str,
    heads: list[ConversationHead],
    store: VerifyStore,
    now: datetime,
) -> Iterator[str]:
    open_in = Counter(head.batch_id for head in heads if head.status in {Status.QUEUED, Status.GENERATING})
    for batch in store.batches(scope, dataset_id):
        if batch.state == "ended" and open_in[batch.id]:
            yield f"run {batch.id} has ended with {open_in[batch.id]} conversations open"
        late = timedelta(hours=1)
        if batch.mode == "economy":  # what was handed over before the deadline may take the provider a day
            late += timedelta(seconds=ECONOMY_LEASE_SECONDS)
        if batch.state == "running" and now > batch.deadline + late:
            yield f"run {batch.id} is over its deadline"
