"""Source documents and their passages."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from brightrun.usecases import documents as sources
from functions.api.call import Call
from functions.api.route import KIB, Resource
from functions.api.schemas.documents import (
    Chunk,
    Chunks,
    Document,
    Documents,
    ImportCounts,
    ImportDocuments,
    ImportResult,
    SourcesFile,
    SourcesQuery,
    TracedChunk,
)

documents = Resource("documents", "Source documents, and the passages they are cut into.")

MOST_IMPORT = 5 * 1024 * KIB
"""Below Lambda's 6 MB for a request."""


@documents.post("/documents/import", needs=Permission.WRITE, status=201, most_bytes=MOST_IMPORT)
def import_documents(call: Call, body: ImportDocuments) -> ImportResult:
    """Bring documents in: all of them, or none when one is wrong."""
    incoming = [
        sources.IncomingDocument(
            title=document.title,
            category=document.category,
            chunks=tuple(sources.IncomingChunk(chunk.text, chunk.dimensions) for chunk in document.chunks),
        )
        for document in body.documents
    ]
    done = sources.import_documents(call.scope, call.actor, incoming, store=call.ports.store, clock=call.ports.clock)
    return ImportResult(
        imported=ImportCounts(documents=len(done.new), chunks=sum(each.chunk_count for each in done.new)),
        documents=[Document.of(each) for each in (*done.new, *done.already_here)],
        already_here=[each.id for each in done.already_here],
    )


@documents.get("/documents", needs=Permission.READ)
def list_documents(call: Call) -> Documents:
    """List the documents."""
    found = sources.list_documents(call.scope, store=call.ports.store)
    return Documents(items=[Document.of(each) for each in found], total=len(found))


@documents.get("/documents/{document_id}", needs=Permission.READ)
def read_document(call: Call, document_id: str) -> Document:
    """Read a document's title and figures."""
    return Document.of(sources.read_document(call.scope, document_id, store=call.ports.store))


@documents.get("/documents/{document_id}/chunks", needs=Permission.READ)
def list_chunks(call: Call, document_id: str) -> Chunks:
    """List a document's passages."""
    found = sources.list_chunks(call.scope, document_id, store=call.ports.store)
    return Chunks(items=[Chunk.of(each) for each in found], total=len(found))


@documents.get("/chunks/{chunk_id}", needs=Permission.READ)
def read_chunk(call: Call, chunk_id: str) -> TracedChunk:
    """Read a passage, and which conversations come from it."""
    ports = call.ports
    chunk, traced = sources.trace_chunk(call.scope, chunk_id, store=ports.store, rows=ports.rows)
    return TracedChunk.of(chunk, conversation_ids=traced)


@documents.get("/datasets/{dataset_id}/sources/csv", needs=Permission.READ)
def read_sources_file(call: Call, dataset_id: str, query: SourcesQuery) -> SourcesFile:
    """Read which conversation comes from which passage of which document, as CSV in parts: ask on with `after`."""
    from brightrun.domain.spreadsheet import csv_text
    from brightrun.usecases import tracing

    ports = call.ports
    found = tracing.trace_dataset(call.scope, dataset_id, after=query.after, store=ports.store, rows=ports.rows)
    heads = [] if query.after else [tracing.FILE_HEADS]
    return SourcesFile(text=csv_text([*heads, *found.lines]), lines=len(found.lines), after=found.after)
