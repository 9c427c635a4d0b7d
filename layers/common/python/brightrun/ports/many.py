"""Changes that bulk work and deleting bring to a transaction, beside those of `changes`."""

from __future__ import annotations

from dataclasses import dataclass

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.operation import Operation
from brightrun.domain.tombstone import Tombstone
from brightrun.domain.version import Version


@dataclass(frozen=True, slots=True)
class RemoveHead:
    """Takes a conversation's row out of its dataset; refused when it is not at its revision any more."""

    head: ConversationHead


@dataclass(frozen=True, slots=True)
class AddTombstone:
    tombstone: Tombstone


@dataclass(frozen=True, slots=True)
class RemoveVersion:
    """A version with its messages. What is gone already is no error."""

    version: Version


@dataclass(frozen=True, slots=True)
class RemoveSlot:
    conversation_id: str


@dataclass(frozen=True, slots=True)
class SaveOperation:
    """Under its revision: of two workers that take the same step, one does."""

    operation: Operation
    expected: int | None


@dataclass(frozen=True, slots=True)
class AddOperationMembers:
    """Whom it is about, in order (`page` of at most 2,000 keys)."""

    operation_id: str
    page: int
    members: tuple[tuple[str, int], ...]
    """(conversation id, shard)"""


Many = RemoveHead | AddTombstone | RemoveVersion | RemoveSlot | SaveOperation | AddOperationMembers
