"""Start, watch and end the programs that make up the local cloud."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx
import psutil

from infra.local.errors import LocalCloudError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

LOG_KEPT = 20 * 1024 * 1024
SERVER_ERROR = 500


@dataclass
class Program:
    """One program in a session of its own, so that Ctrl-C reaches the runner alone.

    Attributes:
        name: as people and the log folder know it.
        command: argument list.
        env: the whole environment; nothing is inherited.
        log: where its output goes.
        stop_seconds: how long it may take to end; then it is killed.
    """

    name: str
    command: Sequence[str]
    env: Mapping[str, str]
    log: Path
    cwd: Path
    stop_seconds: float = 10
    _process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def pid(self) -> int:
        """The running program's process id."""
        if self._process is None:
            raise LocalCloudError(f"{self.name} has not been started.")
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it runs."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start it, its output appended to its log."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        if self.log.exists() and self.log.stat().st_size > LOG_KEPT:
            self.log.replace(self.log.with_suffix(".old.log"))
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self.command,
                cwd=self.cwd,
                env=dict(self.env),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def wait_ready(self, url: str, seconds: float = 60) -> None:
        """Wait until it answers.

        Raises:
            LocalCloudError: when it ends or stays silent, with the end of its log.
        """
        wait_until(lambda: not self.alive or _answers(url), seconds)
        if not (self.alive and _answers(url)):
            what = "answers nothing" if self.alive else "stopped while starting"
            self.stop()
            raise LocalCloudError(f"{self.name} {what}. Its log, {self.log}, ends:\n{tail(self.log)}")

    def stop(self) -> None:
        """Ask it to end, then wait; its own children never outlive it."""
        if self._process is None:
            return
        end_process(self._process.pid, self.stop_seconds)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=1)


def born(pid: int) -> float:
    """Return when a process began: with its id, that tells it from any later one."""
    return psutil.Process(pid).create_time()


def survivors(stack: Mapping[str, Any]) -> dict[str, int]:
    """Return the programs that a `stack.json` names and that still run, by name."""
    pids: dict[str, int] = stack.get("pids") or {}
    births: dict[str, float] = stack.get("births") or {}
    return {name: pid for name, pid in pids.items() if _is_same(pid, births.get(name, 0.0))}


def _is_same(pid: int, birth: float) -> bool:
    try:
        return _running(pid) and abs(born(pid) - birth) < 1
    except psutil.Error:
        return False


def end_process(pid: int, seconds: float) -> None:
    """End a program: SIGTERM, then SIGKILL to its whole session when the time is over."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGTERM)
    wait_until(lambda: not _running(pid), seconds)
    # The leader is gone or deaf; what it started shares its session and goes with it.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def wait_until(condition: Callable[[], bool], seconds: float, pause: float = 0.05) -> bool:
    """Wait for a condition; return whether it came true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(pause)
    return condition()


def tail(log: Path, lines: int = 15) -> str:
    """Return the end of a log."""
    try:
        return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
    except OSError:
        return "(it has no log)"


def _running(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=2).status_code < SERVER_ERROR
    except httpx.HTTPError:
        return False
