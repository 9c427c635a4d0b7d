"""All workspaces in figures, for the people who run the platform. No name and no text passes here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

from brightrun.domain.dataset import Dataset
from brightrun.domain.tenancy import TenantScope, scope_of_registered
from brightrun.ports.stores import Batches, Conversations, Datasets, Directory
from brightrun.usecases.parts.rows import all_heads


class PlatformStore(Datasets, Batches, Conversations, Protocol):
    """What is counted."""


@dataclass(slots=True)
class Overview:
    tenants: int = 0
    conversations_by_status: Counter[str] = field(default_factory=Counter[str])
    batches_by_state: Counter[str] = field(default_factory=Counter[str])
    errors_by_code: Counter[str] = field(default_factory=Counter[str])


def overview(*, store: PlatformStore, directory: Directory) -> Overview:
    """Counts over every registered workspace."""
    counted = Overview()
    for tenant in directory.registered_tenants():
        counted.tenants += 1
        scope = scope_of_registered(tenant)
        for dataset in store.datasets(scope):
            _count(scope, dataset, counted, store)
    return counted


def _count(scope: TenantScope, dataset: Dataset, counted: Overview, store: PlatformStore) -> None:
    counted.batches_by_state.update(run.state for run in store.batches(scope, dataset.id))
    heads = all_heads(scope, dataset, store)
    counted.conversations_by_status.update(head.status.value for head in heads)
    counted.errors_by_code.update(head.failure.code for head in heads if head.failure)
