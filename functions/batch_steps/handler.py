"""One tick of a run: looks at it, does what is due, and says when to look again."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools import Logger

from brightrun.domain.limiter import Limits
from brightrun.domain.tenancy import scope_of_envelope
from brightrun.runtime import wiring
from brightrun.runtime.catalogue import catalogue
from brightrun.runtime.settings import ClockworkSettings
from brightrun.usecases.advance import advance_batch

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

logger = Logger()


def handler(event: dict[str, Any], _context: LambdaContext) -> dict[str, Any]:
    """`{"envelope", "ticks"}` → the same with `done`, `mode`, `wait_seconds` and a summary for the console."""
    settings = _settings()
    envelope, ticks = event["envelope"], int(event.get("ticks", 0))
    scope = scope_of_envelope(envelope, wiring.envelope_key(settings.envelope_secret_arn))
    limits = Limits.model_validate(settings, from_attributes=True)
    look = advance_batch(
        scope,
        str(envelope["batch"]),
        ticks=ticks,
        store=wiring.store(settings.table_name),
        jobs=wiring.jobs(settings.interactive_queue_url, settings.batch_queue_url, settings.envelope_secret_arn),
        payloads=wiring.payloads(settings.payloads_bucket),
        catalogue=catalogue(),
        pacer=wiring.pacer(settings.table_name, settings.claude_key_id, limits),
        clock=wiring.clock(),
    )
    # A run that was resumed or revived has a newer execution; this one steps aside for it.
    superseded = look.batch.run != int(envelope["run"])
    summary = {"state": look.batch.state, **look.counts.model_dump()}
    logger.info("tick", extra={"tenant": scope.tenant_id, "batch": look.batch.id, **summary})
    return {
        "envelope": envelope,
        "ticks": ticks + 1,
        "done": look.done or superseded,
        "mode": look.batch.mode,
        "wait_seconds": look.wait_seconds,
        "summary": summary,
    }


@cache
def _settings() -> ClockworkSettings:
    return ClockworkSettings.from_environment()
