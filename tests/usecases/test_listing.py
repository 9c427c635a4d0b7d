from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.errors import InvalidInput, NotFound
from brightrun.domain.row_filter import RowFilter
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import RegisteredTenant, TenantScope, scope_of_registered
from brightrun.ports import changes as c
from brightrun.usecases.listing import RowRequest, list_rows
from brightrun.usecases.parts.ordering import order_of
from brightrun.usecases.parts.row_cache import RowCache
from tests.fakes import make
from tests.fakes.store import FakeStore

SCOPE = scope_of_registered(RegisteredTenant("acme"))
DATASET = make.an_id("dataset")
PERSONAS = ("Anxious Investor", "Confident Planner", "Overwhelmed Avoider")

heads = st.builds(
    dict,
    persona=st.sampled_from(PERSONAS),
    emotion=st.sampled_from(("Fear", "hope", "Hope")),
    tier=st.sampled_from(list(Tier)),
    status=st.sampled_from((Status.PLANNED, Status.GENERATED, Status.APPROVED)),
    score=st.none() | st.sampled_from((4.5, 6.0, 8.4, 9.1)),
    opinion=st.none() | st.sampled_from((4, 8)).map(lambda score: make.opinion(score).line),
    flags=st.sampled_from(((), ("short",), ("short", "figure"))),
    title=st.sampled_from(("", "A windfall", "Roth or not")),
)
filters = st.builds(
    RowFilter,
    persona=st.lists(st.sampled_from(PERSONAS), max_size=2).map(tuple),
    tier=st.lists(st.sampled_from(list(Tier)), max_size=2).map(tuple),
    status=st.lists(st.sampled_from(list(Status)), max_size=2).map(tuple),
    flag=st.sampled_from(((), ("short",), ("figure",))),
    flagged=st.none() | st.booleans(),
    min_score=st.none() | st.just(6.0),
    q=st.sampled_from(("", "windfall", "ANXIOUS", "roth planner", "FP-0001")),
)
SORTS = ("ref", "-ref", "score", "-score", "title", "-title", "emotion", "-status", "-generated_at", "-opinion")


def stored(rows: list[dict[str, Any]]) -> FakeStore:
    store = FakeStore()
    dataset = make.dataset(last_number=max(1, len(rows)))
    store.commit(SCOPE, [c.SaveDataset(dataset, None)], token="dataset")
    for number, row in enumerate(rows, start=1):
        store.commit(SCOPE, [c.SaveHead(make.head(number, **row), None)], token=str(number))
    return store


def rows_of(store: FakeStore, wanted: RowFilter | None = None, **more: Any) -> Any:
    after = more.pop("after", None)
    cache = more.pop("rows", None) or RowCache()
    request = RowRequest(wanted or RowFilter(), **more)
    return list_rows(SCOPE, DATASET, request, after=after, store=store, rows=cache)


def naive(head: ConversationHead, wanted: RowFilter) -> bool:
    """The meaning of a filter, written out."""
    text = f"{head.ref} {head.title} {head.persona} {head.emotion} {head.arc} {head.topic}".casefold()
    return (
        (not wanted.persona or head.persona in wanted.persona)
        and (not wanted.tier or head.tier in wanted.tier)
        and (not wanted.status or head.status in wanted.status)
        and (not wanted.flag or bool(set(head.flags) & set(wanted.flag)))
        and (wanted.flagged is None or bool(head.flags) == wanted.flagged)
        and (wanted.min_score is None or (head.score is not None and head.score >= wanted.min_score))
        and all(word in text for word in wanted.q.casefold().split())
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=st.lists(heads, max_size=25), wanted=filters)
def test_rows_totals_and_counts_are_what_the_filter_says(rows: list[dict[str, Any]], wanted: RowFilter):
    store = stored(rows)
    every = store.shard(SCOPE, DATASET, 0)
    page = rows_of(store, wanted, limit=200)
    assert {head.id for head in page.heads} == {head.id for head in every if naive(head, wanted)}
    assert page.total == len(page.heads)
    others = wanted.model_copy(update={"persona": ()})
    counted = Counter(head.persona for head in every if naive(head, others))
    assert page.facets["persona"] == {head.persona: counted[head.persona] for head in every}
    others = wanted.model_copy(update={"flag": ()})
    counted = Counter(flag for head in every if naive(head, others) for flag in head.flags)
    assert page.facets["flag"] == {flag: counted[flag] for head in every for flag in head.flags}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=st.lists(heads, max_size=25), sort=st.sampled_from(SORTS), limit=st.integers(1, 7))
def test_pages_show_every_row_once_in_order(rows: list[dict[str, Any]], sort: str, limit: int):
    store, cache = stored(rows), RowCache()
    whole = [head.id for head in rows_of(store, sort=sort, limit=200, rows=cache).heads]
    seen: list[str] = []
    after = None
    while True:
        page = rows_of(store, sort=sort, limit=limit, after=after, rows=cache)
        seen += [head.id for head in page.heads]
        if page.next is None:
            break
        after = page.next
    assert seen == whole
    assert sorted(seen) == sorted(make.an_id("conversation", n) for n in range(1, len(rows) + 1))


@pytest.mark.parametrize("sort", ["score", "-score"])
def test_rows_without_a_value_come_last_both_ways(sort: str):
    store = stored([{"score": None}, {"score": 4.0}, {"score": 9.0}])
    scores = [head.score for head in rows_of(store, sort=sort).heads]
    assert scores == ([4.0, 9.0, None] if sort == "score" else [9.0, 4.0, None])


def test_references_sort_as_numbers():
    assert order_of("ref").value(make.head(1, ref="FP-10000")) > order_of("ref").value(make.head(1, ref="FP-9999"))


def test_a_page_goes_on_where_it_was_although_rows_moved_in_between():
    store = stored([{"score": float(n)} for n in range(1, 10)])
    first = rows_of(store, sort="-score", limit=3)
    assert [head.score for head in first.heads] == [9.0, 8.0, 7.0]
    last = first.heads[-1]
    store.commit(SCOPE, [c.SaveHead(last.model_copy(update={"score": 1.5, "revision": 2}), 1)], token="moved")
    second = rows_of(store, sort="-score", limit=3, after=first.next)
    assert [head.score for head in second.heads] == [6.0, 5.0, 4.0]


@pytest.mark.story("IS3.1.0", 3, via="engine")
@pytest.mark.story("IS4.20.0", 5, via="engine")
@pytest.mark.story("IS4.31.0", 5, via="engine")
def test_only_shards_that_moved_are_read_again():
    store = stored([{}] * 3)
    dataset = make.dataset(last_number=101, revision=2)
    store.commit(SCOPE, [c.SaveDataset(dataset, 1), c.SaveHead(make.head(101), None)], token="second shard")
    reads: list[int] = []

    class Counting:
        def __getattr__(self, name: str) -> Any:
            return getattr(store, name)

        def shard(self, scope: TenantScope, dataset_id: str, number: int) -> Any:
            reads.append(number)
            return store.shard(scope, dataset_id, number)

    cache, counting = RowCache(), Counting()
    for _ in range(3):
        rows_of(counting, rows=cache)  # type: ignore[arg-type]
    assert reads == [0, 1]
    changed = make.head(1, title="New", revision=2)
    store.commit(SCOPE, [c.SaveHead(changed, 1)], token="change")
    page = rows_of(counting, rows=cache)  # type: ignore[arg-type]
    assert reads == [0, 1, 0]
    assert page.heads[0].title == "New"
    for wanted, sort in (
        (RowFilter(status=(Status.PLANNED,)), "status"),
        (RowFilter(max_score=6.0), "-score"),
        (RowFilter(persona=PERSONAS[:1]), "persona"),
        (RowFilter(emotion=("Fear",)), "emotion"),
        (RowFilter(), "-generated_at"),
    ):
        rows_of(counting, wanted, rows=cache, sort=sort)  # type: ignore[arg-type]
    assert reads == [0, 1, 0]


def test_the_revision_changes_with_the_rows():
    store, cache = stored([{}]), RowCache()
    before = rows_of(store, rows=cache).revision
    assert rows_of(store, rows=cache).revision == before
    store.commit(SCOPE, [c.SaveHead(make.head(1, title="New", revision=2), 1)], token="change")
    assert rows_of(store, rows=cache).revision != before


def test_what_is_kept_is_bounded_and_never_crosses_workspaces():
    cache = RowCache(most_shards=1)
    store = stored([{}])
    other = scope_of_registered(RegisteredTenant("rival"))
    store.commit(other, [c.SaveDataset(make.dataset(last_number=1), None)], token="dataset")
    store.commit(other, [c.SaveHead(make.head(1, title="Rival's"), None)], token="head")
    for _ in range(2):
        assert rows_of(store, rows=cache).heads[0].title == ""
        found = list_rows(other, DATASET, RowRequest(RowFilter()), after=None, store=store, rows=cache)
        assert found.heads[0].title == "Rival's"


def test_an_empty_dataset_is_an_empty_page():
    store = FakeStore()
    store.commit(SCOPE, [c.SaveDataset(make.dataset(), None)], token="dataset")
    page = rows_of(store)
    assert (page.heads, page.total, page.next) == ([], 0, None)


def test_an_unknown_dataset_or_column_is_refused():
    with pytest.raises(NotFound):
        rows_of(FakeStore())
    with pytest.raises(InvalidInput) as refused:
        rows_of(stored([{}]), sort="colour")
    assert refused.value.code == "bad_sort"


def test_what_needs_a_person_comes_first():
    store = stored(
        [
            {"status": Status.APPROVED, "score": 9.0, "current_version": 1},
            {"status": Status.GENERATED, "score": 8.0, "current_version": 1},
            {"status": Status.GENERATED, "score": 5.0, "current_version": 1, "flags": ("below_threshold",)},
            {"status": Status.FAILED},
            {"status": Status.GENERATED, "score": 6.5, "current_version": 1},
        ]
    )
    found = [head.ref for head in rows_of(store, sort="attention").heads]
    assert found == ["FP-0004", "FP-0003", "FP-0005", "FP-0002", "FP-0001"]
