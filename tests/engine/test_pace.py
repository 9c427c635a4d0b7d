"""The engine loses no time against what the provider allows (in virtual time, so always the same figure)."""

from __future__ import annotations

import pytest

from tests.bench.engine import CASES, Case, measure
from tests.fakes.clock import run_virtual

CALM = [case for case in CASES if not case.fault_rate and not case.spread and case.size <= 100]


@pytest.mark.story("IS3.2.0", 1, via="engine")
@pytest.mark.story("IS4.30.0", 1, via="engine")
@pytest.mark.parametrize("case", CALM, ids=lambda case: case.name)
def test_in_calm_weather_nothing_is_wasted_and_nothing_refused(case):
    found = run_virtual(measure(case, seed=1))
    assert found.ratio <= case.bound
    assert (found.slowed, found.missing) == (0, 0)
    assert found.calls == case.size


@pytest.mark.story("IS1.1.0", 1, via="engine")
@pytest.mark.story("IS4.32.0", 2, via="engine")
@pytest.mark.story("IS4.32.0", 0, via="engine")
@pytest.mark.parametrize("rate", [50, 600])
def test_a_hundred_conversations_take_minutes(rate):
    slow = Case("a hundred at 45 s", 100, rate, bound=1.5, latency=45.0)
    found = run_virtual(measure(slow, seed=1))
    assert found.missing == 0
    assert found.seconds < 60 * 60


def test_faults_cost_time_but_no_conversation():
    (stormy,) = [case for case in CASES if case.fault_rate]
    found = run_virtual(measure(stormy, seed=1))
    assert found.missing == 0
    assert found.injected > 0
    assert found.calls >= stormy.size + found.injected
