"""What a run will cost and how long it will take, said before anything is spent.

`expected` is what such runs take: what Claude reads and writes, less what the shared instructions
save when they come from the cache, plus an allowance for second tries. `at most` is the sum of the
worst cases of all calls that may be made, which no run can exceed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from brightrun.domain.batch import Mode
from brightrun.domain.estimate.notices import problems_of, warnings_of
from brightrun.domain.estimate.records import Allowances, Alternative, Driver, Estimate, ModeOffer, PlannedCall
from brightrun.domain.learned import Learned
from brightrun.domain.limiter import Limits
from brightrun.domain.model import Micros
from brightrun.domain.money import PER_MILLION, ModelInfo, Usage, cost_of, worst_case
from brightrun.domain.prompt import MOST_OF_BROKEN
from brightrun.domain.prompt_cache import CACHED_FROM_TOKENS
from brightrun.domain.taxonomy import Tier

SECOND_TRIES = 0.05
"""The share of calls that have to be made again: refused by length or form, or cut off."""

CALLS_IN_FLIGHT = 30
"""How many calls the workers keep open at once when nobody says otherwise."""

ECONOMY_SECONDS = (600.0, 3_600.0, 24 * 3_600.0)
"""The provider's batches are ready within an hour mostly, never later than after a day (facts of 2026-11)."""

MODES: tuple[Mode, ...] = ("now", "economy")

_REPAIR_BYTES = MOST_OF_BROKEN + 2_000
_CAP_MARGIN = 1.3
_FEW_CALLS = 3
_FIGURES = (1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Tokens of the whole run, as expected."""

    calls: int
    own_input: int
    shared_input: int
    """Of one call; 0 when it is not cached."""
    output: int
    seconds: float
    """Of all calls, one after the other."""
    cache_writes: int


_Each = Sequence[tuple[PlannedCall, ModelInfo]]
"""Every call with its model as it writes this call's template."""


def estimate(
    calls: Sequence[PlannedCall],
    *,
    model: ModelInfo,
    limits: Limits,
    most_paid_attempts: int,
    mode: Mode = "now",
    alternatives: Sequence[ModelInfo] = (),
    allowances: Allowances | None = None,
    concurrency: int = CALLS_IN_FLIGHT,
    learned: Learned | None = None,
) -> Estimate:
    """The promise for these calls on this model. Pure: the same inputs give the same figures."""
    allowed = allowances or Allowances()
    run = _Run(calls, limits, most_paid_attempts, concurrency, allowed.cap_micros, learned or Learned())
    offers = {each: run.offer(model, each) for each in MODES}
    chosen = offers[mode]
    priced = _priced(model, mode)
    return Estimate(
        count=len(calls),
        by_tier={tier.value: sum(call.tier is tier for call in calls) for tier in Tier},
        expected_micros=chosen.expected_micros,
        at_most_micros=chosen.at_most_micros,
        one_call_at_most_micros=chosen.one_call_at_most_micros,
        drivers=_drivers(_sizes(run.each(priced)), priced),
        expected_seconds=chosen.expected_seconds,
        expected_seconds_low=chosen.expected_seconds_low,
        expected_seconds_high=chosen.expected_seconds_high,
        model=model.id,
        model_name=model.name,
        mode=mode,
        modes=tuple(offers.values()),
        alternatives=tuple(run.alternative(other, mode) for other in alternatives),
        suggested_cap_micros=chosen.suggested_cap_micros,
        warnings=warnings_of(chosen.expected_micros, chosen.expected_seconds, allowed, model),
        problems=problems_of(len(calls), chosen.one_call_at_most_micros, allowed),
    )


def _priced(model: ModelInfo, mode: Mode) -> ModelInfo:
    return model.in_batches() if mode == "economy" else model


@dataclass(frozen=True, slots=True)
class _Run:
    """The calls of a run and what bounds them, whatever the model and the mode."""

    calls: Sequence[PlannedCall]
    limits: Limits
    most_paid_attempts: int
    concurrency: int
    cap_micros: Micros | None
    learned: Learned

    def each(self, model: ModelInfo) -> _Each:
        by_template = {name: self.learned.of(model, name) for name in {call.template_id for call in self.calls}}
        return [(call, by_template[call.template_id]) for call in self.calls]

    def expected(self, model: ModelInfo) -> Micros:
        return sum(driver.micros for driver in _drivers(_sizes(self.each(model)), model))

    def offer(self, model: ModelInfo, mode: Mode) -> ModeOffer:
        """What the run costs and takes in this mode."""
        calls, priced = self.calls, _priced(model, mode)
        each = self.each(priced)
        sizes = _sizes(each)
        expected = sum(driver.micros for driver in _drivers(sizes, priced))
        worst = sorted((_worst(call, info) for call, info in each), reverse=True)
        one = max(worst, default=0)
        at_most = sum(worst) + (self.most_paid_attempts - 1) * sum(_worst_again(call, info) for call, info in each)
        at_once = len(calls) if mode == "economy" else min(self.concurrency, len(calls))
        seconds = _seconds(sizes, self.limits, at_once)
        low, likely, high = ECONOMY_SECONDS if mode == "economy" and calls else seconds
        cap = max(round(expected * _CAP_MARGIN) + at_once * one, _FEW_CALLS * one)
        most = at_most if self.cap_micros is None else min(at_most, self.cap_micros)
        return ModeOffer(
            mode=mode,
            expected_micros=expected,
            at_most_micros=most,
            one_call_at_most_micros=one,
            held_micros=min(sum(worst[:at_once]), most),
            suggested_cap_micros=sensible(cap),
            expected_seconds=likely,
            expected_seconds_low=low,
            expected_seconds_high=high,
        )

    def alternative(self, model: ModelInfo, mode: Mode) -> Alternative:
        """The same run on another model."""
        return Alternative(
            model=model.id,
            model_name=model.name,
            expected_micros=self.expected(_priced(model, mode)),
            economy_expected_micros=self.expected(_priced(model, "economy")),
        )


def sensible(micros: Micros) -> Micros:
    """The next round figure: of a cent at least, $1.25, $40, $600."""
    cent = 10_000
    if micros <= cent:
        return cent
    scale = 10 ** math.floor(math.log10(micros))
    return next(figure for step in (*_FIGURES, 100.0) if (figure := round(step * scale)) >= micros)


def _words(tokens: int, calls: int) -> str:
    """Words of one call, in hundreds: English has about three words to four tokens."""
    words = tokens * 0.75 / max(1, calls)
    return f"{max(100, round(words, -2)):,.0f}"


def _tokens(size: int, model: ModelInfo) -> int:
    return math.ceil(size / model.bytes_per_token)


def _sizes(each: _Each) -> _Sizes:
    whole = sum(
        info.usual_input_tokens if call.prompt_bytes is None else _tokens(call.prompt_bytes, info)
        for call, info in each
    )
    shared = min((_tokens(call.common_bytes or 0, info) for call, info in each), default=0)
    if shared < CACHED_FROM_TOKENS:
        shared = 0
    writes = [info.usual_output_tokens * call.output_share for call, info in each]
    speeds = [info.seconds_per_1000_output_tokens for _, info in each]
    return _Sizes(
        calls=len(each),
        own_input=whole - shared * len(each),
        shared_input=shared,
        output=math.ceil(sum(writes)),
        seconds=sum(tokens * speed / 1_000 for tokens, speed in zip(writes, speeds, strict=True)),
        cache_writes=1 if shared else 0,
    )


def _drivers(sizes: _Sizes, model: ModelInfo) -> tuple[Driver, ...]:
    reads = sizes.own_input + sizes.shared_input * sizes.calls
    price = model.price_for(reads // max(1, sizes.calls))
    reading = -(-reads * price.input // PER_MILLION)
    writing = -(-sizes.output * price.output // PER_MILLION)
    lines = [
        Driver(
            key="reads",
            label="What Claude reads",
            detail=f"{sizes.calls:,} × about {_words(reads, sizes.calls)} words",
            micros=reading,
        ),
        Driver(
            key="writes",
            label="What Claude writes",
            detail=f"{sizes.calls:,} × about {_words(sizes.output, sizes.calls)} words, thinking included",
            micros=writing,
        ),
    ]
    saved = _saved(sizes, model)
    if saved:
        lines.append(
            Driver(
                key="saved",
                label="Saved on repeated instructions",
                detail=f"read once, used {sizes.calls:,} times",
                micros=-saved,
            )
        )
    again = math.ceil((reading + writing - saved) * SECOND_TRIES)
    lines.append(
        Driver(
            key="second_tries",
            label="Allowance for second tries",
            detail=f"about {SECOND_TRIES:.0%} of the calls have to be made again",
            micros=again,
        )
    )
    return tuple(lines)


def _saved(sizes: _Sizes, model: ModelInfo) -> Micros:
    if not sizes.shared_input:
        return 0
    tokens = sizes.shared_input
    plain = Usage(input=tokens * sizes.calls)
    cached = Usage(
        cache_write_5m=tokens * sizes.cache_writes,
        cache_read=tokens * (sizes.calls - sizes.cache_writes),
    )
    one_price = model.model_copy(update={"prices": (model.price_for(tokens),)})
    return max(0, cost_of(plain, one_price) - cost_of(cached, one_price))


def _worst(call: PlannedCall, model: ModelInfo) -> Micros:
    size = call.prompt_bytes
    if size is None:
        size = _guessed_bytes(model)
    return worst_case(size, model.call_max_tokens, model)


def _worst_again(call: PlannedCall, model: ModelInfo) -> Micros:
    """A second try may carry the broken answer and may be given twice the room."""
    size = call.prompt_bytes
    if size is None:
        size = _guessed_bytes(model)
    room = min(2 * model.call_max_tokens, model.max_output_tokens)
    return worst_case(size + _REPAIR_BYTES, room, model)


def _guessed_bytes(model: ModelInfo) -> int:
    """Of a prompt that is not made yet: twice the usual, so that the most is not too low."""
    return math.ceil(2 * model.bytes_per_token * model.usual_input_tokens)


def _seconds(sizes: _Sizes, limits: Limits, in_flight: int) -> tuple[float, float, float]:
    """Fastest, likely and slow: Little's law for the calls in flight, and the provider's limits."""
    if not sizes.calls:
        return 0.0, 0.0, 0.0
    per_call = 1.0 / sizes.calls
    latency = sizes.seconds * per_call
    fresh = sizes.own_input + sizes.shared_input * sizes.cache_writes
    allowed = min(
        limits.requests_per_minute,
        limits.input_tokens_per_minute / max(1.0, fresh * per_call),
        limits.output_tokens_per_minute / max(1.0, sizes.output * per_call),
    )
    workers = in_flight * 60.0 / max(latency, 0.1)
    low = sizes.calls * 60.0 / allowed + latency
    likely = sizes.calls * (1 + SECOND_TRIES) * 60.0 / min(allowed, workers) + latency
    return low, max(low, likely), max(low, likely) * 1.5 + latency
