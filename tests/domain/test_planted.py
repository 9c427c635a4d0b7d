"""The score tells planted flaws from clean conversations, in trades that it was and was not looked at with."""

import pytest

from tests.planted.measure import measure

pytestmark = [
    pytest.mark.story("IS3.5.0", 0, via="engine"),
    pytest.mark.story("IS4.10.0", 0, via="engine"),
]


@pytest.mark.parametrize("held_out", [False, True], ids=["known trades", "held-out trades"])
def test_planted_flaws_score_lower_and_say_why(held_out):
    found = measure(held_out=held_out)
    assert found.auc >= 0.95
    assert {kind: share for kind, share in found.reasons.items() if share < 1} == {}
    assert found.false_alarms <= 0.05
    assert found.contradicted >= 0.9


@pytest.mark.parametrize("held_out", [False, True], ids=["known trades", "held-out trades"])
def test_no_part_of_the_score_stands_still(held_out):
    spreads = measure(held_out=held_out).spreads
    assert set(spreads) == {"structure", "length", "arc", "voice", "facts", "repetition", "confidence"}
    assert min(spreads.values()) > 0.5
