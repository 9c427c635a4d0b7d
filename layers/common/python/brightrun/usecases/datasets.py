"""Datasets: made from a taxonomy, changed under their revision, counted from their conversations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from brightrun.domain.budget import dataset_budget_key
from brightrun.domain.dataset import Dataset
from brightrun.domain.errors import ChangeLost, InvalidInput, NotFound, Stale
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.model import Micros
from brightrun.domain.money import dollars
from brightrun.domain.taxonomy import Taxonomy, Tier, TierWeights
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.changes import Change, OpenBudget, ResizeBudget, SaveDataset
from brightrun.ports.clock import Clock
from brightrun.ports.packs import PackShelf
from brightrun.ports.stores import Batches, Commits, Conversations, Datasets
from brightrun.usecases.parts.record import event
from brightrun.usecases.parts.words_in_use import refuse_vanished

MOST_DATASETS = 500
_PREFIX_LETTERS = 4


class DatasetStore(Commits, Datasets, Batches, Conversations, Protocol):
    """What datasets are read from and written to."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A new dataset. A taxonomy of one's own wins over the starter pack's."""

    name: str
    prefix: str | None = None
    taxonomy: Taxonomy | None = None
    pack: str | None = None
    tier_weights: TierWeights | None = None
    budget_micros: Micros | None = None


def list_datasets(scope: TenantScope, *, store: Datasets) -> list[Dataset]:
    """All datasets, newest first."""
    return sorted(store.datasets(scope), key=lambda dataset: dataset.id, reverse=True)


def read_dataset(scope: TenantScope, dataset_id: str, *, store: Datasets) -> Dataset:
    """Raises NotFound."""
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    return dataset


def create_dataset(
    scope: TenantScope,
    actor: Actor,
    wanted: Wanted,
    *,
    packs: PackShelf,
    store: DatasetStore,
    clock: Clock,
) -> Dataset:
    """A dataset with its budget. Raises InvalidInput, NotFound for an unknown pack."""
    if len(store.datasets(scope)) >= MOST_DATASETS:
        raise InvalidInput(f"A workspace holds at most {MOST_DATASETS} datasets.", code="too_many")
    taxonomy = wanted.taxonomy
    if taxonomy is None:
        if wanted.pack is None:
            raise InvalidInput(
                "Choose a starter pack, or give a taxonomy of your own.",
                fields=[("pack", "is missing"), ("taxonomy", "is missing")],
            )
        taxonomy = packs.pack(wanted.pack).taxonomy
    _refuse_twins(taxonomy)
    now = clock.now()
    dataset = Dataset(
        id=clock.new_id(),
        name=_named(wanted.name),
        prefix=wanted.prefix or prefix_of(wanted.name),
        taxonomy=taxonomy,
        created_at=now,
        updated_at=now,
        created_by=actor.id,
    )
    if wanted.tier_weights is not None:
        dataset = dataset.model_copy(update={"tier_weights": wanted.tier_weights})
    if wanted.budget_micros is not None:
        dataset = dataset.model_copy(update={"budget_micros": wanted.budget_micros})
    _refuse_weightless(dataset.tier_weights)
    changes: list[Change] = [
        SaveDataset(dataset, expected=None),
        OpenBudget(dataset_budget_key(dataset.id), dataset.budget_micros),
        event(clock, actor, Action.DATASET_CREATED, _subject(dataset), dataset_id=dataset.id),
    ]
    store.commit(scope, changes, token=request_token("dataset", dataset.id))
    return dataset


def change_dataset(
    scope: TenantScope,
    actor: Actor,
    dataset_id: str,
    changes: Mapping[str, Any],
    *,
    expected: int,
    store: DatasetStore,
    clock: Clock,
) -> Dataset:
    """Another name, taxonomy, weights or budget. Raises NotFound, Stale, InvalidInput."""
    dataset = read_dataset(scope, dataset_id, store=store)
    if dataset.revision != expected:
        raise _stale(dataset)
    after = dataset.model_copy(update=dict(changes))
    if after == dataset:
        return dataset
    _refuse_twins(after.taxonomy)
    _refuse_weightless(after.tier_weights)
    refuse_vanished(scope, dataset, after.taxonomy, store)
    after = after.model_copy(
        update={
            "name": _named(after.name),
            "updated_at": clock.now(),
            "revision": dataset.revision + 1,
        }
    )
    writes: list[Change] = [
        SaveDataset(after, expected=dataset.revision),
        event(
            clock,
            actor,
            Action.DATASET_CHANGED,
            _subject(after),
            dataset_id=dataset.id,
            changed=sorted(changes),
        ),
    ]
    by = after.budget_micros - dataset.budget_micros
    if by:
        writes.append(ResizeBudget(dataset_budget_key(dataset.id), by))
    try:
        store.commit(scope, writes, token=request_token("dataset", dataset.id, clock.new_id()))
    except ChangeLost as lost:
        if 0 in lost.lost:
            raise _stale(read_dataset(scope, dataset_id, store=store)) from None
        raise _too_low(scope, dataset, store) from None
    return after


def prefix_of(name: str) -> str:
    """The letters that conversations' short ids begin with: the initials of the name."""
    initials = "".join(word[0] for word in name.upper().split() if word[0].isascii() and word[0].isalpha())
    return initials[:_PREFIX_LETTERS] or "BR"


def _named(name: str) -> str:
    if not name.strip():
        raise InvalidInput("A dataset needs a name.", fields=[("name", "is empty")])
    return name.strip()


def _refuse_twins(taxonomy: Taxonomy) -> None:
    lists: Mapping[str, Sequence[str]] = {
        "personas": [each.name for each in taxonomy.personas],
        "emotions": [each.name for each in taxonomy.emotions],
        "arcs": [each.name for each in taxonomy.arcs],
        "topics": [each.name for each in taxonomy.topics],
        "intents": taxonomy.intents,
        "tones": taxonomy.tones,
        "outcomes": taxonomy.outcomes,
        "edge_cases": [each.kind for each in taxonomy.edge_cases],
    }
    twins = [
        (f"taxonomy.{key}", f"{name!r} stands there {count} times")
        for key, names in lists.items()
        for name, count in Counter(names).items()
        if count > 1
    ]
    if twins:
        raise InvalidInput("Names have to be unique inside each list.", fields=twins[:20])


def _refuse_weightless(weights: TierWeights) -> None:
    if not any(weights.of(tier) for tier in Tier):
        raise InvalidInput("At least one tier needs a weight above 0.", fields=[("tier_weights", "all are 0")])


def _subject(dataset: Dataset) -> Subject:
    return Subject(kind="dataset", id=dataset.id, ref=dataset.name)


def _stale(current: Dataset) -> Stale:
    return Stale(
        "Somebody changed this dataset in the meantime.",
        details={"current": current, "revision": current.revision},
    )


def _too_low(scope: TenantScope, dataset: Dataset, store: Batches) -> InvalidInput:
    budget = store.budget(scope, dataset_budget_key(dataset.id))
    taken = (budget.spent + budget.reserved) if budget else 0
    return InvalidInput(
        f"{dollars(taken)} are spent or set aside already; the budget can't be lower.",
        code="budget_too_low",
        fields=[("budget_micros", f"at least {taken}")],
    )
