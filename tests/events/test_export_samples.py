"""The samples of the export worker and of the template seed, on moto, through the real adapters."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from typing import Any

import boto3
import pytest
from moto import mock_aws

from brightrun.domain.export import Export
from brightrun.domain.tenancy import RegisteredTenant, house_scope, scope_of_registered
from brightrun.ports.changes import AddVersion, SaveDataset, SaveExport, SaveHead
from brightrun.runtime import wiring
from tests.domain.samples import NOW, dataset
from tests.domain.test_formats import item
from tests.events.test_samples import FIRST, forget, resources, run

SCOPE = scope_of_registered(RegisteredTenant("acme"))
HANDLERS = [importlib.import_module(f"functions.{name}.handler") for name in ("export_worker", "template_seed")]


@pytest.fixture
def cloud(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A dataset of twelve approved conversations and an export that was asked for."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("POWERTOOLS_TRACE_DISABLED", "1")
    start_afresh()
    with mock_aws():
        for name, value in resources().items():
            monkeypatch.setenv(name, value)
        store = wiring.store("samples")
        store.commit(SCOPE, [SaveDataset(dataset(last_number=12), None)], token="dataset")
        for number in range(1, 13):
            one = item(number, dataset_id="dataset-1")
            store.commit(SCOPE, [SaveHead(one.head, None), AddVersion(one.version, one.turns)], token=f"item {number}")
        export = Export(
            id="export-1",
            dataset_id="dataset-1",
            name="",
            formats=("openai_chat_jsonl", "full_json"),
            created_by="user-1",
            created_by_name="Maya",
            created_at=NOW,
        )
        store.commit(SCOPE, [SaveExport(export, None)], token="export")
        yield store
    start_afresh()


def start_afresh() -> None:
    forget()
    for module in HANDLERS:
        module._settings.cache_clear()


@pytest.mark.parametrize("sample", ["one-export", "delivered-twice"])
def test_an_export_is_built_once_and_can_be_read(cloud: Any, sample: str):
    assert run(f"export_worker/{sample}") == {"batchItemFailures": []}
    export = cloud.find_export(SCOPE, "export-1")
    assert (export.state, export.count, len(export.files)) == ("ready", 12, 3)
    bucket = boto3.client("s3", region_name="us-east-1")
    stored = [each["Key"] for each in bucket.list_objects_v2(Bucket="exports")["Contents"]]
    assert len(stored) == 3
    lines = next(key for key in stored if key.endswith(".jsonl"))
    body = bucket.get_object(Bucket="exports", Key=lines)["Body"].read().decode()
    assert len([json.loads(line) for line in body.splitlines()]) == 12


def test_a_forged_tenant_gets_nothing_and_an_unknown_export_is_no_work(cloud: Any):
    assert run("export_worker/forged-tenant") == {"batchItemFailures": [{"itemIdentifier": FIRST}]}
    assert run("export_worker/unknown-export") == {"batchItemFailures": []}
    assert cloud.find_export(SCOPE, "export-1").state == "building"


def test_a_lost_export_ends_with_a_reason(cloud: Any):
    assert run("dead_letters/lost-export") == {"batchItemFailures": []}
    export = cloud.find_export(SCOPE, "export-1")
    assert (export.state, export.reason) == ("failed", "The files could not be built. Try again.")


def test_a_deployment_seeds_the_templates_once(cloud: Any):
    assert run("template_seed/deployment")["added"] > 10
    assert run("template_seed/deployment")["added"] == 0
    assert len(cloud.templates(house_scope())) > 10
