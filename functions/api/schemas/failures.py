"""Failures: every call that came to nothing and every conversation that was given up."""

from __future__ import annotations

from pydantic import Field

from brightrun.domain.model import Instant, Micros
from brightrun.domain.words import Kind
from functions.api.schemas.wire import Wire


class FailureQuery(Wire):
    dataset: str | None = Field(default=None, min_length=1, max_length=80, pattern=r"^[A-Za-z0-9_:-]+$")
    limit: int = Field(default=50, ge=1, le=200)
    cursor: str | None = Field(default=None, max_length=2048)


class FailureLine(Wire):
    """One failure. `final` is a conversation that was given up; anything else was tried again by itself."""

    id: str
    at: Instant
    conversation_id: str
    ref: str
    dataset_id: str | None
    batch_id: str | None
    attempt_id: str | None
    final: bool
    kind: Kind
    code: str
    reason: str
    request_id: str | None
    http_status: int | None
    cost_micros: Micros
    retryable: bool


class Failures(Wire):
    """A page, newest first. It may be shorter than `limit`: the list ends where `next_cursor` is null."""

    items: list[FailureLine]
    next_cursor: str | None
