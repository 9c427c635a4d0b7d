"""The parts of an economy run after each tick: handed to the provider, looked for, settled."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools import Logger

from brightrun.domain.limiter import Limits
from brightrun.domain.tenancy import scope_of_envelope
from brightrun.runtime import wiring
from brightrun.runtime.catalogue import catalogue
from brightrun.runtime.settings import EconomySettings
from brightrun.usecases.economy import mind_parts
from brightrun.usecases.parts.desk import Desk

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

logger = Logger()

_RESERVE_SECONDS = 5.0
"""Kept back from the function's time, so that it ends by itself."""


def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """What a tick answered → the same, with the wait that the parts need and a summary of them for the console."""
    settings = _settings()
    envelope = event["envelope"]
    scope = scope_of_envelope(envelope, wiring.envelope_key(settings.envelope_secret_arn))
    desk = Desk(
        store=wiring.store(settings.table_name),
        payloads=wiring.payloads(settings.payloads_bucket),
        provider=wiring.provider_batches(settings.claude_secret_arn, settings.anthropic_base_url),
        pacer=wiring.pacer(
            settings.table_name, settings.claude_key_id, Limits.model_validate(settings, from_attributes=True)
        ),
        catalogue=catalogue(),
        clock=wiring.clock(),
        seconds_left=lambda: context.get_remaining_time_in_millis() / 1000 - _RESERVE_SECONDS,
    )
    looked = mind_parts(scope, str(envelope["batch"]), desk)
    parts = {"handed_over": looked.handed_over, "settled": looked.settled, "out": looked.out}
    logger.info("parts", extra={"tenant": scope.tenant_id, "batch": envelope["batch"], **parts})
    return {**event, "wait_seconds": looked.wait_seconds, "parts": parts}


@cache
def _settings() -> EconomySettings:
    return EconomySettings.from_environment()
