"""Datasets."""

from __future__ import annotations

from brightrun.domain.dataset import Dataset as DatasetRecord
from brightrun.domain.tenancy import Permission
from brightrun.domain.tenant import TenantSettings
from brightrun.usecases import datasets as projects
from brightrun.usecases import similarity, summary, tenants
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.routes.batches import batch_wire
from functions.api.schemas.datasets import (
    Coverage,
    Dataset,
    DatasetChange,
    Datasets,
    NewDataset,
    Similarity,
    StatusCounts,
    Summary,
    Thresholds,
    TierFigures,
    Verification,
    VerifyCheck,
    Vocabulary,
)

datasets = Resource("datasets", "Datasets: the projects that conversations belong to.")

_VOCABULARY_BYTES = 1024 * 1024


def _wire(dataset: DatasetRecord, settings: TenantSettings) -> Dataset:
    return Dataset.of(
        dataset,
        thresholds=Thresholds.of(settings),
        conversation_count=dataset.last_number,
    )


def _settings(call: Call) -> TenantSettings:
    return tenants.read_workspace(call.scope, store=call.ports.store).settings


@datasets.get("/datasets", needs=Permission.READ)
def list_datasets(call: Call) -> Datasets:
    """List the datasets."""
    settings = _settings(call)
    found = projects.list_datasets(call.scope, store=call.ports.store)
    return Datasets(items=[_wire(each, settings) for each in found], total=len(found))


@datasets.post("/datasets", needs=Permission.WRITE, status=201, refusals=(404,))
def create_dataset(call: Call, body: NewDataset) -> Dataset:
    """Start a dataset, from a starter pack's taxonomy or one of your own."""
    made = projects.create_dataset(
        call.scope,
        call.actor,
        projects.Wanted(
            name=body.name,
            prefix=body.prefix,
            taxonomy=body.taxonomy,
            pack=body.pack,
            tier_weights=body.tier_weights,
            budget_micros=body.budget_micros,
        ),
        packs=call.ports.packs,
        store=call.ports.store,
        clock=call.ports.clock,
    )
    return _wire(made, _settings(call))


@datasets.get("/datasets/{dataset_id}", needs=Permission.READ)
def read_dataset(call: Call, dataset_id: str) -> Dataset:
    """Read a dataset."""
    found = projects.read_dataset(call.scope, dataset_id, store=call.ports.store)
    return _wire(found, _settings(call))


@datasets.patch("/datasets/{dataset_id}", needs=Permission.WRITE, if_match=True)
def change_dataset(call: Call, dataset_id: str, body: DatasetChange) -> Dataset:
    """Change a dataset's name, taxonomy, weights or budget."""
    changes = {name: getattr(body, name) for name in body.model_fields_set}
    changed = projects.change_dataset(
        call.scope,
        call.actor,
        dataset_id,
        {name: value for name, value in changes.items() if value is not None},
        expected=call.revision,
        store=call.ports.store,
        clock=call.ports.clock,
    )
    return _wire(changed, _settings(call))


@datasets.get("/datasets/{dataset_id}/vocabulary", needs=Permission.READ)
def read_vocabulary(call: Call, dataset_id: str) -> Vocabulary:
    """Read a dataset's words as a CSV file."""
    from brightrun.domain.taxonomy_file import write_taxonomy

    found = projects.read_dataset(call.scope, dataset_id, store=call.ports.store)
    return Vocabulary(text=write_taxonomy(found.taxonomy))


@datasets.post("/datasets/{dataset_id}/vocabulary", needs=Permission.WRITE, if_match=True, most_bytes=_VOCABULARY_BYTES)
def import_vocabulary(call: Call, dataset_id: str, body: Vocabulary) -> Dataset:
    """Replace the lists of words that a CSV file names; one bad line refuses it whole."""
    from brightrun.domain.taxonomy_file import read_taxonomy

    found = projects.read_dataset(call.scope, dataset_id, store=call.ports.store)
    changed = projects.change_dataset(
        call.scope,
        call.actor,
        dataset_id,
        {"taxonomy": read_taxonomy(body.text, found.taxonomy)},
        expected=call.revision,
        store=call.ports.store,
        clock=call.ports.clock,
    )
    return _wire(changed, _settings(call))


@datasets.get("/datasets/{dataset_id}/summary", needs=Permission.READ)
def read_summary(call: Call, dataset_id: str) -> Summary:
    """Read a dataset's figures, counted from its conversations."""
    ports = call.ports
    found = summary.summarise(call.scope, dataset_id, store=ports.store, rows=ports.rows)
    running = found.running_batch_id
    return Summary.of(
        found,
        counts=StatusCounts.model_validate(found.counts),
        by_tier={tier: TierFigures.of(figures) for tier, figures in found.by_tier.items()},
        coverage=Coverage.model_validate(found.coverage),
        running_batch=batch_wire(call, running) if running else None,
    )


@datasets.get("/datasets/{dataset_id}/similarity", needs=Permission.READ)
def read_similarity(call: Call, dataset_id: str) -> Similarity:
    """Read which conversations say nearly the same or begin alike, and how different all are."""
    ports = call.ports
    return Similarity.of(similarity.dataset_similarity(call.scope, dataset_id, store=ports.store, rows=ports.rows))


@datasets.get("/datasets/{dataset_id}/verify", needs=Permission.READ)
def verify_dataset(call: Call, dataset_id: str) -> Verification:
    """Check that record, ledger and states hold together."""
    from brightrun.usecases import verify as verification

    findings = verification.verify_dataset(call.scope, dataset_id, store=call.ports.store, clock=call.ports.clock)
    return Verification(ok=all(each.ok for each in findings), checks=[VerifyCheck.of(each) for each in findings])
