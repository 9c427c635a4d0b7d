"""What the line learns afterwards: what calls really took, that the provider wants a pause, what its limits are.

What a call takes is booked when it gets its place. When answers show that calls take more or less than was thought,
the bookings of all that are still out are put right at once: waiting for each one's own answer would send calls for
tokens that are spent already.
"""

from __future__ import annotations

from brightrun.domain.limiter import (
    BURST_SECONDS,
    Booked,
    Demand,
    LimiterState,
    Limits,
    Used,
    expected,
    pace,
    pushed,
    take,
)

_LEAST_WEIGHT = 0.05
_MINUTE = 60.0
_MINUTES_OUT = 3
"""After its lease nobody hears of a call any more: the worker was killed."""
_WORTH_MOVING = 0.25
"""By so much calls must differ from what is booked: less is chance, and each answer corrects its own share."""


def book(state: LimiterState, demand: Demand, place: float) -> tuple[LimiterState, int]:
    """Notes what was taken for a call with this place, and under which minute."""
    minute = int(place // _MINUTE)
    live = {when: each for when, each in state.booked.items() if when >= minute - _MINUTES_OUT}
    before = live.get(minute, Booked())
    live[minute] = Booked(
        calls=before.calls + 1,
        input_tokens=before.input_tokens + demand.input_tokens,
        output_tokens=before.output_tokens + demand.output_tokens,
    )
    return state.model_copy(update={"booked": live}), minute


def give_back(
    state: LimiterState, taken: Demand, used: Used, now: float = 0.0, booked_in: int | None = None
) -> LimiterState:
    """Corrects what was taken up front by what the answer really used, and learns from it for the next."""
    state = _settled(state, taken, used, booked_in)
    weight = max(_LEAST_WEIGHT, 1 / (state.answers + 1))
    first_byte = state.mean_first_byte
    if used.first_byte_seconds is not None:
        first_byte += (weight if first_byte else 1.0) * (used.first_byte_seconds - first_byte)
    learned = state.model_copy(
        update={
            "answers": state.answers + 1,
            "troubles": 0,
            "mean_input": state.mean_input + weight * (used.input_tokens - state.mean_input),
            "mean_output": state.mean_output + weight * (used.output_tokens - state.mean_output),
            "mean_first_byte": first_byte,
            "revision": state.revision + 1,
        }
    )
    return _rebooked(learned, taken, now)


def release(state: LimiterState, taken: Demand, booked_in: int | None = None) -> LimiterState:
    """A call that was refused took no tokens; its request may have counted."""
    after = _settled(state, taken, Used(input_tokens=0, output_tokens=0), booked_in)
    return after.model_copy(update={"revision": state.revision + 1})


def slow_down(state: LimiterState, until: float, now: float) -> LimiterState:
    """The provider refused a call: everybody waits.

    Its buckets fill meanwhile, by one burst at most; by what the pause is longer the whole line moves back.
    """
    more = until - max(now, state.closed_until)
    lost = more if state.closed_until > now else more - BURST_SECONDS
    after = _moved_back(state, lost, now) if lost > 0 else state
    return after.model_copy(
        update={
            "closed_until": max(state.closed_until, until),
            "slowed_count": state.slowed_count + 1,
            "revision": state.revision + 1,
        }
    )


def _settled(state: LimiterState, taken: Demand, used: Used, booked_in: int | None) -> LimiterState:
    """The bucket after a call of which we heard: its own booking goes, what it used stays."""
    booking, booked = Booked(calls=1, input_tokens=taken.input_tokens, output_tokens=taken.output_tokens), state.booked
    if booked_in is not None and (minute := booked.get(booked_in)) is not None and minute.calls:
        booking = _each(minute, 1 / minute.calls)
        booked = {**booked, booked_in: _each(minute, 1 - 1 / minute.calls)}
    beyond_input, beyond_output = used.input_tokens - booking.input_tokens, used.output_tokens - booking.output_tokens
    return _with_tokens(state, beyond_input, beyond_output).model_copy(update={"booked": booked})


def _rebooked(state: LimiterState, taken: Demand, now: float) -> LimiterState:
    """All that is out, booked at what calls are now known to take; a line that got longer by it moves back."""
    out = list(state.booked.values())
    calls, booked = sum(each.calls for each in out), sum(each.output_tokens for each in out)
    booked_input = sum(each.input_tokens for each in out)
    demand = expected(state, taken)
    due_input, due = calls * demand.input_tokens, calls * demand.output_tokens
    differs = abs(due - booked) > _WORTH_MOVING * booked or abs(due_input - booked_input) > _WORTH_MOVING * booked_input
    if not calls or demand == taken or not differs:
        return state
    each = Booked(calls=1, input_tokens=demand.input_tokens, output_tokens=demand.output_tokens)
    moved = _with_tokens(state, due_input - booked_input, due - booked)
    moved = moved.model_copy(update={"booked": {when: _each(each, was.calls) for when, was in state.booked.items()}})
    longer = _wait(moved, demand, now) - _wait(state, demand, now)
    return pushed(moved, now, longer, now) if longer > 0 else moved


def _wait(state: LimiterState, demand: Demand, now: float) -> float:
    _, (wait,) = take(state, [demand], now)
    return wait


def _with_tokens(state: LimiterState, more_input: float, more_output: float) -> LimiterState:
    limits = state.limits
    return state.model_copy(
        update={
            "input_tat": state.input_tat + more_input * _MINUTE / limits.input_tokens_per_minute,
            "output_tat": state.output_tat + more_output * _MINUTE / limits.output_tokens_per_minute,
        }
    )


def _moved_back(state: LimiterState, seconds: float, now: float) -> LimiterState:
    tats = {name: getattr(state, name) for name in ("requests_tat", "input_tat", "output_tat")}
    moved = {name: tat + seconds if tat > now else tat for name, tat in tats.items()}
    return pushed(state.model_copy(update=moved), now, seconds, now)


def _each(booked: Booked, share: float) -> Booked:
    return Booked(
        calls=round(booked.calls * share),
        input_tokens=booked.input_tokens * share,
        output_tokens=booked.output_tokens * share,
    )


def learn(state: LimiterState, limits: Limits, demand: Demand, now: float) -> LimiterState:
    """The provider told us its real limits: the line that has formed moves at the new pace from now on.

    `demand` is a typical call of the line; the limit that binds it sets the pace before and after.
    """
    ratio = pace(limits, demand) / pace(state.limits, demand)

    def moved(tat: float) -> float:
        return now + (tat - now) * ratio if tat > now else tat

    return state.model_copy(
        update={
            "limits": limits,
            "requests_tat": moved(state.requests_tat),
            "input_tat": moved(state.input_tat),
            "output_tat": moved(state.output_tat),
            "express_at": moved(state.express_at),
            "pushes": tuple(
                push.model_copy(update={"at": moved(push.at), "seconds": push.seconds * ratio}) for push in state.pushes
            ),
            "revision": state.revision + 1,
        }
    )
