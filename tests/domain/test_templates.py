from collections import Counter
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brightrun.domain.errors import Conflict, InvalidInput
from brightrun.domain.placeholders import (
    PARAMETERS,
    REQUIRED,
    ParameterProblem,
    problems_of,
    require_saveable,
    suggestion_for,
)
from brightrun.domain.taxonomy import Tier
from brightrun.domain.template import serving, weighted_pick
from brightrun.domain.template_file import TemplateFile
from functions.template_seed.handler import template_files
from tests.domain.samples import NOW, template

ASKS = "{persona} {emotion} {topic}"


def problem(body: str, tier: Tier = Tier.TEMPLATE) -> ParameterProblem:
    found = problems_of(body, tier)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("topik", "topic"),
        ("Topic", "topic"),
        ("business_name", "firm"),
        ("start_emotion", "emotion"),
        ("solution_acton", "solution_action"),
        ("shoe_size", None),
    ],
)
def test_an_unknown_parameter_is_named_with_what_was_probably_meant(name: str, meant: str | None):
    found = problem(f"{ASKS} {{{name}}}")
    assert (found.kind, found.name, found.suggestion) == ("unknown", name, meant)
    assert f"{{{name}}}" in found.sentence
    assert (f"Did you mean {{{meant}}}?" in found.sentence) == (meant is not None)


@pytest.mark.parametrize("tier", Tier)
def test_each_required_parameter_is_missed(tier: Tier):
    whole = " ".join(f"{{{name}}}" for name in REQUIRED[tier])
    assert problems_of(whole, tier) == ()
    for name in REQUIRED[tier]:
        found = problem(whole.replace(f"{{{name}}}", ""), tier)
        assert (found.kind, found.name) == ("missing", name)


def test_a_value_that_this_tier_never_has_is_refused():
    assert problem(ASKS + " {problem_context}").kind == "other_tier"
    assert problem(ASKS + " {problem_context} {solution_action} {edge_case}", Tier.SCENARIO).name == "edge_case"


@pytest.mark.parametrize("mark", ["<conversation_plan>", "</source_facts>", "< / FACT >", "\uff1csource_facts\uff1e"])
def test_a_template_may_not_write_the_marks_of_the_plan_or_the_facts(mark: str):
    assert problem(f"{ASKS} {mark}").kind == "mark"


def test_all_problems_are_in_one_sentence():
    with pytest.raises(InvalidInput) as refused:
        require_saveable("{topik}", Tier.TEMPLATE)
    assert refused.value.code == "unknown_parameters"
    assert [name for name, _ in refused.value.fields] == ["topik", "persona", "emotion", "topic"]
    assert "Did you mean {topic}?" in refused.value.message
    require_saveable("{{persona}} {{ emotion }} {topic}", Tier.TEMPLATE)


@given(st.text())
def test_a_suggestion_is_always_a_parameter(name: str):
    assert suggestion_for(name) in {None, *PARAMETERS}


@pytest.mark.parametrize("file", [f for f in template_files() if f.tier in set(Tier)], ids=lambda f: f.id)
def test_the_packed_templates_could_be_saved_by_anybody(file: TemplateFile):
    require_saveable(file.body, Tier(file.tier))


@pytest.mark.parametrize("shares", [{1: 50, 2: 50}, {1: 90, 2: 10}, {1: 34, 2: 33, 3: 33}, {2: 1, 5: 99}])
def test_versions_are_dealt_out_by_their_shares(shares: Mapping[int, int]):
    dealt = Counter(weighted_pick(shares, f"t:{number}") for number in range(10_000))
    for version, share in shares.items():
        assert abs(dealt[version] / 100 - share) < 1.5


@given(st.dictionaries(st.integers(1, 9), st.integers(1, 99), min_size=1), st.text())
def test_a_conversation_gets_the_same_version_every_time(weights: dict[int, int], key: str):
    assert weighted_pick(weights, key) == weighted_pick(dict(reversed(weights.items())), key)
    assert weighted_pick(weights, key) in weights


def test_shares_make_a_hundred_or_nothing_changes():
    one = template("t", Tier.TEMPLATE, latest_version=3)
    both = one.sharing({1: 30, 3: 70}, NOW)
    assert (both.in_use, both.active_version, both.revision) == ({1: 30, 3: 70}, 3, 2)
    assert both.sharing({1: 100, 3: 0}, NOW).in_use == {1: 100}
    for wrong in ({}, {1: 99}, {1: 50, 2: 51}, {4: 100}, {1: -1, 2: 101}):
        with pytest.raises(InvalidInput):
            one.sharing(wrong, NOW)


def test_a_retired_template_stays_retired():
    retired = template("t", Tier.TEMPLATE, state="retired")
    assert retired.in_use == {}
    with pytest.raises(Conflict, match="Duplicate it"):
        retired.sharing({1: 100}, NOW)


def test_another_template_may_stand_in_only_for_the_same_purpose():
    off = template("a", Tier.TEMPLATE, arc="Triumph", state="off")
    same = template("b", Tier.TEMPLATE, arc="Triumph")
    others = [template("c", Tier.TEMPLATE, arc="Discovery"), template("d", Tier.SCENARIO), same, off]
    assert serving(off, others) == [same]
