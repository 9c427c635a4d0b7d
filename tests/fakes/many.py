"""What the changes of bulk work and of deleting do to the stored items."""

from __future__ import annotations

from collections.abc import Iterable

from brightrun.ports import many
from tests.fakes.actions import GONE, Action, Data, guarded, new, plans


@plans(many.RemoveHead)
def _remove_head(data: Data, tenant: str, change: many.RemoveHead) -> Iterable[Action]:
    head = change.head
    yield guarded(data, (tenant, "heads", head.dataset_id, head.shard), head.id, GONE, head.revision)


@plans(many.AddTombstone)
def _tombstone(data: Data, tenant: str, change: many.AddTombstone) -> Iterable[Action]:
    stone = change.tombstone
    yield Action((tenant, "tombstones", stone.dataset_id), stone.conversation_id, value=stone)


@plans(many.RemoveVersion)
def _remove_version(data: Data, tenant: str, change: many.RemoveVersion) -> Iterable[Action]:
    of, number = change.version.conversation_id, change.version.number
    yield Action((tenant, "versions", of), number, value=GONE)
    for turn in range(1, change.version.turn_count + 1):
        yield Action((tenant, "turns", of, number), turn, value=GONE)


@plans(many.RemoveSlot)
def _remove_slot(data: Data, tenant: str, change: many.RemoveSlot) -> Iterable[Action]:
    yield Action((tenant, "slot", change.conversation_id), None, value=GONE)


@plans(many.SaveOperation)
def _operation(data: Data, tenant: str, change: many.SaveOperation) -> Iterable[Action]:
    operation = change.operation
    yield guarded(data, (tenant, "operation", operation.id), None, operation, change.expected)
    listed = GONE if operation.state == "ended" else operation.id
    yield Action((tenant, "open operations"), operation.id, value=listed)


@plans(many.AddOperationMembers)
def _members(data: Data, tenant: str, change: many.AddOperationMembers) -> Iterable[Action]:
    yield new(data, (tenant, "operation members", change.operation_id), change.page, change.members)
