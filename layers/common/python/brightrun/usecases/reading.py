"""One conversation in full: its row, its plan, its sources, its versions and every call for it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Protocol

from brightrun.domain.attempt import Attempt
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.document import document_of_chunk
from brightrun.domain.errors import NotFound
from brightrun.domain.slot import Slot
from brightrun.domain.tenancy import TenantScope, house_scope
from brightrun.domain.version import Turn, Version
from brightrun.ports.services import Payloads
from brightrun.ports.stores import Conversations, Documents, Templates
from brightrun.usecases.parts.payload_keys import answer_key, request_key


class ReadingStore(Conversations, Documents, Templates, Protocol):
    """What a conversation is read from."""


@dataclass(frozen=True, slots=True)
class SourceFact:
    """A passage under the label that the conversation's facts carry."""

    id: str
    document_id: str
    document_title: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class FullConversation:
    head: ConversationHead
    slot: Slot
    facts: tuple[SourceFact, ...]
    current: tuple[Version, tuple[Turn, ...]] | None
    versions: tuple[Version, ...]
    """Newest first."""


def read_conversation(scope: TenantScope, conversation_id: str, *, store: ReadingStore) -> FullConversation:
    """Raises NotFound."""
    slot = store.slot(scope, conversation_id)
    head = store.head(scope, slot.dataset_id, slot.shard, conversation_id) if slot else None
    if slot is None or head is None:
        raise NotFound("This conversation")
    number = head.current_version
    current = store.version(scope, conversation_id, number) if number is not None else None
    versions = store.versions(scope, conversation_id) if head.latest_version else ()
    return FullConversation(
        head=head,
        slot=slot,
        facts=_facts(scope, head, store),
        current=current,
        versions=tuple(sorted(versions, key=lambda version: version.number, reverse=True)),
    )


def read_version(
    scope: TenantScope, conversation_id: str, number: int, *, store: Conversations
) -> tuple[Version, tuple[Turn, ...]]:
    """One version with its turns. Raises NotFound."""
    found = store.version(scope, conversation_id, number)
    if found is None:
        raise NotFound("This version")
    return found


def read_attempts(scope: TenantScope, conversation_id: str, *, store: Conversations) -> tuple[Attempt, ...]:
    """Every call, oldest first. Raises NotFound."""
    if store.slot(scope, conversation_id) is None:
        raise NotFound("This conversation")
    return tuple(sorted(store.attempts(scope, conversation_id), key=lambda attempt: attempt.id))


@dataclass(frozen=True, slots=True)
class StoredCall:
    """A call with what was sent and what came back, as it was kept then; None when there was nothing to keep."""

    attempt: Attempt
    request: dict[str, Any] | None
    answer: dict[str, Any] | None


def read_call(
    scope: TenantScope, conversation_id: str, attempt_id: str, *, store: Conversations, payloads: Payloads
) -> StoredCall:
    """One call in full. The key to the provider is the client's: no stored request holds it. Raises NotFound."""
    attempt = store.attempt(scope, conversation_id, attempt_id)
    if attempt is None:
        raise NotFound("This call")

    def stored(key: str) -> dict[str, Any] | None:
        body = payloads.get(scope, key)
        return None if body is None else json.loads(body)

    return StoredCall(attempt, stored(request_key(attempt)), stored(answer_key(attempt)))


def template_names(scope: TenantScope, *, store: Templates) -> dict[str, str]:
    """Names by id, of the house's templates and the workspace's own."""
    return {template.id: template.name for owner in (house_scope(), scope) for template in store.templates(owner)}


def _facts(scope: TenantScope, head: ConversationHead, store: Documents) -> tuple[SourceFact, ...]:
    if not head.chunk_ids:
        return ()
    chunks = store.chunks_by_id(scope, head.chunk_ids)
    documents = {
        document_id: store.document(scope, document_id) for document_id in {document_of_chunk(id_) for id_ in chunks}
    }
    facts: list[SourceFact] = []
    for number, id_ in enumerate(head.chunk_ids, start=1):
        chunk = chunks.get(id_)
        if chunk is not None:
            document = documents[chunk.document_id]
            title = document.title if document else ""
            facts.append(SourceFact(id_, chunk.document_id, title, f"F{number}", chunk.text))
    return tuple(facts)
