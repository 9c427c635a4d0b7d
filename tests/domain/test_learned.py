"""What answers have taken: exact means, a high end that is never too low, priors until enough is known."""

import math
from datetime import date
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.estimate.forecast import estimate
from brightrun.domain.estimate.records import PlannedCall
from brightrun.domain.learned import ROLLS_AT, Learned, Sample, Taken, one
from brightrun.domain.limiter import Limits
from brightrun.domain.taxonomy import Tier
from brightrun.runtime.catalogue import catalogue

HAIKU = catalogue().model("claude-haiku-5-5", date(2026, 11, 23))
LIMITS = Limits(requests_per_minute=600, input_tokens_per_minute=2_000_000, output_tokens_per_minute=4_000_000)
TEMPLATE = "anxiety"


def taken(*outputs: int, prompt: int = 3_000, size: int = 12_000, per_token: int | None = 6) -> Taken:
    """Answers of these sizes; `per_token` milliseconds each."""
    return reduce(
        Taken.__add__,
        [
            one(
                Sample(
                    prompt_bytes=size,
                    input_tokens=prompt,
                    output_tokens=output,
                    milliseconds=None if per_token is None else per_token * output,
                )
            )
            for output in outputs
        ],
        Taken(),
    )


def written_by(known: Taken, template: str = TEMPLATE):
    return Learned({(HAIKU.id, TEMPLATE): known}).of(HAIKU, template)


@given(st.lists(st.integers(1, 64_000), min_size=1, max_size=300))
def test_the_mean_is_exact_and_the_high_end_at_most_a_step_above_the_truth(outputs):
    found = taken(*outputs)
    assert found.output_tokens == sum(outputs)
    truth = sorted(outputs)[math.ceil(0.99 * len(outputs)) - 1]
    assert truth <= found.high_output <= math.ceil(truth * 1.05) + 1


@given(st.lists(st.integers(500, 20_000), min_size=ROLLS_AT, max_size=ROLLS_AT))
def test_halving_forgets_half_of_the_answers_and_moves_no_figure(outputs):
    whole = taken(*outputs)
    half = whole.halved()
    assert half.answers == sum(half.steps.values()) == ROLLS_AT // 2
    assert half.output_tokens / half.answers == pytest.approx(whole.output_tokens / whole.answers, rel=1e-3)
    assert whole.high_output <= half.high_output


def test_what_was_seen_long_ago_fades():
    known = taken(*[3_000] * 500)
    for _ in range(8):
        for _ in range(ROLLS_AT - known.answers):
            known += taken(6_000)
        known = known.halved()
    assert 5_900 < written_by(known).usual_output_tokens <= 6_000


def test_until_enough_is_known_the_catalogue_holds():
    assert written_by(Taken()) == HAIKU
    assert written_by(taken(*[9_000] * 4)).usual_output_tokens == HAIKU.usual_output_tokens
    assert written_by(taken(*[1_000] * 5)).usual_output_tokens == 1_000


def test_a_few_answers_raise_the_high_end_and_only_many_lower_it():
    assert written_by(taken(*[1_000] * 29)).call_max_tokens == 2 * HAIKU.high_output_tokens
    assert 2_000 <= written_by(taken(*[1_000] * 30)).call_max_tokens <= 2_100
    assert written_by(taken(9_000)).call_max_tokens >= 18_000
    assert written_by(taken(*[60_000] * 30)).call_max_tokens == HAIKU.max_output_tokens


def test_another_template_of_the_model_stands_in_for_one_without_answers():
    known = taken(*[5_000] * 40)
    assert written_by(known, "never used").usual_output_tokens == 5_000
    other = Learned({("another model", TEMPLATE): known})
    assert other.of(HAIKU, TEMPLATE) == HAIKU


def test_the_ratio_of_bytes_and_the_speed_are_measured():
    found = written_by(taken(*[2_000] * 10, prompt=4_000, size=12_000, per_token=12))
    assert found.bytes_per_token == pytest.approx(3.0)
    assert found.seconds_per_1000_output_tokens == pytest.approx(12.0)
    untimed = written_by(taken(*[2_000] * 10, per_token=None))
    assert untimed.seconds_per_1000_output_tokens == HAIKU.seconds_per_1000_output_tokens


def test_an_estimate_follows_each_templates_own_answers():
    long, short = taken(*[6_000] * 40), taken(*[1_500] * 40)
    learned = Learned({(HAIKU.id, "long"): long, (HAIKU.id, "short"): short})

    def of(*templates: str):
        calls = [PlannedCall(tier=Tier.TEMPLATE, prompt_bytes=12_000, template_id=template) for template in templates]
        return estimate(calls, model=HAIKU, limits=LIMITS, most_paid_attempts=3, learned=learned)

    for which in (of("long", "short"), of("short", "long", "long")):
        assert sum(driver.micros for driver in which.drivers) == which.expected_micros
    written = {name: next(d.micros for d in of(name).drivers if d.key == "writes") for name in ("long", "short")}
    assert written == {"long": 3_000, "short": 750}
    assert of("long").one_call_at_most_micros > 2 * of("short").one_call_at_most_micros
    assert of("long").expected_seconds > of("short").expected_seconds
