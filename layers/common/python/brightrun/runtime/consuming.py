"""Consuming a queue or a stream a record at a time, each failing by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import BatchProcessor, EventType
from aws_lambda_powertools.utilities.data_classes.dynamo_db_stream_event import DynamoDBRecord
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from brightrun.domain.errors import BrightRunError

logger = Logger(child=True)

Answer = dict[str, Any]


def consume_queue(event: dict[str, Any], context: LambdaContext, each: Callable[[SQSRecord], None]) -> Answer:
    """Handles SQS records; answers those that are to be delivered again."""
    return _consume(EventType.SQS, event, context, each)


def consume_stream(event: dict[str, Any], context: LambdaContext, each: Callable[[DynamoDBRecord], None]) -> Answer:
    """Handles records of a table's stream; answers those that are to be delivered again."""
    return _consume(EventType.DynamoDBStreams, event, context, each)


def _consume(kind: EventType, event: dict[str, Any], context: LambdaContext, each: Callable[[Any], None]) -> Answer:
    processor = BatchProcessor(event_type=kind, raise_on_entire_batch_failure=False)
    with processor(event["Records"], each, lambda_context=context):
        processor.process()
    for _, error, _ in processor.exceptions:
        # What it was, never its text: a foreign exception may quote what was in the record.
        cause = error.cause if isinstance(error, BrightRunError) else ""
        logger.warning("a record failed", extra={"error": type(error).__name__, "cause": cause})
    return dict(processor.response())
