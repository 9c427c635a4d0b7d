"""Where a conversation stands in its dataset, and what the plan asks of it."""

from __future__ import annotations

from brightrun.domain.model import Record

SHARD_SIZE = 100
"""How many conversations share a partition."""


class Slot(Record):
    """What a plan asks for: written once, read when the prompt is made."""

    conversation_id: str
    dataset_id: str
    shard: int
    number: int
    situation: str = ""
    problem_context: str = ""
    solution_action: str = ""
    scenario_outcome: str = ""
    edge_case: str | None = None
    turns_planned: int
    plan_id: str
    """Empty for an example of the owner's, which no plan asked for."""


def reference(prefix: str, number: int) -> str:
    """The short readable id: `FP-0042`."""
    return f"{prefix}-{number:04d}"


def number_of(ref: str) -> int:
    """The number inside a short readable id."""
    return int(ref.rpartition("-")[2])


def shard_of(number: int) -> int:
    """Conversation numbers fill shards of a hundred in order and are never used again."""
    return (number - 1) // SHARD_SIZE
