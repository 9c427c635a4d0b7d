"""Failures: every call that came to nothing and every conversation that was given up."""

from __future__ import annotations

from pydantic import Field

from brightrun.domain.words import Kind
from brightrun.usecases.failures import FailureRecord
from functions.api.schemas.wire import Wire


class FailureQuery(Wire):
    """`final` asks for conversations that were given up (true), or for calls that were made again (false)."""

    dataset: str | None = Field(default=None, min_length=1, max_length=80, pattern=r"^[A-Za-z0-9_:-]+$")
    conversation: str | None = Field(default=None, min_length=1, max_length=80, pattern=r"^[A-Za-z0-9_:-]+$")
    kind: list[Kind] = Field(default_factory=list[Kind], max_length=3)
    final: bool | None = None
    limit: int = Field(default=50, ge=1, le=200)
    cursor: str | None = Field(default=None, max_length=2048)


class Failures(Wire):
    """A page, newest first. It may be shorter than `limit`: the list ends where `next_cursor` is null."""

    items: list[FailureRecord]
    next_cursor: str | None
