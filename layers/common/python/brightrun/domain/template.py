"""Prompt templates: a name, and immutable versions of its text."""

from __future__ import annotations

from brightrun.domain.model import Instant, Record
from brightrun.domain.taxonomy import Tier


class Template(Record):
    """`tier` is None for the quality prompts (repair). `edge_case` is the kind it serves."""

    id: str
    name: str
    tier: Tier | None
    arc: str | None = None
    edge_case: str | None = None
    description: str = ""
    active_version: int
    latest_version: int
    updated_at: Instant
    revision: int = 1


class TemplateVersion(Record):
    """Never changed once stored. `common` is the long part that all conversations share."""

    template_id: str
    number: int
    body: str
    common: str
    parameters: tuple[str, ...]
    sha256: str
    created_at: Instant
    created_by: str
