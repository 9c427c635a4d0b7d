"""A delivery of jobs: all calls of it in flight at once on one event loop, each settled by itself."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from aws_lambda_powertools import Logger

from brightrun.domain.errors import BrightRunError, Unavailable
from brightrun.domain.limiter import Limits
from brightrun.domain.tenancy import TenantScope, scope_of_envelope
from brightrun.runtime import wiring
from brightrun.runtime.catalogue import catalogue
from brightrun.runtime.jobs import job_of_payload
from brightrun.runtime.settings import WorkerSettings
from brightrun.usecases.generation import Engine, generate

if TYPE_CHECKING:
    from aws_lambda_powertools.utilities.typing import LambdaContext

    from brightrun.ports.services import Job

T = TypeVar("T")
logger = Logger()

_MOST_SKEW_SECONDS = 5.0
_RESERVE_SECONDS = 5.0
"""Kept back from the function's time, so that it ends by itself."""
_LONGEST_WAIT_SECONDS = 60


def handler(event: dict[str, Any], context: LambdaContext) -> dict[str, Any]:
    """SQS records → what SQS is to deliver again. A job fails by itself, never its neighbours."""
    deliveries, failed = _by_tenant(event["Records"])
    done = _loop().run_until_complete(_generate_all(deliveries, context))
    failed += [message for messages in done for message in messages]
    _postpone([record for record in event["Records"] if record["messageId"] in failed])
    logger.info("delivery", extra={"jobs": len(event["Records"]), "again": len(failed)})
    return {"batchItemFailures": [{"itemIdentifier": message} for message in failed]}


def _postpone(records: list[dict[str, Any]]) -> None:
    """What can't be done now is tried again in seconds, later each time: a message hides for many minutes."""
    settings = _settings()
    receipts: dict[int, list[str]] = {}
    for record in records:
        seconds = min(_LONGEST_WAIT_SECONDS, 2 ** int(record["attributes"]["ApproximateReceiveCount"]))
        receipts.setdefault(seconds, []).append(record["receiptHandle"])
    jobs = wiring.jobs(settings.interactive_queue_url, settings.batch_queue_url, settings.envelope_secret_arn)
    for seconds, given in receipts.items():
        try:
            jobs.postpone(given, seconds, interactive=settings.queue == "interactive")
        except Unavailable as error:
            logger.warning("not put off", extra={"messages": len(given), "cause": error.cause})


Delivery = dict[TenantScope, dict[str, "Job"]]
"""Jobs by the tenant that their envelope was signed for, by message id."""


def _by_tenant(records: list[dict[str, Any]]) -> tuple[Delivery, list[str]]:
    key = wiring.envelope_key(_settings().envelope_secret_arn)
    deliveries: Delivery = {}
    failed: list[str] = []
    for record in records:
        try:
            body = json.loads(record["body"])
            scope = scope_of_envelope(body, key)
            deliveries.setdefault(scope, {})[record["messageId"]] = job_of_payload(body)
        except (BrightRunError, ValueError, KeyError, AttributeError) as error:
            reason = type(error).__name__
            logger.warning("unreadable job", extra={"message_id": record["messageId"], "reason": reason})
            failed.append(record["messageId"])
    return deliveries, failed


async def _generate_all(deliveries: Delivery, context: LambdaContext) -> list[list[str]]:
    return list(await asyncio.gather(*(_generate_for(scope, jobs, context) for scope, jobs in deliveries.items())))


async def _generate_for(scope: TenantScope, jobs: dict[str, Job], context: LambdaContext) -> list[str]:
    """The messages to deliver again: all of this tenant's when something that is not ours failed."""
    engine = _engine(lambda: context.get_remaining_time_in_millis() / 1000 - _RESERVE_SECONDS)
    try:
        _require_true_clock()
        await generate(scope, list(jobs.values()), engine)
    except BrightRunError as error:
        logger.warning("delivery not done", extra={"tenant": scope.tenant_id, "code": error.code, "cause": error.cause})
        return list(jobs)
    except Exception:
        logger.exception("delivery broke", extra={"tenant": scope.tenant_id})
        return list(jobs)
    return []


def _engine(seconds_left: Callable[[], float]) -> Engine:
    settings = _settings()
    return Engine(
        store=wiring.store(settings.table_name),
        payloads=wiring.payloads(settings.payloads_bucket),
        model=wiring.model(settings.claude_secret_arn, settings.anthropic_base_url),
        pacer=wiring.pacer(
            settings.table_name,
            settings.claude_key_id,
            Limits(
                requests_per_minute=settings.requests_per_minute,
                input_tokens_per_minute=settings.input_tokens_per_minute,
                output_tokens_per_minute=settings.output_tokens_per_minute,
            ),
        ),
        catalogue=catalogue(),
        clock=wiring.clock(),
        owner=wiring.owner(),
        off_loop=_off_loop,
        seconds_left=seconds_left,
        on_lost=lambda conversation, error: logger.warning(
            "left undone", extra={"conversation": conversation, "error": str(error)}
        ),
    )


def _require_true_clock() -> None:
    skew = wiring.clock_skew(_settings().table_name).seconds
    if abs(skew) > _MOST_SKEW_SECONDS:
        raise Unavailable("This worker's clock is off, so it takes no jobs.")


def _off_loop(work: Callable[[], T]) -> Awaitable[T]:
    return _loop().run_in_executor(_threads(), work)


@cache
def _settings() -> WorkerSettings:
    return WorkerSettings.from_environment()


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """One loop for the life of the process, because the HTTP client's connections belong to it."""
    return asyncio.new_event_loop()


@cache
def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=wiring.POOL, thread_name_prefix="store")
