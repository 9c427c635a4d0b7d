"""Agreement is counted: nothing is claimed of a few, and the figures are those of the literature."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.agreement import Agreement
from brightrun.domain.conversation import ConversationHead, Decision, Review
from brightrun.domain.template_usage import ENOUGH
from tests.fakes import make
from tests.fakes.clock import START

CELLS = st.tuples(*[st.integers(0, 60)] * 4)


def row(decision: Decision | None, score: int | None, *, version: int = 1, hours: int = 1) -> ConversationHead:
    """Decided so many hours after the opinion."""
    review = None
    if decision is not None:
        at = START + timedelta(hours=hours)
        review = Review(decision=decision, by="u", by_name="Maya", at=at, version=version)
    opinion = None if score is None else make.opinion(score).line
    return make.head(current_version=1, latest_version=1, review=review, opinion=opinion)


def counted(*rows: ConversationHead) -> Agreement:
    found = Agreement()
    for each in rows:
        found.add(each)
    return found


@pytest.mark.parametrize(
    ("decision", "score", "cell"),
    [
        ("approve", 8, "both_approve"),
        ("approve", 5, "only_people"),
        ("reject", 8, "only_model"),
        ("needs_edit", 8, "only_model"),
        ("reject", 5, "neither"),
        ("needs_edit", 5, "neither"),
    ],
)
def test_each_decision_beside_an_opinion_falls_into_one_cell(decision, score, cell):
    found = counted(row(decision, score))
    assert getattr(found, cell) == found.n == 1


def test_what_lacks_one_of_both_or_is_about_another_version_does_not_count():
    assert counted(row(None, 8), row("approve", None), row("approve", 8, version=2)).n == 0


def test_what_was_decided_before_the_opinion_was_there_is_told_apart():
    found = counted(row("approve", 8, hours=-1), row("approve", 8))
    assert (found.unseen, found.n) == (1, 2)


def test_nothing_is_claimed_of_fewer_than_thirty():
    found = Agreement(both_approve=20, neither=9)
    assert (found.share, found.kappa, found.kappa_interval) == (None, None, None)
    assert found.sentence.startswith("29 of 30")


def test_kappa_is_cohens():
    """The usual example: 20 and 15 agreed, 5 and 10 not, of 50; kappa 0.4."""
    found = Agreement(both_approve=20, only_people=5, only_model=10, neither=15)
    assert found.share == 0.7
    assert found.kappa == pytest.approx(0.4)
    likely = found.kappa_interval
    assert likely is not None
    assert (likely.low, likely.high) == (pytest.approx(0.1249, abs=1e-3), pytest.approx(0.6181, abs=1e-3))


def test_when_all_is_alike_chance_explains_it():
    found = Agreement(both_approve=40)
    assert (found.share, found.kappa, found.kappa_interval) == (1.0, None, None)
    assert "nothing beyond chance" in found.sentence


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ((10, 10, 10, 10), "can still be chance"),
        ((60, 30, 30, 50), "little more than chance"),
        ((70, 20, 20, 70), "not enough to lean on"),
        ((45, 3, 2, 50), "far more than chance"),
    ],
)
def test_the_sentence_says_no_more_than_the_figures(cells, says):
    assert says in Agreement(*cells).sentence


@given(CELLS)
def test_figures_stay_in_their_ranges_and_around_their_value(cells):
    found = Agreement(*cells)
    assert found.n == sum(cells)
    if found.n < ENOUGH or found.kappa is None:
        assert found.kappa_interval is None
        return
    likely = found.kappa_interval
    assert likely is not None
    assert -1 <= likely.low <= likely.high <= 1
    assert likely.low - 1e-9 <= found.kappa <= likely.high + 1e-9


@given(CELLS)
def test_it_does_not_matter_who_is_asked_first(cells):
    both, people, model, neither = cells
    assert Agreement(both, people, model, neither).kappa == pytest.approx(Agreement(both, model, people, neither).kappa)
