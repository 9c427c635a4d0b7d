"""What the table can be filtered by, searched for inside the texts, and seen over all datasets."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from brightrun.domain.conversation import Review, Status
from brightrun.domain.row_filter import RowFilter
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import RegisteredTenant, scope_of_registered
from brightrun.ports import changes as c
from brightrun.usecases.listing import RowRequest, list_all_rows
from brightrun.usecases.parts.row_cache import RowCache
from brightrun.usecases.parts.text_cache import TextCache
from tests.fakes import make
from tests.fakes.clock import START
from tests.fakes.store import FakeStore
from tests.usecases.test_listing import DATASET, SCOPE, rows_of, stored


def reviewed(decision: str, **more: Any) -> dict[str, Any]:
    status = {"approve": Status.APPROVED, "reject": Status.REJECTED, "needs_edit": Status.NEEDS_EDIT}[decision]
    review = Review(decision=decision, by="user-2", by_name="Ines", at=START, version=1)  # type: ignore[arg-type]
    return {"status": status, "current_version": 1, "review": review, "score": 7.0, **more}


def refs(store: FakeStore, **wanted: Any) -> list[str]:
    return [head.ref.removeprefix("FP-000") for head in rows_of(store, RowFilter(**wanted), limit=200).heads]


@pytest.mark.story("IS2.5.0", 2, via="engine")
def test_the_state_of_review_has_four_answers_and_none_for_what_is_not_written():
    written = {"status": Status.GENERATED, "current_version": 1, "score": 7.0}
    store = stored(
        [{}, written, {**written, "flags": ("short",)}, reviewed("approve"), reviewed("reject"), reviewed("needs_edit")]
    )
    assert refs(store, review=("not_reviewed",)) == ["2", "3"]
    assert refs(store, review=("approved",)) == ["4"]
    assert refs(store, review=("rejected",)) == ["5"]
    assert refs(store, review=("flagged",)) == ["3", "6"]
    assert refs(store, review=("approved", "flagged")) == ["3", "4", "6"]
    facets = rows_of(store).facets["review"]
    assert facets == {"not_reviewed": 2, "approved": 1, "rejected": 1, "flagged": 2}


def test_bands_and_a_range_of_scores_are_alternatives_of_one_filter():
    store = stored([{"score": score} for score in (4.5, 6.0, 8.0, 8.1, None)])
    assert refs(store, band=("low",)) == ["1"]
    assert refs(store, band=("fair",)) == ["2", "3"]
    assert refs(store, band=("good", "none")) == ["4", "5"]
    assert refs(store, band=("none",), min_score=7.5, max_score=8.0) == ["3", "5"]
    assert rows_of(store, RowFilter(band=("low",))).facets["band"] == {"low": 1, "fair": 2, "good": 1, "none": 1}


def test_a_value_that_the_other_filters_leave_nothing_of_counts_zero_and_stays():
    store = stored([{"persona": "A", "tier": Tier.TEMPLATE}, {"persona": "B", "tier": Tier.SCENARIO}])
    facets = rows_of(store, RowFilter(tier=(Tier.TEMPLATE,))).facets
    assert facets["persona"] == {"A": 1, "B": 0}
    assert facets["tier"] == {"scenario": 1, "template": 1}


def test_reviewers_dates_and_words_of_the_passages_filter_too():
    store = stored(
        [
            reviewed("approve", generated_at=START, passage_words={"expertise_level": ("Beginner", "Advanced")}),
            {"generated_at": START - timedelta(days=2), "passage_words": {"expertise_level": ("Advanced",)}},
            {"passage_words": {"emotional_valence": ("Anxious to calm",)}},
        ]
    )
    assert refs(store, reviewer=("user-2",)) == ["1"]
    assert rows_of(store).labels["reviewer"] == {"user-2": "Ines"}
    assert refs(store, generated_from=START - timedelta(days=1)) == ["1"]
    assert refs(store, generated_to=START) == ["2"]
    assert refs(store, reviewed_from=START, reviewed_to=START + timedelta(days=1)) == ["1"]
    assert refs(store, expertise_level=("Beginner",)) == ["1"]
    assert refs(store, expertise_level=("Beginner", "Advanced")) == ["1", "2"]
    assert refs(store, emotional_valence=("Anxious to calm",)) == ["3"]


def said(store: FakeStore, number: int, text: str) -> None:
    head = make.head(number, status=Status.GENERATED, current_version=1, latest_version=1, turn_count=2, revision=2)
    turns = tuple(turn.model_copy(update={"content": f"{text} {turn.number}"}) for turn in make.turns(2))
    version = c.AddVersion(make.version(conversation_id=head.id), turns)
    store.commit(SCOPE, [c.SaveHead(head, 1), version], token=f"said {number}")


def test_a_search_looks_inside_the_texts_when_it_is_asked_to():
    store, cache = stored([{}, {}, {"title": "A pension"}]), RowCache()
    said(store, 1, "My PENSION starts in May")
    said(store, 2, "Two houses")
    columns = rows_of(store, RowFilter(q="pension"), rows=cache)
    assert [head.ref for head in columns.heads] == ["FP-0003"]
    assert columns.searched is None
    inside = rows_of(store, RowFilter(q="pension"), in_text=True, rows=cache)
    assert [head.ref for head in inside.heads] == ["FP-0001", "FP-0003"]
    assert (inside.searched.rows, inside.searched.left_out) == (2, 0)
    assert rows_of(store, RowFilter(q="pension fp-0001"), in_text=True, rows=cache).total == 1


def test_a_search_inside_texts_is_bounded_and_says_what_it_left_out():
    store = stored([{}] * 3)
    for number in (1, 2, 3):
        said(store, number, "Pension")
    cache = RowCache(texts=TextCache(most_searched=2))
    page = rows_of(store, RowFilter(q="pension"), in_text=True, rows=cache)
    assert [head.ref for head in page.heads] == ["FP-0001", "FP-0002"]
    assert (page.searched.rows, page.searched.left_out) == (2, 1)


def test_all_datasets_of_a_workspace_are_one_list():
    store = stored([{"persona": "A"}, {"persona": "B"}])
    second = make.dataset(id=make.an_id("second"), name="Another", last_number=1)
    row = make.head(9, dataset_id=second.id, shard=0, persona="A")
    store.commit(SCOPE, [c.SaveDataset(second, None), c.SaveHead(row, None)], token="second")
    rival = scope_of_registered(RegisteredTenant("rival"))
    store.commit(rival, [c.SaveDataset(make.dataset(last_number=1), None), c.SaveHead(make.head(1), None)], token="r")

    def every(cache: RowCache, **more: Any) -> Any:
        request = RowRequest(RowFilter(**more), sort="dataset")
        return list_all_rows(SCOPE, request, after=None, store=store, rows=cache)

    page = every(RowCache())
    assert [head.dataset_id for head in page.heads] == [second.id, DATASET, DATASET]
    assert page.facets["dataset_id"] == {DATASET: 2, second.id: 1}
    assert page.labels["dataset_id"][second.id] == "Another"
    assert every(RowCache(), persona=("A",)).total == 2
    assert every(RowCache(), dataset_id=(second.id,)).total == 1
    few = every(RowCache(most_shards=1))
    assert (few.total, few.datasets_left_out) in {(1, 1), (2, 1)}
