"""The provider's limits: token buckets for requests, input and output tokens of each model."""

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from infra.local.sandbox.config import SandboxConfig


@dataclass
class Bucket:
    """A bucket that refills all the time. `level` may go below zero when an answer ran long."""

    limit: int
    capacity: float
    level: float
    at: float

    @classmethod
    def full(cls, limit: int, burst_seconds: float, now: float) -> "Bucket":
        capacity = max(1.0, limit * min(burst_seconds, 60.0) / 60.0)
        return cls(limit, capacity, capacity, now)

    def refill(self, now: float) -> None:
        self.level = min(self.capacity, self.level + (now - self.at) * self.limit / 60.0)
        self.at = now

    def wait_for(self, amount: float) -> float:
        """Seconds until `amount` (at most the whole bucket) is there."""
        missing = min(amount, self.capacity) - self.level
        return 0.0 if missing <= 1e-9 else missing * 60.0 / max(1, self.limit)


class Limits:
    """The buckets of one model."""

    def __init__(self, config: SandboxConfig, now: float) -> None:
        burst = config.burst_seconds
        self.requests = Bucket.full(config.requests_per_minute, burst, now)
        self.input = Bucket.full(config.input_tokens_per_minute, burst, now)
        self.output = Bucket.full(config.output_tokens_per_minute, burst, now)

    def admit(self, input_tokens: int, now: float) -> float:
        """Take one request and its input; 0.0 when admitted, else seconds to wait.

        Output is not known before the answer, so a request is let in while any is left and the
        answer is taken off afterwards, as the provider does.
        """
        for bucket in (self.requests, self.input, self.output):
            bucket.refill(now)
        wait = max(
            self.requests.wait_for(1.0),
            self.input.wait_for(float(input_tokens)),
            self.output.wait_for(1.0),
        )
        if wait == 0.0:
            self.requests.level -= 1
            self.input.level -= input_tokens
        return wait

    def spend_output(self, tokens: int) -> None:
        """Take an answer's tokens off."""
        self.output.level -= tokens

    def headers(self, now: float) -> dict[str, str]:
        """The `anthropic-ratelimit-*` headers as they stand."""
        fields: dict[str, str] = {}
        tokens = min((self.input, self.output), key=lambda b: b.level / b.capacity)
        for name, bucket in (
            ("requests", self.requests),
            ("tokens", tokens),
            ("input-tokens", self.input),
            ("output-tokens", self.output),
        ):
            bucket.refill(now)
            seconds = (bucket.capacity - bucket.level) * 60.0 / max(1, bucket.limit)
            reset = datetime.now(UTC) + timedelta(seconds=seconds)
            prefix = f"anthropic-ratelimit-{name}"
            fields[f"{prefix}-limit"] = str(bucket.limit)
            fields[f"{prefix}-remaining"] = str(max(0, math.floor(bucket.level)))
            fields[f"{prefix}-reset"] = reset.strftime("%Y-%m-%dT%H:%M:%SZ")
        return fields
