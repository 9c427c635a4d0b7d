"""Every sample event is run through its function, on moto, with the environment that the function gets."""

from __future__ import annotations

import importlib
import json
from functools import _lru_cache_wrapper
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import boto3
import pytest
from moto import mock_aws
from moto.core import DEFAULT_ACCOUNT_ID
from moto.ses.models import ses_backends

from brightrun.domain.batch import Counts
from brightrun.domain.tenancy import RegisteredTenant, scope_of_registered
from brightrun.ports import changes as c
from brightrun.runtime import wiring
from tests.fakes import make
from tests.fakes.clock import START
from tests.fakes.table import create_table

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = Path(__file__).parents[2] / "events"
SENDER = "hello@brightrun.example"
SECOND = "00000002-sample"
FIRST = "00000001-sample"

EXPECTED: dict[str, Any] = {
    "generation_worker/ended-batch": {"batchItemFailures": []},
    "generation_worker/delivered-twice": {"batchItemFailures": []},
    "generation_worker/forged-tenant": {"batchItemFailures": [{"itemIdentifier": FIRST}]},
    "generation_worker/unknown-schema": {"batchItemFailures": [{"itemIdentifier": FIRST}]},
    "generation_worker/newer-field": {"batchItemFailures": []},
    "generation_worker/older-field": {"batchItemFailures": []},
    "generation_worker/not-json": {"batchItemFailures": [{"itemIdentifier": FIRST}]},
    "dead_letters/ended-batch": {"batchItemFailures": []},
    "dead_letters/newer-field": {"batchItemFailures": []},
    "dead_letters/unknown-schema": {"batchItemFailures": [{"itemIdentifier": FIRST}]},
    "dead_letters/forged-tenant": {"batchItemFailures": [{"itemIdentifier": FIRST}]},
    "dead_letters/lost-export": {"batchItemFailures": []},
    "dead_letters/lost-operation": {"batchItemFailures": []},
    "operations_worker/one-operation": {"batchItemFailures": []},
    "operations_worker/delivered-twice": {"batchItemFailures": []},
    "operations_worker/forged-tenant": {"batchItemFailures": [{"itemIdentifier": FIRST}]},
    "operations_worker/unknown-operation": {"batchItemFailures": []},
    "projector/batch-ended": {"batchItemFailures": []},
    "projector/delivered-twice": {"batchItemFailures": []},
    "projector/other-item": {"batchItemFailures": []},
}
OURS = (
    "generation_worker",
    "batch_steps",
    "economy_steps",
    "sweeper",
    "dead_letters",
    "operations_worker",
    "projector",
)


def samples() -> list[str]:
    found = (path.relative_to(SAMPLES).with_suffix("") for path in SAMPLES.glob("*/*.json"))
    return sorted(str(path) for path in found if path.parts[0] in OURS)


@pytest.fixture
def cloud(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """A table with one ended run, queues, buckets and secrets; nothing cached from another test."""
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "test")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    monkeypatch.setenv("POWERTOOLS_TRACE_DISABLED", "1")
    forget()
    with mock_aws():
        for name, value in resources().items():
            monkeypatch.setenv(name, value)
        store = wiring.store("samples")
        scope = scope_of_registered(RegisteredTenant("acme"))
        ended = make.batch().finish(Counts(total=1, succeeded=1), START)
        store.commit(
            scope,
            [c.SaveTenant(make.tenant(), None), c.SaveBatch(ended, None), c.OpenBudget(ended.budgets[0], 100)],
            token="samples",
        )
        yield {"store": store}
    forget()


def forget() -> None:
    """Lambda's processes start empty; here several share one."""
    worker = importlib.import_module("functions.generation_worker.handler")
    if worker._loop.cache_info().currsize:
        worker._loop().close()
    modules = [wiring, *(importlib.import_module(f"functions.{name}.handler") for name in OURS)]
    for module in modules:
        for value in vars(module).values():
            if isinstance(value, _lru_cache_wrapper):
                value.cache_clear()


def resources() -> dict[str, str]:
    def client(service: str) -> Any:
        return boto3.client(service, region_name="us-east-1")

    create_table(client("dynamodb"), "samples")
    for bucket in ("payloads", "exports"):
        client("s3").create_bucket(Bucket=bucket)
    queues = {name: client("sqs").create_queue(QueueName=name)["QueueUrl"] for name in ("now", "batch", "operations")}
    secrets = {
        name: client("secretsmanager").create_secret(Name=name, SecretString="sample-key")["ARN"]
        for name in ("envelope", "claude")
    }
    client("sesv2").create_email_identity(EmailIdentity=SENDER)
    role = "arn:aws:iam::123456789012:role/unused"
    document = '{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}'
    machine = client("stepfunctions").create_state_machine(name="batch", definition=document, roleArn=role)
    return {
        "STAGE": "test",
        "QUEUE": "batch",
        "TABLE_NAME": "samples",
        "PAYLOADS_BUCKET": "payloads",
        "EXPORTS_BUCKET": "exports",
        "INTERACTIVE_QUEUE_URL": queues["now"],
        "BATCH_QUEUE_URL": queues["batch"],
        "OPERATIONS_QUEUE_URL": queues["operations"],
        "ENVELOPE_SECRET_ARN": secrets["envelope"],
        "CLAUDE_SECRET_ARN": secrets["claude"],
        "STATE_MACHINE_ARN": machine["stateMachineArn"],
        "REQUESTS_PER_MINUTE": "600",
        "INPUT_TOKENS_PER_MINUTE": "2000000",
        "OUTPUT_TOKENS_PER_MINUTE": "400000",
        "DEFAULT_MODEL": make.MODEL,
        "MAIL_FROM": SENDER,
        "WEB_ORIGIN": "https://brightrun.example",
    }


def run(sample: str) -> Any:
    handler = importlib.import_module(f"functions.{sample.partition('/')[0]}.handler").handler
    context = SimpleNamespace(
        function_name="sample",
        memory_limit_in_mb=512,
        invoked_function_arn="arn:aws:lambda:us-east-1:123456789012:function:sample",
        aws_request_id="sample",
        get_remaining_time_in_millis=lambda: 200_000,
    )
    return handler(json.loads((SAMPLES / f"{sample}.json").read_text()), context)


def mails() -> list[Any]:
    return ses_backends[DEFAULT_ACCOUNT_ID]["us-east-1"].sent_messages


@pytest.mark.usefixtures("cloud")
@pytest.mark.parametrize("sample", [name for name in samples() if name in EXPECTED])
def test_a_consumer_answers_what_is_to_be_delivered_again(sample):
    assert run(sample) == EXPECTED[sample]


@pytest.mark.usefixtures("cloud")
def test_a_worker_whose_clock_is_off_takes_nothing_and_gives_its_jobs_back():
    assert run("generation_worker/ended-batch") == {"batchItemFailures": []}
    for off in (-5.1, 5.1):
        wiring.clock_skew("samples").seconds = off
        assert run("generation_worker/ended-batch") == {"batchItemFailures": [{"itemIdentifier": FIRST}]}
    wiring.clock_skew("samples").seconds = 4.9
    assert run("generation_worker/ended-batch") == {"batchItemFailures": []}


@pytest.mark.usefixtures("cloud")
def test_a_tick_of_an_ended_run_says_that_it_is_done():
    answer = run("batch_steps/tick")
    assert (answer["done"], answer["ticks"], answer["summary"]["state"]) == (True, 4, "ended")


@pytest.mark.usefixtures("cloud")
def test_the_parts_of_an_ended_run_are_left_alone_and_the_tick_is_passed_on():
    answer = run("economy_steps/parts")
    assert answer["parts"] == {"handed_over": 0, "settled": 0, "out": 0}
    assert (answer["ticks"], answer["done"], answer["envelope"]["run"]) == (3, False, 1)


def test_the_sweepers_round_looks_after_every_tenant(cloud):
    assert run("sweeper/every-minute") == {
        "tenants": 1,
        "open_batches": 0,
        "revived": 0,
        "resumed": 0,
        "operations": 0,
        "sealed_events": 0,
        "problems": [],
    }


@pytest.mark.usefixtures("cloud")
def test_the_end_of_a_run_is_mailed_once_however_often_the_stream_tells_it():
    run("projector/batch-ended")
    run("projector/delivered-twice")
    assert len(mails()) == 1


def test_every_sample_is_expected_to_do_something():
    seen = {*EXPECTED, "batch_steps/tick", "economy_steps/parts", "sweeper/every-minute"}
    assert set(samples()) == seen
