"""Readers of a tenant's conversations, datasets, batches and exports."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from brightrun.adapters.dynamodb import keys
from brightrun.adapters.dynamodb.budgets import budget_item, budget_of
from brightrun.adapters.dynamodb.items import members_of, number, record
from brightrun.adapters.dynamodb.table import Table
from brightrun.domain.attempt import Attempt
from brightrun.domain.batch import Batch
from brightrun.domain.budget import Budget
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.errors import Unavailable
from brightrun.domain.export import Export
from brightrun.domain.provider_batch import ProviderBatch
from brightrun.domain.slot import Slot
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.version import Turn, Version
from brightrun.ports.readings import Account

_TURNS_A_READ = 100
_READERS = 8


class ConversationReader:
    _table: Table

    def shard_revisions(self, scope: TenantScope, dataset_id: str, shards: Sequence[int]) -> dict[int, int]:
        wanted = {keys.shard_revision(scope, dataset_id, shard)[0]: shard for shard in shards}
        found = self._table.get_many([(partition, "REV") for partition in wanted])
        revisions = dict.fromkeys(shards, 0)
        revisions.update({wanted[item["pk"]["S"]]: number(item, "revision") for item in found})
        return revisions

    def shard(self, scope: TenantScope, dataset_id: str, number: int) -> tuple[ConversationHead, ...]:
        rows = self._table.query(keys.shard(scope, dataset_id, number), prefix="H#")
        return tuple(record(ConversationHead, item) for item in rows)

    def head(self, scope: TenantScope, dataset_id: str, shard: int, conversation_id: str) -> ConversationHead | None:
        item = self._table.get(keys.head(scope, dataset_id, shard, conversation_id))
        return record(ConversationHead, item) if item else None

    def heads(
        self, scope: TenantScope, dataset_id: str, keys_: Sequence[tuple[int, str]]
    ) -> dict[str, ConversationHead]:
        found = self._table.get_many([keys.head(scope, dataset_id, shard, id_) for shard, id_ in keys_])
        return {row.id: row for row in (record(ConversationHead, item) for item in found)}

    def slot(self, scope: TenantScope, conversation_id: str) -> Slot | None:
        item = self._table.get(keys.slot(scope, conversation_id))
        return record(Slot, item) if item else None

    def attempts(self, scope: TenantScope, conversation_id: str) -> tuple[Attempt, ...]:
        items = self._table.query(keys.conversation(scope, conversation_id), prefix="A#")
        return tuple(record(Attempt, item) for item in items)

    def attempt(self, scope: TenantScope, conversation_id: str, attempt_id: str) -> Attempt | None:
        item = self._table.get(keys.attempt(scope, conversation_id, attempt_id))
        return record(Attempt, item) if item else None

    def versions(self, scope: TenantScope, conversation_id: str) -> tuple[Version, ...]:
        items = self._table.query(keys.conversation(scope, conversation_id), prefix="V#")
        return tuple(record(Version, item) for item in items if item["kind"]["S"] == "Version")

    def version(self, scope: TenantScope, conversation_id: str, number: int) -> tuple[Version, tuple[Turn, ...]] | None:
        partition, sort = keys.version(scope, conversation_id, number)
        items = list(self._table.query(partition, prefix=sort))
        if not items:
            return None
        return record(Version, items[0]), tuple(record(Turn, item) for item in items[1:])

    def accounts(self, scope: TenantScope, conversation_ids: Sequence[str]) -> dict[str, Account]:
        def read(conversation_id: str) -> Account:
            items = list(self._table.query(keys.conversation(scope, conversation_id)))
            attempts = tuple(record(Attempt, item) for item in items if item["sk"]["S"].startswith("A#"))
            versions = tuple(record(Version, item) for item in items if item["kind"]["S"] == "Version")
            return Account(attempts, versions)

        with ThreadPoolExecutor(_READERS) as readers:
            return dict(zip(conversation_ids, readers.map(read, conversation_ids), strict=True))

    def texts(self, scope: TenantScope, wanted: Sequence[tuple[str, int, int]]) -> dict[str, str]:
        partitions = {keys.conversation(scope, id_): id_ for id_, _, _ in wanted}
        turns = [
            keys.turn(scope, id_, version, number) for id_, version, count in wanted for number in range(1, count + 1)
        ]
        pages = [turns[start : start + _TURNS_A_READ] for start in range(0, len(turns), _TURNS_A_READ)]
        with ThreadPoolExecutor(_READERS) as readers:
            found = [item for page in readers.map(self._table.get_many, pages) for item in page]
        said: dict[str, list[str]] = {}
        for item in sorted(found, key=lambda item: item["sk"]["S"]):
            said.setdefault(partitions[item["pk"]["S"]], []).append(record(Turn, item).content)
        return {id_: "\n".join(turns) for id_, turns in said.items()}


class DatasetReader:
    _table: Table

    def dataset(self, scope: TenantScope, dataset_id: str) -> Dataset | None:
        item = self._table.get((keys.datasets(scope), dataset_id))
        return record(Dataset, item) if item else None

    def datasets(self, scope: TenantScope) -> tuple[Dataset, ...]:
        return tuple(record(Dataset, item) for item in self._table.query(keys.datasets(scope), newest_first=True))


class BatchReader:
    _table: Table

    def batch(self, scope: TenantScope, batch_id: str) -> Batch | None:
        item = self._table.get(keys.batch(scope, batch_id))
        return record(Batch, item) if item else None

    def batches(self, scope: TenantScope, dataset_id: str) -> tuple[Batch, ...]:
        pointers = self._table.query(keys.batch_pointers(scope, dataset_id))
        found = self._table.get_many([keys.batch(scope, pointer["sk"]["S"]) for pointer in pointers])
        return tuple(sorted((record(Batch, item) for item in found), key=lambda batch: batch.id, reverse=True))

    def open_batches(self, scope: TenantScope) -> tuple[Batch, ...]:
        pointers = self._table.query(keys.open_batches(scope))
        found = self._table.get_many([keys.batch(scope, pointer["sk"]["S"]) for pointer in pointers])
        return tuple(record(Batch, item) for item in found)

    def batch_members(self, scope: TenantScope, batch_id: str) -> tuple[tuple[str, int], ...]:
        partition, _ = keys.batch(scope, batch_id)
        return members_of(self._table.query(partition, prefix="IDS#"))

    def provider_batches(self, scope: TenantScope, batch_id: str) -> tuple[ProviderBatch, ...]:
        partition, _ = keys.batch(scope, batch_id)
        return tuple(record(ProviderBatch, found) for found in self._table.query(partition, prefix="PART#"))

    def left(self, scope: TenantScope, batch_id: str) -> dict[str, ConversationHead]:
        partition, _ = keys.batch(scope, batch_id)
        rows = (record(ConversationHead, item) for item in self._table.query(partition, prefix="LEFT#"))
        return {row.id: row for row in rows}

    def budget(self, scope: TenantScope, key: str) -> Budget | None:
        item = self._table.get(keys.budget(scope, key))
        return budget_of(key, item) if item else None

    def open_budget(self, scope: TenantScope, key: str, cap: int) -> Budget:
        self._table.put(budget_item(scope, key, cap), condition="attribute_not_exists(pk)")
        budget = self.budget(scope, key)
        if budget is None:
            raise Unavailable("The budget could not be opened.")
        return budget


class ExportReader:
    _table: Table

    def export(self, scope: TenantScope, dataset_id: str, export_id: str) -> Export | None:
        item = self._table.get((keys.exports(scope, dataset_id), export_id))
        return record(Export, item) if item else None

    def exports(self, scope: TenantScope, dataset_id: str) -> tuple[Export, ...]:
        items = self._table.query(keys.exports(scope, dataset_id), newest_first=True)
        return tuple(record(Export, item) for item in items)

    def find_export(self, scope: TenantScope, export_id: str) -> Export | None:
        pointer = self._table.get(keys.export_pointer(scope, export_id))
        return self.export(scope, pointer["dataset"]["S"], export_id) if pointer else None
