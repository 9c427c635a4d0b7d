"""Faults on demand: what a provider does to its callers on a bad day."""

import random
from dataclasses import dataclass, field
from typing import Any

KINDS = (
    "status",  # an error answer; needs "status"
    "reset",  # the connection drops before anything is written
    "lost_answer",  # the whole answer is written and billed, then the connection drops
    "hang",  # nothing for "seconds", then the connection drops
    "slow",  # "seconds" on top of the latency
    "truncate",  # the body ends in the middle
    "stream_error",  # an error event in the middle of a stream
    "refusal",  # 200 with stop_reason "refusal"
    "max_tokens",  # 200 with the answer cut at half and stop_reason "max_tokens"
    "broken_json",  # 200, end_turn, and JSON that does not parse
    "wrong_shape",  # 200, end_turn, JSON without the asked fields
    "empty",  # 200, end_turn, no text
    "expired",  # in a batch: the day was over before it was written
)

PLACES = (
    "call",  # a call, alone or in a batch
    "batch",  # the hand-over of a batch: "status" refuses it, "reset" loses it, "lost_answer" takes it and says nothing
)

DEFAULT_TYPES = {
    400: "invalid_request_error",
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    413: "request_too_large",
    429: "rate_limit_error",
    500: "api_error",
    503: "api_error",
    504: "timeout_error",
    529: "overloaded_error",
}


@dataclass
class Fault:
    """One planted fault. Fires `count` times, or with probability `rate` until reset."""

    kind: str
    status: int = 500
    error_type: str = ""
    error_code: str | None = None
    retry_after: float | None = None
    seconds: float = 60.0
    category: str = "general_harms"
    reference: str | None = None
    place: str = "call"
    rate: float | None = None
    left: int | None = 1
    dice: random.Random = field(default_factory=random.Random)

    @classmethod
    def parse(cls, value: dict[str, Any]) -> "Fault":
        """From the control endpoint's JSON; raises ValueError for what it does not know."""
        kind = str(value.get("kind", ""))
        if kind not in KINDS:
            raise ValueError(f"unknown fault kind {kind!r}; known: {', '.join(KINDS)}")
        place = str(value.get("place", "call"))
        if place not in PLACES:
            raise ValueError(f"unknown place {place!r}; known: {', '.join(PLACES)}")
        status = int(value.get("status", 500))
        rate = value.get("rate")
        count = value.get("count", None if rate is not None else 1)
        return cls(
            kind=kind,
            status=status,
            error_type=str(value.get("error_type") or DEFAULT_TYPES.get(status, "api_error")),
            error_code=value.get("error_code"),
            retry_after=value.get("retry_after"),
            seconds=float(value.get("seconds", 60.0)),
            category=str(value.get("category", "general_harms")),
            reference=value.get("reference"),
            place=place,
            rate=None if rate is None else float(rate),
            left=None if count is None else int(count),
            dice=random.Random(value.get("seed", 0)),  # noqa: S311 - repeatable, not secret
        )

    def fires(self, reference: str, place: str) -> bool:
        """Whether this call is hit; counts itself down."""
        if self.left == 0 or self.place != place or (self.reference is not None and self.reference != reference):
            return False
        if self.rate is not None and self.dice.random() >= self.rate:
            return False
        if self.left is not None:
            self.left -= 1
        return True


class FaultPlan:
    """The planted faults in the order in which they came; the first that fires wins."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def plant(self, values: list[dict[str, Any]]) -> None:
        """Add faults; all or none."""
        self._faults.extend([Fault.parse(value) for value in values])

    def clear(self) -> None:
        """Forget all of them."""
        self._faults.clear()

    def take(self, reference: str, place: str = "call") -> Fault | None:
        """The fault for this call, if there is one."""
        self._faults = [fault for fault in self._faults if fault.left != 0]
        return next((fault for fault in self._faults if fault.fires(reference, place)), None)
