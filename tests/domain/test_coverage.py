import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.coverage import DIMENSIONS, Tally, cover, distribution
from brightrun.domain.errors import InvalidInput
from brightrun.domain.plan import Fill, PlannedSlot, PlanRequest, PlanStamp, expand_plan
from brightrun.domain.taxonomy import Persona, Tier
from tests.domain.samples import NOW, dataset, passages, taxonomy, templates


def plan(total: int = 90, first: int = 1, existing: tuple[ConversationHead, ...] = (), **request: object):
    return expand_plan(
        PlanRequest.model_validate({"total": total, **request}),
        dataset=dataset(),
        passages=passages(),
        templates=templates(),
        stamp=PlanStamp("plan-1", first, NOW),
        seed="dataset-1",
        existing=existing,
    )


def heads(planned: list[PlannedSlot], status: Status = Status.PLANNED) -> tuple[ConversationHead, ...]:
    return tuple(one.head.model_copy(update={"status": status}) for one in planned)


def fills(*gaps: dict[str, str], count: int = 3) -> dict[str, object]:
    return {"total": count * len(gaps), "fills": tuple(Fill(where=where, count=count) for where in gaps)}


def test_a_fresh_plan_of_ninety_aims_at_three_of_each_pair_and_lacks_nothing():
    found = cover(heads(plan()), dataset(), "persona", "arc")
    assert {cell.tally.target for cell in found.cells} == {3}
    assert len(found.cells) == 30
    assert found.gaps == ()
    assert found.total == Tally(ready=0, approved=0, coming=90, planned=90, target=90)


def test_what_is_rejected_or_failed_becomes_a_gap_the_emptiest_first():
    rows = [
        head.model_copy(update={"status": Status.REJECTED})
        if (head.persona, head.arc) == ("Recently Widowed", "Discovery")
        else head
        for head in heads(plan(), Status.GENERATED)
    ]
    lost = next(n for n, head in enumerate(rows) if head.persona == "Anxious Investor")
    rows[lost] = rows[lost].model_copy(update={"status": Status.FAILED})
    gaps = cover(rows, dataset(), "persona", "arc").gaps
    assert [(gap.row, gap.missing) for gap in gaps] == [("Recently Widowed", 3), ("Anxious Investor", 1)]


def test_a_new_persona_lacks_its_even_share_and_a_pair_that_nobody_needs_lacks_nothing():
    words = taxonomy()
    more = words.model_copy(update={"personas": (*words.personas, Persona(name="New Parent"))})
    unwanted = ({"persona": "New Parent", "arc": "Triumph"},)
    found = cover(heads(plan()), dataset(taxonomy=more, not_needed=unwanted), "persona", "arc")
    assert {gap.row for gap in found.gaps} == {"New Parent"}
    assert {(gap.column, gap.missing) for gap in found.gaps} == {
        (name, 2) for name in ("Struggle-to-Success", "Steady Confidence", "Anxiety-to-Relief", "Discovery")
    }
    assert next(cell for cell in found.cells if cell.not_needed).column == "Triumph"


def test_filling_a_gap_closes_it_and_raises_no_target():
    rows = heads(plan(), Status.GENERATED)
    rows = tuple(
        head.model_copy(update={"status": Status.REJECTED}) if head.persona == "Recently Widowed" else head
        for head in rows
    )
    before = cover(rows, dataset(), "persona", "arc")
    gaps = [{"persona": gap.row, "arc": gap.column} for gap in before.gaps]
    added = plan(first=91, existing=rows, **fills(*gaps))
    assert len(added) == 15
    assert all(one.head.is_top_up and one.head.persona == "Recently Widowed" for one in added)
    after = cover((*rows, *heads(added)), dataset(), "persona", "arc")
    assert after.gaps == ()
    assert after.total.target == before.total.target == 90


@pytest.mark.parametrize(
    ("where", "read"),
    [
        ({"topic": "Emergency fund"}, lambda head: head.topic),
        ({"tone": "Direct"}, lambda head: head.tone),
        ({"tier": "edge_case", "persona": "Confident Planner"}, lambda head: head.persona),
        ({"topic_cluster": "College"}, lambda head: head.topic_cluster),
        ({"document_id": "doc-2", "tier": "scenario"}, lambda head: head.source_document_ids[0]),
    ],
)
def test_a_fill_aims_at_what_it_names(where: dict[str, str], read):
    added = plan(**fills(where, count=4))
    wanted = where.get("persona") or next(value for name, value in where.items() if name != "tier")
    assert {read(one.head) for one in added} == {wanted}
    if "tier" in where:
        assert {one.head.tier for one in added} == {Tier(where["tier"])}


@pytest.mark.parametrize(
    "where", [{"persona": "Nobody"}, {"tier": "fourth"}, {"document_id": "gone"}, {"emotion": "Fear"}]
)
def test_a_fill_that_cannot_be_made_is_refused(where: dict[str, str]):
    with pytest.raises(InvalidInput):
        plan(**fills(where))


def test_what_comes_on_top_goes_where_there_is_least():
    rows = heads(plan(45))
    added = plan(45, first=46, existing=rows)
    whole = cover((*rows, *heads(added)), dataset(), "persona", "arc")
    assert max(c.tally.planned for c in whole.cells) - min(c.tally.planned for c in whole.cells) <= 1


@given(
    statuses=st.lists(st.sampled_from(Status), min_size=90, max_size=90),
    pair=st.lists(st.sampled_from(DIMENSIONS), min_size=2, max_size=2, unique=True),
)
@settings(max_examples=40, deadline=None)
def test_every_row_is_counted_once_whatever_its_status(statuses: list[Status], pair: list[str]):
    rows = [head.model_copy(update={"status": s}) for head, s in zip(heads(plan()), statuses, strict=True)]
    found = cover(rows, dataset(), *pair)
    assert found.total.planned == 90
    if not {"document_id", "source_category", "content_category"} & set(pair):
        assert sum(cell.tally.planned for cell in found.cells) == 90
        assert sum(line.tally.ready for line in found.rows) == found.total.ready
    for cell in found.cells:
        assert cell.missing == max(0, cell.tally.target - cell.tally.ready - cell.tally.coming)


def test_two_sides_of_one_dimension_or_an_unknown_one_are_refused():
    for rows, columns in (("tier", "tier"), ("persona", "weather")):
        with pytest.raises(InvalidInput):
            cover([], dataset(), rows, columns)


def test_words_without_a_conversation_stay_in_the_chart():
    assert [line.tally.planned for line in distribution((), dataset(), "arc")] == [0] * 5
