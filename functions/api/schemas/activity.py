"""The record of what was done."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from brightrun.domain.event import Action, Subject
from brightrun.domain.model import Instant
from functions.api.schemas.wire import Wire


class ActivityFilter(Wire):
    """`since` and `until` are days in UTC, both included."""

    cursor: str | None = Field(default=None, max_length=2048)
    action: list[Action] = Field(default_factory=list[Action])
    user: list[str] = Field(default_factory=list[str])
    subject: str | None = Field(default=None, max_length=80)
    since: date | None = None
    until: date | None = None


class ActivityQuery(ActivityFilter):
    limit: int = Field(default=50, ge=1, le=200)


class Who(Wire):
    id: str
    name: str
    via: Literal["session", "api_key", "system"]


class ActivityEvent(Wire):
    """Something that was done, by whom, to what."""

    id: str
    at: Instant
    actor: Who
    action: Action
    subject: Subject
    summary: str
    details: dict[str, Any]


class Activity(Wire):
    """A page of the record, newest first. It has no total: the record is never read as a whole."""

    items: list[ActivityEvent]
    next_cursor: str | None


class ActivityFile(Wire):
    """A part of the record as CSV, newest first; the first part begins with the names of the columns."""

    text: str
    lines: int
    next_cursor: str | None


class RecordCheck(Wire):
    """Whether the record is as it was sealed. `waiting` entries are so new that no seal covers them yet."""

    whole: bool
    entries: int
    waiting: int
    sentence: str
    event_id: str | None
