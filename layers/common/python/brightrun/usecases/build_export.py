"""Building an export's files: streamed out, read back, compared, and only then ready."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.errors import BrightRunError, ChangeLost, Conflict, Unavailable
from brightrun.domain.event import Action
from brightrun.domain.export import Export, ExportFile, Format
from brightrun.domain.formats import (
    CONTENT_TYPE,
    SUFFIX,
    ExportChecks,
    ExportItem,
    Written,
    blocking,
    difference,
    file_stem,
    parts_of,
    statistics,
)
from brightrun.domain.ids import request_token
from brightrun.domain.row_filter import RowFilter
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.changes import SaveExport
from brightrun.ports.clock import Clock
from brightrun.ports.services import ExportFiles
from brightrun.usecases.parts.export_steps import (
    MANIFEST_TYPE,
    ExportStore,
    approved_heads,
    fail_export,
    items_of,
    subject_of,
)
from brightrun.usecases.parts.record import event

VERSIONS_IN_RECORD = 2_000
"""Above this many rows, which version went out stands in the manifest file only."""


def build_export(
    scope: TenantScope,
    dataset_id: str,
    export_id: str,
    *,
    store: ExportStore,
    files: ExportFiles,
    clock: Clock,
) -> Export | None:
    """Builds an export that was asked for; one that has ended, or never was, is left alone.

    A failure that another try would not mend ends it with a reason. Raises Unavailable to be called again.
    """
    export = store.export(scope, dataset_id, export_id)
    if export is None or export.state != "building":
        return export
    try:
        return _build(scope, export, store, files, clock)
    except Unavailable:
        raise
    except BrightRunError as problem:
        return fail_export(scope, export, problem.message, store=store, clock=clock)


def give_up_export(scope: TenantScope, dataset_id: str, export_id: str, *, store: ExportStore, clock: Clock) -> None:
    """Its message could not be worked off: the export ends with a reason in place of waiting for ever."""
    export = store.export(scope, dataset_id, export_id)
    if export is not None and export.state == "building":
        fail_export(scope, export, "The files could not be built. Try again.", store=store, clock=clock)


def _build(scope: TenantScope, export: Export, store: ExportStore, files: ExportFiles, clock: Clock) -> Export:
    dataset = store.dataset(scope, export.dataset_id)
    if dataset is None:
        raise Conflict("The dataset of this export is gone.", code="dataset_gone")
    heads = approved_heads(scope, dataset, RowFilter.model_validate(export.filter), store)
    checks = ExportChecks(export.formats)
    for item in items_of(scope, heads, store):
        checks.add(item)
    results = checks.results()
    if blocking(results):
        blocked = export.model_copy(update={"checks": results, "count": len(heads)})
        return fail_export(scope, blocked, blocking(results), store=store, clock=clock)
    # Each try writes under a name of its own, so that two deliveries can't mix their files.
    folder = f"exports/{export.id}/{clock.new_id()}"
    stem = file_stem(export.name, export.created_at, len(heads))
    stats = statistics(heads)
    metadata = _metadata(export, dataset, stats, clock)
    built = [
        _write(scope, folder, stem, format_, items_of(scope, heads, store), metadata, files)
        for format_ in export.formats
    ]
    built.append(_write_manifest(scope, folder, stem, heads, metadata, built, files))
    ready = export.model_copy(
        update={
            "state": "ready",
            "count": len(heads),
            "versions": _versions(heads) if len(heads) <= VERSIONS_IN_RECORD else {},
            "checks": results,
            "files": tuple(built),
            "stats": stats,
            "ready_at": clock.now(),
            "revision": export.revision + 1,
        }
    )
    return _save_ready(scope, export, ready, store, clock)


def _write(
    scope: TenantScope,
    folder: str,
    stem: str,
    format_: Format,
    items: Iterator[ExportItem],
    metadata: dict[str, Any],
    files: ExportFiles,
) -> ExportFile:
    name = stem + SUFFIX[format_]
    key = f"{folder}/{name}"
    written = Written()
    files.write(scope, key, parts_of(format_, items, metadata, written), content_type=CONTENT_TYPE[format_])
    found = difference(format_, files.read(scope, key), written)
    if found is not None:
        raise Conflict(f"The file was written but did not read back equal: {found}", code="read_back")
    return ExportFile(
        name=name, format=format_, bytes=written.size, rows=len(written.rows), sha256=written.sha256, key=key
    )


def _write_manifest(
    scope: TenantScope,
    folder: str,
    stem: str,
    heads: Sequence[ConversationHead],
    metadata: dict[str, Any],
    built: Sequence[ExportFile],
    files: ExportFiles,
) -> ExportFile:
    name = f"{stem}.manifest.json"
    manifest = {
        "metadata": metadata,
        "files": [file.model_dump(mode="json", exclude={"key"}) for file in built],
        "versions": _versions(heads),
    }
    body = json.dumps(manifest, ensure_ascii=False, indent=2).encode() + b"\n"
    key = f"{folder}/{name}"
    files.write(scope, key, [body], content_type=MANIFEST_TYPE)
    return ExportFile(
        name=name,
        format="manifest",
        bytes=len(body),
        rows=len(heads),
        sha256=hashlib.sha256(body).hexdigest(),
        key=key,
    )


def _metadata(export: Export, dataset: Dataset, stats: dict[str, Any], clock: Clock) -> dict[str, Any]:
    """The header: when, by whom, what was chosen, how much of it and how good."""
    return {
        "format": "bright-run-training-data",
        "format_version": 1,
        "export_id": export.id,
        "name": export.name,
        "dataset": {"id": dataset.id, "name": dataset.name, "prefix": dataset.prefix},
        "export_date": f"{clock.now():%Y-%m-%dT%H:%M:%SZ}",
        "exported_by": export.created_by_name,
        "filter": export.filter,
        "approved_only": True,
        **stats,
    }


def _versions(heads: Sequence[ConversationHead]) -> dict[str, int]:
    return {head.id: head.approved_version for head in heads if head.approved_version is not None}


def _save_ready(scope: TenantScope, export: Export, ready: Export, store: ExportStore, clock: Clock) -> Export:
    by = Actor(id=export.created_by, name=export.created_by_name, via="system")
    recorded = event(
        clock,
        by,
        Action.EXPORT_READY,
        subject_of(ready),
        dataset_id=export.dataset_id,
        count=ready.count,
        files=[{"name": file.name, "sha256": file.sha256} for file in ready.files],
    )
    try:
        store.commit(
            scope,
            [SaveExport(ready, expected=export.revision), recorded],
            token=request_token("export ready", clock.new_id()),
        )
    except ChangeLost:
        return store.export(scope, export.dataset_id, export.id) or ready
    return ready
