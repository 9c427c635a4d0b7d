"""The pace of calls to one model under one key: a generic cell rate algorithm over three limits at once.

Each limit keeps the time at which its bucket would be empty (`tat`, theoretical arrival time). Taking a
slot moves it by cost ÷ rate; the caller waits until `tat` is no more than the burst ahead of now. No call
is refused and none is wasted. Source: ITU-T I.371, virtual scheduling form.
"""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from brightrun.domain.model import Record


class Limits(Record):
    """What the provider allows a minute."""

    requests_per_minute: int = Field(ge=1)
    input_tokens_per_minute: int = Field(ge=1)
    output_tokens_per_minute: int = Field(ge=1)


class LimiterState(Record):
    """The one stored item. Times are seconds since the epoch; `revision` guards it."""

    limits: Limits
    requests_tat: float = 0.0
    input_tat: float = 0.0
    output_tat: float = 0.0
    closed_until: float = 0.0
    """Nobody calls before this time: the provider asked us to slow down."""
    slowed_count: int = 0
    open_reason: str = ""
    """Set while the circuit is open: why nothing is sent at all."""
    revision: int = 0


class Demand(Record):
    """What one call is expected to take."""

    input_tokens: int
    output_tokens: int


BURST_SECONDS = 1.0
"""How much of a minute's allowance may go out at once. One second's worth is a quick but even start."""


def take(state: LimiterState, demands: Sequence[Demand], now: float) -> tuple[LimiterState, list[float]]:
    """Slots for all demands, in order: the state after them, and the seconds that each has to wait."""
    limits = state.limits
    tats = [state.requests_tat, state.input_tat, state.output_tat]
    rates = [
        limits.requests_per_minute / 60,
        limits.input_tokens_per_minute / 60,
        limits.output_tokens_per_minute / 60,
    ]
    waits: list[float] = []
    for demand in demands:
        costs = (1.0, float(demand.input_tokens), float(demand.output_tokens))
        start = max(now, state.closed_until)
        for tat, rate, cost in zip(tats, rates, costs, strict=True):
            burst = max(BURST_SECONDS, cost / rate)
            start = max(start, tat + cost / rate - burst)
        tats = [max(tat, start) + cost / rate for tat, rate, cost in zip(tats, rates, costs, strict=True)]
        waits.append(max(0.0, start - now))
    after = state.model_copy(
        update={
            "requests_tat": tats[0],
            "input_tat": tats[1],
            "output_tat": tats[2],
            "revision": state.revision + 1,
        }
    )
    return after, waits


def give_back(state: LimiterState, expected: Demand, used_input: int, used_output: int) -> LimiterState:
    """Corrects what was taken up front by what the answer really used."""
    limits = state.limits
    return state.model_copy(
        update={
            "input_tat": state.input_tat + (used_input - expected.input_tokens) * 60 / limits.input_tokens_per_minute,
            "output_tat": state.output_tat
            + (used_output - expected.output_tokens) * 60 / limits.output_tokens_per_minute,
            "revision": state.revision + 1,
        }
    )


def slow_down(state: LimiterState, until: float) -> LimiterState:
    """The provider refused a call: everybody waits."""
    return state.model_copy(
        update={
            "closed_until": max(state.closed_until, until),
            "slowed_count": state.slowed_count + 1,
            "revision": state.revision + 1,
        }
    )


def learn(state: LimiterState, limits: Limits) -> LimiterState:
    """The provider told us its real limits."""
    return state.model_copy(update={"limits": limits, "revision": state.revision + 1})
