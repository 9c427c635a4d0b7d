"""The actions on single items that a transaction is made of."""

from __future__ import annotations

from typing import Any

from brightrun.adapters.dynamodb import keys
from brightrun.adapters.dynamodb.items import bare, item, placeholders
from brightrun.adapters.dynamodb.table import Action, Item
from brightrun.domain.model import Record

NEW = "attribute_not_exists(pk)"


class ItemActions:
    """Writes, updates and deletes of items of one table, with their conditions."""

    def __init__(self, table: str) -> None:
        self._table = table

    def _add(self, key: keys.Key, record: Record) -> Action:
        return self._put(item(key, record), NEW)

    def _save(
        self, key: keys.Key, record: Record, revision: int, expected: int | None, *, lean: bool = False, **extra: Any
    ) -> Action:
        stored = item(key, record, revision=revision, lean=lean, **extra)
        if expected is None:
            return self._put(stored, NEW)
        return self._put(stored, "revision = :expected", placeholders(expected=expected))

    def _put(
        self, stored: Item, condition: str = "", values: Item | None = None, names: dict[str, str] | None = None
    ) -> Action:
        return {"Put": self._guarded({"Item": stored}, condition, values, names)}

    def _update(
        self,
        key: keys.Key,
        expression: str,
        values: Item,
        condition: str = "",
        names: dict[str, str] | None = None,
    ) -> Action:
        return {"Update": self._guarded({"Key": bare(key), "UpdateExpression": expression}, condition, values, names)}

    def _delete(self, key: keys.Key, condition: str = "", values: Item | None = None) -> Action:
        return {"Delete": self._guarded({"Key": bare(key)}, condition, values)}

    def _guarded(
        self, request: dict[str, Any], condition: str, values: Item | None, names: dict[str, str] | None = None
    ) -> dict[str, Any]:
        request["TableName"] = self._table
        if condition:
            request["ConditionExpression"] = condition
        if values:
            request["ExpressionAttributeValues"] = values
        if names:
            request["ExpressionAttributeNames"] = names
        return request
