"""Exports."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from brightrun.usecases import export_history as history
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.schemas.exports import (
    DownloadLink,
    Export,
    ExportPreview,
    ExportRequest,
    Exports,
    LinkRequest,
)

exports = Resource("exports", "Exports: the approved conversations as files to train with.")


@exports.post("/datasets/{dataset_id}/exports/preview", needs=Permission.READ)
def preview_export(call: Call, dataset_id: str, body: ExportRequest) -> ExportPreview:
    """Show what an export would hold, and what a trainer would refuse."""
    from brightrun.usecases import exports as outgoing

    return ExportPreview.of(
        outgoing.preview_export(
            call.scope,
            dataset_id,
            body.filter,
            body.formats,
            name=body.name or "",
            store=call.ports.store,
            clock=call.ports.clock,
        )
    )


@exports.post("/datasets/{dataset_id}/exports", needs=Permission.EXPORT, status=202, conflicts=True)
def start_export(call: Call, dataset_id: str, body: ExportRequest) -> Export:
    """Build an export in the background."""
    from brightrun.usecases import exports as outgoing

    ports = call.ports
    return Export.of(
        outgoing.start_export(
            call.scope,
            call.actor,
            dataset_id,
            body.filter,
            body.formats,
            name=body.name or "",
            store=ports.store,
            queue=ports.export_queue,
            clock=ports.clock,
        )
    )


@exports.get("/datasets/{dataset_id}/exports", needs=Permission.READ)
def list_exports(call: Call, dataset_id: str) -> Exports:
    """List a dataset's exports."""
    found = history.list_exports(call.scope, dataset_id, store=call.ports.store)
    return Exports(items=[Export.of(each) for each in found], total=len(found))


@exports.get("/exports/{export_id}", needs=Permission.READ)
def read_export(call: Call, export_id: str) -> Export:
    """Read an export: its state, checks and files."""
    return Export.of(history.read_export(call.scope, export_id, store=call.ports.store))


@exports.post("/exports/{export_id}/link", needs=Permission.EXPORT, conflicts=True)
def link_export(call: Call, export_id: str, body: LinkRequest) -> DownloadLink:
    """Make a link for one download."""
    from brightrun.usecases import exports as outgoing

    return DownloadLink.of(
        outgoing.export_link(
            call.scope,
            call.actor,
            export_id,
            body.file,
            store=call.ports.store,
            files=call.ports.export_files,
            clock=call.ports.clock,
        )
    )
