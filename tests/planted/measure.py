"""How well the score tells the planted from the clean: the figures of `make bench`, part `quality`."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from brightrun.domain.version import Quality
from tests.planted.flaws import contradictions, planted_talks
from tests.planted.talks import clean_talks


@dataclass(frozen=True, slots=True)
class Measured:
    """`reasons`: by kind, the share that was flagged for the right reason. `spreads`: by part, over the whole set."""

    auc: float
    reasons: dict[str, float]
    spreads: dict[str, float]
    false_alarms: float
    contradicted: float
    cases: int


def area_under(clean: Sequence[float], planted: Sequence[float]) -> float:
    """The chance that a clean one scores above a planted one; a tie is half (Mann and Whitney)."""
    wins = sum((one > other) + (one == other) / 2 for one in clean for other in planted)
    return wins / (len(clean) * len(planted))


def measure(*, held_out: bool) -> Measured:
    """Over the held-out trades alone, or over the others."""
    clean = [talk.scored() for talk in clean_talks() if talk.held_out == held_out]
    broken = [(each, each.talk.scored()) for each in planted_talks() if each.talk.held_out == held_out]
    hits: defaultdict[str, list[bool]] = defaultdict(list)
    for each, quality in broken:
        hits[each.kind].append(bool(each.reasons & codes(quality)))
    found = [
        any(
            claim.state == "differs" and claim.turn == each.turn and claim.start <= each.start < claim.end
            for claim in each.talk.scored().claims
        )
        for each in contradictions()
        if each.talk.held_out == held_out
    ]
    return Measured(
        auc=area_under([one.score for one in clean], [quality.score for _, quality in broken]),
        reasons={kind: statistics.mean(values) for kind, values in hits.items()},
        spreads=_spreads([*clean, *(quality for _, quality in broken)]),
        false_alarms=statistics.mean(bool(one.flags) for one in clean),
        contradicted=statistics.mean(found),
        cases=len(clean) + len(broken),
    )


def codes(quality: Quality) -> set[str]:
    return {flag.code for flag in quality.flags}


def _spreads(qualities: Sequence[Quality]) -> dict[str, float]:
    values: defaultdict[str, list[float]] = defaultdict(list)
    for quality in qualities:
        for part in quality.parts:
            if part.score is not None:
                values[part.key].append(part.score)
    return {key: statistics.pstdev(scores) for key, scores in values.items()}
