"""The consumer of the table's stream. It only feeds what is derived, so that losing it loses nothing."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools import Logger

from brightrun.runtime import wiring
from brightrun.runtime.consuming import consume_stream
from brightrun.runtime.settings import ProjectorSettings
from brightrun.runtime.stream import batch_of_image
from brightrun.usecases.notices import tell_owner

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.data_classes.dynamo_db_stream_event import (
        DynamoDBRecord,
    )
    from aws_lambda_powertools.utilities.typing import LambdaContext

logger = Logger()


def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """Stream records → what the stream is to deliver again."""
    answer = consume_stream(event, context, _project)
    logger.info("projected", extra={"records": len(event["Records"])})
    return answer


def _project(record: DynamoDBRecord) -> None:
    change = record.raw_event["dynamodb"]
    found = batch_of_image(change.get("NewImage"))
    if found is None:
        return
    scope, batch = found
    settings = _settings()
    sent = tell_owner(
        scope,
        batch,
        store=wiring.store(settings.table_name),
        mailer=wiring.mailer(settings.mail_from),
        web_origin=settings.web_origin,
    )
    if sent:
        logger.info("mailed", extra={"tenant": scope.tenant_id, "batch": batch.id})


@cache
def _settings() -> ProjectorSettings:
    return ProjectorSettings.from_environment()
