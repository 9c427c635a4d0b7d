"""What stays of a deleted conversation: its number, its cost and who deleted it; its calls and events stay too."""

from __future__ import annotations

from brightrun.domain.model import Instant, Micros, Record


class Tombstone(Record):
    """By it the ledger still adds up, and the number is never given to another."""

    conversation_id: str
    ref: str
    dataset_id: str
    batch_id: str | None = None
    versions: int = 0
    cost_micros: Micros = 0
    deleted_by: str
    deleted_by_name: str
    deleted_at: Instant
