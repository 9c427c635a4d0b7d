"""What the last runs found of every claim, kept in one file that test sessions add to."""

from __future__ import annotations

import fcntl
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

ROOT = Path(__file__).parents[2]
RECORD = Path(os.environ.get("STORIES_RECORD", ROOT / "out" / "stories.json"))
SURFACES = ("browser", "api", "engine", "template", "docs")

Outcome = Literal["passed", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Claim:
    """That a test proves a criterion through a surface."""

    story: str
    criterion: int
    via: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one test and of all that it claims."""

    test: str
    outcome: Outcome
    claims: tuple[Claim, ...]


def read_record(path: Path = RECORD) -> list[Finding]:
    """The findings of the last sessions, one a test; none when nothing was run yet."""
    if not path.exists():
        return []
    entries: dict[str, dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return [
        Finding(
            test,
            entry["outcome"],
            tuple(Claim(story, number, via) for story, number, via in entry["claims"]),
        )
        for test, entry in entries.items()
    ]


def add_to_record(findings: list[Finding], path: Path = RECORD) -> None:
    """Replaces what was recorded of these tests. Safe when sessions end at the same time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known = {finding.test: finding for finding in read_record(path)}
        known.update({finding.test: finding for finding in findings})
        entries = {
            test: {
                "outcome": finding.outcome,
                "claims": [[c.story, c.criterion, c.via] for c in finding.claims],
            }
            for test, finding in sorted(known.items())
        }
        beside = path.with_suffix(".new")
        beside.write_text(json.dumps(entries, indent=1) + "\n", encoding="utf-8")
        beside.replace(path)
