"""One number, the limit of a call to the model, gives every other time (design §3b)."""

from __future__ import annotations

CALL_LIMIT_SECONDS = 120
"""How long one answer may take before it is given up, thinking included."""

STALL_LIMIT_SECONDS = 30
"""A stream that is silent for this long is ended."""

LONGEST_SLOT_WAIT_SECONDS = 25
"""How long a claimed job may wait for its turn at the provider before its lease would be at risk."""

BATCH_DEADLINE_SECONDS = 24 * 3600
"""Unpaid waits go on for so long; after it what is left of a batch fails with a reason."""

_UNPAID_WAITS = (1.0, 2.0, 4.0, 8.0, 16.0)
_LONGEST_UNPAID_WAIT = 30.0


def lease_seconds(call_limit: int = CALL_LIMIT_SECONDS) -> int:
    """How long a claim protects a job: the call and one minute to store its answer."""
    return call_limit + 60


def function_timeout_seconds(call_limit: int = CALL_LIMIT_SECONDS) -> int:
    """How long a worker may run: longer than any lease that it holds."""
    return call_limit + 120


def visibility_seconds(call_limit: int = CALL_LIMIT_SECONDS) -> int:
    """How long SQS hides a delivered message: six times the function, as AWS advises."""
    return 6 * function_timeout_seconds(call_limit)


def unpaid_wait_seconds(waits_so_far: int) -> float:
    """The wait before trying again after a refusal that cost nothing: 1, 2, 4, 8, 16, then 30 s (IS3.2)."""
    if waits_so_far < len(_UNPAID_WAITS):
        return _UNPAID_WAITS[waits_so_far]
    return _LONGEST_UNPAID_WAIT


QUEUED_SECONDS = 10.0
"""How much work the queue holds ahead of the workers: two ticks' worth, so that a late one starves nobody."""


def tick_wait_seconds(ticks: int, *, more_to_send: bool = False) -> int:
    """How long a batch's state machine waits before it looks again: 5 s for two minutes, then 15 s.

    As long as jobs wait for their share of the queue it is 5 s.
    """
    return 5 if ticks < 24 or more_to_send else 15
