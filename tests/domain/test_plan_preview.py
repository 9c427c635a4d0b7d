from brightrun.domain.plan import PlanRequest, PlanStamp, alike, expand_plan, pairs_of, reasons_for
from tests.domain.samples import NOW, dataset, passages, taxonomy, templates


def plan(total: int, **request: object):
    return expand_plan(
        PlanRequest.model_validate({"total": total, **request}),
        dataset=dataset(),
        passages=passages(),
        templates=templates(),
        stamp=PlanStamp("plan-1", 1, NOW),
        seed="dataset-1",
    )


def test_a_plan_of_ninety_meets_every_pair_of_persona_and_arc_and_repeats_nothing():
    pairs = {(pair.rows, pair.columns): (pair.covered, pair.possible) for pair in pairs_of(plan(90), taxonomy())}
    assert pairs[("persona", "arc")] == (30, 30)
    assert pairs[("arc", "topic")] == (60, 60)
    assert pairs[("persona", "topic")] == (72, 72)
    assert alike(plan(90)) == 0


def test_no_two_are_alike_in_a_thousand():
    assert alike(plan(1_000)) == 0


def test_a_vocabulary_without_room_says_how_many_are_alike():
    words = taxonomy()
    narrow = words.model_copy(
        update={
            "personas": words.personas[:1],
            "arcs": words.arcs[:1],
            "topics": words.topics[:1],
            "emotions": words.emotions[:1],
            "intents": words.intents[:1],
            "tones": words.tones[:1],
            "outcomes": words.outcomes[:1],
        }
    )
    planned = expand_plan(
        PlanRequest(total=20),
        dataset=dataset(taxonomy=narrow),
        passages=passages(),
        templates=templates(),
        stamp=PlanStamp("plan-1", 1, NOW),
        seed="dataset-1",
    )
    assert alike(planned) > 0


def test_a_plan_for_some_personas_leaves_the_others_out_and_changes_no_vocabulary():
    planned = plan(20, personas=("Recently Widowed", "Anxious Investor"))
    assert {one.head.persona for one in planned} == {"Recently Widowed", "Anxious Investor"}


def test_each_passage_says_which_words_it_shares_with_its_slot():
    chunks = {passage.chunk.id: passage.chunk for passage in passages()}
    for one in plan(30):
        reasons = reasons_for(one, chunks, taxonomy())
        assert len(reasons) == len(one.head.chunk_ids) > 0
        first = one.head.topic.split()[0].split("-")[0].lower()
        if first in chunks[one.head.chunk_ids[0]].text.lower():
            assert reasons[0].lower().startswith("speaks of")
