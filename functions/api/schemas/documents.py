"""Source documents, their passages, and the starter packs."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from brightrun.domain.model import Instant
from brightrun.domain.taxonomy import Taxonomy
from functions.api.schemas.wire import Listing, Wire

MOST_DOCUMENTS = 50
MOST_CHUNKS = 1_000


class ImportedChunk(Wire):
    """A passage. `dimensions` has the sixty names of the dimension list; one left out counts as null."""

    text: str = Field(min_length=1, max_length=20_000)
    dimensions: dict[str, Any] = Field(default_factory=dict)


class ImportedDocument(Wire):
    title: str = Field(min_length=1, max_length=200)
    category: str
    text: str | None = Field(default=None, max_length=2_000_000)
    """The whole text, if it is at hand; passages are what is kept."""
    chunks: list[ImportedChunk] = Field(min_length=1, max_length=500)


class ImportDocuments(Wire):
    """Documents to bring in: all of them, or none when one is wrong."""

    documents: list[ImportedDocument] = Field(min_length=1, max_length=MOST_DOCUMENTS)


class Document(Wire):
    id: str
    title: str
    category: str
    chunk_count: int
    created_at: Instant
    updated_at: Instant


class Documents(Listing[Document]):
    """All documents by title."""


class ImportCounts(Wire):
    documents: int
    chunks: int


class ImportResult(Wire):
    """What came in. `already_here` names documents that were imported before and were left alone."""

    imported: ImportCounts
    documents: list[Document]
    already_here: list[str]


class Chunk(Wire):
    """A passage with its dimensions and the gates that decide whether it may enter a prompt."""

    id: str
    document_id: str
    number: int
    text: str
    dimensions: dict[str, Any]
    include_in_training: bool
    pii_flag: bool
    ip_sensitivity: str


class Chunks(Listing[Chunk]):
    """A document's passages in reading order."""


class TracedChunk(Chunk):
    """A passage, and the conversations that were planned from it."""

    conversation_ids: list[str]


class SourcesQuery(Wire):
    """`after` is the number of a conversation: the file goes on behind it."""

    after: int = Field(default=0, ge=0)


class SourcesFile(Wire):
    """A part of the report as CSV; the first part begins with the names of the columns."""

    text: str
    lines: int
    after: int | None


class PackSummary(Wire):
    """A starter pack, without its documents' text."""

    slug: str
    name: str
    description: str
    document_count: int
    chunk_count: int


class Packs(Listing[PackSummary]):
    """The starter packs that ship with the product."""


class Pack(Wire):
    """A starter pack: a taxonomy, and documents in the shape that the import takes."""

    slug: str
    name: str
    description: str
    taxonomy: Taxonomy
    documents: list[ImportedDocument]
