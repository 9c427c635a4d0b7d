"""Two businesses that use the product all the while, impatiently: they start, pause, cancel and retry at random."""

from __future__ import annotations

import itertools
import threading
import uuid
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx

from infra.local.api import Api, ApiError
from tests.e2e.kit import Project, wait_for

if TYPE_CHECKING:
    import random

    from tests.e2e.kit import Cloud

SIZE = 40
_REFUSED = 500
_NOTHING_LEFT = 422
_TIGHT = 0.35
"""Of what a run may cost at most: such a limit binds."""
_CAN_WAIT = 0.3
"""Of the runs: these are written at half price."""


@dataclass
class Customer:
    """One tenant with its datasets. `runs` are those that were accepted, `odd` what no customer should ever see."""

    name: str
    cloud: Cloud
    dice: random.Random
    projects: list[Project] = field(default_factory=list[Project])
    runs: dict[str, Project] = field(default_factory=dict[str, Project])
    did: Counter[str] = field(default_factory=Counter[str])
    odd: list[str] = field(default_factory=list[str])
    neighbour: Customer | None = None
    machine: threading.Lock = field(default_factory=threading.Lock)
    """Held while the emulator is being restarted."""
    _end: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def prepare(self, datasets: int) -> None:
        """Plans while nothing is broken yet."""
        self.projects = [Project.make(self.cloud, SIZE, tenant=self.name) for _ in range(datasets)]

    def start(self) -> None:
        for project, mode in zip(self.projects, itertools.cycle(("now", "economy"))):
            self._run(project, mode, binding=False)
        self._thread = threading.Thread(target=self._live, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._end.set()
        if self._thread:
            self._thread.join(120)

    def _live(self) -> None:
        deeds = (self._start, self._steer, self._steer, self._one, self._look, self._look, self._peep)
        while not self._end.wait(self.dice.uniform(0.2, 2)):
            self._try(self.dice.choice(deeds))

    def _try(self, deed: Any) -> None:
        name = deed.__name__.strip("_")
        try:
            deed()
            self.did[name] += 1
        except ApiError as refused:
            self.did[f"{name}: {refused.status}{', broken off' * refused.empty}"] += 1
            # Our 500 says why. Whom the emulator leaves at its restart, its web server answers with a bare one.
            left_alone = refused.empty and self.machine.locked()
            if refused.status == _REFUSED and not left_alone:
                self.odd.append(str(refused))
        except httpx.HTTPError:
            self.did[f"{name}: no answer"] += 1

    def _start(self) -> None:
        mode = "economy" if self.dice.random() < _CAN_WAIT else "now"
        self._run(self.dice.choice(self.projects), mode, binding=self.dice.random() < 0.5)

    def _run(self, project: Project, mode: str, *, binding: bool) -> None:
        try:
            estimate = project.estimate()
        except ApiError as refused:
            if refused.status != _NOTHING_LEFT:
                raise
            self.projects.append(Project.make(self.cloud, SIZE, tenant=self.name))
            return
        most = estimate["at_most_micros"]
        cap = max(int(most * _TIGHT), estimate["one_call_at_most_micros"]) if binding else most
        self.runs[project.start(cap, mode)["id"]] = project
        self.did[f"start {mode}"] += 1

    def _steer(self) -> None:
        if not self.runs:
            return
        id_ = self.dice.choice(list(self.runs))
        order = self.dice.choice(("pause", "pause", "resume", "resume", "resume", "retry-failed", "cancel"))
        self.runs[id_].order(id_, order)
        self.did[order] += 1

    def _one(self) -> None:
        project = self.dice.choice(self.projects)
        row = self.dice.choice(project.rows(status=["planned", "failed", "generated"]) or [None])
        if row:
            found = self._api().post(f"/conversations/{row['id']}/generate", {}, Idempotency_Key=uuid.uuid4().hex)
            self.runs[found["batch"]["id"]] = project

    def _look(self) -> None:
        project = self.dice.choice(self.projects)
        project.summary()
        project.api.get(f"/datasets/{project.id}/batches")

    def _peep(self) -> None:
        """What belongs to the neighbour is not there."""
        other = self.neighbour
        if other is None or not other.runs:
            return
        project = self.dice.choice(other.projects)
        for path in (f"/datasets/{project.id}", f"/batches/{self.dice.choice(list(other.runs))}"):
            with suppress(httpx.HTTPError):
                answer = self.cloud.send("GET", path, self.cloud.key("owner", self.name))
                if answer.status_code not in {404, 429, 502, 503, 504}:
                    self.odd.append(f"{self.name} asked for {path} of {other.name} and got {answer.status_code}")

    def _api(self) -> Api:
        return self.cloud.api("owner", self.name)

    # Once everything is mended.

    def adopt(self) -> None:
        """Runs whose acceptance was never heard of are runs all the same."""
        for project in self.projects:
            for batch in project.api.get(f"/datasets/{project.id}/batches", limit=100)["items"]:
                self.runs.setdefault(batch["id"], project)

    def finish(self, seconds: float) -> None:
        """Goes on with what is paused (or, at its limit, raises it or cancels) until every run has ended."""

        def look() -> bool:
            open_ = [id_ for id_, project in self.runs.items() if not self._ended(id_, project)]
            return not open_

        wait_for(look, seconds, "the end of every run", pause=2)

    def _ended(self, id_: str, project: Project) -> bool:
        batch = project.batch(id_)
        if batch["state"] == "paused":
            with suppress(ApiError):
                self._go_on(batch, project)
        return batch["state"] == "ended"

    def _go_on(self, batch: dict[str, Any], project: Project) -> None:
        if batch["pause_reason"] != "budget":
            project.order(batch["id"], "resume")
        elif self.dice.random() < 0.5:
            project.order(batch["id"], "cancel")
        else:
            project.order(batch["id"], "resume", cap_micros=3 * batch["cap_micros"])
