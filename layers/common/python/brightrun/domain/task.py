"""What the calls of a run do: write conversations, change what was written, or give an opinion on it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from brightrun.domain.model import Record
from brightrun.domain.version import MOST_TURNS

MOST_OF_AN_INSTRUCTION = 2_000
"""Characters: about a page, far more than anybody types."""

TaskKind = Literal["write", "rewrite", "judge"]


class Task(Record):
    """Stored with its run; every prompt, estimate and version of the run is made by it.

    `write`: with the template named here, or each conversation's own; a version of it without a number is the
    one in use. `rewrite`: `instruction` applied to the whole conversation, or to the message `turn` of it;
    `base_version` is the version to start from, or each conversation's current one. `judge`: a second opinion on
    `base_version`, or on each conversation's current one; no text changes.
    """

    kind: TaskKind = "write"
    template_id: str | None = Field(default=None, max_length=64)
    template_version: int | None = Field(default=None, ge=1)
    instruction: str = Field(default="", max_length=MOST_OF_AN_INSTRUCTION)
    turn: int | None = Field(default=None, ge=1, le=MOST_TURNS)
    base_version: int | None = Field(default=None, ge=1)

    @model_validator(mode="after")
    def _only_its_own(self) -> Task:
        rewrites = (self.instruction.strip(), self.turn, self.base_version)
        if self.kind == "write" and any(rewrites):
            raise ValueError("an instruction, a message and a version belong to a rewrite")
        if self.kind == "rewrite" and not self.instruction.strip():
            raise ValueError("say what should change")
        if self.kind == "rewrite" and self.template_id:
            raise ValueError("a rewrite has no template")
        if self.kind == "judge" and (self.instruction.strip() or self.turn or self.template_id):
            raise ValueError("a second opinion is on a whole version and has no template or instruction")
        if self.template_version and not self.template_id:
            raise ValueError("a version needs its template")
        return self
