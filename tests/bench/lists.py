"""The list of conversations while a run writes: any filters, sort, counts and total, through the deployed API."""

from __future__ import annotations

import statistics
import time
from typing import TYPE_CHECKING

from tests.bench.rows import Row
from tests.e2e.kit import Project

if TYPE_CHECKING:
    from tests.e2e.kit import Cloud

BOUNDS = {1_000: 150, 10_000: 300}
"""Milliseconds by rows."""
A_PLAN = 1_000
READS = 100
WARM_UP = 6
QUESTIONS = [
    {"sort": "-score", "persona": "Anxious Investor"},
    {"sort": "ref", "tier": ["template", "scenario"]},
    {"sort": "-generated_at", "status": "generated", "band": ["fair", "good"]},
    {"sort": "topic", "q": "tax"},
    {"sort": "attention"},
]


def rows(cloud: Cloud) -> list[Row]:
    """One row for each size."""
    return [measured(planned(cloud, many), many) for many in BOUNDS]


def planned(cloud: Cloud, many: int) -> Project:
    """A dataset with so many rows, by plans of a thousand."""
    project = Project.make(cloud, A_PLAN)
    for _ in range(A_PLAN, many, A_PLAN):
        project.api.post(f"/datasets/{project.id}/plan", {"total": A_PLAN})
    return project


def measured(project: Project, many: int) -> Row:
    """The slowest twentieth of the answers, with different filters and sorts each time."""
    run = project.start(tier="scenario")
    took = [_read(project, number) for number in range(WARM_UP + READS)][WARM_UP:]
    left = project.batch(run["id"])
    if left["state"] != "ended":
        project.order(run["id"], "cancel")
    p95 = statistics.quantiles(took, n=20)[-1]
    detail = f"median {statistics.median(took):.0f} ms, while a run wrote {left['counts']['succeeded']}"
    return Row(f"list p95, {many:,} rows", p95, BOUNDS[many], "ms", detail)


def _read(project: Project, number: int) -> float:
    """Milliseconds of one page of a hundred rows."""
    question = QUESTIONS[number % len(QUESTIONS)]
    began = time.perf_counter()
    project.api.get(f"/datasets/{project.id}/conversations", limit=100, **question)
    return 1_000 * (time.perf_counter() - began)
