"""Steps that asking for an export and building it have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.errors import ChangeLost, Conflict
from brightrun.domain.event import Action, Subject
from brightrun.domain.export import Export, ExportFile
from brightrun.domain.formats import CONTENT_TYPE, ExportItem, approved
from brightrun.domain.ids import request_token
from brightrun.domain.row_filter import RowFilter
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.changes import SaveExport
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations, Datasets, Exports
from brightrun.usecases.parts.record import event
from brightrun.usecases.parts.rows import all_heads

MANIFEST_TYPE = "application/json"


class ExportStore(Commits, Conversations, Datasets, Exports, Protocol):
    """What exports read and write."""


def fail_export(scope: TenantScope, export: Export, reason: str, *, store: ExportStore, clock: Clock) -> Export:
    """Marks an export that could not be built, with the reason. One that has ended meanwhile stays as it is."""
    failed = export.model_copy(update={"state": "failed", "reason": reason, "revision": export.revision + 1})
    by = Actor(id=export.created_by, name=export.created_by_name, via="system")
    recorded = event(clock, by, Action.EXPORT_FAILED, subject_of(export), dataset_id=export.dataset_id, reason=reason)
    try:
        store.commit(
            scope,
            [SaveExport(failed, expected=export.revision), recorded],
            token=request_token("export failed", clock.new_id()),
        )
    except ChangeLost:
        return store.export(scope, export.dataset_id, export.id) or failed
    return failed


def approved_heads(
    scope: TenantScope, dataset: Dataset, chosen: RowFilter, store: Conversations
) -> list[ConversationHead]:
    """The rows that may leave: approved, and of the filter; in order of their references."""
    return approved(chosen.select(all_heads(scope, dataset, store)))


def items_of(scope: TenantScope, heads: Sequence[ConversationHead], store: Conversations) -> Iterator[ExportItem]:
    """The approved version of each row, one at a time. Raises Conflict when one is not there any more."""
    for head in heads:
        number = head.approved_version
        found = None if number is None else store.version(scope, head.id, number)
        if found is None:
            raise Conflict(f"The approved version of {head.ref} is missing.", code="version_missing")
        version, turns = found
        yield ExportItem(head, version, turns)


def subject_of(export: Export) -> Subject:
    """The export as the record names it."""
    return Subject(kind="export", id=export.id, ref=export.name)


def content_type_of(file: ExportFile) -> str:
    """The media type under which a file is stored and downloaded."""
    return MANIFEST_TYPE if file.format == "manifest" else CONTENT_TYPE[file.format]
