"""Runs every minute, whatever happened to anything else."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools import Logger

from brightrun.domain.limiter import Limits
from brightrun.domain.tenancy import SYSTEM
from brightrun.runtime import wiring
from brightrun.runtime.catalogue import catalogue
from brightrun.runtime.settings import SweeperSettings
from brightrun.usecases.advance import advance_batch
from brightrun.usecases.batch_control import resume_batch
from brightrun.usecases.operations import revive_operations
from brightrun.usecases.parts.circuit import Recovery
from brightrun.usecases.sealing import seal_new_events
from brightrun.usecases.sweep import sweep
from brightrun.usecases.version_cleanup import finish_deletion

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

    from brightrun.domain.event import Event
    from brightrun.domain.tenancy import TenantScope

logger = Logger()


def handler(_event: dict[str, Any], _context: LambdaContext) -> dict[str, Any]:
    """One round; answers what it did, for the log and for `make invoke`."""
    settings = _settings()
    store, clock = wiring.store(settings.table_name), wiring.clock()

    jobs = wiring.jobs(settings.interactive_queue_url, settings.batch_queue_url, settings.envelope_secret_arn)
    workflow = wiring.workflow(settings.state_machine_arn, settings.envelope_secret_arn)
    limits = Limits.model_validate(settings, from_attributes=True)
    pacer = wiring.pacer(settings.table_name, settings.claude_key_id, limits)

    def look(scope: TenantScope, batch_id: str) -> bool:
        return advance_batch(
            scope,
            batch_id,
            ticks=0,
            store=store,
            jobs=jobs,
            payloads=wiring.payloads(settings.payloads_bucket),
            catalogue=catalogue(),
            pacer=pacer,
            clock=clock,
        ).done

    def resume(scope: TenantScope, batch_id: str) -> None:
        resume_batch(scope, SYSTEM, batch_id, store=store, jobs=jobs, workflow=workflow, pacer=pacer, clock=clock)

    def finish(scope: TenantScope, event: Event) -> None:
        finish_deletion(scope, event, store=store, payloads=wiring.payloads(settings.payloads_bucket))

    queue = wiring.operation_queue(settings.operations_queue_url, settings.envelope_secret_arn)
    done = sweep(
        wiring.directory(settings.table_name).registered_tenants(),
        store=store,
        workflow=workflow,
        look=look,
        seal=lambda scope: seal_new_events(scope, store=store, clock=clock, finish=finish),
        revive=lambda scope: revive_operations(scope, store=store, queue=queue, clock=clock),
        may_resume=Recovery(pacer).may_resume,
        resume=resume,
    )
    summary = {
        "tenants": done.tenants,
        "open_batches": done.open_batches,
        "revived": done.revived,
        "resumed": done.resumed,
        "operations": done.operations,
        "sealed_events": done.sealed_events,
        "problems": done.problems,
    }
    logger.info("round", extra=summary)
    return summary


@cache
def _settings() -> SweeperSettings:
    return SweeperSettings.from_environment()
