"""The line as workers stand in it: calls, people in a hurry and time in any order; never too fast, never idle."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from brightrun.domain.corrections import slow_down
from brightrun.domain.limiter import (
    BURST_SECONDS,
    LOOK_AGAIN_SECONDS,
    Demand,
    LimiterState,
    Limits,
    pushed_back,
    take,
    take_express,
)

SMALL = Demand(input_tokens=1, output_tokens=1)
CLOSE = 1e-6


@dataclass
class Waiting:
    """Somebody in the line: when the call is due, and when they look or call next."""

    place: float
    seen: int
    express: bool
    wakes: float = 0.0

    def rest(self, now: float) -> None:
        self.wakes = now + LOOK_AGAIN_SECONDS if self.place - now > LOOK_AGAIN_SECONDS else self.place


class LineMachine(RuleBasedStateMachine):
    """Every waiting call looks once a second whether the line has moved, as `Line.wait` does."""

    @initialize(per_minute=st.integers(6, 1_200))
    def opens(self, per_minute):
        limits = Limits(requests_per_minute=per_minute, input_tokens_per_minute=10**9, output_tokens_per_minute=10**9)
        self.state = LimiterState(limits=limits)
        self.rate = per_minute / 60
        self.now = 1_000.0
        self.line: list[Waiting] = []
        self.started: list[float] = []
        self.busy_since = self.now
        self.closed = 0.0

    def join(self, wait: float, *, express: bool) -> None:
        waiting = Waiting(self.now + wait, self.state.push_count, express)
        waiting.rest(self.now)
        if not self.line:
            self.busy_since = self.now
        self.line.append(waiting)

    @rule(count=st.integers(1, 10))
    def a_delivery_comes(self, count):
        self.state, waits = take(self.state, [SMALL] * count, self.now)
        for wait in waits:
            self.join(wait, express=False)

    @rule()
    def somebody_is_in_a_hurry(self):
        self.state, wait = take_express(self.state, SMALL, self.now)
        self.join(wait, express=True)

    @rule(seconds=st.floats(0, 12, allow_nan=False))
    def time_passes(self, seconds):
        until = self.now + seconds
        while self.line and (first := min(self.line, key=lambda each: each.wakes)).wakes <= until:
            self.now = max(self.now, first.wakes)
            if first.place <= self.now + CLOSE:
                self.line.remove(first)
                self.started.append(self.now)
                continue
            if not first.express:
                first.place = pushed_back(self.state.pushes, first.seen, first.place)
            first.seen = self.state.push_count
            first.rest(self.now)
        self.now = until

    @rule(seconds=st.floats(0, 5, allow_nan=False))
    def the_provider_asks_for_a_pause(self, seconds):
        if self.line:
            return
        self.state = slow_down(self.state, self.now + seconds, self.now)
        self.closed = max(self.closed, self.state.closed_until)

    @invariant()
    def no_window_holds_more_than_its_rate_and_one_burst(self):
        recent = self.started[-60:]
        burst = max(1.0, BURST_SECONDS * self.rate)
        for first, last in itertools.combinations(range(len(recent)), 2):
            window = recent[last] - recent[first]
            assert last - first + 1 <= self.rate * window + burst + CLOSE

    @invariant()
    def no_place_is_wasted_while_somebody_waits(self):
        since = max(self.busy_since, self.closed)
        if self.line and self.now > since + 1.5 * LOOK_AGAIN_SECONDS:
            served = sum(moment >= since for moment in self.started)
            assert served >= math.floor(self.rate * (self.now - since - 1.5 * LOOK_AGAIN_SECONDS)) - 1


LineMachine.TestCase.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
TestLine = LineMachine.TestCase
