"""Job queues, each with the queue for what its consumers could not do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aws_cdk import Duration
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as sources
from aws_cdk import aws_sqs as sqs
from constructs import Construct

from infra.config import Config

MAX_RECEIVES = 8
"""Throttled invokes count as receives too; attempts that cost money are counted in the table."""


MAX_READS = 3
"""A dead letter that its consumer could not read so often will not become readable."""


EXPORT_SECONDS = 300
"""An export streams; the largest allowed dataset takes a fraction of this."""


OPERATION_SECONDS = 300
"""An operation stops before it and goes on in the next call."""


@dataclass(frozen=True)
class JobQueue:
    """A queue and its dead letters. Dead letters that can't be read either are parked in a queue that all share."""

    queue: sqs.Queue
    dead_letters: sqs.Queue


def parking(scope: Construct, config: Config) -> sqs.Queue:
    """Make the queue of what nobody can read: nothing consumes it, so that it stays where a person sees it."""
    return _queue(scope, "parked-jobs", config, retention=Duration.days(14))


def job_queue(scope: Construct, name: str, config: Config, *, visibility_seconds: int, parked: sqs.IQueue) -> JobQueue:
    """Make a queue whose messages hide for `visibility_seconds` once delivered."""
    dead_letters = _queue(
        scope,
        f"{name}-dlq",
        config,
        retention=Duration.days(14),
        dead_letter_queue=sqs.DeadLetterQueue(max_receive_count=MAX_READS, queue=parked),
    )
    queue = _queue(
        scope,
        name,
        config,
        retention=Duration.days(4),
        visibility=Duration.seconds(visibility_seconds),
        dead_letter_queue=sqs.DeadLetterQueue(max_receive_count=MAX_RECEIVES, queue=dead_letters),
    )
    return JobQueue(queue, dead_letters)


def consume(
    function: lambda_.Function,
    queue: sqs.IQueue,
    *,
    batch_size: int = 10,
    max_concurrency: int | None = None,
) -> None:
    """Feed a queue to a function; a message that failed comes back alone."""
    function.add_event_source(
        sources.SqsEventSource(
            queue,
            batch_size=batch_size,
            max_concurrency=max_concurrency,
            report_batch_item_failures=True,
        )
    )


def _queue(
    scope: Construct,
    name: str,
    config: Config,
    *,
    retention: Duration,
    visibility: Duration | None = None,
    dead_letter_queue: sqs.DeadLetterQueue | None = None,
) -> sqs.Queue:
    return sqs.Queue(
        scope,
        "".join(part.capitalize() for part in name.split("-")) + "Queue",
        queue_name=f"{config.prefix}-{name}",
        encryption=sqs.QueueEncryption.SQS_MANAGED,
        # The local cloud speaks HTTP on loopback: a policy that denies it denies everything.
        enforce_ssl=config.local is None,
        retention_period=retention,
        visibility_timeout=visibility or Duration.minutes(6),
        dead_letter_queue=dead_letter_queue,
    )


def only_batches() -> Mapping[str, object]:
    """The filter of the table's stream for items that are batches."""
    pattern = {"dynamodb": {"Keys": {"sk": {"S": lambda_.FilterRule.is_equal("BATCH")}}}}
    return lambda_.FilterCriteria.filter(pattern)
