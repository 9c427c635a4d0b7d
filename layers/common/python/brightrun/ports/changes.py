"""What a transaction may consist of. Use cases say what changes; the store makes it all or nothing.

`expected` is the revision that must be stored now; None means that the record must not exist yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from brightrun.domain.attempt import Attempt
from brightrun.domain.batch import Batch
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.document import Chunk, Document
from brightrun.domain.event import Event
from brightrun.domain.export import Export
from brightrun.domain.model import Micros
from brightrun.domain.provider_batch import ProviderBatch
from brightrun.domain.slot import Slot
from brightrun.domain.template import Template, TemplateVersion
from brightrun.domain.tenant import ApiKey, Invitation, Member, Tenant, UserProfile
from brightrun.domain.version import Turn, Version
from brightrun.ports.many import Many
from brightrun.ports.remarks import Remark

MOST_ACTIONS = 60
"""A transaction's limit in this house (design §3a); AWS allows 100."""


@dataclass(frozen=True, slots=True)
class SaveHead:
    """Writes a conversation's row and moves its shard's revision on."""

    head: ConversationHead
    expected: int | None


@dataclass(frozen=True, slots=True)
class AddSlot:
    slot: Slot


@dataclass(frozen=True, slots=True)
class SaveSlot:
    """Other words for a slot that is there; its row, saved with it, says who was first."""

    slot: Slot


@dataclass(frozen=True, slots=True)
class AddAttempt:
    attempt: Attempt


@dataclass(frozen=True, slots=True)
class SettleAttempt:
    """Writes the outcome; refused unless the stored attempt is still running under the same owner."""

    attempt: Attempt


@dataclass(frozen=True, slots=True)
class AddVersion:
    version: Version
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class SaveVersion:
    """Writes over a version that is there: a draft that goes on, or one whose messages are deleted."""

    version: Version
    changed: tuple[Turn, ...] = ()
    removed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AddEvent:
    event: Event


@dataclass(frozen=True, slots=True)
class OpenBudget:
    """A new allowance of `cap`, unspent. Refused when it exists."""

    key: str
    cap: Micros


@dataclass(frozen=True, slots=True)
class MoveBudget:
    """Moves money inside one allowance, at most one move per allowance and transaction.

    A claim is (remaining -r, reserved +r) and is refused when `remaining` would fall below zero; settling is
    (remaining +r-c, reserved -r, spent +c) and is never refused: what was billed is billed.
    """

    key: str
    remaining: Micros = 0
    reserved: Micros = 0
    spent: Micros = 0


@dataclass(frozen=True, slots=True)
class ResizeBudget:
    """Another cap: `remaining` moves by `by` and may not fall below zero."""

    key: str
    by: Micros


@dataclass(frozen=True, slots=True)
class SaveBatch:
    batch: Batch
    expected: int | None


@dataclass(frozen=True, slots=True)
class RequireBatchRunning:
    """Nothing is written; the transaction is refused unless the batch runs: pause and cancel stop calls at once."""

    batch_id: str


@dataclass(frozen=True, slots=True)
class AddBatchMembers:
    """Who is in the batch, in order, written once at its start (`page` of at most 2,000 keys)."""

    batch_id: str
    page: int
    members: tuple[tuple[str, int], ...]
    """(conversation id, shard)"""


@dataclass(frozen=True, slots=True)
class SaveProviderBatch:
    """A part of an economy run, under its revision: of two who would hand it over, one does."""

    part: ProviderBatch
    expected: int | None


@dataclass(frozen=True, slots=True)
class LeaveBatch:
    """A conversation with a result moves on into another batch; the first batch keeps its result."""

    batch_id: str
    head: ConversationHead


@dataclass(frozen=True, slots=True)
class SaveDataset:
    dataset: Dataset
    expected: int | None


@dataclass(frozen=True, slots=True)
class AddDocument:
    document: Document


@dataclass(frozen=True, slots=True)
class AddChunk:
    chunk: Chunk


@dataclass(frozen=True, slots=True)
class SaveTemplate:
    template: Template
    expected: int | None


@dataclass(frozen=True, slots=True)
class AddTemplateVersion:
    version: TemplateVersion


@dataclass(frozen=True, slots=True)
class SaveExport:
    export: Export
    expected: int | None


@dataclass(frozen=True, slots=True)
class SaveTenant:
    tenant: Tenant
    expected: int | None


@dataclass(frozen=True, slots=True)
class SaveMember:
    member: Member
    expected: int | None


@dataclass(frozen=True, slots=True)
class RemoveMember:
    user_id: str
    expected: int


@dataclass(frozen=True, slots=True)
class SaveUser:
    """A person's own record, which no tenant owns."""

    user: UserProfile
    expected: int | None


@dataclass(frozen=True, slots=True)
class SaveInvitation:
    invitation: Invitation


@dataclass(frozen=True, slots=True)
class RemoveInvitation:
    """Refused when it is gone already: an invitation is accepted once."""

    invitation_id: str


@dataclass(frozen=True, slots=True)
class SaveApiKey:
    """Writes the key where its hash is looked up and where the tenant lists it."""

    key: ApiKey
    new: bool


@dataclass(frozen=True, slots=True)
class AddMark:
    """Something that happens once; refused when it has happened (`Marks` reads and writes the same marks)."""

    name: str


@dataclass(frozen=True, slots=True)
class RememberAnswer:
    """The answer to an Idempotency-Key; refused when another request was first. Forgotten after `expires_at`."""

    key: str
    fingerprint: str
    answer: str
    expires_at: datetime


Change = (
    SaveHead
    | AddSlot
    | SaveSlot
    | AddAttempt
    | SettleAttempt
    | AddVersion
    | SaveVersion
    | AddEvent
    | OpenBudget
    | MoveBudget
    | ResizeBudget
    | SaveBatch
    | RequireBatchRunning
    | AddBatchMembers
    | SaveProviderBatch
    | LeaveBatch
    | SaveDataset
    | AddDocument
    | AddChunk
    | SaveTemplate
    | AddTemplateVersion
    | SaveExport
    | SaveTenant
    | SaveMember
    | RemoveMember
    | SaveUser
    | SaveInvitation
    | RemoveInvitation
    | SaveApiKey
    | AddMark
    | RememberAnswer
    | Many
    | Remark
)
