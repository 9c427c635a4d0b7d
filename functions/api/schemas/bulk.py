"""One action on many conversations: what is asked, what would be done, how far it is."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from brightrun.domain.model import Instant
from brightrun.domain.operation import MOST_NAMED
from brightrun.domain.row_filter import RowFilter
from functions.api.schemas.wire import Wire

MOST_IDS = 10_000


class BulkRequest(Wire):
    """One action, by ids or on all that match a filter; each succeeds or fails by itself."""

    action: Literal["generate", "approve", "reject", "delete", "tag"]
    ids: list[str] = Field(default_factory=list[str], max_length=MOST_IDS)
    filter: RowFilter | None = None
    note: str = Field(default="", max_length=4_000)
    add_tags: list[str] = Field(default_factory=list[str], max_length=20)
    remove_tags: list[str] = Field(default_factory=list[str], max_length=100)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if bool(self.ids) == (self.filter is not None):
            raise ValueError("say which: either ids or a filter")
        if self.action == "tag" and not (self.add_tags or self.remove_tags):
            raise ValueError("say which tags to add or to remove")
        return self


class BulkFailure(Wire):
    id: str
    ref: str
    code: str
    reason: str


class BulkReason(Wire):
    """Why some were not done, as the second half of a sentence: "3 could not be: they are still being written"."""

    code: str
    count: int
    phrase: str


class BulkPreview(Wire):
    """What would be done and what would be left out. Nothing was changed."""

    total: int
    ready: int
    reasons: list[BulkReason]
    unopened: int
    unopened_refs: list[str] = Field(max_length=100)


class Operation(Wire):
    """How many are done and why others were not; while `running`, read it again."""

    id: str
    action: Literal["generate", "approve", "reject", "delete", "tag", "undo"]
    state: Literal["running", "ended"]
    total: int
    position: int
    done: int
    failed_count: int
    failed: list[BulkFailure] = Field(max_length=MOST_NAMED)
    reasons: list[BulkReason]
    batch_id: str | None
    """The run that writes them, for `generate`."""
    undoable: bool
    started_at: Instant
    ended_at: Instant | None
