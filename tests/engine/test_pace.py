"""The engine loses no time against what the provider allows (in virtual time, so always the same figure)."""

from __future__ import annotations

import pytest

from tests.bench.engine import CASES, measure
from tests.fakes.clock import run_virtual

CALM = [case for case in CASES if not case.fault_rate and not case.spread and case.size <= 100]


@pytest.mark.parametrize("case", CALM, ids=lambda case: case.name)
def test_in_calm_weather_nothing_is_wasted_and_nothing_refused(case):
    found = run_virtual(measure(case, seed=1))
    assert found.ratio <= case.bound
    assert (found.slowed, found.missing) == (0, 0)
    assert found.calls == case.size


def test_faults_cost_time_but_no_conversation():
    (stormy,) = [case for case in CASES if case.fault_rate]
    found = run_virtual(measure(stormy, seed=1))
    assert found.missing == 0
    assert found.injected > 0
    assert found.calls >= stormy.size + found.injected
