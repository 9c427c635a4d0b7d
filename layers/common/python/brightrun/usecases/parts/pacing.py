"""Turns at the provider, shared by all workers through one stored item."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from brightrun.domain import breaker, prompt_cache
from brightrun.domain.breaker import Standing
from brightrun.domain.corrections import book, give_back, learn, release, slow_down
from brightrun.domain.errors import Unavailable
from brightrun.domain.limiter import (
    Demand,
    LimiterState,
    Limits,
    Push,
    Turn,
    Used,
    expected,
    pace,
    seen,
    share,
    take,
    take_express,
)
from brightrun.domain.money import ModelInfo
from brightrun.domain.provider import RateSnapshot
from brightrun.domain.timing import LONGEST_SLOT_WAIT_SECONDS, QUEUED_SECONDS
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Limiters

_TRIES = 40


@dataclass(frozen=True, slots=True)
class Ahead:
    """How the line stands for somebody in it."""

    at: float
    """When this was read, in seconds since the epoch."""
    pace: float
    """Seconds between two such calls under the limits that are known by now."""
    closed_until: float
    """Nobody calls before."""
    pushes: tuple[Push, ...]
    circuit: Standing


@dataclass(frozen=True, slots=True)
class Pacer:
    """The pace of one provider key. `first_limits` count until the provider's own headers are known."""

    key_id: str
    first_limits: Limits
    limiters: Limiters
    clock: Clock
    pause: Callable[[float], None] = time.sleep

    def turns(self, model: str, priors: Sequence[Demand], *, tenant: str, express: bool = False) -> list[Turn | None]:
        """Each call's turn, in order; None for those that would wait longer than a lease allows.

        While the circuit is open nobody has a turn, but for one probe when it is due. `express` is for a person
        who waits for one conversation.

        `priors` are what the calls are thought to take as long as no answers have shown what they do take.
        """
        turns: list[Turn] = []

        def reserve(state: LimiterState) -> LimiterState:
            turns.clear()
            now = self._now()
            circuit = breaker.standing(state, now)
            most = {"closed": len(priors), "due": 1}.get(circuit, 0)
            for prior in priors[:most]:
                demand = expected(state, prior)
                if express:
                    after, wait = take_express(state, demand, now)
                else:
                    begins = prompt_cache.readable_at(state.parts, prior.part, now)
                    after, (wait,) = take(state, [demand], now, begins)
                if wait > LONGEST_SLOT_WAIT_SECONDS:
                    break
                probe, each = circuit == "due", pace(state.limits, demand)
                place = Turn(seconds=wait, taken=demand, pace=each, push_count=after.push_count)
                after, minute = book(after, demand, now + wait)
                turns.append(place.model_copy(update={"express": express, "probe": probe, "booked_in": minute}))
                parts = prompt_cache.used(state.parts, prior.part, now + wait, now, state.mean_first_byte)
                state = breaker.begin_probe(after, now) if probe else after
                state = state.model_copy(update={"parts": parts})
            return seen(state, tenant, now)

        self._change(model, reserve)
        return [*turns, *([None] * (len(priors) - len(turns)))]

    def ahead(self, model: str, demand: Demand) -> Ahead:
        """How the line stands now, for a call of this size."""
        state = self.limiters.limiter(self.key_id, model) or self._fresh()
        now = self._now()
        circuit = breaker.standing(state, now)
        return Ahead(now, pace(state.limits, demand), state.closed_until, state.pushes, circuit)

    def share(self, model: ModelInfo) -> int:
        """How many jobs of one tenant may wait in the queue: all that the workers can take, divided by the tenants."""
        state = self.limiters.limiter(self.key_id, model.id) or self._fresh()
        return share(state, _usual(model), QUEUED_SECONDS, self._now())

    def circuit(self, model: str) -> tuple[Standing, str]:
        """Whether calls may be made, and the reason in plain words if not."""
        state = self.limiters.limiter(self.key_id, model) or self._fresh()
        return breaker.standing(state, self._now()), state.open_reason

    def trip(self, model: str, reason: str) -> None:
        """Nobody's call can work: nobody calls, for all tenants."""
        self._change(model, lambda state: breaker.trip(state, reason, self._now()))

    def mend(self, model: str) -> None:
        """The probe was taken: everybody goes on."""
        self._change(model, breaker.mend)

    def probe_soon(self, model: str) -> None:
        """Somebody says that it is mended: the next call finds out."""
        if self.circuit(model)[0] == "open":
            self._change(model, lambda state: breaker.probe_soon(state, self._now()))

    def troubled(self, model: str) -> None:
        """The provider was not itself and did not say for how long."""
        state = self.limiters.limiter(self.key_id, model)
        if state is None or state.closed_until <= self._now():
            self._change(model, lambda current: breaker.troubled(current, self._now()))

    def limits_now(self, model: str) -> Limits:
        """The limits that are known by now."""
        return (self.limiters.limiter(self.key_id, model) or self._fresh()).limits

    def measured(self, model: ModelInfo) -> ModelInfo:
        """The model with what its answers have really taken here, once there are enough of them."""
        state = self.limiters.limiter(self.key_id, model.id) or self._fresh()
        return model.model_copy(update={"usual_output_tokens": expected(state, _usual(model)).output_tokens})

    def correct(self, model: str, turn: Turn, used: Used) -> None:
        """Gives back what a call did not take, or takes what it had beyond."""
        self._change(model, lambda state: give_back(state, turn.taken, used, self._now(), turn.booked_in))

    def release(self, model: str, turn: Turn) -> None:
        """Gives back the tokens of a call that was refused."""
        self._change(model, lambda state: release(state, turn.taken, turn.booked_in))

    def slow_down(self, model: str, seconds: float) -> None:
        """The provider refused: nobody calls for so long."""
        until = self._now() + seconds
        self._change(model, lambda state: slow_down(state, until, self._now()))

    def learn(self, model: str, rate: RateSnapshot, typical: Demand) -> None:
        """Takes over the limits that the provider's headers name, for a line of `typical` calls."""
        state = self.limiters.limiter(self.key_id, model) or self._fresh()
        known = Limits(
            requests_per_minute=rate.requests_limit or state.limits.requests_per_minute,
            input_tokens_per_minute=rate.input_tokens_limit or state.limits.input_tokens_per_minute,
            output_tokens_per_minute=rate.output_tokens_limit or state.limits.output_tokens_per_minute,
        )
        if known != state.limits:
            self._change(model, lambda current: learn(current, known, typical, self._now()))

    def slowed_until(self, model: str) -> float | None:
        """Seconds since the epoch until which the provider asked everyone to wait, if that is still ahead."""
        state = self.limiters.limiter(self.key_id, model)
        if state is None or state.closed_until <= self._now():
            return None
        return state.closed_until

    def _change(self, model: str, change: Callable[[LimiterState], LimiterState]) -> None:
        for attempt in range(_TRIES):
            state = self.limiters.limiter(self.key_id, model) or self._fresh()
            after = change(state).model_copy(update={"revision": state.revision + 1})
            if self.limiters.save_limiter(self.key_id, model, after):
                return
            self.pause(random.uniform(0, min(0.2, 0.005 * 2**attempt)))  # noqa: S311 - jitter
        raise Unavailable("Too many calls wanted their turn at the same moment.")

    def _fresh(self) -> LimiterState:
        return LimiterState(limits=self.first_limits)

    def _now(self) -> float:
        return self.clock.now().timestamp()


def _usual(model: ModelInfo) -> Demand:
    return Demand(input_tokens=model.usual_input_tokens, output_tokens=model.usual_output_tokens)
