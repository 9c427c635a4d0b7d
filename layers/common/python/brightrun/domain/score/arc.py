"""Whether the client's feeling is there at the start and moves where the arc leads."""

from __future__ import annotations

from collections.abc import Sequence

from brightrun.domain.emotions import Mood, mood_of, valence_of
from brightrun.domain.score.material import Finding, Material, part, slope
from brightrun.domain.taxonomy import Tier
from brightrun.domain.version import QualityFlag, Turn

_FLAT = 3.5
_FULL_MOVE = 0.5
_FULL_MOVE_EDGE = 0.25
"""An edge case ends "tired and a little safer": half of a full movement is all that is asked."""

_LOW_POINT = -0.5


def arc_progress(material: Material) -> Finding:
    """Words of feeling in the client's first third against the last third, by the arc's two ends."""
    client = material.client
    start = valence_of(material.head.emotion) or valence_of(material.arc.start if material.arc else "")
    end = valence_of(material.arc.end) if material.arc else 0
    if len(client) < 2:
        return Finding(part("arc", 1.0, "There are too few messages of the client for a feeling to move."))
    if material.arc is None and start == 0:
        return Finding(part("arc", None, "Not assessed: the arc and its feelings are not known."))
    third = max(1, len(client) // 3)
    first, last = _mood(client[:third]), _mood(client[-third:])
    moved = last.balance - first.balance
    heard = f"first {_heard(first)}, last {_heard(last)}"
    if not first.found and not last.found:
        flag = QualityFlag(code="flat_arc", sentence="The client's words show no feeling.", turn=client[0].number)
        return Finding(part("arc", 3.0, "No words of feeling in the client's first or last messages."), (flag,))
    rising = end > start or start < 0
    score = _rising(material, first, last) if rising else _steady(first, last, moved)
    aim = f"{material.head.emotion} to {material.arc.end}" if material.arc else material.head.emotion
    sentence = f"Words of feeling in the client's messages ({aim}): {heard}."
    flags: tuple[QualityFlag, ...] = ()
    if score < _FLAT:
        flags = (
            QualityFlag(
                code="flat_arc",
                sentence=f"The feeling does not move as the arc asks: {heard}.",
                turn=client[-1].number,
            ),
        )
    return Finding(part("arc", score, sentence, client[-1].number), flags)


def _rising(material: Material, first: Mood, last: Mood) -> float:
    full = _FULL_MOVE_EDGE if material.head.tier is Tier.EDGE_CASE else _FULL_MOVE
    moved = last.balance - first.balance
    score = slope(moved, ((-0.3, 1.0), (0.0, 3.0), (full / 2, 7.0), (full, 10.0)))
    # A feeling that can't be heard at the start has nothing to move from.
    if not first.found:
        score -= 1.5
    return score


def _steady(first: Mood, last: Mood, moved: float) -> float:
    """A light feeling stays light: it may dip, but the end is not heavier than the start."""
    score = slope(last.balance, ((-0.6, 1.0), (_LOW_POINT, 3.0), (0.0, 7.5), (0.3, 10.0)))
    if moved < _LOW_POINT:
        score -= 2.0
    return score - (1.0 if not first.found else 0.0)


def _mood(turns: Sequence[Turn]) -> Mood:
    return mood_of("\n".join(turn.content for turn in turns))


def _heard(mood: Mood) -> str:
    shown = ", ".join(f"\u201c{cue}\u201d" for cue in mood.cues[:3])
    counts = f"{mood.heavy} heavy and {mood.light} light"
    return f"{counts} ({shown})" if shown else counts
