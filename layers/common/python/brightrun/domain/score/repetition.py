"""Whether anything is said twice."""

from __future__ import annotations

from collections.abc import Sequence

from brightrun.domain.score.material import Finding, Material, part, slope, words_in
from brightrun.domain.version import QualityFlag, Turn

_RUN = 5
_MUCH = 0.12
"""From this share of repeated five-word runs a reader notices."""


def repetition(material: Material) -> Finding:
    """Five-word runs of a voice that come back in a later message of the same voice."""
    repeated, total, worst = 0, 0, (0.0, 0)
    for turns in (material.client, material.advisor):
        again, runs, place = _repeated(turns)
        repeated, total, worst = repeated + again, total + runs, max(worst, place)
    share = repeated / max(1, total)
    score = slope(share, ((0.0, 10.0), (0.03, 9.0), (_MUCH, 5.0), (0.35, 1.0)))
    if not repeated:
        return Finding(part("repetition", score, "No run of five words comes back in the same voice."))
    sentence = f"{share:.0%} of the five-word runs come back in the same voice, most of them in message {worst[1]}."
    flags: tuple[QualityFlag, ...] = ()
    if share >= _MUCH:
        flags = (QualityFlag(code="repetition", sentence=sentence, turn=worst[1]),)
    return Finding(part("repetition", score, sentence, worst[1]), flags)


def _repeated(turns: Sequence[Turn]) -> tuple[int, int, tuple[float, int]]:
    """(repeated runs, all runs, (largest share of a message, that message))."""
    seen: set[tuple[str, ...]] = set()
    repeated, total, worst = 0, 0, (0.0, 0)
    for turn in turns:
        words = words_in(turn.content)
        runs = [tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)] or [tuple(words)]
        again = sum(run in seen for run in runs)
        seen.update(runs)
        repeated, total = repeated + again, total + len(runs)
        worst = max(worst, (again / len(runs), turn.number))
    return repeated, total, worst
