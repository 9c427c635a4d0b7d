"""What use cases may ask of storage. Every method takes the tenant's scope first.

Reads see all writes that were committed before them. Unknown ids answer None, whoever they belong to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from brightrun.domain.attempt import Attempt
from brightrun.domain.batch import Batch
from brightrun.domain.budget import Budget
from brightrun.domain.comment import Comment
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.document import Chunk, Document
from brightrun.domain.event import Event
from brightrun.domain.export import Export
from brightrun.domain.learned import Sample, Taken
from brightrun.domain.limiter import LimiterState
from brightrun.domain.operation import Operation
from brightrun.domain.provider_batch import ProviderBatch
from brightrun.domain.reader import Reader
from brightrun.domain.seal import Seal
from brightrun.domain.slot import Slot
from brightrun.domain.template import Template, TemplateVersion
from brightrun.domain.tenancy import RegisteredTenant, TenantScope
from brightrun.domain.tenant import ApiKey, Invitation, Member, Tenant, UserProfile
from brightrun.domain.tombstone import Tombstone
from brightrun.domain.version import Turn, Version
from brightrun.ports.changes import Change
from brightrun.ports.readings import Account


class Commits(Protocol):
    def commit(self, scope: TenantScope, changes: Sequence[Change], *, token: str) -> None:
        """All changes or none, once for a token however often it is sent.

        Raises ChangeLost with the indices of the guarded changes that found other data, Unavailable when
        the store did not answer. At most MOST_ACTIONS actions.
        """
        ...


class Conversations(Protocol):
    def shard_revisions(self, scope: TenantScope, dataset_id: str, shards: Sequence[int]) -> dict[int, int]: ...

    def shard(self, scope: TenantScope, dataset_id: str, number: int) -> tuple[ConversationHead, ...]:
        """The heads of a shard, none of them older than a revision of it that was read before."""
        ...

    def head(
        self, scope: TenantScope, dataset_id: str, shard: int, conversation_id: str
    ) -> ConversationHead | None: ...

    def heads(
        self, scope: TenantScope, dataset_id: str, keys: Sequence[tuple[int, str]], /
    ) -> dict[str, ConversationHead]:
        """Heads by id, for (shard, conversation id) keys; unknown ones are left out."""
        ...

    def slot(self, scope: TenantScope, conversation_id: str) -> Slot | None: ...

    def attempts(self, scope: TenantScope, conversation_id: str) -> tuple[Attempt, ...]: ...

    def attempt(self, scope: TenantScope, conversation_id: str, attempt_id: str) -> Attempt | None: ...

    def versions(self, scope: TenantScope, conversation_id: str) -> tuple[Version, ...]: ...

    def version(
        self, scope: TenantScope, conversation_id: str, number: int
    ) -> tuple[Version, tuple[Turn, ...]] | None: ...

    def accounts(self, scope: TenantScope, conversation_ids: Sequence[str]) -> dict[str, Account]:
        """What each of these cost and came to; of an unknown one nothing."""
        ...

    def texts(self, scope: TenantScope, wanted: Sequence[tuple[str, int, int]]) -> dict[str, str]:
        """All that was said, by conversation, for (conversation, version, turns); unknown ones are left out."""
        ...


class Comments(Protocol):
    def comments(self, scope: TenantScope, conversation_id: str) -> tuple[Comment, ...]:
        """All that was said about a conversation's messages, oldest first."""
        ...


class Datasets(Protocol):
    def dataset(self, scope: TenantScope, dataset_id: str) -> Dataset | None: ...

    def datasets(self, scope: TenantScope) -> tuple[Dataset, ...]: ...


class Batches(Protocol):
    def batch(self, scope: TenantScope, batch_id: str) -> Batch | None: ...

    def batches(self, scope: TenantScope, dataset_id: str) -> tuple[Batch, ...]:
        """Newest first."""
        ...

    def open_batches(self, scope: TenantScope) -> tuple[Batch, ...]:
        """Every batch of the tenant that has not ended."""
        ...

    def batch_members(self, scope: TenantScope, batch_id: str) -> tuple[tuple[str, int], ...]:
        """(conversation id, shard) of everyone who was put into it."""
        ...

    def provider_batches(self, scope: TenantScope, batch_id: str) -> tuple[ProviderBatch, ...]:
        """The parts in which an economy run was handed to the provider, oldest first."""
        ...

    def left(self, scope: TenantScope, batch_id: str) -> dict[str, ConversationHead]:
        """The last row in this batch of those that have moved on into another."""
        ...

    def budget(self, scope: TenantScope, key: str) -> Budget | None: ...

    def open_budget(self, scope: TenantScope, key: str, cap: int) -> Budget:
        """The budget, made with `cap` if it does not exist yet. Safe to call by many at once."""
        ...


class Documents(Protocol):
    def document(self, scope: TenantScope, document_id: str) -> Document | None: ...

    def documents(self, scope: TenantScope) -> tuple[Document, ...]: ...

    def chunks(self, scope: TenantScope, document_id: str) -> tuple[Chunk, ...]: ...

    def chunks_by_id(self, scope: TenantScope, chunk_ids: Sequence[str]) -> dict[str, Chunk]: ...


class Templates(Protocol):
    def template(self, scope: TenantScope, template_id: str) -> Template | None: ...

    def templates(self, scope: TenantScope) -> tuple[Template, ...]: ...

    def template_version(self, scope: TenantScope, template_id: str, number: int) -> TemplateVersion | None: ...


class Exports(Protocol):
    def export(self, scope: TenantScope, dataset_id: str, export_id: str) -> Export | None: ...

    def exports(self, scope: TenantScope, dataset_id: str) -> tuple[Export, ...]:
        """Newest first."""
        ...

    def find_export(self, scope: TenantScope, export_id: str) -> Export | None:
        """The export by its id alone, looked up through its own item."""
        ...


class Events(Protocol):
    def events_of_hour(self, scope: TenantScope, hour: datetime) -> tuple[Event, ...]:
        """All events of an hour, oldest first."""
        ...

    def events_of_subject(self, scope: TenantScope, subject_id: str) -> tuple[Event, ...]: ...

    def latest(self, scope: TenantScope, *, before: str | None, limit: int, since: datetime) -> tuple[Event, ...]:
        """Newest first, older than the event id `before`, not older than `since`."""
        ...


class Seals(Protocol):
    def last_seal(self, scope: TenantScope) -> Seal | None: ...

    def seals(self, scope: TenantScope, *, newest_first: bool = False) -> Iterator[Seal]:
        """The whole chain, oldest first unless asked otherwise; read as it is walked."""
        ...

    def add_seal(self, scope: TenantScope, seal: Seal) -> bool:
        """Appends; False when another sealer was first."""
        ...


class Operations(Protocol):
    def operation(self, scope: TenantScope, operation_id: str) -> Operation | None: ...

    def operation_members(self, scope: TenantScope, operation_id: str) -> tuple[tuple[str, int], ...]:
        """(conversation id, shard) of everyone whom it is about, in order."""
        ...

    def open_operations(self, scope: TenantScope) -> tuple[Operation, ...]:
        """Every operation of the tenant that has not ended."""
        ...

    def tombstones(self, scope: TenantScope, dataset_id: str) -> tuple[Tombstone, ...]:
        """The deleted conversations of a dataset."""
        ...


class Openings(Protocol):
    """Who has had which version before their eyes; needed before edge cases are approved many at once."""

    def keep_opened(
        self, scope: TenantScope, dataset_id: str, user_id: str, conversation_id: str, version: int
    ) -> None: ...

    def opened(self, scope: TenantScope, dataset_id: str, user_id: str) -> dict[str, int]:
        """The version that a person opened last, by conversation."""
        ...

    def keep_reading(self, scope: TenantScope, conversation_id: str, reader: Reader) -> None: ...

    def readers(self, scope: TenantScope, conversation_id: str) -> tuple[Reader, ...]:
        """Who had it on their screen of late; some may be gone by their own `until`."""
        ...


class Marks(Protocol):
    """Things that must happen once and can't be part of a transaction, such as a mail."""

    def mark_once(self, scope: TenantScope, name: str) -> bool:
        """False when it is marked already."""
        ...

    def unmark(self, scope: TenantScope, name: str) -> None: ...


class Learning(Protocol):
    """What answers have taken of late, by (model, template). Statistics: an answer may be missing or count twice."""

    def taken(self, scope: TenantScope) -> dict[tuple[str, str], Taken]: ...

    def add_taken(self, scope: TenantScope, model: str, template_id: str, sample: Sample) -> None:
        """Counts one answer. With `ROLLS_AT` of them, all figures of this model and template are halved."""
        ...


class Tenants(Protocol):
    def tenant(self, scope: TenantScope) -> Tenant | None: ...

    def members(self, scope: TenantScope) -> tuple[Member, ...]: ...

    def member(self, scope: TenantScope, user_id: str) -> Member | None: ...

    def invitations(self, scope: TenantScope) -> tuple[Invitation, ...]: ...

    def api_keys(self, scope: TenantScope) -> tuple[ApiKey, ...]: ...

    def answer(self, scope: TenantScope, key: str) -> tuple[str, str] | None:
        """(fingerprint, answer) remembered for an Idempotency-Key."""
        ...


class Directory(Protocol):
    """The few look-ups that come before a tenant is known. Only identity code and the clockwork hold this."""

    def user(self, user_id: str) -> UserProfile | None: ...

    def api_key_by_sha256(self, sha256: str) -> ApiKey | None: ...

    def invitation_tenant(self, token_sha256: str) -> tuple[str, str] | None:
        """(tenant id, invitation id) of an open invitation."""
        ...

    def registered_tenants(self) -> tuple[RegisteredTenant, ...]: ...


class Limiters(Protocol):
    """The pace shared by all workers, by provider key and model; no tenant owns it."""

    def limiter(self, key_id: str, model: str) -> LimiterState | None: ...

    def save_limiter(self, key_id: str, model: str, state: LimiterState) -> bool:
        """False when another was first; `state.revision` is one more than what was read."""
        ...


class Store(
    Commits,
    Conversations,
    Comments,
    Datasets,
    Batches,
    Documents,
    Templates,
    Exports,
    Events,
    Seals,
    Operations,
    Openings,
    Marks,
    Learning,
    Tenants,
    Protocol,
):
    """All of a tenant's storage. Use cases name the part that they need, or this when they need most of it."""
