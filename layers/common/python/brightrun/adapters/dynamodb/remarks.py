"""Comments: what their changes do to the table, and how they are read."""

from __future__ import annotations

from brightrun.adapters.dynamodb import keys
from brightrun.adapters.dynamodb.item_actions import ItemActions
from brightrun.adapters.dynamodb.items import bare, record
from brightrun.adapters.dynamodb.table import Action, Table
from brightrun.domain.comment import Comment
from brightrun.domain.tenancy import TenantScope
from brightrun.ports import remarks


class RemarkActions(ItemActions):
    _scope: TenantScope

    def actions_of_remark(self, change: remarks.Remark) -> list[Action]:
        match change:
            case remarks.RequireRow():
                key = keys.head_of(self._scope, change.head)
                check = {"TableName": self._table, "Key": bare(key), "ConditionExpression": "attribute_exists(pk)"}
                return [{"ConditionCheck": check}]
            case remarks.SaveComment():
                comment = change.comment
                key = keys.comment(self._scope, comment.conversation_id, comment.id)
                return [self._save(key, comment, comment.revision, change.expected)]
            case remarks.RemoveComment():
                return [self._delete(keys.comment(self._scope, change.comment.conversation_id, change.comment.id))]


class CommentReader:
    _table: Table

    def comments(self, scope: TenantScope, conversation_id: str) -> tuple[Comment, ...]:
        partition, prefix = keys.comment(scope, conversation_id, "")
        return tuple(record(Comment, found) for found in self._table.query(partition, prefix=prefix))
