"""The table of conversations: filters, search, order, exact totals and counts, page after page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.errors import NotFound
from brightrun.domain.row_filter import RowFilter, Test
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations, Datasets
from brightrun.usecases.parts.facets import Facets, select
from brightrun.usecases.parts.ordering import Order, Position, order_of
from brightrun.usecases.parts.row_cache import RowCache, Rows


class ListStore(Conversations, Datasets, Protocol):
    """What a list is read from."""


@dataclass(frozen=True, slots=True)
class RowRequest:
    """`sort` is a column, with `-` in front for descending; rows without a value come last.

    With `in_text` a search also looks at what was said, in the first 1,000 rows that the other filters leave.
    """

    filter: RowFilter
    sort: str = "ref"
    limit: int = 50
    in_text: bool = False

    @classmethod
    def of(cls, query: Mapping[str, Any]) -> RowRequest:
        """From a query's values: those of the filter, `sort`, `limit` and `in_text`."""
        chosen = {name: query[name] for name in RowFilter.model_fields if name in query}
        return cls(RowFilter.model_validate(chosen), query["sort"], query["limit"], query["in_text"])


@dataclass(frozen=True, slots=True)
class Searched:
    """How many texts a search looked into, and how many it had to leave out."""

    rows: int
    left_out: int


@dataclass(frozen=True, slots=True)
class RowPage:
    """`next` is the position of the last row when more follow. `labels` names the ids among the facets."""

    heads: list[ConversationHead]
    total: int
    facets: Facets
    revision: str
    next: Position | None
    labels: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    searched: Searched | None = None
    datasets_left_out: int = 0


def list_rows(
    scope: TenantScope,
    dataset_id: str,
    wanted: RowRequest,
    *,
    after: Position | None,
    store: ListStore,
    rows: RowCache,
) -> RowPage:
    """A page of a dataset's rows. Raises NotFound, InvalidInput for a column that can't be sorted by."""
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    order = order_of(wanted.sort)
    found = rows.rows(scope, dataset, store=store)
    return _page(scope, found, wanted, order, after, store, rows, names={dataset.id: dataset.name})


def list_all_rows(
    scope: TenantScope,
    wanted: RowRequest,
    *,
    after: Position | None,
    store: ListStore,
    rows: RowCache,
) -> RowPage:
    """A page of the rows of every dataset of a workspace; of the oldest not, when they are more than can be kept."""
    every = store.datasets(scope)
    datasets = _as_many_as_fit(every, rows.most_shards)
    names = {dataset.id: dataset.name for dataset in datasets}
    order = order_of(wanted.sort, names)
    shards = [shard for dataset in datasets for shard in rows.rows(scope, dataset, store=store).shards]
    left_out = len(every) - len(datasets)
    return _page(scope, Rows(shards), wanted, order, after, store, rows, names=names, left_out=left_out)


def _as_many_as_fit(datasets: Sequence[Dataset], most_shards: int) -> list[Dataset]:
    fitting: list[Dataset] = []
    for dataset in datasets:
        most_shards -= dataset.shard_count
        if most_shards < 0:
            break
        fitting.append(dataset)
    return fitting


def _page(
    scope: TenantScope,
    found: Rows,
    wanted: RowRequest,
    order: Order,
    after: Position | None,
    store: ListStore,
    rows: RowCache,
    *,
    names: dict[str, str],
    left_out: int = 0,
) -> RowPage:
    tests = wanted.filter.tests()
    searched: Searched | None = None
    if "q" in tests:
        texts = found.texts
        if wanted.in_text:
            said, searched = _said(scope, found.heads, tests, order, store, rows)
            texts |= {id_: f"{texts[id_]}\n{text}" for id_, text in said.items()}
        tests["q"] = _says(wanted.filter.q, texts)
    matching, facets = select(found.heads, found.entries, tests, found.values)
    order.sort(matching)
    start = 0 if after is None else order.following(matching, after)
    page = matching[start : start + wanted.limit]
    more = start + wanted.limit < len(matching)
    return RowPage(
        heads=page,
        total=len(matching),
        facets=facets,
        revision=found.revision,
        next=order.position(page[-1]) if more else None,
        labels={"dataset_id": names, "reviewer": _reviewers(found.heads)},
        searched=searched,
        datasets_left_out=left_out,
    )


def _reviewers(heads: Sequence[ConversationHead]) -> dict[str, str]:
    return {head.review.by: head.review.by_name for head in heads if head.review is not None}


def _said(
    scope: TenantScope,
    heads: Sequence[ConversationHead],
    tests: Mapping[str, Test],
    order: Order,
    store: ListStore,
    rows: RowCache,
) -> tuple[dict[str, str], Searched]:
    """The texts of the first rows that all filters but the search leave."""
    others = [test for name, test in tests.items() if name != "q"]
    left = [head for head in heads if head.current_version is not None and all(test(head) for test in others)]
    order.sort(left)
    read, cut = left[: rows.texts.most_searched], left[rows.texts.most_searched :]
    return rows.texts.texts(scope, read, store=store), Searched(len(read), len(cut))


def _says(asked: str, texts: Mapping[str, str]) -> Test:
    words = asked.casefold().split()

    def test(head: ConversationHead) -> bool:
        text = texts[head.id]
        return all(word in text for word in words)

    return test
