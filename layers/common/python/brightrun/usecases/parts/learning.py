"""What an answer took, kept for the price of the next ones (decision 0018)."""

from __future__ import annotations

from brightrun.domain.attempt import Attempt
from brightrun.domain.learned import Sample
from brightrun.domain.provider import ModelReply
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Learning
from brightrun.usecases.parts.brief import SCHEMA_BYTES, Brief

_WHOLE = {"end_turn", "max_tokens"}
"""An answer that was cut off counts with all that it was given: it shows that more was wanted."""


def learn(
    scope: TenantScope, brief: Brief, attempt: Attempt, reply: ModelReply, *, seconds: float | None, store: Learning
) -> None:
    """Counts an answer to a template's whole prompt. `seconds` is None when nobody waited for it alone.

    Repairs, single messages and refusals are of other sizes, so they say nothing of the next conversation.
    """
    if attempt.kind == "repair" or brief.task.turn is not None or reply.stop_reason not in _WHOLE:
        return
    sample = Sample(
        prompt_bytes=brief.prompt.size_bytes + SCHEMA_BYTES,
        input_tokens=reply.usage.prompt,
        output_tokens=reply.usage.output,
        milliseconds=None if seconds is None else round(seconds * 1_000),
    )
    store.add_taken(scope, brief.model.id, brief.template.template_id, sample)
