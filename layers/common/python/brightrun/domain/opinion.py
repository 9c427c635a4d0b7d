"""A second opinion: what a model that reads a version says of it, by a rubric (decision 0017).

It is an opinion and not a measure: it stands beside the score, is part of none, and changes no text.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from brightrun.domain.model import Instant, Micros, Record

RUBRIC = "judge"
"""The template that asks for it."""

GOOD_ENOUGH = 6
"""From here on the rubric calls a part usable as it is (`prompts/quality/judge.md`)."""

Verdict = Literal["approve", "improve"]

LABELS = {
    "arc": "Arc progress",
    "voice": "Persona and tone",
    "facts": "Use of the source facts",
    "help": "Helpfulness and empathy",
    "safety": "Safety",
}


class OpinionPart(Record):
    """One line of the rubric: 1 to 10, why, and the message it points at, if it is about one."""

    key: str
    label: str
    score: int = Field(ge=1, le=10)
    sentence: str
    turn: int | None = None


class OpinionLine(Record):
    """What a conversation's row shows of the opinion on its current version."""

    overall: float
    verdict: Verdict
    model: str
    written_by: str
    at: Instant


class Opinion(Record):
    """An opinion on one version, with whose it is and what it cost. A newer one takes its place."""

    parts: tuple[OpinionPart, ...]
    model: str
    written_by: str
    """The model's name as the provider returned it."""
    rubric_version: int
    attempt_id: str
    cost_micros: Micros
    """Of the call that gave it."""
    at: Instant
    asked_by: str
    asked_by_name: str = ""

    @property
    def overall(self) -> float:
        """The mean of the parts, to one decimal."""
        return round(sum(part.score for part in self.parts) / len(self.parts), 1)

    @property
    def verdict(self) -> Verdict:
        """Good enough as a whole is good enough in every part: good facts do not make up for bad advice."""
        return "approve" if all(part.score >= GOOD_ENOUGH for part in self.parts) else "improve"

    @property
    def line(self) -> OpinionLine:
        return OpinionLine(
            overall=self.overall, verdict=self.verdict, model=self.model, written_by=self.written_by, at=self.at
        )
