"""Which passages a slot is built on: relevant ones, each used about as often as the others."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, cast

from brightrun.domain.document import Chunk
from brightrun.domain.plan.request import Passage, stands_in
from brightrun.domain.plan.spread import Spread
from brightrun.domain.plan.words import SlotWords
from brightrun.domain.taxonomy import Tier

_WORD = re.compile(r"[a-z][a-z0-9']{2,}")
_COMMON = frozenset(
    [
        "the",
        "and",
        "for",
        "with",
        "that",
        "this",
        "from",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "not",
        "but",
        "you",
        "your",
        "they",
        "their",
        "them",
        "its",
        "our",
        "can",
        "may",
        "will",
        "would",
        "should",
        "could",
        "when",
        "what",
        "who",
        "how",
        "why",
        "which",
        "into",
        "than",
        "then",
        "there",
        "here",
        "each",
        "any",
        "all",
        "one",
        "two",
        "out",
        "off",
        "over",
        "under",
        "after",
        "before",
        "about",
        "more",
        "most",
        "less",
        "least",
        "very",
        "also",
        "only",
        "just",
        "been",
        "being",
        "does",
        "did",
        "doing",
        "must",
    ]
)
_RELEVANT_SHARE = 0.35
"""A passage is relevant when it has a third of the best one's weight for this slot."""

MOST_PASSAGES = 3
_FROM_DIMENSIONS = (
    "summary", "key_terms", "domain", "task_name", "claim", "scenario_type", "problem_context",
    "prompt_candidate", "section_heading", "safety_tags",
)  # fmt: skip
_SCENARIO = ("problem_context", "solution_action", "scenario_outcome")


def words_of(text: str) -> list[str]:
    """Lower-case words that carry meaning, cut to a rough stem so that plurals meet their singulars."""
    return [_stem(word) for word in _WORD.findall(text.lower()) if word not in _COMMON]


def _stem(word: str) -> str:
    for ending in ("ings", "ing", "ies", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def dimension(chunk: Chunk, name: str) -> str:
    """A dimension as one line of text; lists are joined, anything missing is empty."""
    value: Any = chunk.dimensions.get(name)
    if isinstance(value, list):
        return "; ".join(str(item) for item in cast("list[Any]", value))
    return "" if value is None or isinstance(value, bool) else " ".join(str(value).split())


class SourcePicker:
    """Finds passages for slot after slot, and keeps their use even."""

    def __init__(self, passages: Sequence[Passage], spread: Spread) -> None:
        """`passages` in a stable order."""
        self._passages = tuple(passages)
        self._spread = spread
        self._words: list[Counter[str]] = [Counter(_vocabulary(p)) for p in passages]
        found_in: Counter[str] = Counter()
        for words in self._words:
            found_in.update(words.keys())
        self._weight = {word: math.log(1 + len(passages) / count) for word, count in found_in.items()}
        self._by_query: dict[tuple[str, str, Tier], list[tuple[float, int]]] = {}

    def pick(self, words: SlotWords, where: Mapping[str, str] = MappingProxyType({})) -> tuple[Passage, ...]:
        """One to three passages, the first of which is the slot's own case. None when there are none.

        `where` may name the document, or the category of documents, that the first one has to come from.
        """
        if not self._passages:
            return ()
        ranked = self._ranked(words)
        relevant = _relevant(ranked)
        wanted = [(score, index) for score, index in ranked if stands_in(self._passages[index], where)]
        chosen = [self._least_used(_relevant(wanted) if where else relevant, words)]
        if ranked[0][0] > 0:
            while len(chosen) < MOST_PASSAGES:
                others = [(s, i) for s, i in relevant if i not in chosen]
                if not others or (len(chosen) == MOST_PASSAGES - 1 and words.tier is Tier.EDGE_CASE):
                    break
                chosen.append(self._least_used(others, words))
        for index in chosen:
            self._spread.add("chunk", index)
            self._spread.add("chunk", index, words.topic.name)
        return tuple(self._passages[index] for index in chosen)

    def _least_used(self, options: Sequence[tuple[float, int]], words: SlotWords) -> int:
        spread = self._spread
        return spread.least(
            options,
            lambda o: (
                spread.count("chunk", o[1]),
                spread.count("chunk", o[1], words.topic.name),
                -o[0],
            ),
            lambda o: self._passages[o[1]].chunk.id,
        )[1]

    def _ranked(self, words: SlotWords) -> list[tuple[float, int]]:
        kind = words.edge_case.kind if words.edge_case else ""
        key = (words.topic.name, kind, words.tier)
        known = self._by_query.get(key)
        if known is None:
            known = self._by_query[key] = sorted(
                ((self._relevance(index, words), index) for index in range(len(self._passages))),
                key=lambda scored: (-scored[0], scored[1]),
            )
        return known

    def _relevance(self, index: int, words: SlotWords) -> float:
        passage, own = self._passages[index], self._words[index]
        topic = words.topic
        query = Counter(words_of(topic.name) * 2 + words_of(" ".join(topic.keywords)))
        query.update(words_of(topic.cluster))
        if words.edge_case:
            query.update(words_of(words.edge_case.kind.replace("-", " ")))
        weight = sum(times * self._weight[word] * min(own[word], 3) for word, times in query.items() if word in own)
        if topic.content_category and topic.content_category == passage.category:
            weight *= 1.1
        if words.tier is Tier.SCENARIO and all(dimension(passage.chunk, n) for n in _SCENARIO):
            weight *= 1.5
        return weight


def _relevant(ranked: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    best = ranked[0][0] if ranked else 0.0
    return [(score, index) for score, index in ranked if score >= best * _RELEVANT_SHARE]


def _vocabulary(passage: Passage) -> Iterable[str]:
    chunk = passage.chunk
    yield from words_of(chunk.text)
    yield from words_of(passage.document_title)
    for name in _FROM_DIMENSIONS:
        yield from words_of(dimension(chunk, name)) * 2
