"""Exports: what may leave, in which shape, and the proof of what left."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from brightrun.domain.export import Check, Format
from brightrun.domain.model import Instant
from brightrun.domain.row_filter import RowFilter
from functions.api.schemas.wire import Listing, Wire


class ExportRequest(Wire):
    """Only approved conversations ever leave; the filter narrows them down further."""

    filter: RowFilter = RowFilter()
    formats: list[Format] = Field(min_length=1, max_length=3)
    name: str | None = Field(default=None, min_length=1, max_length=120)


class ExportPreview(Wire):
    """What an export would hold. `read` of `count` conversations were looked at."""

    count: int
    read: int
    checks: list[Check]
    sample: list[Any]
    filename: str


class ExportedFile(Wire):
    name: str
    format: Format | Literal["manifest"]
    bytes: int
    rows: int
    sha256: str


class Export(Wire):
    id: str
    dataset_id: str
    name: str
    state: Literal["building", "ready", "failed"]
    reason: str
    filter: dict[str, Any]
    formats: list[Format]
    count: int
    checks: list[Check]
    files: list[ExportedFile]
    stats: dict[str, Any]
    created_by: str
    created_by_name: str
    created_at: Instant
    ready_at: Instant | None


class Exports(Listing[Export]):
    """All exports of a dataset, newest first."""


class LinkRequest(Wire):
    """The name of one of the export's files."""

    file: str = Field(min_length=1, max_length=200)


class DownloadLink(Wire):
    """A link for this one download; it ends soon."""

    url: str
    expires_at: Instant
    filename: str
