"""What a workspace may set about the score: ranges by tier and the weights of the parts (decision 0012)."""

from __future__ import annotations

from pydantic import Field, model_validator

from brightrun.domain.model import Record
from brightrun.domain.taxonomy import Tier

NEVER_LEFT_OUT = ("structure", "length", "voice", "facts", "repetition")
"""Parts that can be measured on any conversation; the others may have nothing to measure."""


class Range(Record):
    """From `least` to `most`, both included."""

    least: int = Field(ge=1, le=1_000)
    most: int = Field(ge=1, le=1_000)

    @model_validator(mode="after")
    def _in_order(self) -> Range:
        if self.least > self.most:
            raise ValueError("the least is more than the most")
        return self

    def holds(self, value: int) -> bool:
        return self.least <= value <= self.most


class TierRules(Record):
    """Messages of a good conversation of a tier, and words of a good message of each voice."""

    messages: Range = Range(least=8, most=16)
    """IS3.5 and IS4.10: 8 to 16 are optimal."""
    client_words: Range = Range(least=12, most=60)
    advisor_words: Range = Range(least=40, most=120)
    """What the house prompt asks for."""


class Weights(Record):
    """Shares of the seven parts; only their proportions count."""

    structure: int = Field(default=20, ge=0, le=100)
    length: int = Field(default=12, ge=0, le=100)
    arc: int = Field(default=18, ge=0, le=100)
    voice: int = Field(default=12, ge=0, le=100)
    facts: int = Field(default=20, ge=0, le=100)
    repetition: int = Field(default=12, ge=0, le=100)
    confidence: int = Field(default=6, ge=0, le=100)

    @model_validator(mode="after")
    def _something_counts(self) -> Weights:
        if not any(getattr(self, name) for name in NEVER_LEFT_OUT):
            raise ValueError(f"one of {', '.join(NEVER_LEFT_OUT)} has to count")
        return self

    def share(self, part: str) -> float:
        """A part's share of the whole, 0 to 1."""
        return getattr(self, part) / sum(self.model_dump().values())


class ScoreRules(Record):
    """How conversations are scored in a workspace."""

    template: TierRules = TierRules()
    scenario: TierRules = TierRules()
    edge_case: TierRules = TierRules()
    weights: Weights = Weights()

    def of(self, tier: Tier) -> TierRules:
        return getattr(self, tier.value)
