"""The models that the sandbox plays, as `GET /v1/models` tells them."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class PlayedModel:
    """One model of the catalogue; `retires_at` as RFC 3339 or None."""

    id: str
    name: str
    line: str
    max_tokens: int
    max_input_tokens: int = 1_000_000
    lifecycle: str = "active"
    retires_at: str | None = None
    created_at: str = "2026-08-01T00:00:00Z"

    def as_json(self) -> dict[str, Any]:
        """The wire shape."""
        return {
            "type": "model",
            "id": self.id,
            "display_name": self.name,
            "line": self.line,
            "lifecycle": self.lifecycle,
            "retires_at": self.retires_at,
            "deprecated_at": None if self.lifecycle == "active" else "2026-05-30T00:00:00Z",
            "created_at": self.created_at,
            "max_tokens": self.max_tokens,
            "max_input_tokens": self.max_input_tokens,
        }


MODELS: dict[str, PlayedModel] = {
    model.id: model
    for model in (
        PlayedModel("claude-haiku-5-5", "Claude Haiku 5.5", "haiku", 64_000),
        PlayedModel("claude-sonnet-5-5", "Claude Sonnet 5.5", "sonnet", 128_000),
        PlayedModel("claude-opus-5-5", "Claude Opus 5.5", "opus", 128_000),
        PlayedModel("claude-fable-5-1", "Claude Fable 5.1", "fable", 128_000),
        PlayedModel(
            "claude-sonnet-4-5",
            "Claude Sonnet 4.5",
            "sonnet",
            64_000,
            lifecycle="deprecated",
            retires_at="2026-11-30T00:00:00Z",
            created_at="2025-09-29T00:00:00Z",
        ),
        PlayedModel(
            "claude-3-haiku-20240307",
            "Claude Haiku 3",
            "haiku",
            4_096,
            200_000,
            lifecycle="retired",
            retires_at="2026-09-10T00:00:00Z",
            created_at="2024-03-07T00:00:00Z",
        ),
    )
}
