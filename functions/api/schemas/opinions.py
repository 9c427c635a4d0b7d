"""Second opinions: what a model says of a text, how far people agree, and what may be set about it."""

from __future__ import annotations

from pydantic import Field

from brightrun.domain.model import Instant, Micros
from brightrun.domain.opinion import OpinionPart, Verdict
from functions.api.schemas.wire import Listing, Wire


class Opinion(Wire):
    """What a model that read a version says of it, by a rubric. It is part of no score."""

    overall: float
    verdict: Verdict
    parts: list[OpinionPart]
    model: str
    written_by: str
    rubric_version: int
    cost_micros: Micros
    at: Instant
    asked_by_name: str


class SecondOpinionChange(Wire):
    """What to change of it; what is left out stays."""

    on: bool | None = None
    model: str | None = Field(default=None, max_length=120)
    monthly_micros: Micros | None = None
    after_runs: bool | None = None


class Agreement(Wire):
    """How far a model's opinions go along with people's decisions. Null while there are fewer than `needed`."""

    model: str
    n: int
    agreed: int
    unseen: int
    """Of `n`: decided before the opinion was there."""
    needed: int
    share: float | None
    kappa: float | None
    kappa_low: float | None
    kappa_high: float | None
    sentence: str


class Agreements(Listing[Agreement]):
    """One for each model that has given opinions, with what they have cost this month."""

    spent_micros: Micros
    limit_micros: Micros
