"""One paid call to the model: what was set aside for it, what came of it and what it cost."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field

from brightrun.domain.model import Instant, Micros, Record
from brightrun.domain.money import Usage
from brightrun.domain.task import TaskKind

AttemptKind = Literal["generate", "rewrite", "judge", "repair"]
"""A repair is the second try of any of the others, after an answer that could not be used."""


class Outcome(StrEnum):
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    UNREADABLE = "unreadable"
    """Paid, but the answer was no usable conversation."""
    REFUSED = "refused"
    REJECTED = "rejected"
    """The provider did not take the call; nothing was billed."""
    UNKNOWN = "unknown"
    """Nobody knows whether it was billed; the reservation stays spent."""


class AttemptError(Record):
    code: str
    reason: str
    status: int | None = None


class Attempt(Record):
    id: str
    conversation_id: str
    dataset_id: str
    batch_id: str
    kind: AttemptKind = "generate"
    task: TaskKind = "write"
    """What it was made for: the repair of an opinion is part of what the opinion cost."""
    outcome: Outcome = Outcome.RUNNING
    model: str
    owner: str
    """The worker that holds the lease; only it may settle."""
    budgets: tuple[str, ...]
    """Keys of the budgets that the reservation was taken from, in order."""
    reserved_micros: Micros
    cost_micros: Micros = 0
    usage: Usage = Usage()
    request_id: str | None = None
    stop_reason: str | None = None
    error: AttemptError | None = None
    parameters: dict[str, str] = Field(default_factory=dict)
    template_id: str = ""
    template_version: int = 0
    started_at: Instant
    ended_at: Instant | None = None

    @property
    def paid(self) -> bool:
        """Counts towards the most paid attempts of a conversation."""
        return self.outcome not in {Outcome.REJECTED, Outcome.RUNNING}

    @property
    def payload_key(self) -> str:
        """Where request and answer are kept in the payload store (under the tenant's prefix)."""
        return f"conversations/{self.conversation_id}/attempts/{self.id}"
