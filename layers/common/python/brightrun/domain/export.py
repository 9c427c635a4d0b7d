"""An export: which approved conversations went out, in which shape, and the proof of what the files held."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from brightrun.domain.model import Instant, Record

Format = Literal["openai_chat_jsonl", "anthropic_jsonl", "full_json"]


class ExportFile(Record):
    """A stored file of an export. `manifest` lists the others with their hashes."""

    name: str
    format: Format | Literal["manifest"]
    bytes: int
    rows: int
    sha256: str
    key: str


class Check(Record):
    """A rule of the target's trainer. Red blocks, amber warns, ok says that it was looked at."""

    code: str
    level: Literal["red", "amber", "ok"]
    sentence: str
    ids: tuple[str, ...] = ()


class Export(Record):
    id: str
    dataset_id: str
    name: str
    state: Literal["building", "ready", "failed"] = "building"
    reason: str = ""
    filter: dict[str, Any] = Field(default_factory=dict)
    formats: tuple[Format, ...]
    count: int = 0
    versions: dict[str, int] = Field(default_factory=dict)
    """Conversation id → the approved version that went out. Kept in the manifest file above 2,000 rows."""
    checks: tuple[Check, ...] = ()
    files: tuple[ExportFile, ...] = ()
    stats: dict[str, Any] = Field(default_factory=dict)
    created_by: str
    created_by_name: str
    created_at: Instant
    ready_at: Instant | None = None
    revision: int = 1
