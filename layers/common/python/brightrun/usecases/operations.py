"""One action on many conversations: chosen by ids or by a filter, worked off step by step, each once.

A step's rows change in the transaction in which the operation moves on. So a worker that is killed, or two
that take the same step, leave nothing done twice and nothing left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from brightrun.domain.answer import one_line
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import ChangeLost, Conflict, InvalidInput, NotFound
from brightrun.domain.event import Action
from brightrun.domain.ids import request_token
from brightrun.domain.operation import Asked, Operation
from brightrun.domain.row_filter import RowFilter
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.changes import Change
from brightrun.ports.clock import Clock
from brightrun.ports.many import AddOperationMembers, SaveOperation
from brightrun.ports.services import OperationQueue, Payloads
from brightrun.ports.stores import Operations
from brightrun.usecases.parts.bulk_steps import obstacle, unopened
from brightrun.usecases.parts.row_cache import RowCache
from brightrun.usecases.parts.tags import clean_tags
from brightrun.usecases.parts.working_off import OperationStore, edge_case_min, recorded, work_off

AT_ONCE = 100
"""So many are done in the call itself."""
MOST = 10_000
_PAGE = 2_000
_STALE = timedelta(seconds=90)
_MOST_SENT = 20


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which are meant: by id, or everything that matches a filter."""

    ids: tuple[str, ...] = ()
    filter: RowFilter | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What an action would do, before anything is done."""

    total: int
    ready: int
    reasons: dict[str, int]
    unopened: tuple[ConversationHead, ...]
    """Those of the ready and of the unread edge cases that this person has not opened, in their order."""


def asked(action: str, *, note: str = "", add_tags: tuple[str, ...] = (), remove_tags: tuple[str, ...] = ()) -> Asked:
    """What is to be done to each. Raises InvalidInput for tags that can't be any."""
    return Asked.model_validate(
        {
            "action": action,
            "note": note,
            "add_tags": clean_tags(add_tags),
            "remove_tags": tuple(one_line(tag) for tag in remove_tags),
        }
    )


def choose(
    scope: TenantScope, dataset_id: str, chosen: Chosen, *, store: OperationStore, rows: RowCache
) -> tuple[list[str], dict[str, ConversationHead]]:
    """The ids that are meant, and the rows of those that exist. Raises NotFound, InvalidInput."""
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    every = rows.rows(scope, dataset, store=store).heads
    if chosen.filter is not None:
        found = chosen.filter.select(every)
        return [head.id for head in found], {head.id: head for head in found}
    ids = list(dict.fromkeys(chosen.ids))
    if len(ids) > MOST:
        raise InvalidInput(f"At most {MOST:,} at once.", code="too_many")
    wanted = set(ids)
    return ids, {head.id: head for head in every if head.id in wanted}


def preview(
    scope: TenantScope,
    actor: Actor,
    dataset_id: str,
    chosen: Chosen,
    asked: Asked,
    *,
    store: OperationStore,
    rows: RowCache,
) -> Preview:
    """Counts what would be done and what would be left out. Reads only."""
    ids, heads = choose(scope, dataset_id, chosen, store=store, rows=rows)
    opened = store.opened(scope, dataset_id, actor.id)
    least = edge_case_min(scope, store)
    reasons: dict[str, int] = {}
    unread: list[ConversationHead] = []
    for id_ in ids:
        head = heads.get(id_)
        hindrance = NotFound() if head is None else obstacle(asked.action, head, opened, least)
        if hindrance is not None:
            reasons[hindrance.code] = reasons.get(hindrance.code, 0) + 1
        if head is not None and unopened(head, opened) and (hindrance is None or hindrance.code == "edge_case_unread"):
            unread.append(head)
    return Preview(len(ids), len(ids) - sum(reasons.values()), reasons, tuple(unread))


def start_operation(
    scope: TenantScope,
    actor: Actor,
    dataset_id: str,
    chosen: Chosen,
    asked: Asked,
    *,
    store: OperationStore,
    rows: RowCache,
    queue: OperationQueue,
    payloads: Payloads,
    clock: Clock,
) -> Operation:
    """Up to a hundred are done when this returns; more are done by a worker. Raises NotFound, InvalidInput."""
    ids, heads = choose(scope, dataset_id, chosen, store=store, rows=rows)
    if not ids:
        raise InvalidInput("None is meant: nothing matches any more.", code="nothing_chosen")
    # One that is not here keeps its place, so that it is counted with its reason.
    members = [(id_, heads[id_].shard if id_ in heads else 0) for id_ in ids]
    return _begin(scope, actor, dataset_id, members, asked, store=store, queue=queue, payloads=payloads, clock=clock)


def undo_operation(
    scope: TenantScope,
    actor: Actor,
    operation_id: str,
    *,
    store: OperationStore,
    queue: OperationQueue,
    payloads: Payloads,
    clock: Clock,
) -> Operation:
    """Takes the decisions of an operation back, as far as they still stand. Raises NotFound, Conflict."""
    done = read_operation(scope, operation_id, store=store)
    if done.asked.action not in {"approve", "reject"}:
        raise Conflict("Only decisions can be taken back.", code="not_undoable")
    if done.state != "ended":
        raise Conflict("This is still being done. Take it back when it has ended.", code="still_running")
    members = store.operation_members(scope, operation_id)
    asked = Asked(action="undo", undoes=operation_id)
    return _begin(
        scope, actor, done.dataset_id, members, asked, store=store, queue=queue, payloads=payloads, clock=clock
    )


def read_operation(scope: TenantScope, operation_id: str, *, store: Operations) -> Operation:
    """How far it is. Raises NotFound."""
    found = store.operation(scope, operation_id)
    if found is None:
        raise NotFound("This operation")
    return found


def _begin(
    scope: TenantScope,
    actor: Actor,
    dataset_id: str,
    members: Sequence[tuple[str, int]],
    asked: Asked,
    *,
    store: OperationStore,
    queue: OperationQueue,
    payloads: Payloads,
    clock: Clock,
) -> Operation:
    now = clock.now()
    operation = Operation(
        id=clock.new_id(),
        dataset_id=dataset_id,
        asked=asked,
        total=len(members),
        started_by=actor.id,
        started_by_name=actor.name,
        started_via=actor.via,
        started_at=now,
        updated_at=now,
    )
    pages = [
        AddOperationMembers(operation.id, page, tuple(members[start : start + _PAGE]))
        for page, start in enumerate(range(0, len(members), _PAGE))
    ]
    changes: list[Change] = [SaveOperation(operation, None), *pages]
    later = len(members) > AT_ONCE
    if later:
        changes.append(recorded(operation, Action.BULK_STARTED, clock))
    store.commit(scope, changes, token=request_token("operation", operation.id))
    if later:
        queue.send(scope, operation.id)
        return operation
    return work_off(scope, operation.id, until=None, store=store, payloads=payloads, clock=clock) or operation


def run_operation(
    scope: TenantScope,
    operation_id: str,
    *,
    until: datetime,
    store: OperationStore,
    payloads: Payloads,
    clock: Clock,
) -> Operation | None:
    """A worker's part: goes on where the operation stands, to its end or until a time."""
    return work_off(scope, operation_id, until=until, store=store, payloads=payloads, clock=clock)


def revive_operations(scope: TenantScope, *, store: OperationStore, queue: OperationQueue, clock: Clock) -> int:
    """Gives those that stand still to a worker again; one that never gets on ends and says so."""
    revived = 0
    for operation in store.open_operations(scope):
        now = clock.now()
        if now - operation.updated_at < _STALE:
            continue
        hopeless = operation.sent >= _MOST_SENT
        after = operation.given_up(now) if hopeless else operation.sent_again(now)
        changes: list[Change] = [SaveOperation(after, operation.revision)]
        if hopeless:
            changes.append(recorded(after, Action.BULK_ENDED, clock))
        try:
            store.commit(scope, changes, token=request_token("revive", operation.id, operation.revision))
        except ChangeLost:
            continue  # it goes on by itself
        if not hopeless:
            queue.send(scope, operation.id)
            revived += 1
    return revived
