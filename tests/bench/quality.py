"""The score against planted flaws, and near duplicates against planted copies; held-out trades by themselves."""

from __future__ import annotations

import time

from brightrun.domain.near import SKETCH, SMALL_SKETCH, diversity, sketch_of
from tests.bench.rows import Row
from tests.planted.measure import measure
from tests.planted.near import originals_and_copies

MANY = 10_000
PERFECT, MISSED = 1.0, 0.05


def rows() -> list[Row]:
    """Bounds are on what is missed, so that less is better everywhere."""
    return [*_score(held_out=False), *_score(held_out=True), *_near(SKETCH), *_near(SMALL_SKETCH), *_fast()]


def _score(*, held_out: bool) -> list[Row]:
    found, which = measure(held_out=held_out), "held-out trades" if held_out else "known trades"
    worst = min(found.reasons, key=lambda kind: found.reasons[kind])
    still = min(found.spreads, key=lambda part: found.spreads[part])
    cases = f"{found.cases} conversations"
    return [
        Row(f"score, {which}, 1 - AUC", 1 - found.auc, MISSED, detail=f"AUC {found.auc:.3f}, {cases}"),
        Row(
            f"score, {which}, planted kinds with another reason",
            sum(share < PERFECT for share in found.reasons.values()),
            0,
            detail=f"of {len(found.reasons)}, least {worst} {found.reasons[worst]:.0%}",
        ),
        Row(
            f"score, {which}, parts that never move",
            sum(spread == 0 for spread in found.spreads.values()),
            0,
            detail=f"of {len(found.spreads)}, least {still} (deviation {found.spreads[still]:.1f})",
        ),
        Row(f"score, {which}, contradicted figures missed", 1 - found.contradicted, 0.1),
        Row(f"score, {which}, clean ones flagged", found.false_alarms, MISSED),
    ]


def _near(size: int) -> list[Row]:
    texts = originals_and_copies(1_000, 300, seed=7)
    found = {(pair.earlier, pair.later) for pair in diversity([sketch_of(one.text, size) for one in texts]).near}
    meant = {(one.of, place) for place, one in enumerate(texts) if one.of is not None}
    right = len(found & meant)
    detail = f"{right} of {len(meant)} copies among {len(texts)}, {len(found)} reported"
    return [
        Row(f"near duplicates, sketch of {size}, 1 - recall", 1 - right / len(meant), MISSED, detail=detail),
        Row(f"near duplicates, sketch of {size}, 1 - precision", 1 - right / len(found), MISSED),
    ]


def _fast() -> list[Row]:
    sketches = [sketch_of(one.text, SMALL_SKETCH) for one in originals_and_copies(MANY, 200, seed=8)]
    started = time.perf_counter()
    found = diversity(sketches)
    seconds = time.perf_counter() - started
    detail = f"{len(found.near)} near duplicates"
    return [Row(f"near duplicates among {MANY:,}", seconds, 5.0, "s", detail)]
