"""The agreement of second opinions with people's decisions, over all datasets of a workspace, model by model."""

from __future__ import annotations

from collections import defaultdict
from typing import Protocol

from brightrun.domain.agreement import Agreement
from brightrun.domain.budget import opinions_budget_key
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Batches, Conversations, Datasets
from brightrun.usecases.parts.row_cache import RowCache


class AgreementStore(Conversations, Datasets, Batches, Protocol):
    """Where decisions and opinions are counted."""


def agreement_by_model(scope: TenantScope, *, store: AgreementStore, rows: RowCache) -> dict[str, Agreement]:
    """By who really gave the opinions, as the provider said; the one with most decisions beside it first."""
    found: defaultdict[str, Agreement] = defaultdict(Agreement)
    for dataset in store.datasets(scope):
        for head in rows.rows(scope, dataset, store=store).heads:
            if head.opinion is not None:
                found[head.opinion.written_by].add(head)
    return dict(sorted(found.items(), key=lambda one: (-one[1].n, one[0])))


def spent_this_month(scope: TenantScope, *, store: Batches, clock: Clock) -> int:
    """What second opinions have cost since the month began."""
    budget = store.budget(scope, opinions_budget_key(clock.now()))
    return budget.spent if budget else 0
