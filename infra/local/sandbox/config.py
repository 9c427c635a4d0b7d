"""What can be set on the sandbox, at its start and while it runs."""

import dataclasses
from dataclasses import dataclass
from typing import Any


@dataclass
class SandboxConfig:
    """Seconds, tokens and shares. Limits are a minute's worth, as the provider states them.

    `burst_seconds` is how much of a minute's limit may be used at once: 60 is a full bucket, 1 is
    the strict pacing that a provider applies when it enforces a limit by the second.
    """

    latency_seconds: float = 2.0
    latency_jitter: float = 0.25
    requests_per_minute: int = 1_000
    input_tokens_per_minute: int = 2_000_000
    output_tokens_per_minute: int = 400_000
    burst_seconds: float = 60.0
    flaw_rate: float = 1 / 12
    thinking_tokens: int = 60
    cache_min_tokens: int = 1_024
    batch_seconds: float = 10.0
    retired_models: tuple[str, ...] = ()

    def changed(self, values: dict[str, Any]) -> "SandboxConfig":
        """A copy with some values replaced; raises ValueError for an unknown name or a bad value."""
        known = {f.name: f for f in dataclasses.fields(self)}
        fresh: dict[str, Any] = {}
        for name, value in values.items():
            if name not in known:
                raise ValueError(f"unknown setting {name}")
            if name == "retired_models":
                fresh[name] = tuple(str(item) for item in value)
            elif isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
                raise ValueError(f"{name} must be a number of at least 0")
            else:
                fresh[name] = type(getattr(self, name))(value)
        return dataclasses.replace(self, **fresh)

    def as_json(self) -> dict[str, Any]:
        """The current values."""
        return dataclasses.asdict(self)
