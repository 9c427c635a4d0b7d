"""What a cold start has to load, over Python itself, and what a first visit has to."""

from __future__ import annotations

import gzip
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

from tests.bench.rows import Row

ROOT = Path(__file__).parents[2]
DIST = ROOT / "frontend" / "dist"
TRIES = 7
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    # As deployed: the layers ship compiled files. The first try makes them.
    "PYDANTIC_DISABLE_PLUGINS": "__all__",
    "PYTHONPYCACHEPREFIX": str(ROOT / "out" / "compiled"),
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_ACCESS_KEY_ID": "none",
    "AWS_SECRET_ACCESS_KEY": "none",
}


def _seconds(code: str) -> float:
    """The median time of a fresh interpreter that runs `code`."""
    took: list[float] = []
    for _ in range(TRIES + 1):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=ENVIRONMENT, check=True, capture_output=True)
        took.append(time.perf_counter() - began)
    return statistics.median(took[1:])


API = "import functions.api.app; from brightrun.runtime import wiring; wiring.store('none')"
WORKER = "import functions.generation_worker.handler; from brightrun.runtime import wiring; wiring.store('none')"
"""With the one client that is made at the start; the others are made when they are needed."""


def rows() -> list[Row]:
    """Milliseconds of imports and clients, kilobytes of the first load."""
    bare = _seconds("pass")
    api, worker = (1_000 * (_seconds(code) - bare) for code in (API, WORKER))
    return [
        Row("start of the API, over Python itself", api, 450, "ms"),
        Row("start of a worker, over Python itself", worker, 1_500, "ms"),
        Row("first load, JavaScript gzipped", _first_load(), 250, "kB"),
    ]


def _first_load() -> float:
    page = (DIST / "index.html").read_text(encoding="utf-8")
    scripts = set(re.findall(r'(?:src|href)="/?([^"]+\.js)"', page))
    return sum(len(gzip.compress((DIST / name).read_bytes())) for name in scripts) / 1_000
