"""Prompt templates, their versions, how they do and what they turn into."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field

from brightrun.domain.model import Instant, Micros
from brightrun.domain.placeholders import MAY_BE_EMPTY, REQUIRED, SOURCES, Source
from brightrun.domain.taxonomy import Tier
from brightrun.domain.template_usage import Interval as Range
from brightrun.domain.template_usage import Tally
from brightrun.usecases.parts.template_shelf import Held
from functions.api.schemas.wire import Listing, Wire

LONGEST_BODY = 40_000


class Share(Wire):
    """A version in use and its percent of the conversations to come."""

    version: int = Field(ge=1, le=9_999)
    percent: int = Field(ge=0, le=100)


class Interval(Wire):
    """The likely range (95 of 100)."""

    low: float
    high: float


class Usage(Wire):
    """Exact counts over the conversations that show a text of it. Ranges only from 30 on."""

    conversations: int
    scored: int
    mean_score: float | None
    score_interval: Interval | None
    read: int
    approved: int
    approval: float | None
    approval_interval: Interval | None
    cost_micros: Micros
    cost_per_approved_micros: Micros | None

    @classmethod
    def of_tally(cls, tally: Tally) -> Self:
        score, approval = tally.score_interval, tally.approval_interval
        return cls.of(tally, score_interval=_interval(score), approval_interval=_interval(approval))


class UsedIn(Wire):
    """A dataset in which conversations show a text of this version."""

    dataset_id: str
    dataset_name: str
    conversations: int


class VersionUsage(Usage):
    number: int
    used_in: list[UsedIn]


class Verdict(Wire):
    """What may be concluded, in a sentence that does not claim more."""

    sentence: str
    leader: int | None
    settled: bool
    more_needed: int | None


class TemplateUsage(Wire):
    """A template's figures, version by version, newest first."""

    total: Usage
    versions: list[VersionUsage]
    verdict: Verdict


class Template(Wire):
    """A prompt template. `tier` is null for the quality prompts; `own`: this workspace changed or made it."""

    id: str
    name: str
    tier: Tier | None
    arc: str | None
    edge_case: str | None
    description: str
    state: Literal["active", "off", "retired"]
    own: bool
    active_version: int
    latest_version: int
    shares: list[Share]
    updated_at: Instant
    revision: int
    usage: Usage

    @classmethod
    def held(cls, held: Held, tally: Tally, **more: object) -> Self:
        shares = [Share(version=number, percent=share) for number, share in held.template.in_use.items()]
        return cls.of(held.template, own=held.is_own, shares=shares, usage=Usage.of_tally(tally), **more)


class Parameter(Wire):
    """Something that a template may ask for: where its value comes from and which tiers must ask for it."""

    name: str
    source: Source
    may_be_empty: bool
    required_in: list[Tier]


class Templates(Listing[Template]):
    """All templates, by tier and name, and the parameters that their texts may ask for."""

    parameters: list[Parameter]


class TemplateVersion(Wire):
    number: int
    body: str
    parameters: list[str]
    sha256: str
    note: str
    created_at: Instant
    created_by: str
    created_by_name: str


class TemplateInFull(Template):
    """A template with all its versions, newest first."""

    versions: list[TemplateVersion]


class NewTemplate(Wire):
    """A template of one's own, in use at once."""

    name: str = Field(min_length=1, max_length=120)
    tier: Tier
    arc: str | None = Field(default=None, max_length=80)
    edge_case: str | None = Field(default=None, max_length=80)
    description: str = Field(default="", max_length=400)
    body: str = Field(min_length=1, max_length=LONGEST_BODY)


class TemplateImport(Wire):
    """A file's text, with or without front matter. `name` counts when the file gives none."""

    text: str = Field(min_length=1, max_length=LONGEST_BODY)
    name: str = Field(default="", max_length=120)


class NewVersion(Wire):
    """A new text. `percent` of the conversations to come are written with it; 0 keeps it off for now."""

    body: str = Field(min_length=1, max_length=LONGEST_BODY)
    percent: int = Field(default=0, ge=0, le=100)
    note: str = Field(default="", max_length=400)


class Shares(Wire):
    """The versions in use; the others are off. Percents make 100."""

    shares: list[Share] = Field(min_length=1, max_length=20)


class TemplateState(Wire):
    """On, off, or retired for good."""

    state: Literal["active", "off", "retired"]


class Duplicate(Wire):
    name: str = Field(default="", max_length=120)


class TemplateCheckRequest(Wire):
    tier: Tier
    body: str = Field(max_length=LONGEST_BODY)


class ParameterProblem(Wire):
    """One thing that stops a text from being saved."""

    name: str
    kind: Literal["unknown", "missing", "other_tier", "mark"]
    suggestion: str | None
    sentence: str


class TemplateCheck(Wire):
    """Everything that stops a text from being saved; empty: it can be."""

    problems: list[ParameterProblem]


class TemplatePreviewRequest(Wire):
    """The conversation whose parameters fill the template; a version or an unsaved text, else what would be sent."""

    conversation_id: str = Field(min_length=1, max_length=40)
    version: int | None = Field(default=None, ge=1, le=9_999)
    body: str | None = Field(default=None, min_length=1, max_length=LONGEST_BODY)


class TemplatePreview(Wire):
    """The prompt as it would be sent, and parameters that are missing or unknown."""

    system: str
    prompt: str
    missing: list[str]
    unknown: list[str]


def all_parameters() -> list[Parameter]:
    return [
        Parameter(
            name=name,
            source=source,
            may_be_empty=name in MAY_BE_EMPTY,
            required_in=[tier for tier in Tier if name in REQUIRED[tier]],
        )
        for name, source in SOURCES.items()
    ]


def _interval(found: Range | None) -> Interval | None:
    return Interval.of(found) if found else None
