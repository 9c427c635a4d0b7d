"""The consumer of the export queue: an export fails by itself, never its neighbours."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,  # pyright: ignore[reportUnknownVariableType] - powertools types the handler loosely
)

from brightrun.domain.tenancy import scope_of_envelope
from brightrun.runtime import wiring
from brightrun.runtime.settings import ExportWorkerSettings
from brightrun.usecases.build_export import build_export

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
    from aws_lambda_powertools.utilities.typing import LambdaContext

logger = Logger()
_processor = BatchProcessor(event_type=EventType.SQS, raise_on_entire_batch_failure=False)


def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """SQS records → what SQS is to deliver again."""
    return dict(process_partial_response(event=event, record_handler=_build, processor=_processor, context=context))


def _build(record: SQSRecord) -> None:
    settings = _settings()
    body = record.json_body
    scope = scope_of_envelope(body, wiring.envelope_key(settings.envelope_secret_arn))
    export = build_export(
        scope,
        str(body["dataset"]),
        str(body["export"]),
        store=wiring.store(settings.table_name),
        files=wiring.export_files(settings.exports_bucket),
        clock=wiring.clock(),
    )
    state = export.state if export else "unknown"
    logger.info("export", extra={"tenant": scope.tenant_id, "export": body["export"], "state": state})


@cache
def _settings() -> ExportWorkerSettings:
    return ExportWorkerSettings.from_environment()
