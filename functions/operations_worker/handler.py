"""The consumer of the operations queue: goes on with bulk operations where they stand."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools import Logger

from brightrun.domain.tenancy import scope_of_envelope
from brightrun.runtime import wiring
from brightrun.runtime.consuming import consume_queue
from brightrun.runtime.settings import OperationsWorkerSettings
from brightrun.usecases.operations import run_operation

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
    from aws_lambda_powertools.utilities.typing import LambdaContext

logger = Logger()
_SPARE_MS = 15_000
"""A step and its log end in this time; what is left then is sent again by the minute's round."""


def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """SQS records → what SQS is to deliver again."""
    left = timedelta(milliseconds=max(0, context.get_remaining_time_in_millis() - _SPARE_MS))
    until = wiring.clock().now() + left

    def work(record: SQSRecord) -> None:
        settings = _settings()
        body = record.json_body
        scope = scope_of_envelope(body, wiring.envelope_key(settings.envelope_secret_arn))
        operation = run_operation(
            scope,
            str(body["operation"]),
            until=until,
            store=wiring.store(settings.table_name),
            payloads=wiring.payloads(settings.payloads_bucket),
            clock=wiring.clock(),
        )
        state = operation.state if operation else "unknown"
        logger.info("operation", extra={"tenant": scope.tenant_id, "operation": body["operation"], "state": state})

    return consume_queue(event, context, work)


@cache
def _settings() -> OperationsWorkerSettings:
    return OperationsWorkerSettings.from_environment()
