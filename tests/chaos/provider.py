"""The provider's side of it: its bad days, and its own record of what it billed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from brightrun.adapters.anthropic_model import usage_of
from brightrun.domain.money import Usage, cost_of
from brightrun.runtime.catalogue import catalogue

if TYPE_CHECKING:
    import random

    from tests.e2e.kit import Cloud

STREAM = {
    "latency_seconds": 2.0,
    "latency_jitter": 0.5,
    "flaw_rate": 0.05,
    "requests_per_minute": 3_000,
    "batch_seconds": 8,
}
AMBIGUOUS = frozenset({"lost_answer", "truncate", "stream_error"})
"""After these the provider has billed an answer that never arrived whole."""

_STORMS = (
    {"kind": "status", "status": 429, "retry_after": 2},
    {"kind": "status", "status": 429},
    {"kind": "status", "status": 529},
    {"kind": "status", "status": 503},
    {"kind": "status", "status": 500},
)
_FLAWS = (
    {"kind": "lost_answer"},
    {"kind": "truncate"},
    {"kind": "stream_error"},
    {"kind": "reset"},
    {"kind": "hang", "seconds": 60},
    {"kind": "slow", "seconds": 8},
    {"kind": "refusal"},
    {"kind": "max_tokens"},
    {"kind": "broken_json"},
    {"kind": "wrong_shape"},
    {"kind": "empty"},
    {"kind": "status", "status": 400},
    {"kind": "status", "status": 504},
    {"kind": "expired"},
    {"kind": "status", "place": "batch", "status": 529},
    {"kind": "status", "place": "batch", "status": 500},
    {"kind": "lost_answer", "place": "batch"},
    {"kind": "reset", "place": "batch"},
)
_SHUT = (
    {"kind": "status", "status": 401},
    {"kind": "status", "status": 403},
    {"kind": "status", "status": 404},
    {"kind": "status", "status": 429, "error_code": "enforced_spend_limit_reached"},
)


def fault(dice: random.Random, mood: str) -> dict[str, Any]:
    """A fault of one of the three moods: a `storm`, a single `flaw`, everybody `shut` out."""
    kinds, most = {"storm": (_STORMS, 40), "flaw": (_FLAWS, 3), "shut": (_SHUT, 4)}[mood]
    return {**dice.choice(kinds), "count": dice.randint(1, most)}


def words(planted: dict[str, Any]) -> str:
    """A fault in a word or two."""
    name = planted.get("error_code") or planted.get("status") or planted["kind"]
    where = " of a batch" if "place" in planted else ""
    return f"{name}{where} ×{planted['count']}"


@dataclass(frozen=True)
class Billed:
    """A call on the provider's bill, under its request's id or, in a batch, under the name that we gave it."""

    name: str
    reference: str
    fault: str | None
    cost_micros: int


def billed_calls(cloud: Cloud) -> list[Billed]:
    """Every call that the provider began to answer: it is billed whether anybody heard the answer or not."""
    calls = [_billed(call) for call in cloud.calls() if "output_tokens" in call]
    batches = cloud.sandbox("batches")["batches"]
    return calls + [_batched(item) for batch in batches for item in batch["billed"]]


def _batched(item: dict[str, Any]) -> Billed:
    model = catalogue().model(item["model"], datetime.now(UTC).date()).in_batches()
    return Billed(item["custom_id"], "", None, cost_of(usage_of(item["usage"]), model))


def _billed(call: dict[str, Any]) -> Billed:
    usage = Usage(
        input=call["input_tokens"],
        output=call["output_tokens"],
        cache_write_5m=call["cache_creation"],
        cache_read=call["cache_read"],
    )
    return Billed(
        name=call["request_id"],
        reference=call["reference"],
        fault=call["fault"],
        cost_micros=cost_of(usage, catalogue().model(call["model"], datetime.now(UTC).date())),
    )


def faults_seen(cloud: Cloud) -> Counter[str]:
    """How often each planted fault hit a call."""
    return Counter(
        f"claude {call['status'] if call['fault'] == 'status' else call['fault']}"
        for call in cloud.calls()
        if call["fault"]
    )
