"""Which rows are meant: one filter for the table, a batch's selection, bulk calls and exports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any

from pydantic import Field

from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.model import Record
from brightrun.domain.taxonomy import Tier

WORDS = (
    "persona",
    "emotion",
    "arc",
    "topic",
    "intent",
    "tone",
    "content_category",
    "topic_cluster",
    "outcome",
    "tier",
    "status",
)
"""What a row says about itself in words, column by column."""

SINGLE: Mapping[str, Callable[[ConversationHead], Any]] = {
    name: attrgetter(name) for name in (*WORDS, "template_id", "template_version", "batch_id")
}
"""Dimensions in which a row has one value."""

SEVERAL: Mapping[str, Callable[[ConversationHead], Iterable[str]]] = {
    "document_id": attrgetter("source_document_ids"),
    "source_category": attrgetter("source_categories"),
    "tag": attrgetter("tags"),
    "flag": attrgetter("flags"),
}
"""Dimensions in which a row has any number of values."""

_SEARCHED = attrgetter("ref", "title", *WORDS)

Test = Callable[[ConversationHead], bool]


class RowFilter(Record):
    """Values inside one dimension are alternatives, dimensions must all hold. Empty: all rows."""

    persona: tuple[str, ...] = ()
    emotion: tuple[str, ...] = ()
    arc: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    intent: tuple[str, ...] = ()
    tone: tuple[str, ...] = ()
    content_category: tuple[str, ...] = ()
    topic_cluster: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    tier: tuple[Tier, ...] = ()
    status: tuple[Status, ...] = ()
    template_id: tuple[str, ...] = ()
    template_version: tuple[int, ...] = ()
    batch_id: tuple[str, ...] = ()
    document_id: tuple[str, ...] = ()
    source_category: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    flag: tuple[str, ...] = ()
    flagged: bool | None = None
    is_seed: bool | None = None
    min_score: float | None = Field(default=None, ge=0, le=10)
    max_score: float | None = Field(default=None, ge=0, le=10)
    q: str = Field(default="", max_length=200)

    def tests(self) -> dict[str, Test]:
        """One test for each dimension that is filtered on, by the dimension's name."""
        found: dict[str, Test] = {}
        for name, read in SINGLE.items():
            if wanted := frozenset(getattr(self, name)):
                found[name] = _one_of(read, wanted)
        for name, read_all in SEVERAL.items():
            if wanted := frozenset(getattr(self, name)):
                found[name] = _any_of(read_all, wanted)
        if self.flagged is not None:
            found["flagged"] = _equals(attrgetter("flagged"), self.flagged)
        if self.is_seed is not None:
            found["is_seed"] = _equals(attrgetter("is_seed"), self.is_seed)
        if self.min_score is not None or self.max_score is not None:
            found["score"] = _between(self.min_score, self.max_score)
        if words := self.q.casefold().split():
            found["q"] = _says(words)
        return found

    def matches(self, head: ConversationHead) -> bool:
        """Whether a row is meant. For many rows call `select`, which prepares the tests once."""
        return all(test(head) for test in self.tests().values())

    def select(self, heads: Iterable[ConversationHead]) -> list[ConversationHead]:
        """The rows that are meant, in the order in which they came."""
        tests = tuple(self.tests().values())
        return [head for head in heads if all(test(head) for test in tests)]


def _one_of(read: Callable[[ConversationHead], Any], wanted: frozenset[str]) -> Test:
    return lambda head: read(head) in wanted


def _any_of(read: Callable[[ConversationHead], Iterable[str]], wanted: frozenset[str]) -> Test:
    return lambda head: not wanted.isdisjoint(read(head))


def _equals(read: Callable[[ConversationHead], Any], wanted: bool) -> Test:  # noqa: FBT001 - the wanted value itself
    return lambda head: read(head) is wanted


def _between(least: float | None, most: float | None) -> Test:
    low = 0.0 if least is None else least
    high = 10.0 if most is None else most
    return lambda head: head.score is not None and low <= head.score <= high


def _says(words: list[str]) -> Test:
    """Every word stands somewhere in the row."""

    def test(head: ConversationHead) -> bool:
        text = "\n".join((*map(str, _SEARCHED(head)), *head.tags)).casefold()
        return all(word in text for word in words)

    return test
