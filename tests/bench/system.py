"""The whole deployed system on the local cloud: from the accepted "generate" to every row in the table."""

from __future__ import annotations

import tempfile
import time
import uuid
from contextlib import closing
from pathlib import Path

from infra.local.cloud import LocalCloud, Options
from tests.bench import lists
from tests.bench.rows import Row
from tests.e2e.kit import Cloud, Project, wait_for

SIZE = 100
RATE = 10.0
LATENCY = 2.0
BURST_SECONDS = 1.2
"""What the provider's bucket holds: our own burst and a fifth of a second for calls that arrive early."""
ROOMY = 100_000_000
SANDBOX = {
    "latency_seconds": LATENCY,
    "latency_jitter": 0,
    "flaw_rate": 0,
    "requests_per_minute": RATE * 60,
    "burst_seconds": BURST_SECONDS,
    "output_tokens_per_minute": ROOMY,
    "input_tokens_per_minute": ROOMY,
}
LIMITS = {
    "requests_per_minute": f"{RATE * 60:.0f}",
    "output_tokens_per_minute": str(ROOMY),
    "input_tokens_per_minute": str(ROOMY),
}
"""The deployment is told the provider's limits, as one for AWS is; what is measured is not how it learns them."""
LOWER_BOUND = (SIZE - RATE * BURST_SECONDS) / RATE + LATENCY
PATIENCE = 300


def rows() -> list[Row]:
    """Cold, warm, and the list while a batch runs, on a cloud of their own."""
    ports = {"web_port": 0, "aws_port": 0, "sandbox_port": 0}
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        options = Options(state_dir=Path(folder), **ports, web=False, sandbox=SANDBOX, context=LIMITS)
        with LocalCloud(options) as started, closing(Cloud(started.stack)) as cloud:
            return [*_run(cloud, "cold", 1.4), *_run(cloud, "warm", 1.08), *lists.rows(cloud)]


def _run(cloud: Cloud, name: str, bound: float) -> list[Row]:
    project = Project.make(cloud, SIZE)
    cap = project.estimate()["at_most_micros"]
    refs = [row["ref"] for row in project.rows()]
    before = len(cloud.calls())
    body = {"selection": {"all": True}, "mode": "now", "cap_micros": cap, "notify": False}
    path = f"/datasets/{project.id}/batches"
    project.api.post(path, body, Idempotency_Key=uuid.uuid4().hex)
    began = time.monotonic()
    wait_for(lambda: _written(project) == SIZE, PATIENCE, "every row in the table")
    seconds = time.monotonic() - began
    calls = cloud.calls()[before:]
    slowed = sum(call["status"] == 429 for call in calls)
    missing = len(refs) - _written(project)
    complaints = project.complaints()
    detail = f"{seconds:.1f} s against {LOWER_BOUND:.1f} s, {len(calls)} calls, {slowed} × 429"
    return [
        Row(f"system R, {name}, 600 requests/min, N={SIZE}", seconds / LOWER_BOUND, bound, detail=detail),
        Row(f"system 429s, {name}", 100 * slowed / len(calls), 1.0, "%"),
        Row(f"system, {name}, conversations missing", missing, 0),
        Row(f"system, {name}, complaints of verify", len(complaints), 0),
    ]


def _written(project: Project) -> int:
    page = project.api.get(f"/datasets/{project.id}/conversations", limit=1, status="generated")
    return page["total"]
