"""Readers of bulk operations, of what was deleted, and of what each person has opened."""

from __future__ import annotations

from brightrun.adapters.dynamodb import keys
from brightrun.adapters.dynamodb.items import epoch, item, members_of, number, record
from brightrun.adapters.dynamodb.table import Table
from brightrun.domain.operation import Operation
from brightrun.domain.reader import Reader
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.tombstone import Tombstone


class OperationReader:
    _table: Table

    def operation(self, scope: TenantScope, operation_id: str) -> Operation | None:
        found = self._table.get(keys.operation(scope, operation_id))
        return record(Operation, found) if found else None

    def operation_members(self, scope: TenantScope, operation_id: str) -> tuple[tuple[str, int], ...]:
        partition, _ = keys.operation(scope, operation_id)
        return members_of(self._table.query(partition, prefix="IDS#"))

    def open_operations(self, scope: TenantScope) -> tuple[Operation, ...]:
        pointers = self._table.query(keys.open_operations(scope))
        found = self._table.get_many([keys.operation(scope, pointer["sk"]["S"]) for pointer in pointers])
        return tuple(record(Operation, each) for each in found)

    def tombstones(self, scope: TenantScope, dataset_id: str) -> tuple[Tombstone, ...]:
        return tuple(record(Tombstone, found) for found in self._table.query(keys.tombstones(scope, dataset_id)))


class OpeningKeeper:
    _table: Table

    def keep_opened(
        self, scope: TenantScope, dataset_id: str, user_id: str, conversation_id: str, version: int
    ) -> None:
        partition = {"S": keys.openings(scope, dataset_id, user_id)}
        stored = {"pk": partition, "sk": {"S": conversation_id}, "version": {"N": str(version)}}
        # The newest version that was opened stays, whichever of two tabs was quicker.
        newer = "attribute_not_exists(pk) OR version < :version"
        self._table.put(stored, condition=newer, values={":version": {"N": str(version)}})

    def opened(self, scope: TenantScope, dataset_id: str, user_id: str) -> dict[str, int]:
        found = self._table.query(keys.openings(scope, dataset_id, user_id))
        return {each["sk"]["S"]: number(each, "version") for each in found}

    def keep_reading(self, scope: TenantScope, conversation_id: str, reader: Reader) -> None:
        until = epoch(reader.until)
        stored = item(keys.reader(scope, conversation_id, reader.user_id), reader, ttl=until, here_until=until)
        # The last sign stays, whichever of two tabs was quicker.
        later = "attribute_not_exists(pk) OR here_until <= :until"
        self._table.put(stored, condition=later, values={":until": until})

    def readers(self, scope: TenantScope, conversation_id: str) -> tuple[Reader, ...]:
        partition, _ = keys.reader(scope, conversation_id, "")
        return tuple(record(Reader, found) for found in self._table.query(partition))
