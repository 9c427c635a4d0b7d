"""What a run of the demo came to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from infra.local.demo.talk import dollars

if TYPE_CHECKING:
    from pathlib import Path

BAR = 40
INDENT = " " * 14
WRITERS = {
    "sandbox": "the practice model (sandbox), which costs nothing: the figures are what Claude's "
    "prices would make of its tokens",
    "claude": "Claude",
    "compatible": "a compatible server",
}


@dataclass(frozen=True)
class Outcome:
    """Everything that the summary needs."""

    seconds: float
    kind: str
    estimate: dict[str, Any]
    rows: list[dict[str, Any]]
    attempts: list[dict[str, Any]]
    rejected: int
    files: list[Path]


def render(outcome: Outcome) -> str:
    """Return the printed summary."""
    spent = sum(attempt["cost_micros"] for attempt in outcome.attempts)
    tokens_in = sum(_input_tokens(attempt) for attempt in outcome.attempts)
    tokens_out = sum(attempt["output_tokens"] for attempt in outcome.attempts)
    calls, expected = len(outcome.attempts), outcome.estimate["expected_micros"]
    writers = Counter(row["written_by"] for row in outcome.rows)
    failed = sum(attempt["outcome"] != "succeeded" for attempt in outcome.attempts)
    again = calls - len(outcome.rows)
    most = outcome.estimate["at_most_micros"]
    lines = [
        f"Approved      {len(outcome.rows)} conversations in {outcome.seconds:.0f} s",
        f"Written by    {WRITERS[outcome.kind]}",
        *(f"{INDENT}{name}: {count}" for name, count in writers.most_common()),
        (
            f"Calls         {calls}: {len(outcome.rows)} first ones and {again} again "
            f"({outcome.rejected} rejected, {failed} calls without a conversation)"
        ),
        f"Tokens        {tokens_in:,} in, {tokens_out:,} out",
        (
            f"Cost          {dollars(spent)}; expected {dollars(expected)} "
            f"({spent / max(expected, 1):.0%}), at most {dollars(most)}"
        ),
        "Scores",
        *_histogram([row["score"] for row in outcome.rows]),
        "Files",
        *(f"{INDENT}{_shown(place)} ({place.stat().st_size:,} bytes)" for place in outcome.files),
    ]
    return "\n".join(lines)


def _input_tokens(attempt: dict[str, Any]) -> int:
    kinds = ("input_tokens", "cache_read_tokens", "cache_write_tokens")
    return sum(attempt[kind] for kind in kinds)


def _histogram(scores: list[float]) -> list[str]:
    bins = Counter(min(int(score * 2), 19) for score in scores)
    most = max(bins.values())
    return [
        f"  {step / 2:4.1f}-{step / 2 + 0.4:.1f}   {'█' * max(1, round(bins[step] / most * BAR))} {bins[step]}"
        for step in range(min(bins), max(bins) + 1)
        if bins[step]
    ]


def _shown(place: Path) -> str:
    return f"{place.parent.name}/{place.name}"
