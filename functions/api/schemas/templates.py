"""Prompt templates and what they turn into."""

from __future__ import annotations

from pydantic import Field

from brightrun.domain.model import Instant
from brightrun.domain.taxonomy import Tier
from functions.api.schemas.wire import Listing, Wire


class Template(Wire):
    """A prompt template. `tier` is null for the quality prompts."""

    id: str
    name: str
    tier: Tier | None
    arc: str | None
    edge_case: str | None
    description: str
    active_version: int
    latest_version: int
    updated_at: Instant


class Templates(Listing[Template]):
    """All templates, by tier and name."""


class TemplateVersion(Wire):
    number: int
    body: str
    parameters: list[str]
    sha256: str
    created_at: Instant
    created_by: str


class TemplateInFull(Template):
    """A template with all its versions, newest first."""

    versions: list[TemplateVersion]


class TemplatePreviewRequest(Wire):
    """The conversation whose parameters fill the template."""

    conversation_id: str = Field(min_length=1, max_length=40)


class TemplatePreview(Wire):
    """The prompt as it would be sent, and parameters that are missing or unknown."""

    system: str
    prompt: str
    missing: list[str]
    unknown: list[str]
