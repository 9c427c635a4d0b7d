"""The content of a conversation: immutable versions, each with turns and a judged quality."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from pydantic import Field

from brightrun.domain.model import Instant, Micros, Record
from brightrun.domain.opinion import Opinion

MOST_TURNS = 40
"""An answer with more turns is a paid failure kept in the payload store (design §3a)."""


class Turn(Record):
    """One message. `number` counts from 1."""

    number: int = Field(ge=1, le=MOST_TURNS)
    role: Literal["user", "assistant"]
    content: str = Field(min_length=1, max_length=60_000)


class QualityPart(Record):
    """One measured part of a score: 1-10 or None ("not assessed"), its weight, why, and the turn it points at."""

    key: str
    label: str
    score: float | None
    weight: float
    sentence: str
    turn: int | None = None


class QualityFlag(Record):
    """Something a person must look at, whatever the score."""

    code: str
    sentence: str
    turn: int | None = None


class Claim(Record):
    """A figure, a name or a run of words in a turn, and the passage that says so, says otherwise, or is missing.

    Places are character offsets into the turn's content and into the passage's text.
    """

    turn: int
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    kind: Literal["figure", "name", "words"]
    state: Literal["found", "differs", "unsupported"]
    passage: str | None = None
    """The label that the passage had in the prompt: `F1`, `F2` …"""
    passage_start: int | None = None
    passage_end: int | None = None


class Band(StrEnum):
    LOW = "low"
    FAIR = "fair"
    GOOD = "good"


class Quality(Record):
    """A composite score from 1.0 to 10.0 (one decimal) with every part's reason."""

    score: float
    band: Band
    formula: str
    parts: tuple[QualityPart, ...]
    flags: tuple[QualityFlag, ...] = ()
    claims: tuple[Claim, ...] = ()


def band_of(score: float) -> Band:
    """Below 6 low, 6 to 8 fair, above 8 good (IS4.10)."""
    if score < 6:
        return Band.LOW
    return Band.FAIR if score <= 8 else Band.GOOD


def words_of_turns(turns: Iterable[Turn]) -> int:
    """How many words are said in all of them."""
    return sum(len(turn.content.split()) for turn in turns)


class Removal(Record):
    """Who took a version's text away, and when."""

    by: str
    by_name: str
    at: Instant


class Version(Record):
    """One content of a conversation, by a paid attempt, an edit or an import."""

    conversation_id: str
    number: int = Field(ge=1)
    origin: Literal["attempt", "edit", "import"]
    title: str
    turn_count: int
    quality: Quality
    model: str = ""
    written_by: str = ""
    """The model's name as the provider returned it; an edit keeps its base's, an import has none."""
    template_id: str = ""
    template_version: int = 0
    parameters: dict[str, str] = Field(default_factory=dict)
    confidence: float | None = None
    confidence_reason: str = ""
    facts_used: tuple[str, ...] = ()
    sketch: str = ""
    """A small one of its text (`near`), by which near duplicates are found; empty for a version before sketches."""
    words: int | None = None
    """Of all its messages; None for a version from before they were counted."""
    attempt_id: str | None = None
    cost_micros: Micros = 0
    """Of the call that wrote it; earlier calls that came to nothing are the conversation's."""
    base_version: int | None = None
    """The version that it was made from, by a rewrite or an edit."""
    instruction: str = ""
    """What a rewrite was told to change."""
    created_at: Instant
    created_by: str
    created_by_name: str = ""
    changed_at: Instant | None = None
    """When its author last typed in it, for an edit."""
    opinion: Opinion | None = None
    """What a model that read it said of it, when somebody asked."""
    removed: Removal | None = None
    """Set when its text was deleted: the line in the history, its score and its cost stay."""

    def without_text(self, removal: Removal) -> Version:
        quality = self.quality.model_copy(update={"parts": (), "flags": (), "claims": ()})
        gone = {
            "title": "",
            "instruction": "",
            "confidence_reason": "",
            "facts_used": (),
            "sketch": "",
            "opinion": None,
        }
        return self.model_copy(update={**gone, "quality": quality, "removed": removal})

    @property
    def shown(self) -> dict[str, object]:
        """The part of the conversation's row that shows this version."""
        return {
            "title": self.title,
            "current_version": self.number,
            "turn_count": self.turn_count,
            "score": self.quality.score,
            "flags": tuple(dict.fromkeys(flag.code for flag in self.quality.flags)),
            "written_by": self.written_by,
            "template_id": self.template_id or None,
            "template_version": self.template_version or None,
            "generated_at": self.created_at,
            "sketch": self.sketch,
            "words": self.words,
            "opinion": self.opinion.line if self.opinion else None,
        }
