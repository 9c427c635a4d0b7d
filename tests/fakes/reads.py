"""Reading the items in memory, by the keys under which they are kept."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from brightrun.domain.document import Chunk, Document, document_of_chunk
from brightrun.domain.tenancy import RegisteredTenant, TenantScope
from brightrun.ports.readings import Account
from tests.fakes.actions import EVERYWHERE, Data

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brightrun.domain.attempt import Attempt
    from brightrun.domain.batch import Batch
    from brightrun.domain.budget import Budget
    from brightrun.domain.comment import Comment
    from brightrun.domain.conversation import ConversationHead
    from brightrun.domain.dataset import Dataset
    from brightrun.domain.event import Event
    from brightrun.domain.export import Export
    from brightrun.domain.learned import Taken
    from brightrun.domain.limiter import LimiterState
    from brightrun.domain.operation import Operation
    from brightrun.domain.provider_batch import ProviderBatch
    from brightrun.domain.reader import Reader
    from brightrun.domain.seal import Seal
    from brightrun.domain.slot import Slot
    from brightrun.domain.template import Template, TemplateVersion
    from brightrun.domain.tenant import ApiKey, Invitation, Member, Tenant, UserProfile
    from brightrun.domain.tombstone import Tombstone
    from brightrun.domain.version import Turn, Version
    from brightrun.ports.clock import Clock


class Reads:
    """Every reading method of the store's ports."""

    def __init__(self, clock: Clock | None = None) -> None:
        self._data = Data()
        self._clock = clock
        self._lock = threading.RLock()

    def _get(self, *partition: Any, sort: Any = None) -> Any:
        with self._lock:
            return self._data.get(partition, sort)

    def _all(self, *partition: Any) -> list[Any]:
        with self._lock:
            return self._data.all(partition)

    def _forget_expired(self, tenant: str) -> None:
        now = None if self._clock is None else self._clock.now()
        for key, answer in list(self._data.partitions.get((tenant, "answers"), {}).items()):
            if now is not None and answer.expires_at <= now:
                self._data.drop((tenant, "answers"), key)

    # Conversations.

    def _revision(self, tenant: str, dataset_id: str, shard: int) -> int:
        return self._data.get((tenant, "shard", dataset_id, shard)) or 0

    def shard_revisions(self, scope: TenantScope, dataset_id: str, shards: Sequence[int]) -> dict[int, int]:
        with self._lock:
            return {shard: self._revision(scope.tenant_id, dataset_id, shard) for shard in shards}

    def shard(self, scope: TenantScope, dataset_id: str, number: int) -> tuple[ConversationHead, ...]:
        with self._lock:
            heads = self._all(scope.tenant_id, "heads", dataset_id, number)
            return tuple(heads)

    def head(self, scope: TenantScope, dataset_id: str, shard: int, conversation_id: str) -> ConversationHead | None:
        return self._get(scope.tenant_id, "heads", dataset_id, shard, sort=conversation_id)

    def heads(
        self, scope: TenantScope, dataset_id: str, keys: Sequence[tuple[int, str]]
    ) -> dict[str, ConversationHead]:
        found = (self.head(scope, dataset_id, shard, conversation) for shard, conversation in keys)
        return {head.id: head for head in found if head is not None}

    def slot(self, scope: TenantScope, conversation_id: str) -> Slot | None:
        return self._get(scope.tenant_id, "slot", conversation_id)

    def attempts(self, scope: TenantScope, conversation_id: str) -> tuple[Attempt, ...]:
        return tuple(self._all(scope.tenant_id, "attempts", conversation_id))

    def attempt(self, scope: TenantScope, conversation_id: str, attempt_id: str) -> Attempt | None:
        return self._get(scope.tenant_id, "attempts", conversation_id, sort=attempt_id)

    def versions(self, scope: TenantScope, conversation_id: str) -> tuple[Version, ...]:
        return tuple(self._all(scope.tenant_id, "versions", conversation_id))

    def accounts(self, scope: TenantScope, conversation_ids: Sequence[str]) -> dict[str, Account]:
        return {id_: Account(self.attempts(scope, id_), self.versions(scope, id_)) for id_ in conversation_ids}

    def version(self, scope: TenantScope, conversation_id: str, number: int) -> tuple[Version, tuple[Turn, ...]] | None:
        with self._lock:
            version = self._get(scope.tenant_id, "versions", conversation_id, sort=number)
            turns = self._all(scope.tenant_id, "turns", conversation_id, number)
        return None if version is None else (version, tuple(turns))

    def texts(self, scope: TenantScope, wanted: Sequence[tuple[str, int, int]]) -> dict[str, str]:
        found = {id_: self._all(scope.tenant_id, "turns", id_, version)[:count] for id_, version, count in wanted}
        return {id_: "\n".join(turn.content for turn in turns) for id_, turns in found.items() if turns}

    def comments(self, scope: TenantScope, conversation_id: str) -> tuple[Comment, ...]:
        return tuple(self._all(scope.tenant_id, "comments", conversation_id))

    # Datasets, batches, money.

    def dataset(self, scope: TenantScope, dataset_id: str) -> Dataset | None:
        return self._get(scope.tenant_id, "datasets", sort=dataset_id)

    def datasets(self, scope: TenantScope) -> tuple[Dataset, ...]:
        return tuple(reversed(self._all(scope.tenant_id, "datasets")))

    def batch(self, scope: TenantScope, batch_id: str) -> Batch | None:
        return self._get(scope.tenant_id, "batch", batch_id)

    def batches(self, scope: TenantScope, dataset_id: str) -> tuple[Batch, ...]:
        ids = self._all(scope.tenant_id, "batches", dataset_id)
        return tuple(self._get(scope.tenant_id, "batch", batch_id) for batch_id in reversed(ids))

    def open_batches(self, scope: TenantScope) -> tuple[Batch, ...]:
        ids = self._all(scope.tenant_id, "open batches")
        return tuple(self._get(scope.tenant_id, "batch", batch_id) for batch_id in ids)

    def batch_members(self, scope: TenantScope, batch_id: str) -> tuple[tuple[str, int], ...]:
        pages = self._all(scope.tenant_id, "batch members", batch_id)
        return tuple(member for page in pages for member in page)

    def provider_batches(self, scope: TenantScope, batch_id: str) -> tuple[ProviderBatch, ...]:
        return tuple(self._all(scope.tenant_id, "parts", batch_id))

    def left(self, scope: TenantScope, batch_id: str) -> dict[str, ConversationHead]:
        return {head.id: head for head in self._all(scope.tenant_id, "left", batch_id)}

    def operation(self, scope: TenantScope, operation_id: str) -> Operation | None:
        return self._get(scope.tenant_id, "operation", operation_id)

    def operation_members(self, scope: TenantScope, operation_id: str) -> tuple[tuple[str, int], ...]:
        pages = self._all(scope.tenant_id, "operation members", operation_id)
        return tuple(member for page in pages for member in page)

    def open_operations(self, scope: TenantScope) -> tuple[Operation, ...]:
        ids = self._all(scope.tenant_id, "open operations")
        return tuple(self._get(scope.tenant_id, "operation", operation_id) for operation_id in ids)

    def tombstones(self, scope: TenantScope, dataset_id: str) -> tuple[Tombstone, ...]:
        return tuple(self._all(scope.tenant_id, "tombstones", dataset_id))

    def opened(self, scope: TenantScope, dataset_id: str, user_id: str) -> dict[str, int]:
        with self._lock:
            return dict(self._data.partitions.get((scope.tenant_id, "opened", dataset_id, user_id), {}))

    def readers(self, scope: TenantScope, conversation_id: str) -> tuple[Reader, ...]:
        return tuple(self._all(scope.tenant_id, "reading", conversation_id))

    def budget(self, scope: TenantScope, key: str) -> Budget | None:
        return self._get(scope.tenant_id, "budget", key)

    # Sources, templates, exports.

    def document(self, scope: TenantScope, document_id: str) -> Document | None:
        return self._get(scope.tenant_id, "documents", sort=document_id)

    def documents(self, scope: TenantScope) -> tuple[Document, ...]:
        return tuple(self._all(scope.tenant_id, "documents"))

    def chunks(self, scope: TenantScope, document_id: str) -> tuple[Chunk, ...]:
        return tuple(self._all(scope.tenant_id, "chunks", document_id))

    def chunks_by_id(self, scope: TenantScope, chunk_ids: Sequence[str]) -> dict[str, Chunk]:
        tenant = scope.tenant_id
        found = {i: self._get(tenant, "chunks", document_of_chunk(i), sort=i) for i in chunk_ids}
        return {chunk_id: chunk for chunk_id, chunk in found.items() if chunk is not None}

    def template(self, scope: TenantScope, template_id: str) -> Template | None:
        return self._get(scope.tenant_id, "templates", sort=template_id)

    def templates(self, scope: TenantScope) -> tuple[Template, ...]:
        return tuple(self._all(scope.tenant_id, "templates"))

    def template_version(self, scope: TenantScope, template_id: str, number: int) -> TemplateVersion | None:
        return self._get(scope.tenant_id, "template versions", template_id, sort=number)

    def export(self, scope: TenantScope, dataset_id: str, export_id: str) -> Export | None:
        return self._get(scope.tenant_id, "exports", dataset_id, sort=export_id)

    def exports(self, scope: TenantScope, dataset_id: str) -> tuple[Export, ...]:
        return tuple(reversed(self._all(scope.tenant_id, "exports", dataset_id)))

    def find_export(self, scope: TenantScope, export_id: str) -> Export | None:
        dataset_id = self._get(scope.tenant_id, "export ids", sort=export_id)
        return None if dataset_id is None else self.export(scope, dataset_id, export_id)

    # The record.

    def _events(self, scope: TenantScope) -> list[Event]:
        return self._all(scope.tenant_id, "events")

    def events_of_hour(self, scope: TenantScope, hour: datetime) -> tuple[Event, ...]:
        wanted = _hour(hour)
        return tuple(event for event in self._events(scope) if _hour(event.at) == wanted)

    def events_of_subject(self, scope: TenantScope, subject_id: str) -> tuple[Event, ...]:
        return tuple(event for event in self._events(scope) if event.subject.id == subject_id)

    def latest(self, scope: TenantScope, *, before: str | None, limit: int, since: datetime) -> tuple[Event, ...]:
        newest = reversed(self._events(scope))
        found = [e for e in newest if e.at >= since and (before is None or e.id < before)]
        return tuple(found[:limit])

    def last_seal(self, scope: TenantScope) -> Seal | None:
        chain = self._all(scope.tenant_id, "seals")
        return chain[-1] if chain else None

    def seals(self, scope: TenantScope, *, newest_first: bool = False) -> Iterator[Seal]:
        chain = self._all(scope.tenant_id, "seals")
        return iter(chain[::-1] if newest_first else chain)

    # People and keys.

    def taken(self, scope: TenantScope) -> dict[tuple[str, str], Taken]:
        return dict(self._get(scope.tenant_id, "taken") or {})

    def tenant(self, scope: TenantScope) -> Tenant | None:
        return self._get(scope.tenant_id, "tenant")

    def members(self, scope: TenantScope) -> tuple[Member, ...]:
        return tuple(self._all(scope.tenant_id, "members"))

    def member(self, scope: TenantScope, user_id: str) -> Member | None:
        return self._get(scope.tenant_id, "members", sort=user_id)

    def invitations(self, scope: TenantScope) -> tuple[Invitation, ...]:
        return tuple(self._all(scope.tenant_id, "invitations"))

    def api_keys(self, scope: TenantScope) -> tuple[ApiKey, ...]:
        return tuple(self._all(scope.tenant_id, "keys"))

    def answer(self, scope: TenantScope, key: str) -> tuple[str, str] | None:
        with self._lock:
            self._forget_expired(scope.tenant_id)
            stored = self._get(scope.tenant_id, "answers", sort=key)
        return None if stored is None else (stored.fingerprint, stored.answer)

    # What comes before a tenant is known, and what no tenant owns.

    def user(self, user_id: str) -> UserProfile | None:
        return self._get(EVERYWHERE, "user", user_id)

    def api_key_by_sha256(self, sha256: str) -> ApiKey | None:
        return self._get(EVERYWHERE, "key", sort=sha256)

    def invitation_tenant(self, token_sha256: str) -> tuple[str, str] | None:
        found = self._get(EVERYWHERE, "invitation", sort=token_sha256)
        if found is None or self._get(found[0], "invitations", sort=found[1]) is None:
            return None
        return found

    def registered_tenants(self) -> tuple[RegisteredTenant, ...]:
        return tuple(RegisteredTenant(tenant) for tenant in self._all(EVERYWHERE, "tenants"))

    def limiter(self, key_id: str, model: str) -> LimiterState | None:
        return self._get(EVERYWHERE, "limiter", key_id, model)


def _hour(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
