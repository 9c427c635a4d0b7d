"""The base of all wire models, and the shapes that many of them share."""

from __future__ import annotations

from typing import Any, Generic, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field

T = TypeVar("T")


class Wire(BaseModel):
    """What goes over HTTP: unknown fields are refused. Built at first use, so that a start is quick."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, from_attributes=True)

    @classmethod
    def of(cls, record: object, **more: Any) -> Self:
        """The wire form of a record: fields of the same name, and what is given beside it."""
        taken = {name: getattr(record, name) for name in cls.model_fields if name not in more and hasattr(record, name)}
        return cls.model_validate({**taken, **more})


class Listing(Wire, Generic[T]):
    """A page of a list. `total` counts all that match, on every page."""

    items: list[T]
    total: int
    next_cursor: str | None = None


class FieldProblem(Wire):
    """One thing wrong with what was sent: where, and what."""

    field: str
    message: str


class Problem(Wire):
    """An error (RFC 9457). `code` is stable, `detail` is plain English for the user."""

    model_config = ConfigDict(frozen=True, extra="allow", defer_build=True)

    type: str
    title: str
    status: int
    detail: str
    code: str
    retryable: bool
    request_id: str
    errors: list[FieldProblem] | None = Field(default=None)


class NoInput(Wire):
    """A body that says nothing more."""
