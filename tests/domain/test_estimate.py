from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.errors import InvalidInput
from brightrun.domain.estimate.forecast import estimate, sensible
from brightrun.domain.estimate.notices import warnings_of
from brightrun.domain.estimate.records import Allowances, PlannedCall
from brightrun.domain.limiter import Limits
from brightrun.domain.money import ModelInfo, Usage, cost_of, dollars, worst_case
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenant import TenantSettings
from brightrun.runtime.catalogue import catalogue

TODAY = date(2026, 11, 23)
HAIKU = catalogue().model("claude-haiku-5-5", TODAY)
SONNET = catalogue().model("claude-sonnet-5-5", TODAY)
DEFAULTS = Allowances(warn_cost_micros=TenantSettings().warn_cost_micros, warn_minutes=TenantSettings().warn_minutes)
LIMITS = Limits(requests_per_minute=600, input_tokens_per_minute=2_000_000, output_tokens_per_minute=4_000_000)
CALL = PlannedCall(tier=Tier.SCENARIO, prompt_bytes=16_000, common_bytes=11_000)


def of(count: int, model: ModelInfo = HAIKU, call: PlannedCall = CALL, **more: object):
    return estimate([call] * count, model=model, limits=LIMITS, most_paid_attempts=3, **more)


@given(
    st.lists(
        st.builds(
            PlannedCall,
            tier=st.sampled_from(Tier),
            prompt_bytes=st.none() | st.integers(12_000, 300_000),
            common_bytes=st.none() | st.integers(0, 12_000),
        ),
        max_size=40,
    ),
    st.integers(1, 5),
    st.sampled_from([HAIKU, SONNET]),
)
def test_lines_add_up_and_no_run_can_exceed_the_most(calls: list[PlannedCall], attempts: int, model: ModelInfo):
    found = estimate(calls, model=model, limits=LIMITS, most_paid_attempts=attempts)
    assert sum(driver.micros for driver in found.drivers) == found.expected_micros
    assert found.expected_micros >= 0
    assert found.count == len(calls) == sum(found.by_tier.values())
    assert found.expected_seconds_low <= found.expected_seconds <= found.expected_seconds_high
    worst = sum(worst_case(call.prompt_bytes or 24_000, model.call_max_tokens, model) for call in calls)
    assert found.at_most_micros >= attempts * worst
    assert found.suggested_cap_micros >= found.expected_micros
    assert found.suggested_cap_micros >= found.one_call_at_most_micros


def test_twelve_turns_on_haiku_cost_about_a_fifth_of_a_cent():
    each = of(90).expected_micros / 90
    assert 1_300 < each < 2_500


def test_the_shared_part_is_saved_only_when_it_is_long_enough_to_be_cached():
    with_cache = {driver.key: driver.micros for driver in of(90).drivers}
    assert with_cache["saved"] < 0
    short = CALL.model_copy(update={"common_bytes": 4_000})
    assert "saved" not in {driver.key for driver in of(90, call=short).drivers}
    # One call has nothing to share, and writing to the cache costs more than reading plainly.
    assert "saved" not in {driver.key for driver in of(1).drivers}


def test_what_is_saved_follows_the_price_list():
    saved = next(d.micros for d in of(100).drivers if d.key == "saved")
    tokens, writes = 2_750, 1
    plain = cost_of(Usage(input=tokens * 100), SONNET)
    assert plain == 550_000
    first = HAIKU.prices[0]
    expected = (
        100 * tokens * first.input - writes * tokens * first.cache_write_5m - (100 - writes) * tokens * first.cache_read
    ) // 1_000_000
    assert abs(-saved - expected) <= 2


def test_time_follows_the_limit_that_binds():
    quick = of(100).expected_seconds
    slow = estimate(
        [CALL] * 100,
        model=HAIKU,
        limits=LIMITS.model_copy(update={"requests_per_minute": 50}),
        most_paid_attempts=3,
    )
    assert slow.expected_seconds_low == pytest.approx(120 + 19.8)
    assert slow.expected_seconds > quick
    tokens = estimate(
        [CALL] * 100,
        model=HAIKU,
        limits=LIMITS.model_copy(update={"output_tokens_per_minute": 33_000}),
        most_paid_attempts=3,
    )
    assert tokens.expected_seconds_low == pytest.approx(600 + 19.8)
    few = of(100, concurrency=3)
    assert few.expected_seconds > 100 / 3 * 19.8


def test_dearer_models_stand_beside_it():
    found = of(90, alternatives=[SONNET])
    assert [a.model for a in found.alternatives] == ["claude-sonnet-5-5"]
    assert found.alternatives[0].expected_micros == of(90, model=SONNET).expected_micros


def test_a_cap_below_one_call_is_refused_with_the_figure():
    one = of(5).one_call_at_most_micros
    found = of(5, allowances=Allowances(cap_micros=one - 1))
    assert [p.code for p in found.problems] == ["cap_too_small"]
    assert "$0.00" in found.problems[0].sentence
    assert of(5, allowances=Allowances(cap_micros=one)).problems == ()
    assert found.at_most_micros == one - 1


CENT = 10_000


@pytest.mark.story("IS4.3.0", 3, via="engine")
@pytest.mark.parametrize(("cents", "warned"), [(9_999, False), (10_000, False), (10_001, True)])
def test_a_run_is_warned_of_when_it_costs_more_than_the_threshold(cents: int, warned: bool):  # noqa: FBT001
    found = warnings_of(cents * CENT, 0, DEFAULTS, HAIKU)
    assert [each.code for each in found] == ["cost"] * warned
    assert dollars(DEFAULTS.warn_cost_micros) == "$100.00"


@pytest.mark.story("IS4.3.0", 3, via="engine")
@pytest.mark.parametrize(("seconds", "warned"), [(7_199.9, False), (7_200, False), (7_200.1, True)])
def test_a_run_is_warned_of_when_it_takes_longer_than_the_threshold(seconds: float, warned: bool):  # noqa: FBT001
    assert [each.code for each in warnings_of(CENT, seconds, DEFAULTS, HAIKU)] == ["time"] * warned


def test_the_workspaces_own_thresholds_count():
    expected = of(1_000).expected_micros
    assert of(1_000, allowances=Allowances(warn_cost_micros=expected)).warnings == ()
    below = Allowances(warn_cost_micros=expected - 1, warn_minutes=100_000)
    assert [w.code for w in of(1_000, allowances=below).warnings] == ["cost"]
    short = Allowances(warn_minutes=1)
    assert [w.code for w in of(1_000, allowances=short).warnings] == ["time"]


def test_a_model_that_retires_before_the_run_must_have_ended_is_warned_of():
    retiring = HAIKU.model_copy(update={"retires_on": date(2026, 11, 30)})
    for ends_by, codes in ((date(2026, 11, 29), []), (date(2026, 11, 30), ["model_retires"])):
        found = of(5, model=retiring, allowances=Allowances(ends_by=ends_by))
        assert [each.code for each in found.warnings] == codes
    assert "November 30, 2026" in found.warnings[0].sentence


def test_a_model_that_is_retired_or_has_no_price_is_refused():
    retiring = HAIKU.model_copy(update={"retires_on": date(2026, 11, 30)})
    offered = catalogue().model_copy(update={"models": (retiring,)})
    assert offered.model(HAIKU.id, date(2026, 11, 29)) == retiring
    for model, day, code in (
        (HAIKU.id, date(2026, 11, 30), "model_retired"),
        ("claude-sonnet-4-5", date(2026, 11, 1), "model_unpriced"),
    ):
        with pytest.raises(InvalidInput) as refused:
            offered.model(model, day)
        assert refused.value.code == code


def test_budgets_that_do_not_reach_are_said():
    expected = of(100).expected_micros
    low = Allowances(dataset_remaining_micros=expected - 1, month_remaining_micros=0)
    found = of(100, allowances=low)
    assert {w.code for w in found.warnings} == {"dataset_budget", "month_budget"}
    assert [p.code for p in found.problems] == ["month_budget_spent"]
    half = Allowances(dataset_remaining_micros=expected * 3 // 2)
    assert [w.code for w in of(100, allowances=half).warnings] == ["dataset_budget_share"]


def test_nothing_chosen_is_a_problem():
    found = of(0)
    assert [p.code for p in found.problems] == ["nothing_selected"]
    assert found.expected_micros == found.at_most_micros == 0


@given(st.integers(0, 10**13))
def test_a_sensible_figure_is_the_next_round_one(micros: int):
    figure = sensible(micros)
    assert figure >= micros
    assert figure <= max(10_000, micros * 4 // 3 + 1)


@pytest.mark.parametrize(
    ("micros", "figure"), [(1, 10_000), (1_210_000, 1_250_000), (3_650_001, 4_000_000), (9_000_000, 10_000_000)]
)
def test_examples_of_sensible_figures(micros: int, figure: int):
    assert sensible(micros) == figure


def test_economy_stands_beside_now_at_half_of_every_figure():
    found = of(90, alternatives=[SONNET])
    now, economy = found.modes
    assert (now.mode, economy.mode) == ("now", "economy")
    assert now.expected_micros == found.expected_micros
    assert abs(2 * economy.expected_micros - now.expected_micros) <= 4
    assert 2 * economy.one_call_at_most_micros == pytest.approx(now.one_call_at_most_micros, abs=2)
    assert 2 * economy.at_most_micros == pytest.approx(now.at_most_micros, abs=600)
    assert economy.expected_seconds_high == 24 * 3600
    other = found.alternatives[0]
    assert abs(2 * other.economy_expected_micros - other.expected_micros) <= 4


def test_an_economy_estimate_is_at_the_prices_of_batches_in_all_its_lines():
    found = of(90, mode="economy")
    assert found.expected_micros == found.modes[1].expected_micros == sum(driver.micros for driver in found.drivers)
    assert found.at_most_micros == found.modes[1].at_most_micros
    assert found.expected_seconds == 3600


def test_what_is_held_is_the_worst_case_of_all_that_is_out_at_once_and_never_above_the_cap():
    now, economy = of(90).modes
    assert now.held_micros == 30 * now.one_call_at_most_micros
    assert economy.held_micros == 90 * economy.one_call_at_most_micros
    capped = of(90, mode="economy", allowances=Allowances(cap_micros=economy.held_micros - 1)).modes[1]
    assert capped.held_micros == capped.at_most_micros == economy.held_micros - 1


def test_the_cache_is_half_price_in_batches_too():
    usage = Usage(input=1_000, output=2_000, cache_write_5m=3_000, cache_write_1h=5_000, cache_read=7_000)
    for info in catalogue().models:
        for price in info.prices:
            at = info.model_copy(update={"prices": (price.model_copy(update={"up_to_prompt_tokens": None}),)})
            assert cost_of(usage, at.in_batches()) == -(-cost_of(usage, at) // 2)
