"""What is asked of the model for a brief, the same in every mode."""

from __future__ import annotations

from brightrun.domain.provider import ModelRequest
from brightrun.domain.timing import CALL_LIMIT_SECONDS, STALL_LIMIT_SECONDS
from brightrun.usecases.parts.brief import Brief


def model_request(brief: Brief) -> ModelRequest:
    return ModelRequest(
        model=brief.model.id,
        prompt=brief.prompt,
        answer_schema=brief.answer_schema,
        max_tokens=brief.max_tokens,
        limit_seconds=CALL_LIMIT_SECONDS,
        stall_seconds=STALL_LIMIT_SECONDS,
    )
