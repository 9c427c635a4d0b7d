"""The actions of bulk operations and of deleting."""

from __future__ import annotations

from brightrun.adapters.dynamodb import keys
from brightrun.adapters.dynamodb.item_actions import NEW, ItemActions
from brightrun.adapters.dynamodb.items import bare, item, members_text, placeholders
from brightrun.adapters.dynamodb.table import Action
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.operation import Operation
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.version import Version
from brightrun.ports import many


class ManyActions(ItemActions):
    """A transaction's actions for one tenant; it keeps which shards have to move on."""

    def __init__(self, scope: TenantScope, table_name: str) -> None:
        super().__init__(table_name)
        self._scope = scope
        self._touched_shards: dict[keys.Key, None] = {}

    def actions_of_many(self, change: many.Many) -> list[Action]:
        match change:
            case many.RemoveHead():
                return self._remove_head(change.head)
            case many.AddTombstone():
                stone = change.tombstone
                key = (keys.tombstones(self._scope, stone.dataset_id), stone.conversation_id)
                return [self._put(item(key, stone))]
            case many.RemoveVersion():
                return self._remove_version(change.version)
            case many.RemoveSlot():
                return [self._delete(keys.slot(self._scope, change.conversation_id))]
            case many.SaveOperation():
                return self._save_operation(change.operation, change.expected)
            case many.AddOperationMembers():
                stored = bare(keys.operation_members(self._scope, change.operation_id, change.page))
                stored["members"] = {"S": members_text(change.members)}
                return [self._put(stored, NEW)]

    def _remove_head(self, row: ConversationHead) -> list[Action]:
        self._touched_shards[keys.shard_revision(self._scope, row.dataset_id, row.shard)] = None
        return [
            self._delete(keys.head_of(self._scope, row), "revision = :expected", placeholders(expected=row.revision))
        ]

    def _remove_version(self, version: Version) -> list[Action]:
        of, number = version.conversation_id, version.number
        turns = [keys.turn(self._scope, of, number, turn) for turn in range(1, version.turn_count + 1)]
        return [self._delete(key) for key in (keys.version(self._scope, of, number), *turns)]

    def _save_operation(self, operation: Operation, expected: int | None) -> list[Action]:
        still_open = (keys.open_operations(self._scope), operation.id)
        listed = self._delete(still_open) if operation.state == "ended" else self._put(bare(still_open))
        return [self._save(keys.operation(self._scope, operation.id), operation, operation.revision, expected), listed]
