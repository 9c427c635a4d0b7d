"""What an export is made of, and the figures about it that stand in its header."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.version import Turn, Version, band_of

PRACTICE_PREFIX = "sandbox:"
"""How the practice model signs what it wrote."""


@dataclass(frozen=True, slots=True)
class ExportItem:
    """One approved conversation: its row, the approved version and that version's turns."""

    head: ConversationHead
    version: Version
    turns: tuple[Turn, ...]


def approved(heads: Iterable[ConversationHead]) -> list[ConversationHead]:
    """Those that may leave, in order of their references. Nothing leaves without an approval."""
    return sorted((head for head in heads if head.approved_version is not None), key=lambda head: head.ref)


def statistics(heads: Sequence[ConversationHead]) -> dict[str, Any]:
    """Counts and quality of the approved rows, as they stand in the header and beside the download."""
    scores = [head.score for head in heads if head.score is not None]
    writers = Counter(head.written_by or "" for head in heads)
    practice = sum(n for name, n in writers.items() if name.startswith(PRACTICE_PREFIX))
    return {
        "conversation_count": len(heads),
        "turn_count": sum(head.turn_count for head in heads),
        "quality": {
            "average": round(sum(scores) / len(scores), 2) if scores else None,
            "minimum": min(scores, default=None),
            "maximum": max(scores, default=None),
            "bands": dict(sorted(Counter(band_of(score).value for score in scores).items())),
        },
        "flagged": sum(head.flagged for head in heads),
        "tier": _counted(head.tier.value for head in heads),
        "persona": _counted(head.persona for head in heads),
        "emotion": _counted(head.emotion for head in heads),
        "arc": _counted(head.arc for head in heads),
        "topic": _counted(head.topic for head in heads),
        "written_by": dict(sorted(writers.items())),
        "written_by_practice_model": practice,
    }


def _counted(values: Iterable[str]) -> dict[str, int]:
    """By word; those without one count nowhere."""
    return dict(sorted(Counter(filter(None, values)).items()))


_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 60


def file_stem(name: str, at: datetime, count: int) -> str:
    """`training-data-2026-11-23-approved-90-conversations`, or with the owner's own name in front."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = _NOT_IN_NAMES.sub("-", plain).strip("-")[:_LONGEST_NAME].strip("-")
    return f"{slug or 'training-data'}-{at:%Y-%m-%d}-approved-{count}-conversations"
