"""What we ask of a language model and what can come of it, without any vendor's words."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import Field

from brightrun.domain.model import Record
from brightrun.domain.money import Usage


class Prompt(Record):
    """A resolved prompt: `common` is shared by all and cached, `text` is this conversation's own."""

    common: str
    text: str

    @property
    def size_bytes(self) -> int:
        return len(self.common.encode()) + len(self.text.encode())


class ModelRequest(Record):
    model: str
    prompt: Prompt
    answer_schema: dict[str, Any]
    max_tokens: int
    limit_seconds: int
    stall_seconds: int


class RateSnapshot(Record):
    """What the provider's headers say of its limits; None where it said nothing."""

    requests_limit: int | None = None
    requests_remaining: int | None = None
    input_tokens_limit: int | None = None
    input_tokens_remaining: int | None = None
    output_tokens_limit: int | None = None
    output_tokens_remaining: int | None = None


class ModelReply(Record):
    """An answered call: billed by `usage`, whatever the text is worth."""

    text: str
    written_by: str
    stop_reason: str
    stop_details: dict[str, Any] = Field(default_factory=dict)
    usage: Usage
    request_id: str | None
    rate: RateSnapshot = RateSnapshot()
    first_byte_seconds: float | None = None
    """How long it took to begin; None when nobody looked."""
    raw: dict[str, Any]


class FailureClass(StrEnum):
    TRANSIENT = "transient"
    """Not billed; wait and try again."""
    AMBIGUOUS = "ambiguous"
    """May have been billed."""
    CIRCUIT = "circuit"
    """Nobody's call will work until a person acts."""
    PERMANENT = "permanent"
    """This call will never work."""


class ProviderFailure(Exception):
    """A call that gave no answer. `code` is the provider's error code, `sentence` is ours, safe to show."""

    def __init__(
        self,
        kind: FailureClass,
        code: str,
        sentence: str,
        *,
        status: int | None = None,
        retry_after: float | None = None,
        request_id: str | None = None,
        rate: RateSnapshot | None = None,
    ) -> None:
        super().__init__(f"{kind.value}: {code}")
        self.kind = kind
        self.code = code
        self.sentence = sentence
        self.status = status
        self.retry_after = retry_after
        self.request_id = request_id
        self.rate = rate or RateSnapshot()
