"""The orders in which rows can be shown, and where in an order a page goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.errors import InvalidInput
from brightrun.domain.row_filter import WORDS

Value = Callable[[ConversationHead], Any]
Position = tuple[int, Any, str]
"""Whether there is a value, the value, the id: a total order that JSON can carry."""

_TEXT = ("title", *WORDS)
_NUMBERS = ("score", "turn_count", "cost_micros", "paid_attempts", "template_version")
_TIMES = ("created_at", "updated_at", "generated_at")


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


def order_of(sort: str, datasets: Mapping[str, str] | None = None) -> Order:
    """The order that a column name asks for, `-` in front for descending. `datasets` is their names by id."""
    name = sort.removeprefix("-")
    columns = _COLUMNS if datasets is None else {**_COLUMNS, "dataset": _dataset(datasets)}
    if name not in columns:
        raise InvalidInput(
            f"This table can't be sorted by {name}.",
            code="bad_sort",
            fields=[("sort", f"one of {', '.join(sorted(columns))}, or with - before it")],
        )
    return Order(columns[name], descending=sort.startswith("-"))


def _dataset(names: Mapping[str, str]) -> Value:
    return lambda head: names[head.dataset_id].casefold()


def _number(head: ConversationHead) -> int:
    return int(head.ref.rpartition("-")[2])


def _text(name: str) -> Value:
    read = attrgetter(name)
    return lambda head: str(read(head)).casefold()


def _words(name: str) -> Value:
    """Of a column with any number of words; rows with none come last."""
    read = attrgetter(name)
    return lambda head: ", ".join(read(head)).casefold() or None


def _time(name: str) -> Value:
    read = attrgetter(name)

    def value(head: ConversationHead) -> float | None:
        moment = read(head)
        return None if moment is None else moment.timestamp()

    return value


def _reviewed_at(head: ConversationHead) -> float | None:
    return None if head.review is None else head.review.at.timestamp()


def _reviewer(head: ConversationHead) -> str | None:
    return None if head.review is None else head.review.by_name.casefold()


def _opinion(head: ConversationHead) -> float | None:
    return None if head.opinion is None else head.opinion.overall


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
    "template_id": attrgetter("template_id"),
    "opinion": _opinion,
    "tags": _words("tags"),
    "source_categories": _words("source_categories"),
    "reviewed_at": _reviewed_at,
    "reviewer": _reviewer,
}
