"""Which rows are meant: one filter for the table, a batch's selection, bulk calls and exports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from operator import attrgetter
from typing import Any, Literal

from pydantic import Field

from brightrun.domain.conversation import WRITTEN, ConversationHead, Status
from brightrun.domain.dimensions import PASSAGE_FILTERS
from brightrun.domain.model import Instant, Record
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

Band = Literal["low", "fair", "good", "none"]
"""Below 6, 6 to 8, above 8, and no score at all."""

ReviewState = Literal["not_reviewed", "approved", "rejected", "flagged"]
"""What came of reading it. One can be flagged, by a check or for an edit, and not reviewed at once."""


def band_of(head: ConversationHead) -> Band:
    if head.score is None:
        return "none"
    return "low" if head.score < 6 else "good" if head.score > 8 else "fair"


def review_states(head: ConversationHead) -> tuple[ReviewState, ...]:
    """None for what is not written: there is nothing to review."""
    if head.status not in WRITTEN:
        return ()
    decision = None if head.review is None else head.review.decision
    mark: tuple[ReviewState, ...] = ("flagged",) if head.flags or decision == "needs_edit" else ()
    if decision == "approve":
        return ("approved", *mark)
    if decision == "reject":
        return ("rejected", *mark)
    return mark if decision == "needs_edit" else ("not_reviewed", *mark)


def _reviewer(head: ConversationHead) -> str | None:
    return None if head.review is None else head.review.by


SINGLE: Mapping[str, Callable[[ConversationHead], Any]] = {
    **{name: attrgetter(name) for name in ("id", *WORDS, "dataset_id", "template_id", "template_version", "batch_id")},
    "band": band_of,
    "reviewer": _reviewer,
}
"""Dimensions in which a row has one value, or none."""


def _of_passages(name: str) -> Callable[[ConversationHead], Iterable[str]]:
    return lambda head: head.passage_words.get(name, ())


SEVERAL: Mapping[str, Callable[[ConversationHead], Iterable[str]]] = {
    "document_id": attrgetter("source_document_ids"),
    "source_category": attrgetter("source_categories"),
    "tag": attrgetter("tags"),
    "flag": attrgetter("flags"),
    "review": review_states,
    **{name: _of_passages(name) for name in PASSAGE_FILTERS},
}
"""Dimensions in which a row has any number of values."""

_SEARCHED = attrgetter("ref", "title", *WORDS)


def _reviewed_at(head: ConversationHead) -> datetime | None:
    return None if head.review is None else head.review.at


Test = Callable[[ConversationHead], bool]
Moment = Callable[[ConversationHead], datetime | None]
_MOMENTS: Mapping[str, Moment] = {"generated": attrgetter("generated_at"), "reviewed": _reviewed_at}


class RowFilter(Record):
    """Values inside one dimension are alternatives, dimensions must all hold. Empty: all rows."""

    id: tuple[str, ...] = Field(default=(), max_length=200)
    ref: tuple[str, ...] = ()
    """Short readable ids."""
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
    dataset_id: tuple[str, ...] = ()
    review: tuple[ReviewState, ...] = ()
    reviewer: tuple[str, ...] = ()
    """Ids of people."""
    band: tuple[Band, ...] = ()
    """With a range of scores beside it, what is in either is meant."""
    expertise_level: tuple[str, ...] = ()
    emotional_valence: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    scenario_type: tuple[str, ...] = ()
    generated_from: Instant | None = None
    generated_to: Instant | None = None
    reviewed_from: Instant | None = None
    reviewed_to: Instant | None = None
    flagged: bool | None = None
    is_seed: bool | None = None
    min_score: float | None = Field(default=None, ge=0, le=10)
    max_score: float | None = Field(default=None, ge=0, le=10)
    q: str = Field(default="", max_length=200)

    def tests(self) -> dict[str, Test]:
        """One test for each dimension that is filtered on, by the dimension's name."""
        found: dict[str, Test] = {}
        for name, read in SINGLE.items():
            if name != "band" and (wanted := frozenset(getattr(self, name))):
                found[name] = _one_of(read, wanted)
        for name, read_all in SEVERAL.items():
            if wanted := frozenset(getattr(self, name)):
                found[name] = _any_of(read_all, wanted)
        if self.ref:
            found["ref"] = _one_of(attrgetter("ref"), frozenset(self.ref))
        for name in ("flagged", "is_seed"):
            if (chosen := getattr(self, name)) is not None:
                found[name] = _equals(attrgetter(name), chosen)
        if score := self._score():
            found["band"] = score
        found |= {name: test for name, moment in _MOMENTS.items() if (test := self._within(name, moment))}
        if words := self.q.casefold().split():
            found["q"] = _says(words)
        return found

    def _score(self) -> Test | None:
        """Bands and the range are alternatives of one dimension."""
        ranged = self.min_score is not None or self.max_score is not None
        inside = _between(self.min_score, self.max_score)
        if not self.band:
            return inside if ranged else None
        banded = _one_of(band_of, frozenset(self.band))
        return (lambda head: banded(head) or inside(head)) if ranged else banded

    def _within(self, name: str, moment: Moment) -> Test | None:
        since, until = getattr(self, f"{name}_from"), getattr(self, f"{name}_to")
        return _within(moment, since, until) if since or until else None

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


def _within(
    read: Callable[[ConversationHead], datetime | None], since: datetime | None, until: datetime | None
) -> Test:
    """From the first moment on, before the second."""

    def test(head: ConversationHead) -> bool:
        moment = read(head)
        return moment is not None and (since is None or moment >= since) and (until is None or moment < until)

    return test


def searched_text(head: ConversationHead) -> str:
    """Everything that a row shows in words, in small letters."""
    shown = [*map(str, _SEARCHED(head)), *head.tags, *head.source_categories]
    if head.score is not None:
        shown.append(f"{head.score:.1f}")
    if head.review is not None:
        shown.append(head.review.by_name)
    return "\n".join(shown).casefold()


def _says(words: list[str]) -> Test:
    """Every word stands somewhere in the row."""

    def test(head: ConversationHead) -> bool:
        text = searched_text(head)
        return all(word in text for word in words)

    return test
