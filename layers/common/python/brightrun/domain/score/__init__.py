"""The score of a conversation: measured parts with reasons, one documented composite, flags for people."""

from __future__ import annotations

from collections.abc import Sequence

from brightrun.domain.conversation import ConversationHead, Slot
from brightrun.domain.document import Chunk
from brightrun.domain.taxonomy import Taxonomy
from brightrun.domain.version import Quality, QualityFlag, QualityPart, Turn, band_of

__all__ = ["score_conversation"]


def score_conversation(
    turns: Sequence[Turn],
    *,
    head: ConversationHead,
    slot: Slot,
    chunks: Sequence[Chunk],
    taxonomy: Taxonomy,
    confidence: float | None = None,
    confidence_reason: str = "",
    facts_used: Sequence[str] = (),
    flag_below: float = 6.0,
) -> Quality:
    """The quality of these turns for this slot. `chunks` in the order of `head.chunk_ids` (F1, F2 …)."""
    score = 10.0 - abs(len(turns) - slot.turns_planned)
    score = max(1.0, score)
    part = QualityPart(
        key="structure",
        label="Structure",
        score=score,
        weight=1.0,
        sentence=f"{len(turns)} messages; {slot.turns_planned} were planned.",
    )
    flags: tuple[QualityFlag, ...] = ()
    if score < flag_below:
        flags = (QualityFlag(code="below_threshold", sentence=f"Scored {score:.1f}, below {flag_below:g}."),)
    return Quality(score=score, band=band_of(score), formula="structure", parts=(part,), flags=flags)
