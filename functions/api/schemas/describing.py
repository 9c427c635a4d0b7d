"""What people say of a conversation: what it is filed under, and the situation that it is written from."""

from __future__ import annotations

from pydantic import Field

from functions.api.schemas.wire import Wire

LONGEST_SITUATION = 2_000


class Description(Wire):
    """What a conversation is filed under; what is left out stays."""

    persona: str | None = Field(default=None, max_length=120)
    emotion: str | None = Field(default=None, max_length=120)
    topic: str | None = Field(default=None, max_length=120)
    intent: str | None = Field(default=None, max_length=120)
    tone: str | None = Field(default=None, max_length=120)
    content_category: str | None = Field(default=None, max_length=120)
    topic_cluster: str | None = Field(default=None, max_length=120)
    outcome: str | None = Field(default=None, max_length=120)
    tags: list[str] | None = Field(default=None, max_length=100)


class Situation(Wire):
    """What the plan tells of the situation; what is left out stays."""

    situation: str | None = Field(default=None, max_length=LONGEST_SITUATION)
    problem_context: str | None = Field(default=None, max_length=LONGEST_SITUATION)
    solution_action: str | None = Field(default=None, max_length=LONGEST_SITUATION)
    scenario_outcome: str | None = Field(default=None, max_length=LONGEST_SITUATION)
