"""The store of the product, put together from its transactions and readers."""

from __future__ import annotations

from brightrun.adapters.dynamodb import keys
from brightrun.adapters.dynamodb.items import item, record
from brightrun.adapters.dynamodb.learning import LearningKeeper
from brightrun.adapters.dynamodb.operations import OpeningKeeper, OperationReader
from brightrun.adapters.dynamodb.readers import BatchReader, ConversationReader, DatasetReader, ExportReader
from brightrun.adapters.dynamodb.records import (
    DocumentReader,
    EventReader,
    MarkKeeper,
    SealReader,
    TemplateReader,
    TenantReader,
)
from brightrun.adapters.dynamodb.remarks import CommentReader
from brightrun.adapters.dynamodb.table import Table
from brightrun.adapters.dynamodb.transactions import DynamoCommits
from brightrun.domain.limiter import LimiterState
from brightrun.domain.tenancy import RegisteredTenant, scope_for_identity
from brightrun.domain.tenant import ApiKey, UserProfile


class DynamoStore(
    DynamoCommits,
    ConversationReader,
    CommentReader,
    DatasetReader,
    BatchReader,
    DocumentReader,
    TemplateReader,
    ExportReader,
    EventReader,
    OperationReader,
    OpeningKeeper,
    MarkKeeper,
    LearningKeeper,
    SealReader,
    TenantReader,
):
    """Implements `brightrun.ports.stores.Store`."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)


class DynamoDirectory:
    """Implements `Directory`: the look-ups that come before a tenant is known."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def user(self, user_id: str) -> UserProfile | None:
        found = self._table.get(keys.user(user_id))
        return record(UserProfile, found) if found else None

    def api_key_by_sha256(self, sha256: str) -> ApiKey | None:
        found = self._table.get(keys.api_key(sha256))
        return record(ApiKey, found) if found else None

    def invitation_tenant(self, token_sha256: str) -> tuple[str, str] | None:
        found = self._table.get(keys.invitation_lookup(token_sha256))
        if found is None:
            return None
        tenant, invitation = found["tenant"]["S"], found["invitation"]["S"]
        is_open = self._table.get(keys.invitation(scope_for_identity(tenant), invitation)) is not None
        return (tenant, invitation) if is_open else None

    def registered_tenants(self) -> tuple[RegisteredTenant, ...]:
        return tuple(RegisteredTenant(found["sk"]["S"]) for found in self._table.query(keys.REGISTRY))


class DynamoLimiters:
    """Implements `Limiters` on one item per key and model."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def limiter(self, key_id: str, model: str) -> LimiterState | None:
        found = self._table.get(keys.limiter(key_id, model))
        return record(LimiterState, found) if found else None

    def save_limiter(self, key_id: str, model: str, state: LimiterState) -> bool:
        stored = item(keys.limiter(key_id, model), state, revision=state.revision)
        if state.revision == 1:
            return self._table.put(stored, condition="attribute_not_exists(pk)")
        return self._table.put(
            stored, condition="revision = :expected", values={":expected": {"N": str(state.revision - 1)}}
        )
