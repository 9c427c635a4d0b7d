"""Source material: documents cut into passages (chunks) with their 60 dimensions."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from brightrun.domain.model import Instant, Record


class Document(Record):
    id: str
    title: str
    category: str
    chunk_count: int
    created_at: Instant
    updated_at: Instant
    imported_by: str
    fingerprint: str
    """SHA-256 of title, category and chunks: the same document imported twice is stored once."""


class Chunk(Record):
    """A passage. `include_in_training`, `pii_flag` and `ip_sensitivity` gate what may enter a prompt."""

    id: str
    document_id: str
    number: int
    text: str = Field(min_length=1, max_length=20_000)
    dimensions: dict[str, Any]
    include_in_training: bool = True
    pii_flag: bool = False
    ip_sensitivity: str = "low"

    @property
    def may_enter_prompts(self) -> bool:
        """Only what the owner released: no personal data, nothing of high sensitivity."""
        return (
            self.include_in_training and not self.pii_flag and self.ip_sensitivity.lower() not in {"high", "restricted"}
        )


def chunk_id(document_id: str, number: int) -> str:
    """`<document>-<nnnn>`: the id says in which document the passage stands."""
    return f"{document_id}-{number:04d}"


def document_of_chunk(chunk: str) -> str:
    return chunk.rpartition("-")[0]
