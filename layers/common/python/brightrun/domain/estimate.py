"""What a run will cost and how long it will take, said before anything is spent."""

from __future__ import annotations

from collections.abc import Sequence

from brightrun.domain.limiter import Limits
from brightrun.domain.model import Micros, Record
from brightrun.domain.money import ModelInfo, Usage, cost_of, worst_case
from brightrun.domain.taxonomy import Tier


class PlannedCall(Record):
    """One conversation to be written. Sizes are UTF-8 bytes; None before the prompt exists."""

    tier: Tier
    prompt_bytes: int | None = None
    common_bytes: int | None = None
    """How much of `prompt_bytes` is the part that all conversations share."""


class Driver(Record):
    """One line of where the money goes. The lines add up to the expected cost."""

    key: str
    label: str
    detail: str
    micros: Micros


class Alternative(Record):
    model: str
    model_name: str
    expected_micros: Micros


class Notice(Record):
    """A warning or a problem; `ids` are the conversations that it is about."""

    code: str
    sentence: str
    ids: tuple[str, ...] = ()


class Estimate(Record):
    """`expected` is what it will probably cost, `at_most` what it can't exceed."""

    count: int
    by_tier: dict[str, int]
    expected_micros: Micros
    at_most_micros: Micros
    one_call_at_most_micros: Micros
    drivers: tuple[Driver, ...]
    expected_seconds: float
    expected_seconds_low: float
    expected_seconds_high: float
    model: str
    model_name: str
    alternatives: tuple[Alternative, ...]
    suggested_cap_micros: Micros
    warnings: tuple[Notice, ...] = ()
    problems: tuple[Notice, ...] = ()


class Allowances(Record):
    """What limits the run besides its own cap; None where nothing is known."""

    dataset_remaining_micros: Micros | None = None
    month_remaining_micros: Micros | None = None
    cap_micros: Micros | None = None
    warn_cost_micros: Micros | None = None
    warn_minutes: int | None = None


def estimate(
    calls: Sequence[PlannedCall],
    *,
    model: ModelInfo,
    limits: Limits,
    most_paid_attempts: int,
    alternatives: Sequence[ModelInfo] = (),
    allowances: Allowances | None = None,
    concurrency: int | None = None,
) -> Estimate:
    """The promise for these calls on this model. Pure: the same inputs give the same figures."""
    per_call = Usage(input=model.usual_input_tokens, output=model.usual_output_tokens)
    expected = len(calls) * cost_of(per_call, model)
    sizes = [call.prompt_bytes or 4 * model.usual_input_tokens for call in calls]
    worst = [worst_case(size, model.call_max_tokens, model) for size in sizes]
    by_tier = {tier.value: sum(call.tier is tier for call in calls) for tier in Tier}
    seconds = 60.0 * len(calls) / limits.requests_per_minute
    one = max(worst, default=0)
    return Estimate(
        count=len(calls),
        by_tier=by_tier,
        expected_micros=expected,
        at_most_micros=sum(worst) * most_paid_attempts,
        one_call_at_most_micros=one,
        drivers=(Driver(key="calls", label="Claude reads and writes", detail="", micros=expected),),
        expected_seconds=seconds,
        expected_seconds_low=seconds,
        expected_seconds_high=seconds * 2,
        model=model.id,
        model_name=model.name,
        alternatives=(),
        suggested_cap_micros=max(2 * expected, 5 * one),
    )
