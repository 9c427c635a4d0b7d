"""The owner's examples against the generated ones: the same figures of both, each with its number of conversations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from brightrun.domain.conversation import ConversationHead, Status

_DECIDED = frozenset({Status.APPROVED, Status.REJECTED, Status.NEEDS_EDIT})


@dataclass(frozen=True, slots=True)
class Figures:
    """Of written conversations. A figure is None where there is nothing to take it from.

    `words_per_turn` is over the `counted` ones: texts from before words were counted have none. `approval` is the
    share, 0 to 1, of the `decided` ones.
    """

    written: int
    scored: int
    mean_score: float | None
    mean_turns: float | None
    counted: int
    words_per_turn: float | None
    decided: int
    approval: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    examples: Figures
    generated: Figures


def compare(heads: Iterable[ConversationHead]) -> Comparison:
    """Counted from the rows of this moment."""
    written = [head for head in heads if head.current_version is not None]
    return Comparison(
        examples=_figures([head for head in written if head.is_seed]),
        generated=_figures([head for head in written if not head.is_seed]),
    )


def _figures(heads: list[ConversationHead]) -> Figures:
    scores = [head.score for head in heads if head.score is not None]
    counted = [(head.words, head.turn_count) for head in heads if head.words is not None]
    decided = [head.status for head in heads if head.status in _DECIDED]
    return Figures(
        written=len(heads),
        scored=len(scores),
        mean_score=_share(sum(scores), len(scores)),
        mean_turns=_share(sum(head.turn_count for head in heads), len(heads)),
        counted=len(counted),
        words_per_turn=_share(sum(words for words, _ in counted), sum(turns for _, turns in counted)),
        decided=len(decided),
        approval=_share(decided.count(Status.APPROVED), len(decided)),
    )


def _share(part: float, whole: int) -> float | None:
    return part / whole if whole else None
