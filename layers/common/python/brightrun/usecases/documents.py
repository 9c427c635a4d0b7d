"""Bringing source documents in, all or nothing, and reading them back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from typing import Any, Protocol

from brightrun.domain.dimensions import CATEGORIES, DIMENSION_NAMES
from brightrun.domain.document import Chunk, Document, chunk_id, document_of_chunk
from brightrun.domain.errors import ChangeLost, InvalidInput, NotFound
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import derived_ulid, request_token
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.changes import AddChunk, AddDocument, Change
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations, Datasets, Documents
from brightrun.usecases.parts.record import event
from brightrun.usecases.parts.row_cache import RowCache

MOST_DOCUMENTS = 50
"""All document rows of an import fit into its last transaction."""

MOST_CHUNKS = 1_000
_CHUNKS_AT_ONCE = 40
_BYTES_AT_ONCE = 2_000_000
"""A transaction of DynamoDB takes 4 MB."""

_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
"""The time in a document's id: the same for all, so that the id follows from the content alone."""

_SENSITIVITIES = ("low", "medium", "high", "restricted")
_MOST_NAMED = 20


class DocumentStore(Commits, Documents, Conversations, Datasets, Protocol):
    """What documents are read from and written to."""


@dataclass(frozen=True, slots=True)
class IncomingChunk:
    text: str
    dimensions: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class IncomingDocument:
    title: str
    category: str
    chunks: tuple[IncomingChunk, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """`already_here` had been imported with the same content before; nothing was done for those."""

    new: tuple[Document, ...]
    already_here: tuple[Document, ...]


def import_documents(
    scope: TenantScope,
    actor: Actor,
    incoming: Sequence[IncomingDocument],
    *,
    store: DocumentStore,
    clock: Clock,
) -> Imported:
    """Stores documents with their passages, all of them or none.

    Passages go first, the document rows last and together: nothing shows an import that was broken
    off, and sending it again completes it. Raises InvalidInput naming document and passage.
    """
    _check(incoming)
    there = {document.id: document for document in store.documents(scope)}
    made = {document.id: (document, each) for document, each in _documents(scope, actor, incoming, clock)}
    new = {id_: pair for id_, pair in made.items() if id_ not in there}
    run = clock.new_id()
    chunks = [chunk for document, each in new.values() for chunk in _chunks(document.id, each)]
    for number, page in enumerate(_pages(chunks)):
        store.commit(scope, page, token=request_token("chunks", run, number))
    added = tuple(document for document, _ in new.values())
    if added:
        _add(scope, actor, added, run, store, clock)
    return Imported(added, tuple(there[id_] for id_ in made if id_ in there))


def _add(
    scope: TenantScope,
    actor: Actor,
    added: Sequence[Document],
    run: str,
    store: DocumentStore,
    clock: Clock,
) -> None:
    recorded = event(
        clock,
        actor,
        Action.DOCUMENTS_IMPORTED,
        Subject(kind="document", id=added[0].id, ref=added[0].title),
        documents=[document.id for document in added],
        chunks=sum(document.chunk_count for document in added),
    )
    changes: list[Change] = [*map(AddDocument, added), recorded]
    try:
        store.commit(scope, changes, token=request_token("documents", run))
    except ChangeLost:
        # The same import arrived twice at once. Ids follow from content, so it is the other's result too.
        missing = [each for each in added if store.document(scope, each.id) is None]
        if missing:
            raise


def _documents(
    scope: TenantScope, actor: Actor, incoming: Sequence[IncomingDocument], clock: Clock
) -> Iterator[tuple[Document, IncomingDocument]]:
    now = clock.now()
    for each in incoming:
        fingerprint = fingerprint_of(each)
        document = Document(
            id=derived_ulid(_EPOCH, scope.tenant_id, fingerprint),
            title=each.title,
            category=each.category,
            chunk_count=len(each.chunks),
            created_at=now,
            updated_at=now,
            imported_by=actor.id,
            fingerprint=fingerprint,
        )
        yield document, each


def fingerprint_of(document: IncomingDocument) -> str:
    """SHA-256 over title, category and passages: the same document has the same one."""
    content = [
        document.title,
        document.category,
        [[chunk.text, dict(chunk.dimensions)] for chunk in document.chunks],
    ]
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _chunks(document_id: str, document: IncomingDocument) -> Iterator[Chunk]:
    for number, chunk in enumerate(document.chunks, start=1):
        told = {name: chunk.dimensions.get(name) for name in DIMENSION_NAMES}
        released = told["include_in_training"]
        yield Chunk(
            id=chunk_id(document_id, number),
            document_id=document_id,
            number=number,
            text=chunk.text,
            dimensions=told,
            include_in_training=True if released is None else bool(released),
            pii_flag=bool(told["pii_flag"]),
            ip_sensitivity=str(told["ip_sensitivity"] or "low").lower(),
        )


def _pages(chunks: Sequence[Chunk]) -> Iterator[list[Change]]:
    page: list[Change] = []
    size = 0
    for chunk in chunks:
        weight = len(chunk.model_dump_json().encode())
        if page and (len(page) == _CHUNKS_AT_ONCE or size + weight > _BYTES_AT_ONCE):
            yield page
            page, size = [], 0
        page.append(AddChunk(chunk))
        size += weight
    if page:
        yield page


def _check(incoming: Sequence[IncomingDocument]) -> None:
    chunks = sum(len(document.chunks) for document in incoming)
    if len(incoming) > MOST_DOCUMENTS or chunks > MOST_CHUNKS:
        raise InvalidInput(
            f"Import at most {MOST_DOCUMENTS} documents and {MOST_CHUNKS:,} passages at once; "
            f"these are {len(incoming)} and {chunks:,}.",
            code="too_many",
        )
    found = [problem for at, document in enumerate(incoming) for problem in _problems(at, document)]
    if found:
        raise InvalidInput(f"Nothing was imported. {found[0][1]}", code="bad_document", fields=found[:_MOST_NAMED])


def _problems(at: int, document: IncomingDocument) -> Iterator[tuple[str, str]]:
    named = f"“{document.title}”"
    place = f"documents.{at}"
    if not document.title.strip():
        yield f"{place}.title", f"Document {at + 1} has no title."
    if document.category not in CATEGORIES:
        yield (
            f"{place}.category",
            f"{named} has the category {document.category[:60]!r}, which is none of the {len(CATEGORIES)}.",
        )
    if not document.chunks:
        yield f"{place}.chunks", f"{named} has no passages."
    for number, chunk in enumerate(document.chunks, start=1):
        where = f"{place}.chunks.{number - 1}"
        if not chunk.text.strip():
            yield f"{where}.text", f"{named}, passage {number}: the text is empty."
        for name, said in _dimension_problems(chunk.dimensions):
            yield f"{where}.dimensions.{name}", f"{named}, passage {number}: {said}"


def _dimension_problems(dimensions: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in dimensions.items():
        if name not in DIMENSION_NAMES:
            close = get_close_matches(name, DIMENSION_NAMES, 1)
            hint = f" Did you mean {close[0]}?" if close else ""
            yield name[:60], f"there is no dimension {name[:60]!r}.{hint}"
        elif not _plain(value):
            yield name, f"{name} has to be text, a number, true or false, a list of texts, or null."
    for name in ("include_in_training", "pii_flag"):
        if not isinstance(dimensions.get(name), bool | None):
            yield name, f"{name} has to be true, false or null."
    sensitivity = dimensions.get("ip_sensitivity")
    if sensitivity is not None and str(sensitivity).lower() not in _SENSITIVITIES:
        yield "ip_sensitivity", f"ip_sensitivity has to be one of {', '.join(_SENSITIVITIES)}."


def _plain(value: Any) -> bool:
    if isinstance(value, list):
        return all(isinstance(each, str) for each in value)  # pyright: ignore[reportUnknownVariableType]
    return value is None or isinstance(value, str | int | float | bool)


def list_documents(scope: TenantScope, *, store: Documents) -> list[Document]:
    """All documents by title."""
    return sorted(store.documents(scope), key=lambda document: (document.title, document.id))


def read_document(scope: TenantScope, document_id: str, *, store: Documents) -> Document:
    """Raises NotFound."""
    document = store.document(scope, document_id)
    if document is None:
        raise NotFound("This document")
    return document


def list_chunks(scope: TenantScope, document_id: str, *, store: Documents) -> tuple[Chunk, ...]:
    """A document's passages in reading order. Raises NotFound."""
    read_document(scope, document_id, store=store)
    return store.chunks(scope, document_id)


def trace_chunk(scope: TenantScope, wanted: str, *, store: DocumentStore, rows: RowCache) -> tuple[Chunk, list[str]]:
    """A passage and the ids of the conversations that were planned from it. Raises NotFound."""
    chunk = store.chunks_by_id(scope, [wanted]).get(wanted)
    if chunk is None or store.document(scope, document_of_chunk(wanted)) is None:
        raise NotFound("This passage")
    traced = [
        head.id
        for dataset in store.datasets(scope)
        for head in rows.rows(scope, dataset, store=store).heads
        if wanted in head.chunk_ids
    ]
    return chunk, traced
