"""Templates: what an A/B test of two planted qualities finds, how fairly it deals out, and what counting takes."""

from __future__ import annotations

import random
from collections import Counter
from time import perf_counter

from brightrun.domain.conversation import Status
from brightrun.domain.template import weighted_pick
from brightrun.domain.template_usage import Tally, verdict
from brightrun.ports import changes as c
from brightrun.usecases.parts.row_cache import RowCache
from brightrun.usecases.template_usage import usage_by_template
from tests.bench.rows import Row
from tests.fakes import make
from tests.fakes.world import ACME, World

_MANY = 10_000
_SHARES = ({1: 50, 2: 50}, {1: 90, 2: 10}, {1: 34, 2: 33, 3: 33}, {1: 1, 2: 99})
_PLANTED = {1: (0.55, 7.0), 2: (0.85, 8.2)}
"""Chance of approval and mean score of the two versions."""


def rows() -> list[Row]:
    """Every figure of this part."""
    return [*_fairness(), *_told_apart(), *_false_alarms(), *_counting()]


def _fairness() -> list[Row]:
    worst = 0.0
    for shares in _SHARES:
        dealt = Counter(weighted_pick(shares, f"anxiety-to-relief:{make.an_id('c', n)}") for n in range(_MANY))
        worst = max(worst, *(abs(dealt[number] / _MANY * 100 - share) for number, share in shares.items()))
    # Three standard deviations of a share of one half over so many.
    return [Row(f"dealt out over {_MANY:,}: furthest from a share", worst, 1.5, "points")]


def _tallies(read: int, dice: random.Random, planted: dict[int, tuple[float, float]]) -> dict[int, Tally]:
    tallies = {number: Tally() for number in planted}
    for number in range(2 * read):
        version = weighted_pick({1: 50, 2: 50}, f"t:{dice.random()}:{number}")
        chance, mean = planted[version]
        score = min(10.0, max(1.0, round(dice.gauss(mean, 0.8), 1)))
        status = Status.APPROVED if dice.random() < chance else Status.REJECTED
        tallies[version].add(make.head(1, status=status, score=score, cost_micros=40_000))
    return tallies


def _told_apart() -> list[Row]:
    dice = random.Random(11)  # noqa: S311 - planted figures, no secret
    missed, runs = 0, 200
    for _ in range(runs):
        found = verdict(list(_tallies(100, dice, _PLANTED).items()))
        missed += not (found.settled and found.leader == 2)
    shown = _tallies(100, dice, _PLANTED)
    rates = {n: t.approval_interval for n, t in shown.items()}
    said = ", ".join(f"version {n} {r.low:.0%} to {r.high:.0%}" for n, r in rates.items() if r)
    return [Row("55 % against 85 % approved, 100 read each: not told apart", 100 * missed / runs, 5, "%", said)]


def _false_alarms() -> list[Row]:
    dice = random.Random(12)  # noqa: S311 - planted figures, no secret
    same, runs = {1: (0.7, 7.5), 2: (0.7, 7.5)}, 400
    alarms = sum(verdict(list(_tallies(60, dice, same).items())).settled for _ in range(runs))
    return [Row("two equal versions, 60 read each: called different", 100 * alarms / runs, 8, "%")]


def _counting() -> list[Row]:
    world = World(size=_MANY)
    for head in world.rows():
        version = weighted_pick({1: 50, 2: 50}, head.id)
        shown = {"current_version": 1, "latest_version": 1, "template_version": version, "status": Status.APPROVED}
        written = head.model_copy(update={**shown, "score": 7.9, "cost_micros": 40_000, "revision": 2})
        world.commit(c.SaveHead(written, head.revision))
    cache = RowCache()
    usage_by_template(ACME, store=world.store, rows=cache)
    began = perf_counter()
    found = usage_by_template(ACME, store=world.store, rows=cache)
    took = 1_000 * (perf_counter() - began)
    counted = sum(tally.conversations for tally in found.values())
    return [Row(f"figures of all templates, {counted:,} rows in memory", took, 300, "ms")]
