"""One line for each call: what, for whom, how it ended. Never a body, a header or an exception's text."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from aws_lambda_powertools.logging import Logger

if TYPE_CHECKING:
    from brightrun.domain.errors import BrightRunError
    from functions.api.route import Route

logger = Logger(service="api")


def log_answer(route: Route, status: int, seconds: float, request_id: str, tenant: str | None) -> None:
    """What was asked and how it was answered."""
    logger.info(
        "answered",
        extra={
            "route": f"{route.method} {route.path}",
            "status": status,
            "milliseconds": round(seconds * 1000, 1),
            "request_id": request_id,
            "tenant": tenant,
        },
    )


def log_unrouted(method: str, status: int, request_id: str) -> None:
    """A path or method that does not exist; the path itself may hold anything, so it stays out."""
    logger.info("unrouted", extra={"method": method, "status": status, "request_id": request_id})


def log_cause(error: BrightRunError, request_id: str, tenant: str | None) -> None:
    """What made us say no, when it was something foreign."""
    if error.cause:
        extra = {"code": error.code, "cause": error.cause, "request_id": request_id, "tenant": tenant}
        logger.warning("refused", extra=extra)


def log_failure(error: Exception, request_id: str, tenant: str | None) -> None:
    """An exception that nobody foresaw: its kind and where it came from, since its text may quote a user."""
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    logger.error(
        "unexpected failure",
        extra={
            "error": type(error).__name__,
            "where": [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames],
            "request_id": request_id,
            "tenant": tenant,
        },
    )
