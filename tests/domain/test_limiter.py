"""The pace: never above any of the limits in any window, and no slot wasted."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.corrections import give_back, learn, slow_down
from brightrun.domain.limiter import (
    BURST_SECONDS,
    Demand,
    LimiterState,
    Limits,
    Used,
    expected,
    take,
)

CLOSE = 1e-6
limits = st.builds(
    Limits,
    requests_per_minute=st.integers(1, 2_000),
    input_tokens_per_minute=st.integers(1_000, 2_000_000),
    output_tokens_per_minute=st.integers(1_000, 400_000),
)
demands = st.builds(Demand, input_tokens=st.integers(0, 20_000), output_tokens=st.integers(0, 20_000))
deliveries = st.lists(
    st.tuples(st.floats(0, 30, allow_nan=False), st.lists(demands, min_size=1, max_size=10)),
    min_size=1,
    max_size=12,
)


def rates(of: Limits) -> tuple[float, float, float]:
    per_minute = (of.requests_per_minute, of.input_tokens_per_minute, of.output_tokens_per_minute)
    return tuple(limit / 60 for limit in per_minute)


def costs(demand: Demand) -> tuple[int, int, int]:
    return 1, demand.input_tokens, demand.output_tokens


def play(state: LimiterState, arrivals) -> list[tuple[float, Demand]]:
    """(start, demand) of every call when deliveries come after these pauses."""
    now, started = 0.0, []
    for pause, wanted in arrivals:
        now += pause
        state, waits = take(state, wanted, now)
        assert all(wait >= 0 for wait in waits)
        started += [(now + wait, demand) for wait, demand in zip(waits, wanted, strict=True)]
    return started


@given(limits, deliveries)
def test_no_window_holds_more_than_its_rate_and_one_burst(of, arrivals):
    started = sorted(play(LimiterState(limits=of), arrivals), key=lambda call: call[0])
    for which, rate in enumerate(rates(of)):
        sizes = [costs(demand)[which] for _, demand in started]
        burst = max(BURST_SECONDS * rate, *sizes)
        total = [0, *accumulate(sizes)]
        for first in range(len(started)):
            for last in range(first, len(started)):
                window = started[last][0] - started[first][0]
                taken = total[last + 1] - total[first]
                assert taken <= rate * window + burst + CLOSE * (1 + taken)


@given(limits, demands, st.integers(1, 200))
def test_calls_that_all_wait_use_the_whole_rate(of, demand, count):
    started = play(LimiterState(limits=of), [(0, [demand] * count)])
    earliest = max(
        count * cost / rate - max(BURST_SECONDS, cost / rate)
        for cost, rate in zip(costs(demand), rates(of), strict=True)
    )
    assert max(start for start, _ in started) == pytest.approx(max(0.0, earliest))


@given(limits, st.lists(demands, min_size=1, max_size=30), st.integers(1, 9))
def test_it_makes_no_difference_how_many_workers_ask(of, wanted, apart):
    together = play(LimiterState(limits=of), [(0, wanted)])
    pieces = [wanted[start : start + apart] for start in range(0, len(wanted), apart)]
    one_by_one = play(LimiterState(limits=of), [(0, piece) for piece in pieces])
    assert [start for start, _ in together] == pytest.approx([start for start, _ in one_by_one])


@given(limits, demands, st.floats(0, 600))
def test_nobody_calls_before_the_provider_allows_it_again(of, demand, until):
    closed = slow_down(LimiterState(limits=of), until, 0)
    assert play(closed, [(0, [demand] * 3)])[0][0] >= until - CLOSE
    assert slow_down(closed, until / 2, 0).closed_until == closed.closed_until


@given(limits, demands, demands)
def test_a_correction_leaves_what_was_really_used(of, expected, used):
    fresh = LimiterState(limits=of)
    after, _ = take(fresh, [expected], 1_000.0)
    corrected = give_back(after, expected, Used(**used.model_dump(exclude={"part"})))
    honest, _ = take(fresh, [used], 1_000.0)
    assert corrected.input_tat == pytest.approx(honest.input_tat)
    assert corrected.output_tat == pytest.approx(honest.output_tat)
    assert corrected.requests_tat == honest.requests_tat


def test_an_idle_hour_saves_up_one_burst_and_no_more():
    of = Limits(requests_per_minute=600, input_tokens_per_minute=10**6, output_tokens_per_minute=10**6)
    small = Demand(input_tokens=1, output_tokens=1)
    busy, _ = take(LimiterState(limits=of), [small] * 50, 0.0)
    _, waits = take(busy, [small] * 12, 3_600.0)
    assert waits[:10] == [0.0] * 10
    assert waits[10:] == pytest.approx([0.1, 0.2])


def test_every_change_is_one_revision():
    of = Limits(requests_per_minute=1, input_tokens_per_minute=1, output_tokens_per_minute=1)
    state = LimiterState(limits=of)
    small = Demand(input_tokens=1, output_tokens=1)
    assert take(state, [small] * 3, 0.0)[0].revision == 1
    assert give_back(state, small, Used(input_tokens=1, output_tokens=1)).revision == 1
    assert slow_down(state, 9, 0).revision == 1
    assert learn(state, of, small, 0.0).revision == 1


def test_real_limits_move_the_line_that_has_formed_at_their_pace():
    slow = Limits(requests_per_minute=60, input_tokens_per_minute=10**6, output_tokens_per_minute=10**6)
    fast = slow.model_copy(update={"requests_per_minute": 600})
    small = Demand(input_tokens=1, output_tokens=1)
    lined_up, _ = take(LimiterState(limits=slow), [small] * 21, 0.0)
    assert take(lined_up, [small], 0.0)[1] == pytest.approx([21.0 - 0.0], abs=1.01)
    told = learn(lined_up, fast, small, 0.0)
    assert take(told, [small], 0.0)[1][0] == pytest.approx(2.1, abs=1.01)
    assert learn(told, slow, small, 0.0).requests_tat == pytest.approx(lined_up.requests_tat)


def test_what_answers_took_replaces_the_prior_once_there_are_enough():
    of = Limits(requests_per_minute=600, input_tokens_per_minute=10**6, output_tokens_per_minute=10**6)
    prior, state = Demand(input_tokens=3_000, output_tokens=3_300), LimiterState(limits=of)
    for _ in range(4):
        state = give_back(state, prior, Used(input_tokens=1_000, output_tokens=800))
    assert expected(state, prior) == prior
    state = give_back(state, prior, Used(input_tokens=1_000, output_tokens=800))
    assert expected(state, prior) == Demand(input_tokens=1_000, output_tokens=800)
