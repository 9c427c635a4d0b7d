"""Whoever breaks things: at random, but the same things for the same seed."""

from __future__ import annotations

import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx
import psutil

from tests.chaos import provider

if TYPE_CHECKING:
    import random

    from infra.local.cloud import LocalCloud
    from tests.chaos.network import Network
    from tests.e2e.kit import Cloud

DRIZZLE = {
    ("dynamodb", "throttle"): 0.02,
    ("dynamodb", "conflict"): 0.05,
    ("dynamodb", "error"): 0.01,
    ("dynamodb", "lost"): 0.02,
    ("dynamodb", "late"): 0.01,
    ("dynamodb", "reset"): 0.01,
    ("dynamodb", "slow"): 0.01,
    ("sqs", "twice"): 0.3,
    ("sqs", "late"): 0.05,
    ("sqs", "lost"): 0.05,
    ("sqs", "throttle"): 0.05,
    ("s3", "error"): 0.03,
    ("s3", "lost"): 0.03,
    ("s3", "reset"): 0.03,
    ("states", "throttle"): 0.1,
    ("states", "lost"): 0.05,
}
"""What is wrong all the time."""

STORMS = (
    {("dynamodb", "throttle"): 0.9},
    {("dynamodb", "conflict"): 0.9},
    {("dynamodb", "lost"): 0.5},
    {("dynamodb", "error"): 1.0},
    {("dynamodb", "hang"): 0.2},
    {("s3", "throttle"): 1.0},
    {("s3", "lost"): 0.8},
    {("sqs", "error"): 1.0},
    {("sqs", "twice"): 1.0},
    {("states", "error"): 1.0},
)
"""What is wrong for some seconds, beyond what SDK and store try again."""

_OURS = ("generation-worker", "generation-worker", "batch-steps", "economy-steps", "sweeper", "dead-letters")


@dataclass
class Saboteur:
    """Breaks things until it is told to stop, then mends them."""

    local: LocalCloud
    cloud: Cloud
    network: Network
    dice: random.Random
    in_flight_killed: int = 0
    """Calls that were being answered when their worker died."""
    done: Counter[str] = field(default_factory=Counter[str])
    told: list[str] = field(default_factory=list[str])
    began: float = field(default_factory=time.monotonic)
    _end: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list[threading.Thread])
    machine: threading.Lock = field(default_factory=threading.Lock)
    """Held while the emulator is being restarted."""

    def start(self, seconds: float) -> None:
        """One restart is in the middle; everything else comes as it comes."""
        works = (self._weather, self._provider, self._kills, lambda: self._restart(seconds / 2))
        self._threads = [threading.Thread(target=work, daemon=True) for work in works]
        for thread in self._threads:
            thread.start()

    def mend(self) -> None:
        """Nothing is broken from now on."""
        self._end.set()
        for thread in self._threads:
            thread.join(60)
        self.network.calm()
        self.cloud.sandbox("calm", {})
        self.cloud.sandbox("config", {**provider.STREAM, "latency_seconds": 0.3})

    def _weather(self) -> None:
        while not self._end.is_set():
            self.network.rates = dict(DRIZZLE)
            if self._end.wait(self.dice.uniform(3, 9)):
                break
            storm = self.dice.choice(STORMS)
            seconds = self.dice.uniform(2, 9)
            self._tell(", ".join(f"{service} {kind}" for service, kind in storm) + f" for {seconds:.0f} s")
            self.network.rates = {**DRIZZLE, **storm}
            self._end.wait(seconds)

    def _provider(self) -> None:
        while not self._end.wait(self.dice.uniform(1, 6)):
            mood = self.dice.choices(("flaw", "storm", "shut"), (10, 4, 1))[0]
            planted = provider.fault(self.dice, mood)
            self._tell(f"claude {provider.words(planted)}")
            with suppress(httpx.HTTPError):
                self.cloud.sandbox("calm", {})  # or a long storm would keep all that is planted after it waiting
                self.cloud.sandbox("faults", planted)

    def _kills(self) -> None:
        while not self._end.wait(self.dice.uniform(3, 12)):
            with self.machine:
                self._kill(self.dice.choice(_OURS))

    def _kill(self, name: str) -> None:
        found = [worker for worker in workers(self.local.stack["pids"]["ministack"]) if name in function_of(worker)]
        if not found:
            return
        held = {worker: self._in_flight({worker.pid: worker}) for worker in found}
        victim = max(found, key=lambda worker: held[worker])
        self.in_flight_killed += held[victim]
        with suppress(psutil.Error):
            victim.kill()
            self.done[f"killed {name}"] += 1
            self._tell(f"killed a {name}")

    def _restart(self, after: float) -> None:
        if self._end.wait(after):
            return
        with self.machine:
            self._tell("the emulator restarts with everything on it")
            running = {each.pid: each for each in workers(self.local.stack["pids"]["ministack"])}
            self.in_flight_killed += self._in_flight(running)
            self.local.restart_aws()
            self.done["restarts"] += 1
            self._tell("the emulator is back")

    def _in_flight(self, running: dict[int, psutil.Process]) -> int:
        """Calls to Claude that these processes hold; counted early, so rather too many than too few."""
        ports: set[int] = set()
        for process in running.values():
            with suppress(psutil.Error):
                ports |= {connection.laddr.port for connection in process.net_connections(kind="tcp")}
        with suppress(httpx.HTTPError):
            return sum(call["client_port"] in ports and call.get("duration") is None for call in self.cloud.calls())
        return 0

    def _tell(self, what: str) -> None:
        self.told.append(f"{time.monotonic() - self.began:6.1f}  {what}")


def workers(emulator: int) -> list[psutil.Process]:
    """The processes that run functions."""
    try:
        children = psutil.Process(emulator).children(recursive=True)
    except psutil.Error:
        return []
    return [child for child in children if function_of(child)]


def function_of(process: psutil.Process) -> str:
    try:
        return process.environ().get("AWS_LAMBDA_FUNCTION_NAME", "")
    except psutil.Error:
        return ""
