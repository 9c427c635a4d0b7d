"""Whether the client's feeling is there at the start and moves where the arc leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brightrun.domain.emotions import Mood, family_of, mood_of, times_named, valence_of
from brightrun.domain.score.material import Finding, Material, part, slope
from brightrun.domain.taxonomy import Tier
from brightrun.domain.version import QualityFlag, Turn

_FLAT = 4.5
_FEWEST = 2
_FULL_MOVE = 0.8
_EDGE = ((-0.4, 1.0), (-0.15, 3.4), (0.0, 5.5), (0.2, 9.0), (0.35, 10.0))
"""An edge case ends "tired and a little safer": it may not get heavier, and a little lighter is enough."""

_WAY = ((-0.3, 1.0), (0.0, 3.0), (_FULL_MOVE / 2, 7.5), (_FULL_MOVE, 10.0))
_WAY_OF_A_LIGHT_START = ((-0.5, 1.0), (0.0, 5.0), (_FULL_MOVE / 2, 10.0))
_ARRIVED = ((-0.6, 1.0), (-0.3, 3.0), (0.0, 6.0), (0.3, 8.5), (0.7, 10.0))
_NOTHING_NEW = 3.0
_ROOT = 4
_BEYOND_ARRIVAL = 2.0
"""A long way that ends in the wrong place is not worth much."""

_NAMED_WEIGHT = 2
"""A feeling that the plan asks for, named outright, counts as much as two other cues."""


@dataclass(frozen=True, slots=True)
class _Heard:
    """The cues of one stretch of the client's messages, for and against the arc's end."""

    mood: Mood
    against: int
    towards: int

    @property
    def balance(self) -> float:
        return (self.towards - self.against) / (self.towards + self.against + 1)

    @property
    def shown(self) -> str:
        cues = ", ".join(f"\u201c{cue}\u201d" for cue in self.mood.cues[:3])
        return cues or "none"


def arc_progress(material: Material) -> Finding:
    """Words of feeling in the client's first third against the last third, by the arc's two ends."""
    client, arc = material.client, material.arc
    start = material.head.emotion or (arc.start if arc else "")
    end = arc.end if arc else ""
    if len(client) < _FEWEST:
        return Finding(part("arc", 1.0, "There are too few messages of the client for a feeling to move."))
    if not (family_of(start) or family_of(end)):
        return Finding(part("arc", None, "Not assessed: the feelings of this arc are not known to the measure."))
    third = max(1, len(client) // 3)
    first, last = _heard(client[:third], start, end), _heard(client[-third:], start, end)
    if not first.mood.found and not last.mood.found:
        flag = QualityFlag(code="flat_arc", sentence="The client's words show no feeling.", turn=client[0].number)
        return Finding(part("arc", 3.0, "No words of feeling in the client's first or last messages."), (flag,))
    score = _score(material.head.tier, valence_of(start), first, last)
    aim = f"{start} to {end}" if end else start
    sentence = f"Words of feeling in the client's messages ({aim}): first {first.shown}; last {last.shown}."
    flags: tuple[QualityFlag, ...] = ()
    if score < _FLAT:
        flag = f"The feeling does not move as the arc asks ({aim}): first {first.shown}; last {last.shown}."
        flags = (QualityFlag(code="flat_arc", sentence=flag, turn=client[-1].number),)
    return Finding(part("arc", score, sentence, client[-1].number), flags)


def _score(tier: Tier, start_valence: int, first: _Heard, last: _Heard) -> float:
    moved = last.balance - first.balance
    # Who ends with the words of the beginning has not moved, whatever the balance of those words.
    missing = 0.0 if _roots(last.mood) - _roots(first.mood) else _NOTHING_NEW
    if tier is Tier.EDGE_CASE:
        return slope(moved, _EDGE) - missing
    arrived = slope(last.balance, _ARRIVED)
    way = slope(moved, _WAY if start_valence < 0 else _WAY_OF_A_LIGHT_START)
    score = min((arrived + way) / 2, arrived + _BEYOND_ARRIVAL) - missing
    # A feeling that can't be heard at the start has nothing to move from.
    return score - (1.5 if start_valence < 0 and not first.mood.found else 0.0)


def _roots(mood: Mood) -> set[str]:
    """The light cues by their beginnings, so that hope and hopeful are one."""
    return {cue[:_ROOT] for cue in mood.light_cues}


def _heard(turns: Sequence[Turn], start: str, end: str) -> _Heard:
    text = "\n".join(turn.content for turn in turns)
    mood, family = mood_of(text), family_of(end)
    named = times_named(family, text) if family != family_of(start) else 0
    staying = times_named(family_of(start), text) if family_of(start) != family else 0
    return _Heard(mood, max(0, mood.heavy) + _NAMED_WEIGHT * staying, max(0, mood.light) + _NAMED_WEIGHT * named)
