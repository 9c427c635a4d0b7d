from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brightrun.domain.errors import InvalidInput
from brightrun.domain.plan import (
    PlannedSlot,
    PlanRequest,
    PlanStamp,
    coverage_of,
    expand_plan,
    largest_remainder,
    tier_counts,
)
from brightrun.domain.taxonomy import Tier, TierWeights
from tests.domain.samples import NOW, chunk, dataset, passages, taxonomy, template, templates

if TYPE_CHECKING:
    from collections.abc import Sequence

STAMP = PlanStamp("plan-1", 1, NOW)
MATERIAL = passages()
TEMPLATES = templates()


def plan(total: int, *, first: int = 1, **request: object) -> list[PlannedSlot]:
    return expand_plan(
        PlanRequest.model_validate({"total": total, **request}),
        dataset=dataset(),
        passages=MATERIAL,
        templates=TEMPLATES,
        stamp=PlanStamp("plan-1", first, NOW),
        seed="dataset-1",
    )


def wants(planned: PlannedSlot) -> tuple[object, ...]:
    head = planned.head
    return (head.persona, head.arc, head.topic, head.emotion, head.intent, head.tone, head.outcome)


@pytest.mark.parametrize(("total", "expected"), [(90, (40, 35, 15)), (100, (44, 39, 17)), (1, (1, 0, 0))])
def test_the_default_weights_by_largest_remainder(total: int, expected: tuple[int, ...]):
    assert tuple(tier_counts(total, TierWeights()).values()) == expected


@given(
    st.integers(0, 10_000),
    st.dictionaries(st.text(min_size=1), st.integers(0, 99), min_size=1).filter(lambda w: sum(w.values()) > 0),
)
def test_shares_add_up_and_are_never_off_by_one_or_more(total: int, weights: dict[str, int]):
    parts = largest_remainder(total, weights)
    assert sum(parts.values()) == total
    for name, weight in weights.items():
        assert abs(parts[name] - total * weight / sum(weights.values())) < 1


@given(st.integers(1, 400))
@settings(max_examples=30, deadline=None)
def test_a_plan_of_any_size_is_exact_and_even(total: int):
    planned = plan(total)
    counts = tier_counts(total, TierWeights())
    assert Counter(p.head.tier for p in planned) == Counter({tier: count for tier, count in counts.items() if count})
    words = taxonomy()
    for name, options in (
        ("persona", words.personas),
        ("arc", words.arcs),
        ("topic", words.topics),
    ):
        used = Counter(getattr(p.head, name) for p in planned)
        times = [used[option.name] for option in options]
        assert max(times) - min(times) <= 3
    assert len({wants(p) for p in planned}) == total


@pytest.mark.parametrize("total", [90, 100, 1_000])
def test_pairs_are_covered_evenly(total: int):
    coverage = coverage_of(plan(total))
    words = taxonomy()
    sizes = {
        "persona_arc": len(words.personas) * len(words.arcs),
        "persona_topic": len(words.personas) * len(words.topics),
        "arc_topic": len(words.arcs) * len(words.topics),
    }
    for name, size in sizes.items():
        times = list(coverage[name].values())
        assert len(times) >= min(size, total) * 0.9
        assert max(times) - min(times) <= 2


def test_no_two_slots_want_the_same_persona_arc_and_topic_while_there_is_room():
    planned = plan(300)
    triples = Counter((p.head.persona, p.head.arc, p.head.topic) for p in planned)
    assert max(triples.values()) == 1


def test_the_same_plan_is_the_same_slots_and_another_dataset_gets_others():
    assert plan(40) == plan(40)
    other = expand_plan(
        PlanRequest(total=40),
        dataset=dataset(),
        passages=MATERIAL,
        templates=TEMPLATES,
        stamp=STAMP,
        seed="dataset-2",
    )
    assert [wants(p) for p in other] != [wants(p) for p in plan(40)]
    assert [p.head.id for p in other] == [p.head.id for p in plan(40)]


def test_numbers_references_and_shards_go_on_where_the_dataset_ended():
    planned = plan(20, first=91)
    assert [p.slot.number for p in planned] == list(range(91, 111))
    assert planned[0].head.ref == "FP-0091"
    assert [p.head.shard for p in planned] == [0] * 10 + [1] * 10
    assert all(p.head.id == p.slot.conversation_id for p in planned)


def test_turns_are_even_and_of_their_tier():
    bounds = {Tier.TEMPLATE: (10, 14), Tier.SCENARIO: (10, 16), Tier.EDGE_CASE: (8, 12)}
    for planned in plan(200):
        low, high = bounds[planned.head.tier]
        assert low <= planned.slot.turns_planned <= high
        assert planned.slot.turns_planned % 2 == 0


def test_feelings_fit_the_arc_and_the_persona_is_asked_first():
    for planned in plan(90):
        if planned.head.arc == "Anxiety-to-Relief":
            assert planned.head.emotion in {
                "Fear",
                "Worry",
                "Grief",
                "Shame",
                "Frustration",
                "Doubt",
            }
        if planned.head.persona == "Confident Planner":
            assert planned.head.tone == "Direct"


def test_edge_cases_take_their_kinds_in_turn_and_only_hard_arcs():
    edge = [p for p in plan(90) if p.head.tier is Tier.EDGE_CASE]
    assert set(Counter(p.slot.edge_case for p in edge).values()) == {3}
    assert not {p.head.arc for p in edge} & {"Steady Confidence", "Discovery"}
    for planned in edge:
        assert planned.head.template_id == planned.slot.edge_case
        if planned.slot.edge_case == "crisis-with-referral":
            assert planned.head.outcome == "referral"


def test_templates_follow_arc_and_tier():
    for planned in plan(90):
        if planned.head.tier is Tier.TEMPLATE:
            assert planned.head.template_id == planned.head.arc.lower()
        elif planned.head.tier is Tier.SCENARIO:
            assert planned.head.template_id == "files"


def test_scenarios_are_filled_from_their_passage():
    by_id = {passage.chunk.id: passage for passage in MATERIAL}
    for planned in plan(90):
        head, slot = planned.head, planned.slot
        assert 1 <= len(head.chunk_ids) <= 3
        assert len(set(head.chunk_ids)) == len(head.chunk_ids)
        if head.tier is Tier.SCENARIO:
            first = by_id[head.chunk_ids[0]].chunk.dimensions
            assert slot.problem_context == first["problem_context"]
            assert slot.solution_action == first["solution_action"]
            assert slot.scenario_outcome == first["scenario_outcome"]


def test_passages_are_relevant_and_used_about_as_often():
    planned = plan(90)
    by_id = {passage.chunk.id: passage.chunk for passage in MATERIAL}
    for one in planned:
        assert any(one.head.topic.lower() in by_id[c].text.lower() for c in one.head.chunk_ids), one.head.topic
    used = Counter(c for p in planned for c in p.head.chunk_ids)
    assert len(used) == len(MATERIAL)
    assert max(used.values()) <= 2 * min(used.values())


def test_only_released_passages_of_the_chosen_documents_are_used():
    blocked = passages(6)
    closed: Sequence[dict[str, object]] = (
        {"include_in_training": False},
        {"pii_flag": True},
        {"ip_sensitivity": "High"},
    )
    for index, change in enumerate(closed):
        released = blocked[index].chunk.model_copy(update=change)
        blocked[index] = type(blocked[index])(released, "Knowledge Base")
    planned = expand_plan(
        PlanRequest(total=30),
        dataset=dataset(),
        passages=blocked,
        templates=TEMPLATES,
        stamp=STAMP,
        seed="s",
    )
    used = {c for p in planned for c in p.head.chunk_ids}
    assert used <= {passage.chunk.id for passage in blocked[3:]}
    chosen = plan(30, document_ids=("doc-2",))
    assert {d for p in chosen for d in p.head.source_document_ids} == {"doc-2"}


def test_a_scenario_without_dimensions_is_filled_from_the_text():
    bare = [type(MATERIAL[0])(chunk(1, "A client waits. We ring the bank."), "Knowledge Base")]
    planned = expand_plan(
        PlanRequest(total=3, tier_weights=TierWeights(template=0, scenario=1, edge_case=0)),
        dataset=dataset(),
        passages=bare,
        templates=TEMPLATES,
        stamp=STAMP,
        seed="s",
    )
    slot = planned[0].slot
    assert slot.problem_context == "A client waits."
    assert slot.solution_action == "We ring the bank."
    assert slot.scenario_outcome


@pytest.mark.parametrize("total", [0, -3])
def test_an_empty_plan_is_refused(total: int):
    with pytest.raises(InvalidInput, match="needs at least one conversation"):
        plan(total)


def test_a_million_is_refused_in_plain_words():
    with pytest.raises(InvalidInput) as refused:
        plan(1_000_000)
    assert refused.value.message == ("A dataset holds at most 10,000 conversations; this plan would make 1,000,000.")
    with pytest.raises(InvalidInput, match="would make 10,001"):
        plan(11, first=9_991)


def test_scenarios_without_usable_passages_are_refused_but_arcs_alone_are_not():
    for weights, ok in (((40, 35, 15), False), ((1, 0, 0), True)):
        request = PlanRequest(
            total=10,
            tier_weights=TierWeights(template=weights[0], scenario=weights[1], edge_case=weights[2]),
        )
        material = {
            "dataset": dataset(),
            "passages": [],
            "templates": TEMPLATES,
            "stamp": STAMP,
            "seed": "s",
        }
        if ok:
            assert len(expand_plan(request, **material)) == 10
        else:
            with pytest.raises(InvalidInput, match="no passage may be used") as refused:
                expand_plan(request, **material)
            assert refused.value.code == "no_passages"


def test_a_missing_template_is_named():
    some = [t for t in TEMPLATES if t.arc != "Triumph"]
    with pytest.raises(InvalidInput, match="no template for the arc Triumph"):
        expand_plan(
            PlanRequest(total=10),
            dataset=dataset(),
            passages=MATERIAL,
            templates=some,
            stamp=STAMP,
            seed="s",
        )
    with pytest.raises(InvalidInput, match="no template for edge-case"):
        expand_plan(
            PlanRequest(total=90),
            dataset=dataset(),
            passages=MATERIAL,
            templates=[t for t in TEMPLATES if t.tier is not Tier.EDGE_CASE],
            stamp=STAMP,
            seed="s",
        )


def test_several_templates_for_an_arc_take_turns():
    more = [*TEMPLATES, template("files-2", Tier.SCENARIO)]
    planned = expand_plan(
        PlanRequest(total=90),
        dataset=dataset(),
        passages=MATERIAL,
        templates=more,
        stamp=STAMP,
        seed="s",
    )
    used = Counter(p.head.template_id for p in planned if p.head.tier is Tier.SCENARIO)
    assert set(used) == {"files", "files-2"}
    assert abs(used["files"] - used["files-2"]) <= 1


def test_weights_of_zero_are_refused():
    with pytest.raises(InvalidInput, match="at least one tier"):
        plan(10, tier_weights={"template": 0, "scenario": 0, "edge_case": 0})
