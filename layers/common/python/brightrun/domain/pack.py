"""A starter pack: what a new workspace can begin with before it brings in anything of its own."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from brightrun.domain.model import Record
from brightrun.domain.taxonomy import Taxonomy


class PackChunk(Record):
    text: str
    dimensions: dict[str, Any] = Field(default_factory=dict)


class PackDocument(Record):
    """A document in the shape that the import takes."""

    title: str
    category: str
    chunks: tuple[PackChunk, ...]


class Pack(Record):
    slug: str
    name: str
    description: str
    taxonomy: Taxonomy
    documents: tuple[PackDocument, ...]
