"""Exports that were made, as their owner looks back at them."""

from __future__ import annotations

from typing import Protocol

from brightrun.domain.errors import NotFound
from brightrun.domain.export import Export
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Datasets, Exports


class HistoryStore(Datasets, Exports, Protocol):
    """Where exports are read."""


def list_exports(scope: TenantScope, dataset_id: str, *, store: HistoryStore) -> tuple[Export, ...]:
    """A dataset's exports, newest first. Raises NotFound."""
    if store.dataset(scope, dataset_id) is None:
        raise NotFound("This dataset")
    return store.exports(scope, dataset_id)


def read_export(scope: TenantScope, export_id: str, *, store: HistoryStore) -> Export:
    """Raises NotFound."""
    export = store.find_export(scope, export_id)
    if export is None:
        raise NotFound("This export")
    return export
