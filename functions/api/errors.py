"""What a refusal is in HTTP. The only place that knows.

Every error leaves as `application/problem+json` (RFC 9457) with a stable `code` and a sentence for
the user. Of an unexpected exception nothing leaves but the id under which it was logged.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from brightrun.domain.errors import (
    BrightRunError,
    ChangeLost,
    Conflict,
    InvalidInput,
    NotAllowed,
    NotFound,
    NotSignedIn,
    PreconditionMissing,
    Unavailable,
)


class Malformed(BrightRunError):
    """The request can't be read at all."""

    code = "malformed"


class TooLarge(BrightRunError):
    """More bytes than this route takes."""

    code = "too_large"


class WrongMediaType(BrightRunError):
    """A body that is not JSON."""

    code = "wrong_media_type"


_STATUS: tuple[tuple[type[BrightRunError], int], ...] = (
    (Malformed, 400),
    (NotSignedIn, 401),
    (NotAllowed, 403),
    (NotFound, 404),
    (Conflict, 409),
    (ChangeLost, 409),
    (TooLarge, 413),
    (WrongMediaType, 415),
    (InvalidInput, 422),
    (PreconditionMissing, 428),
    (Unavailable, 503),
)

TITLES: Mapping[int, str] = {
    400: "The request can't be read",
    401: "Not signed in",
    403: "Not allowed",
    404: "Not found",
    405: "Not offered",
    409: "Not possible now",
    413: "Too large",
    415: "Not JSON",
    422: "Something needs changing",
    428: "A guard is missing",
    429: "Too much at once",
    500: "Something went wrong",
    502: "No answer",
    503: "Not available now",
    504: "Took too long",
}

_HEADERS: Mapping[int, Mapping[str, str]] = {
    401: {"WWW-Authenticate": "Bearer"},
    503: {"Retry-After": "1"},
}

_MEMBERS = frozenset({"type", "title", "status", "detail", "code", "retryable", "request_id", "errors"})


def status_of(error: BrightRunError) -> int:
    """The HTTP status of an expected failure."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def headers_of(status: int) -> Mapping[str, str]:
    """Headers that belong to a status."""
    return _HEADERS.get(status, {})


def problem(error: BrightRunError, request_id: str) -> tuple[int, dict[str, Any]]:
    """Status and body of an expected failure. Its details stand beside the members of the RFC."""
    status = status_of(error)
    body = _body(status, error.message, error.code, request_id, retryable=error.retryable)
    if isinstance(error, InvalidInput) and error.fields:
        body["errors"] = [{"field": field, "message": message} for field, message in error.fields]
    body.update({name: _plain(value) for name, value in error.details.items() if name not in _MEMBERS})
    return status, body


def unexpected(request_id: str) -> tuple[int, dict[str, Any]]:
    """Status and body of a failure that nobody foresaw."""
    detail = "Something went wrong on our side. Nothing of yours is lost; please try again."
    return 500, _body(500, detail, "unexpected", request_id, retryable=True)


def not_offered(status: int, request_id: str) -> tuple[int, dict[str, Any]]:
    """Status and body for a path (404) or method (405) that does not exist."""
    detail = {404: "There is no such page.", 405: "This page does not take that method."}[status]
    return status, _body(status, detail, {404: "not_found", 405: "method"}[status], request_id, retryable=False)


def invalid(error: ValidationError) -> InvalidInput:
    """What pydantic found, place by place. The values themselves are never repeated."""
    found = [
        (".".join(map(str, each["loc"])), each["msg"]) for each in error.errors(include_input=False, include_url=False)
    ]
    count = "One thing" if len(found) == 1 else f"{len(found)} things"
    return InvalidInput(f"{count} in this request can't be used.", fields=found)


def _body(status: int, detail: str, code: str, request_id: str, *, retryable: bool) -> dict[str, Any]:
    return {
        "type": f"urn:bright-run:problem:{code}",
        "title": TITLES[status],
        "status": status,
        "detail": detail,
        "code": code,
        "retryable": retryable,
        "request_id": request_id,
    }


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json", by_alias=True) if isinstance(value, BaseModel) else value
