"""Joins ports to adapters for a function. The only place where clients are built, each once and when needed."""

from __future__ import annotations

import os
import socket
import uuid
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args

from botocore.config import Config
from botocore.loaders import Loader
from botocore.session import Session

from brightrun.adapters.dynamodb.skew import ClockSkew
from brightrun.adapters.dynamodb.store import DynamoDirectory, DynamoLimiters, DynamoStore
from brightrun.adapters.dynamodb.table import Table
from brightrun.adapters.system_clock import SystemClock
from brightrun.domain.limiter import Limits
from brightrun.usecases.parts.pacing import Pacer

if TYPE_CHECKING:
    from brightrun.adapters.anthropic_batches import AnthropicBatches
    from brightrun.adapters.anthropic_model import AnthropicModel
    from brightrun.adapters.files import S3ExportFiles, S3Payloads
    from brightrun.adapters.mail import SesMailer
    from brightrun.adapters.queues import SqsExportQueue, SqsJobQueue, SqsOperationQueue
    from brightrun.adapters.workflows import StepFunctionsWorkflow

POOL = 32
"""Threads for blocking work, and connections for them."""


_Service = Literal["dynamodb", "s3", "secretsmanager", "sesv2", "sqs", "stepfunctions"]


class _OurServices(Loader):
    """Knows what we use. To look through botocore's four hundred services costs every start 20 ms."""

    def list_available_services(self, type_name: str) -> list[str]:
        _ = type_name
        return list(get_args(_Service))


@cache
def _session() -> Session:
    session = Session()
    session.register_component("data_loader", _OurServices())
    return session


def _client(service: _Service, **options: Any) -> Any:
    """A client of AWS. Straight from botocore: what boto3 adds costs a cold start a tenth of a second."""
    config = Config(
        connect_timeout=3,
        read_timeout=10,
        retries={"mode": "standard", "max_attempts": 4},
        max_pool_connections=POOL,
        **options,
    )
    return _session().create_client(service, config=config)


@cache
def clock() -> SystemClock:
    return SystemClock()


@cache
def _dynamodb() -> Any:
    return _client("dynamodb")


@cache
def table(name: str) -> Table:
    return Table(_dynamodb(), name)


@cache
def clock_skew(table_name: str) -> ClockSkew:
    """Watches the store's clock from its first use on; asks for one answer to begin with."""
    skew = ClockSkew(_dynamodb(), clock().now)
    directory(table_name).user("-")
    return skew


@cache
def store(table_name: str) -> DynamoStore:
    return DynamoStore(table(table_name))


@cache
def directory(table_name: str) -> DynamoDirectory:
    return DynamoDirectory(table(table_name))


@cache
def secret(arn: str) -> str:
    """A secret's text, read once per process."""
    return str(_client("secretsmanager").get_secret_value(SecretId=arn)["SecretString"])


def envelope_key(arn: str) -> bytes:
    return secret(arn).encode()


@cache
def jobs(interactive_url: str, batch_url: str, secret_arn: str) -> SqsJobQueue:
    from brightrun.adapters.queues import SqsJobQueue

    return SqsJobQueue(
        _client("sqs"),
        interactive_url=interactive_url,
        batch_url=batch_url,
        key=lambda: envelope_key(secret_arn),
    )


@cache
def export_queue(url: str, secret_arn: str) -> SqsExportQueue:
    from brightrun.adapters.queues import SqsExportQueue

    return SqsExportQueue(_client("sqs"), url=url, key=lambda: envelope_key(secret_arn))


@cache
def operation_queue(url: str, secret_arn: str) -> SqsOperationQueue:
    from brightrun.adapters.queues import SqsOperationQueue

    return SqsOperationQueue(_client("sqs"), url=url, key=lambda: envelope_key(secret_arn))


@cache
def workflow(machine_arn: str, secret_arn: str) -> StepFunctionsWorkflow:
    from brightrun.adapters.workflows import StepFunctionsWorkflow

    return StepFunctionsWorkflow(
        _client("stepfunctions"), machine_arn=machine_arn, key=lambda: envelope_key(secret_arn)
    )


@cache
def payloads(bucket: str) -> S3Payloads:
    from brightrun.adapters.files import S3Payloads

    return S3Payloads(_client("s3", signature_version="s3v4"), bucket)


@cache
def export_files(bucket: str) -> S3ExportFiles:
    from brightrun.adapters.files import S3ExportFiles

    return S3ExportFiles(_client("s3", signature_version="s3v4"), bucket)


@cache
def mailer(sender: str) -> SesMailer:
    from brightrun.adapters.mail import SesMailer

    return SesMailer(_client("sesv2"), sender)


@cache
def model(secret_arn: str, base_url: str | None) -> AnthropicModel:
    """Claude, or whatever speaks its API at `base_url` in the local target."""
    from brightrun.adapters.anthropic_model import AnthropicModel

    return AnthropicModel(secret(secret_arn), base_url)


@cache
def provider_batches(secret_arn: str, base_url: str | None) -> AnthropicBatches:
    """Claude's batches at half price, or those of whatever speaks its API at `base_url` in the local target."""
    from brightrun.adapters.anthropic_batches import AnthropicBatches

    return AnthropicBatches(secret(secret_arn), base_url)


def pacer(table_name: str, key_id: str, limits: Limits) -> Pacer:
    return Pacer(key_id, limits, DynamoLimiters(table(table_name)), clock())


@cache
def owner() -> str:
    """The name under which this process takes leases."""
    function = os.environ.get("AWS_LAMBDA_FUNCTION_NAME", socket.gethostname())
    return f"{function[-40:]}-{uuid.uuid4().hex[:12]}"
