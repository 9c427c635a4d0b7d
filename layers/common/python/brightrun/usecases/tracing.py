"""Which conversation comes from which source: the report that whoever audits training data asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.document import Document, document_of_chunk
from brightrun.domain.errors import NotFound
from brightrun.domain.slot import number_of
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations, Datasets, Documents
from brightrun.usecases.parts.row_cache import RowCache

FILE_HEADS = (
    "conversation",
    "status",
    "version",
    "tier",
    "topic",
    "document",
    "source_category",
    "passage",
    "conversation_id",
    "document_id",
    "passage_id",
)
CONVERSATIONS_IN_A_PART = 2_000
"""With three passages each, about a megabyte: well below what one answer may hold."""


class TracingStore(Datasets, Conversations, Documents, Protocol):
    """What is traced, and to what."""


@dataclass(frozen=True, slots=True)
class Traced:
    """Lines under `FILE_HEADS`; `after` is the number of the last conversation when there are more."""

    lines: tuple[tuple[str, ...], ...]
    after: int | None


def trace_dataset(
    scope: TenantScope,
    dataset_id: str,
    *,
    after: int = 0,
    at_most: int = CONVERSATIONS_IN_A_PART,
    store: TracingStore,
    rows: RowCache,
) -> Traced:
    """A line for each passage of `at_most` conversations, in order; one without a passage has a line of its own.

    Raises NotFound.
    """
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    heads = sorted(rows.rows(scope, dataset, store=store).heads, key=lambda head: number_of(head.ref))
    left = [head for head in heads if number_of(head.ref) > after]
    page = left[:at_most]
    documents = {document.id: document for document in store.documents(scope)}
    lines = tuple(line for head in page for line in _lines(head, documents))
    return Traced(lines, number_of(page[-1].ref) if len(left) > len(page) else None)


def _lines(head: ConversationHead, documents: Mapping[str, Document]) -> Iterator[tuple[str, ...]]:
    version = "" if head.current_version is None else str(head.current_version)
    row = (head.ref, head.status.value, version, head.tier.value, head.topic)
    for passage in head.chunk_ids or ("",):
        document_id = document_of_chunk(passage) if passage else ""
        document = documents.get(document_id)
        source = (document.title, document.category) if document else ("", "")
        number = str(int(passage.rpartition("-")[2])) if passage else ""
        yield (*row, *source, number, head.id, document_id, passage)
