"""The table of conversations: filters, search, order, exact totals and counts, page after page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import Any, Protocol

from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.errors import InvalidInput, NotFound
from brightrun.domain.row_filter import SEVERAL, SINGLE, WORDS, RowFilter
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations, Datasets
from brightrun.usecases.parts.row_cache import RowCache

_NOT_COUNTED = {"batch_id", "template_id", "template_version"}
_COUNTED_ONE = {name: read for name, read in SINGLE.items() if name not in _NOT_COUNTED}
_TEXT = ("title", *WORDS)
_NUMBERS = ("score", "turn_count", "cost_micros", "paid_attempts")
_TIMES = ("created_at", "updated_at", "generated_at")

Value = Callable[[ConversationHead], Any]
Position = tuple[int, Any, str]
"""Whether there is a value, the value, the id: a total order that JSON can carry."""


@dataclass(frozen=True, slots=True)
class Order:
    """An order of rows. Rows without a value come last, whichever way it runs."""

    value: Value
    descending: bool

    def position(self, head: ConversationHead) -> Position:
        value = self.value(head)
        if value is None:
            return (0 if self.descending else 1, 0, head.id)
        return (1 if self.descending else 0, value, head.id)

    def sort(self, heads: list[ConversationHead]) -> None:
        heads.sort(key=self.position, reverse=self.descending)

    def following(self, heads: Sequence[ConversationHead], after: Position) -> int:
        """Where the rows behind a position begin, also when the row that stood there is gone."""
        low, high = 0, len(heads)
        while low < high:
            middle = (low + high) // 2
            here = self.position(heads[middle])
            passed = here >= after if self.descending else here <= after
            low, high = (middle + 1, high) if passed else (low, middle)
        return low


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
    next: Position | None


def list_rows(
    scope: TenantScope,
    dataset_id: str,
    wanted: RowRequest,
    *,
    after: Position | None,
    store: ListStore,
    rows: RowCache,
) -> RowPage:
    """A page of rows. Raises NotFound, InvalidInput for a column that can't be sorted by."""
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    order = order_of(wanted.sort)
    found = rows.rows(scope, dataset, store=store)
    matching, facets = _select(found.heads, wanted.filter)
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
    )


def order_of(sort: str) -> Order:
    """The order that a column name asks for, `-` in front for descending."""
    name = sort.removeprefix("-")
    if name not in _COLUMNS:
        raise InvalidInput(
            f"This table can't be sorted by {name}.",
            code="bad_sort",
            fields=[("sort", f"one of {', '.join(sorted(_COLUMNS))}, or with - before it")],
        )
    return Order(_COLUMNS[name], descending=sort.startswith("-"))


def _number(head: ConversationHead) -> int:
    return int(head.ref.rpartition("-")[2])


def _text(name: str) -> Value:
    read = attrgetter(name)
    return lambda head: str(read(head)).casefold()


def _time(name: str) -> Value:
    read = attrgetter(name)

    def value(head: ConversationHead) -> float | None:
        moment = read(head)
        return None if moment is None else moment.timestamp()

    return value


_DECIDED = 1_000.0
_TURN = {
    Status.FAILED: 0.0,
    Status.NEEDS_EDIT: 200.0,
    Status.GENERATING: 300.0,
    Status.QUEUED: 400.0,
    Status.PLANNED: 500.0,
}


def _attention(head: ConversationHead) -> float:
    """What needs a person first: failed, then flagged, then the unread by their score; the decided last."""
    if head.status is Status.GENERATED:
        return (10.0 if head.flagged else 100.0) + (head.score or 0.0)
    return _TURN.get(head.status, _DECIDED)


_COLUMNS: Mapping[str, Value] = {
    "attention": _attention,
    "ref": _number,
    **{name: _text(name) for name in _TEXT},
    **{name: attrgetter(name) for name in _NUMBERS},
    **{name: _time(name) for name in _TIMES},
}


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
    return matching, {
        name: _counts(name, [*matching, *by_facet.get(name, ())]) for name in (*_COUNTED_ONE, *SEVERAL, "flagged")
    }


def _counts(name: str, heads: list[ConversationHead]) -> dict[str, int]:
    values: Iterable[Any]
    if name in SEVERAL:
        values = chain.from_iterable(map(SEVERAL[name], heads))
    elif name == "flagged":
        values = ("true" if head.flags else "false" for head in heads)
    else:
        values = map(_COUNTED_ONE[name], heads)
    counted = Counter(values)
    return {str(value): counted[value] for value in sorted(counted)}
