"""What a score is made from, and the few measures of text that several parts share."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.document import Chunk
from brightrun.domain.score_rules import ScoreRules, TierRules
from brightrun.domain.slot import Slot
from brightrun.domain.taxonomy import Arc, Persona, Taxonomy, Topic
from brightrun.domain.version import QualityFlag, QualityPart, Turn

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)?|\d[\d,.]*")


@dataclass(frozen=True)
class Material:
    """A conversation with what was asked of it."""

    turns: tuple[Turn, ...]
    head: ConversationHead
    slot: Slot
    chunks: tuple[Chunk, ...]
    taxonomy: Taxonomy
    confidence: float | None
    confidence_reason: str
    facts_used: tuple[str, ...]
    rules: ScoreRules

    @property
    def of_tier(self) -> TierRules:
        """What the workspace asks of this tier."""
        return self.rules.of(self.head.tier)

    @cached_property
    def client(self) -> tuple[Turn, ...]:
        """What the user says."""
        return tuple(turn for turn in self.turns if turn.role == "user")

    @cached_property
    def advisor(self) -> tuple[Turn, ...]:
        """What the assistant says."""
        return tuple(turn for turn in self.turns if turn.role == "assistant")

    @cached_property
    def arc(self) -> Arc | None:
        """The planned arc, as far as the vocabulary still has it."""
        return next((arc for arc in self.taxonomy.arcs if arc.name == self.head.arc), None)

    @cached_property
    def persona(self) -> Persona | None:
        """The planned persona, as far as the vocabulary still has it."""
        return next((p for p in self.taxonomy.personas if p.name == self.head.persona), None)

    @cached_property
    def topic(self) -> Topic:
        """The planned topic."""
        known = (topic for topic in self.taxonomy.topics if topic.name == self.head.topic)
        return next(known, Topic(name=self.head.topic or "-"))


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the score with what it raises. `fault` caps the whole score."""

    part: QualityPart
    flags: tuple[QualityFlag, ...] = ()
    faults: tuple[str, ...] = ()


def words_in(text: str) -> list[str]:
    """Lower-case words and numbers, in order."""
    return [word.lower().replace("\u2019", "'") for word in _WORD.findall(text)]


def part(key: str, score: float | None, sentence: str, turn: int | None = None) -> QualityPart:
    """A part by its key, between 1 and 10 with one decimal, not weighed yet; None: it was not assessed."""
    bounded = None if score is None else round(min(10.0, max(1.0, score)), 1)
    return QualityPart(key=key, label=PARTS[key], score=bounded, weight=0.0, sentence=sentence, turn=turn)


def slope(value: float, points: Sequence[tuple[float, float]]) -> float:
    """The score at `value` on a line through (value, score) points that rise in value."""
    if value <= points[0][0]:
        return points[0][1]
    for (low, from_score), (high, to_score) in itertools.pairwise(points):
        if value <= high:
            return from_score + (to_score - from_score) * (value - low) / (high - low)
    return points[-1][1]


PARTS = {
    "structure": "Structure",
    "length": "Length",
    "arc": "Arc",
    "voice": "Persona and tone",
    "facts": "Subject and source facts",
    "repetition": "Repetition",
    "confidence": "Claude's own confidence",
}
"""The label of each part; its weight is the workspace's (`Weights`)."""
