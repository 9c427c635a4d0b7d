"""The base of every record: immutable, strict about unknown fields, UTC times."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict


def _utc(value: datetime) -> datetime:
    return value.astimezone(UTC)


Instant = Annotated[AwareDatetime, AfterValidator(_utc)]
"""A moment in UTC; JSON form is ISO 8601 with Z."""

Micros = int
"""Money in millionths of a US dollar. Never a float."""


class Record(BaseModel):
    """A stored thing. Changes are copies: `record.model_copy(update={...})`."""

    # Built at first use: a cold start pays for the few records that its request touches, not for all.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
