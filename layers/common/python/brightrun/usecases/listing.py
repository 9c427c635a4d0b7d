"""The table of conversations: filters, search, order, exact totals and counts, page after page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import InvalidInput, NotFound
from brightrun.domain.row_filter import SEVERAL, SINGLE, RowFilter
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations, Datasets
from brightrun.usecases.parts.row_cache import RowCache

FACETS: Mapping[str, Callable[[ConversationHead], Iterable[Any]]] = {
    **{
        name: (lambda head, read=read: (read(head),))
        for name, read in SINGLE.items()
        if name not in {"batch_id", "template_id"}
    },
    **SEVERAL,
    "flagged": lambda head: (str(head.flagged).lower(),),
}
"""What can be counted, and the values that a row adds to each count."""

_TEXT = (
    "ref title persona emotion arc topic intent tone content_category topic_cluster outcome tier status"
).split()
_NUMBERS = ("score", "turn_count", "cost_micros", "paid_attempts")
_TIMES = ("created_at", "updated_at", "generated_at")

SortKey = Callable[[ConversationHead], tuple[Any, ...]]


class ListStore(Conversations, Datasets, Protocol):
    """What a list is read from."""


@dataclass(frozen=True, slots=True)
class RowRequest:
    """`sort` is a column, with `-` in front for descending; rows without a value come last."""

    filter: RowFilter
    sort: str = "ref"
    limit: int = 50

    @classmethod
    def of(cls, query: Mapping[str, Any]) -> RowRequest:
        """From a query's values: those of the filter, `sort` and `limit`."""
        chosen = {name: query[name] for name in RowFilter.model_fields if name in query}
        return cls(RowFilter.model_validate(chosen), query["sort"], query["limit"])


@dataclass(frozen=True, slots=True)
class RowPage:
    """`next` is the position of the last row when more follow."""

    heads: list[ConversationHead]
    total: int
    facets: dict[str, dict[str, int]]
    revision: str
    next: list[Any] | None


def list_rows(
    scope: TenantScope,
    dataset_id: str,
    wanted: RowRequest,
    *,
    after: Sequence[Any] | None,
    store: ListStore,
    rows: RowCache,
) -> RowPage:
    """A page of rows. Raises NotFound, InvalidInput for a column that can't be sorted by."""
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    order = sort_key(wanted.sort)
    found = rows.rows(scope, dataset, store=store)
    matching, facets = _select(found.heads, wanted.filter)
    matching.sort(key=order)
    start = 0 if after is None else _following(matching, order, after)
    page = matching[start : start + wanted.limit]
    more = start + wanted.limit < len(matching)
    return RowPage(
        heads=page,
        total=len(matching),
        facets=facets,
        revision=found.revision,
        next=list(order(page[-1])) if more else None,
    )


def sort_key(sort: str) -> SortKey:
    """A total order, as values that JSON can carry: (without a value, value, id)."""
    name, descending = sort.removeprefix("-"), sort.startswith("-")
    if name == "ref":
        name = "number"
    if name in _NUMBERS:
        return _ordered(attrgetter(name), -1 if descending else 1)
    if name in _TIMES:
        read = attrgetter(name)
        return _ordered(
            lambda head: None if read(head) is None else read(head).timestamp(),
            -1 if descending else 1,
        )
    if name == "number":
        return _ordered(_number, -1 if descending else 1)
    if name in _TEXT:
        read_text = attrgetter(name)
        fold = _reversed if descending else _folded
        return lambda head: (0, fold(str(read_text(head))), head.id)
    raise InvalidInput(
        f"This table can't be sorted by {name}.",
        code="bad_sort",
        fields=[("sort", f"one of {', '.join(sorted({*_TEXT, *_NUMBERS, *_TIMES}))}, or with - before it")],
    )


def _ordered(read: Callable[[ConversationHead], float | None], sign: int) -> SortKey:
    def key(head: ConversationHead) -> tuple[Any, ...]:
        value = read(head)
        return (1, 0, head.id) if value is None else (0, sign * value, head.id)

    return key


def _number(head: ConversationHead) -> float:
    return int(head.ref.rpartition("-")[2])


def _folded(text: str) -> list[int]:
    return [ord(letter) for letter in text.casefold()]


def _reversed(text: str) -> list[int]:
    """Sorts texts backwards; the end mark keeps a longer text before its own beginning."""
    return [-ord(letter) for letter in text.casefold()] + [1]


def _following(heads: list[ConversationHead], order: SortKey, after: Sequence[Any]) -> int:
    """Where the rows behind a position begin, also when the row that stood there is gone."""
    position = tuple(after)
    low, high = 0, len(heads)
    while low < high:
        middle = (low + high) // 2
        if order(heads[middle]) <= position:
            low = middle + 1
        else:
            high = middle
    return low


def _select(
    heads: Sequence[ConversationHead], wanted: RowFilter
) -> tuple[list[ConversationHead], dict[str, dict[str, int]]]:
    """The rows that match, and for each dimension how many each value has.

    A dimension is counted over the rows that its own filter alone keeps out or in, so that a reader
    sees what choosing another value there would give.
    """
    tests = wanted.tests()
    matching: list[ConversationHead] = []
    by_facet: dict[str, list[ConversationHead]] = {name: [] for name in tests}
    for head in heads:
        failed = [name for name, test in tests.items() if not test(head)]
        if not failed:
            matching.append(head)
        elif len(failed) == 1:
            by_facet[failed[0]].append(head)
    facets: dict[str, dict[str, int]] = {}
    for name, values in FACETS.items():
        counts: dict[str, int] = {}
        for head in (*matching, *by_facet.get(name, ())):
            for value in values(head):
                counts[value] = counts.get(value, 0) + 1
        facets[name] = {str(value): counts[value] for value in sorted(counts)}
    return matching, facets
