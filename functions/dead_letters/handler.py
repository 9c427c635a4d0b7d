"""The consumer of the dead-letter queues: of both job queues, of exports and of operations."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools import Logger

from brightrun.domain.tenancy import scope_of_envelope
from brightrun.runtime import wiring
from brightrun.runtime.consuming import consume_queue
from brightrun.runtime.jobs import job_of_payload
from brightrun.runtime.settings import DeadLettersSettings
from brightrun.usecases.build_export import give_up_export
from brightrun.usecases.dead_letters import bury

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
    from aws_lambda_powertools.utilities.typing import LambdaContext

logger = Logger()


def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """SQS records → what SQS is to deliver again."""
    return consume_queue(event, context, _bury)


def _bury(record: SQSRecord) -> None:
    settings = _settings()
    body = record.json_body
    scope = scope_of_envelope(body, wiring.envelope_key(settings.envelope_secret_arn))
    if "operation" in body:
        # Nothing is lost: the minute's round sends it again, or ends it with the reason.
        logger.warning("dead letter", extra={"tenant": scope.tenant_id, "operation": body["operation"]})
        return
    if "export" in body:
        store = wiring.store(settings.table_name)
        give_up_export(scope, str(body["dataset"]), str(body["export"]), store=store, clock=wiring.clock())
        logger.warning("dead letter", extra={"tenant": scope.tenant_id, "export": body["export"]})
        return
    outcome = bury(
        scope,
        job_of_payload(body),
        store=wiring.store(settings.table_name),
        clock=wiring.clock(),
    )
    logger.warning(
        "dead letter",
        extra={"tenant": scope.tenant_id, "conversation": body.get("conversation"), "outcome": outcome},
    )


@cache
def _settings() -> DeadLettersSettings:
    return DeadLettersSettings.from_environment()
