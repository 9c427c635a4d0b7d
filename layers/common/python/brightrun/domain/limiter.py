"""The pace of calls to one model under one key: a generic cell rate algorithm over three limits at once.

Each limit keeps the time at which its bucket would be empty (`tat`, theoretical arrival time). Taking a
slot moves it by cost ÷ rate; the caller waits until `tat` is no more than the burst ahead of now. No call
is refused and none is wasted. Source: ITU-T I.371, virtual scheduling form.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from pydantic import Field

from brightrun.domain.model import Record
from brightrun.domain.prompt_cache import CachedPart


class Limits(Record):
    """What the provider allows a minute."""

    requests_per_minute: int = Field(ge=1)
    input_tokens_per_minute: int = Field(ge=1)
    output_tokens_per_minute: int = Field(ge=1)


class Push(Record):
    """The line moved back from `at` on: whoever has that place or a later one waits `seconds` longer."""

    number: int
    at: float
    seconds: float


class Booked(Record):
    """What was taken for calls of which nobody has heard yet."""

    calls: int = 0
    input_tokens: float = 0.0
    output_tokens: float = 0.0


class LimiterState(Record):
    """The one stored item. Times are seconds since the epoch; `revision` guards it."""

    limits: Limits
    requests_tat: float = 0.0
    input_tat: float = 0.0
    output_tat: float = 0.0
    closed_until: float = 0.0
    """Nobody calls before this time: the provider asked us to slow down."""
    slowed_count: int = 0
    troubles: int = 0
    """Answers in a row in which the provider was not itself (`breaker.troubled`)."""
    open_reason: str = ""
    """Set while the circuit is open: why nothing is sent at all (`breaker`)."""
    open_until: float = 0.0
    open_count: int = 0
    probing: bool = False
    answers: int = 0
    mean_input: float = 0.0
    mean_output: float = 0.0
    """What answers have really taken so far, in tokens; later ones weigh more. Known once there are some."""
    mean_first_byte: float = 0.0
    """Seconds until an answer begins; 0 while nobody has told."""
    parts: dict[str, CachedPart] = Field(default_factory=dict)
    """What the provider has in its prompt cache."""
    express_at: float = 0.0
    """When the last call of the express lane has its place."""
    push_count: int = 0
    pushes: tuple[Push, ...] = ()
    """Those of late, oldest first: for the express lane, for pauses and for answers that were longer than expected."""
    booked: dict[int, Booked] = Field(default_factory=dict[int, Booked])
    """Of the calls that are out, by the minute of their place (`corrections`)."""
    seen: dict[str, float] = Field(default_factory=dict)
    """When each tenant of late took a place."""
    revision: int = 0


class Demand(Record):
    """What one call is expected to take."""

    input_tokens: int
    output_tokens: int
    part: str = ""
    """The long part that it shares with other calls (`prompt_cache.part_key`)."""


class Used(Record):
    """What an answer has really taken of the limits."""

    input_tokens: int
    output_tokens: int
    first_byte_seconds: float | None = None


class Turn(Record):
    """A call's place in the line: the seconds until it, what was taken for it, and the pace of the line then."""

    seconds: float
    taken: Demand
    pace: float
    """Seconds between two such calls under the limits that were known."""
    booked_in: int | None = None
    """Under which minute it is booked."""
    push_count: int = 0
    """`LimiterState.push_count` when the place was taken: later pushes move it back."""
    express: bool = False
    probe: bool = False
    """The one call that finds out whether an open circuit may be closed."""


ENOUGH_ANSWERS = 5
"""From so many on their mean takes the place of what was thought before."""
_ONE_DELIVERY = 10
_CLOSE_SECONDS = 0.001
BURST_SECONDS = 1.0
"""How much of a minute's allowance may go out at once. One second's worth is a quick but even start."""
LOOK_AGAIN_SECONDS = 1.0
"""How often somebody in the line looks whether it has moved."""
_EXPRESS_SECONDS = 1.5 * LOOK_AGAIN_SECONDS
"""Whoever has a later place learns in time that it was pushed back."""
_REMEMBERED_SECONDS = 30.0
_MOST_REMEMBERED = 200


def expected(state: LimiterState, prior: Demand) -> Demand:
    """What a call will probably take: the mean of the answers so far, or `prior` before there are enough."""
    if state.answers < ENOUGH_ANSWERS:
        return prior
    return Demand(input_tokens=round(state.mean_input), output_tokens=round(state.mean_output))


def pace(limits: Limits, demand: Demand) -> float:
    """Seconds between two such calls when they go as fast as the limits allow."""
    return 60 * max(
        1 / limits.requests_per_minute,
        demand.input_tokens / limits.input_tokens_per_minute,
        demand.output_tokens / limits.output_tokens_per_minute,
    )


def take(
    state: LimiterState, demands: Sequence[Demand], now: float, not_before: float = 0.0
) -> tuple[LimiterState, list[float]]:
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
        start = max(now, state.closed_until, not_before)
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


def take_express(state: LimiterState, demand: Demand, now: float) -> tuple[LimiterState, float]:
    """A place near the head of the line, for a person who waits: everybody behind it moves back by one call.

    The lane takes at most every second place, so that the line never stands still.
    """
    after, (wait,) = take(state, [demand], now)
    step, end = pace(state.limits, demand), now + wait
    earliest = max(now + _EXPRESS_SECONDS, state.closed_until, state.express_at + 2 * step)
    places_ahead = math.floor((end - earliest) / step)
    if places_ahead < 1:
        return after.model_copy(update={"express_at": end}), wait
    place = end - places_ahead * step
    return pushed(after.model_copy(update={"express_at": place}), place, step, now), place - now


def pushed(state: LimiterState, place: float, seconds: float, now: float) -> LimiterState:
    """The line from `place` on moves back: those in it see it when they look."""
    push = Push(number=state.push_count + 1, at=place, seconds=seconds)
    recent = [each for each in state.pushes if each.at > now - _REMEMBERED_SECONDS][-_MOST_REMEMBERED:]
    return state.model_copy(update={"push_count": push.number, "pushes": (*recent, push)})


def pushed_back(pushes: Sequence[Push], since: int, place: float) -> float:
    """Where a place in the line is after the pushes that came after the `since`th."""
    for push in pushes:
        if push.number > since and place > push.at - _CLOSE_SECONDS:
            place += push.seconds
    return place


def seen(state: LimiterState, tenant: str, now: float) -> LimiterState:
    """Notes that a tenant has work; those that had none of late are forgotten."""
    others = {name: at for name, at in state.seen.items() if at > now - _REMEMBERED_SECONDS and name != tenant}
    latest = sorted(others.items(), key=lambda entry: entry[1])[-_MOST_REMEMBERED:]
    return state.model_copy(update={"seen": {**dict(latest), tenant: now}})


def share(state: LimiterState, prior: Demand, seconds: float, now: float) -> int:
    """Jobs that one tenant may keep in the queue: the line's for so long, divided by those who have work now.

    One delivery at least when nobody else has.
    """
    active = sum(at > now - _REMEMBERED_SECONDS for at in state.seen.values())
    each = pace(state.limits, expected(state, prior))
    return math.ceil(max(_ONE_DELIVERY, seconds / each) / max(1, active))
