"""Exports: what would go out, asking for it, building and proving the files, and the download.

Nothing leaves without approval: a file holds exactly the approved versions that match the filter, and
it is read back and compared before anyone can download it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from brightrun.domain.dataset import Dataset
from brightrun.domain.errors import Conflict, InvalidInput, NotFound, Unavailable
from brightrun.domain.event import Action
from brightrun.domain.export import Check, Export, Format
from brightrun.domain.formats import (
    SUFFIX,
    ExportChecks,
    chat_row,
    file_stem,
    full_row,
)
from brightrun.domain.ids import request_token
from brightrun.domain.row_filter import RowFilter
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.changes import SaveExport
from brightrun.ports.clock import Clock
from brightrun.ports.services import ExportFiles, ExportQueue
from brightrun.ports.stores import Datasets
from brightrun.usecases.parts.export_steps import (
    ExportStore,
    approved_heads,
    content_type_of,
    fail_export,
    items_of,
    subject_of,
)
from brightrun.usecases.parts.record import event

LINK_SECONDS = 600
LONGEST_NAME = 80
_READ_IN_PREVIEW = 200
_SAMPLE_ROWS = 2


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """What an export would hold. `sample` are rows in the first format, `read` of `count` were looked at."""

    count: int
    read: int
    checks: tuple[Check, ...]
    sample: tuple[dict[str, Any], ...]
    filename: str


@dataclass(frozen=True, slots=True)
class ExportLink:
    """A download that works until `expires_at`."""

    url: str
    expires_at: datetime
    filename: str


def preview_export(
    scope: TenantScope,
    dataset_id: str,
    chosen: RowFilter,
    formats: Sequence[Format],
    *,
    store: ExportStore,
    clock: Clock,
    name: str = "",
) -> ExportPreview:
    """Count, checks and two sample rows. Of a large export the first 200 conversations are looked at."""
    _require_format(formats)
    dataset = _dataset(scope, dataset_id, store)
    heads = approved_heads(scope, dataset, chosen, store)
    checks = ExportChecks(formats)
    sample: list[dict[str, Any]] = []
    read = 0
    for item in items_of(scope, heads[:_READ_IN_PREVIEW], store):
        checks.add(item)
        read += 1
        if len(sample) < _SAMPLE_ROWS:
            sample.append(full_row(item) if formats[0] == "full_json" else chat_row(item))
    return ExportPreview(
        count=len(heads),
        read=read,
        checks=checks.results(),
        sample=tuple(sample),
        filename=file_stem(name, clock.now(), len(heads)) + SUFFIX[formats[0]],
    )


def start_export(
    scope: TenantScope,
    actor: Actor,
    dataset_id: str,
    chosen: RowFilter,
    formats: Sequence[Format],
    *,
    store: ExportStore,
    queue: ExportQueue,
    clock: Clock,
    name: str = "",
) -> Export:
    """Asks for an export; a worker builds it. Raises InvalidInput when nothing approved matches the filter."""
    dataset = _dataset(scope, dataset_id, store)
    _require_format(formats)
    heads = approved_heads(scope, dataset, chosen, store)
    if not heads:
        raise InvalidInput(
            "No approved conversation matches this filter, so there is nothing to export.", code="nothing_approved"
        )
    export = Export(
        id=clock.new_id(),
        dataset_id=dataset.id,
        name=" ".join(name.split())[:LONGEST_NAME],
        filter=chosen.model_dump(mode="json", exclude_defaults=True),
        formats=tuple(dict.fromkeys(formats)),
        count=len(heads),
        created_by=actor.id,
        created_by_name=actor.name,
        created_at=clock.now(),
    )
    started = event(
        clock,
        actor,
        Action.EXPORT_STARTED,
        subject_of(export),
        dataset_id=dataset.id,
        formats=list(export.formats),
        filter=export.filter,
        count=export.count,
    )
    store.commit(scope, [SaveExport(export, expected=None), started], token=request_token("export", export.id))
    try:
        queue.send(scope, dataset.id, export.id)
    except Unavailable:
        fail_export(scope, export, "The export could not be started. Try again.", store=store, clock=clock)
        raise
    return export


def export_link(
    scope: TenantScope,
    actor: Actor,
    export_id: str,
    file_name: str,
    *,
    store: ExportStore,
    files: ExportFiles,
    clock: Clock,
) -> ExportLink:
    """A link made for this click, on record. Raises NotFound, or Conflict while the files are not ready."""
    export = store.find_export(scope, export_id)
    if export is None:
        raise NotFound("This export")
    if export.state != "ready":
        raise Conflict("This export is not ready to be downloaded.", code="export_not_ready")
    file = next((file for file in export.files if file.name == file_name), None)
    if file is None:
        raise NotFound("This file")
    downloaded = event(
        clock,
        actor,
        Action.EXPORT_DOWNLOADED,
        subject_of(export),
        dataset_id=export.dataset_id,
        file=file.name,
        count=export.count,
        sha256=file.sha256,
    )
    store.commit(scope, [downloaded], token=request_token("download", downloaded.event.id))
    url = files.link(scope, file.key, filename=file.name, content_type=content_type_of(file), seconds=LINK_SECONDS)
    return ExportLink(url, clock.now() + timedelta(seconds=LINK_SECONDS), file.name)


def _require_format(formats: Sequence[Format]) -> None:
    if not formats:
        raise InvalidInput("Choose at least one format.", code="no_format", fields=[("formats", "is empty")])


def _dataset(scope: TenantScope, dataset_id: str, store: Datasets) -> Dataset:
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    return dataset
