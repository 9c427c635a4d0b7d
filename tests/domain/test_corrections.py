"""Bookings of calls that are out: what answers show moves the line at once, and nothing is counted twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.corrections import book, give_back, release, slow_down
from brightrun.domain.limiter import Demand, LimiterState, Limits, Used, pushed_back, take

LIMITS = Limits(requests_per_minute=1_000, input_tokens_per_minute=10**9, output_tokens_per_minute=60_000)
PRIOR = Demand(input_tokens=3_000, output_tokens=3_000)
LONG = Used(input_tokens=3_000, output_tokens=6_000)


def sent(count: int, now: float = 0.0) -> tuple[LimiterState, list[int]]:
    state, minutes = LimiterState(limits=LIMITS), []
    for _ in range(count):
        state, (wait,) = take(state, [PRIOR], now)
        state, minute = book(state, PRIOR, now + wait)
        minutes.append(minute)
    return state, minutes


def test_five_long_answers_move_the_line_by_all_that_is_out():
    state, minutes = sent(20)
    end = state.output_tat
    for minute in minutes[:4]:
        state = give_back(state, PRIOR, LONG, 12.0, minute)
    assert state.output_tat == pytest.approx(end + 4 * 3)
    state = give_back(state, PRIOR, LONG, 12.0, minutes[4])
    assert state.output_tat == pytest.approx(end + 20 * 3)
    (push,) = state.pushes
    assert push.seconds == pytest.approx(15 * 3 + 3, abs=3.1)
    assert pushed_back(state.pushes, 0, 30.0) == 30.0 + push.seconds
    for minute in minutes[5:]:
        state = give_back(state, PRIOR, LONG, 20.0, minute)
    assert state.output_tat == pytest.approx(end + 20 * 3)
    assert sum(each.calls for each in state.booked.values()) == 0


@given(st.lists(st.integers(0, 20_000), min_size=1, max_size=60))
def test_when_all_answers_are_there_exactly_what_they_took_is_booked(outputs):
    state, minutes = sent(len(outputs))
    empty = state.output_tat - len(outputs) * 3
    for minute, output in zip(minutes, outputs, strict=True):
        state = give_back(state, PRIOR, Used(input_tokens=3_000, output_tokens=output), 5.0, minute)
    assert state.output_tat == pytest.approx(empty + sum(outputs) / 1_000)


def test_a_refused_call_gives_its_tokens_back():
    state, (first, *_) = sent(2)
    after = release(state, PRIOR, first)
    assert after.output_tat == pytest.approx(state.output_tat - 3)
    assert after.requests_tat == state.requests_tat
    assert sum(each.calls for each in after.booked.values()) == 1


def test_calls_of_which_nobody_hears_again_are_forgotten_after_their_lease():
    state, _ = sent(5)
    state, _ = book(state, PRIOR, 400.0)
    assert sum(each.calls for each in state.booked.values()) == 1


def test_a_pause_moves_the_line_by_what_the_buckets_can_not_make_up_for():
    state, _ = sent(20)
    short = slow_down(state, 11.0, 10.0)
    assert (short.pushes, short.output_tat) == ((), state.output_tat)
    long = slow_down(state, 40.0, 10.0)
    assert long.output_tat == pytest.approx(state.output_tat + 29)
    assert pushed_back(long.pushes, 0, 12.0) == pytest.approx(41.0)
    again = slow_down(long, 42.0, 20.0)
    assert again.output_tat == pytest.approx(long.output_tat + 2)
