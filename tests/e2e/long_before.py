"""What is noticed only minutes later, so it is done before the first test: a killed worker, a lost hand-over.

Each has a name and so references of its own: its late calls are not to be counted as those of the test of that moment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.e2e.kit import Project, wait_for

if TYPE_CHECKING:
    from tests.e2e.kit import Cloud

SIZE = 12


@dataclass(frozen=True)
class Killed:
    """A run that lost a worker. `answered` are the references whose answers had arrived by then."""

    project: Project
    batch_id: str
    answered: frozenset[str]


@dataclass(frozen=True)
class Lost:
    """A run in economy mode whose hand-over was refused once, then taken without an answer."""

    project: Project
    batch_id: str


def lose_a_hand_over(cloud: Cloud) -> Lost:
    """Starts such a run and waits until the provider has taken it."""
    project = Project.make(cloud, 3, name="Lost hand-over")
    cloud.sandbox("config", {"batch_seconds": 1})
    refused = {"kind": "status", "place": "batch", "status": 529}
    cloud.sandbox("faults", [refused, {"kind": "lost_answer", "place": "batch"}])
    batch = project.start(mode="economy")
    wait_for(lambda: cloud.sandbox("batches")["batches"], 60, "the hand-over that was lost")
    return Lost(project, batch["id"])


def kill_a_worker_in_the_middle(cloud: Cloud) -> Killed:
    """Starts a run, waits for the first answer and kills the process that received it."""
    project = Project.make(cloud, SIZE, name="Killed worker")
    refs = {row["ref"] for row in project.rows()}
    cloud.sandbox("config", {"latency_seconds": 3, "latency_jitter": 0.5})
    batch = project.start()

    def answered() -> list[dict[str, Any]]:
        return cloud.answered(*refs)

    first = wait_for(answered, 60, "the first answer")[0]
    if not cloud.kill_caller(first["client_port"]):
        raise AssertionError("the worker was gone already")
    arrived = frozenset(call["reference"] for call in answered())
    return Killed(project, batch["id"], arrived)
