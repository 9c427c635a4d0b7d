"""One number, the limit of a call to the model, gives every other time (design §3b)."""

from __future__ import annotations

CALL_LIMIT_SECONDS = 120
"""How long one answer may take before it is given up, thinking included."""

STALL_LIMIT_SECONDS = 30
"""A stream that is silent for this long is ended."""

LONGEST_SLOT_WAIT_SECONDS = 25
"""How long a claimed job may wait for its turn at the provider before its lease would be at risk."""

LONGEST_MOVED_SLOT_SECONDS = 50
"""The same when the line moves back while it waits: what is left of the lease's minute stores the answer."""

BATCH_DEADLINE_SECONDS = 24 * 3600
"""Unpaid waits go on for so long; after it what is left of a batch fails with a reason."""

PROVIDER_BATCH_SECONDS = 24 * 3600
"""How long the provider may take for a batch of calls; what is not written by then has expired there."""

ECONOMY_LEASE_SECONDS = PROVIDER_BATCH_SECONDS + 3600
"""How long a call in a provider batch holds its conversation and its reservation: its life, and an hour to settle."""

ECONOMY_DEADLINE_SECONDS = ECONOMY_LEASE_SECONDS
"""Until then what failed at the provider is sent once more; what still waits after it fails with a reason."""

SUBMIT_LIMIT_SECONDS = 45
"""How long handing over a batch of calls may take before nobody knows what came of it."""

SUBMIT_UNCLEAR_SECONDS = 120
"""From here on a hand-over that nobody heard of is looked for at the provider: whatever arrived is listed by then."""

ECONOMY_TICK_SECONDS = 60

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


def tick_wait_seconds(ticks: int, *, mode: str = "now", more_to_send: bool = False) -> int:
    """How long a batch's state machine waits before it looks again: 5 s for two minutes, then 15 s.

    As long as jobs wait for their share of the queue it is 5 s; in economy mode a minute.
    """
    if mode == "economy":
        return ECONOMY_TICK_SECONDS
    return 5 if ticks < 24 or more_to_send else 15


def deadline_seconds(mode: str) -> int:
    """After how long what still waits in a run fails with a reason."""
    return ECONOMY_DEADLINE_SECONDS if mode == "economy" else BATCH_DEADLINE_SECONDS
