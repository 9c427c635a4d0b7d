"""One log file a function, copied from the emulator's CloudWatch Logs while it runs."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from botocore.exceptions import BotoCoreError, ClientError

PAUSE_SECONDS = 3
SETTLED_MS = 500
"""An invocation's lines are stamped and stored together, so what is older than this is complete."""
KEPT = 20 * 1024 * 1024
PLATFORM = ("START RequestId:", "END RequestId:")


class LogSource(Protocol):
    """What is asked of CloudWatch Logs."""

    def lines(self, function: str, since_ms: int, until_ms: int) -> Iterable[str]:
        """Return what a function wrote from one moment to another, both included."""
        ...


class FunctionLogs:
    """Copies in a thread of its own, from now on, until it is stopped."""

    def __init__(self, source: LogSource, folder: Path, functions: dict[str, str]) -> None:
        self._source = source
        self._folder = folder
        self._functions = functions
        self._since = _now_ms()
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="function-logs", daemon=True)

    def start(self) -> None:
        """Begin with what is written from now on."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._thread.start()

    def stop(self) -> None:
        """Copy what is left and end."""
        self._end.set()
        if self._thread.is_alive():
            self._thread.join(timeout=10)

    def _follow(self) -> None:
        while not self._end.wait(PAUSE_SECONDS):
            self._copy(_now_ms() - SETTLED_MS)
        self._copy(_now_ms())

    def _copy(self, until: int) -> None:
        # An emulator that is busy or going down is asked again, or not at all.
        with suppress(ClientError, BotoCoreError, OSError):
            for name, deployed in self._functions.items():
                lines = list(self._source.lines(deployed, self._since, until))
                self._append(name, [line for line in lines if not line.startswith(PLATFORM)])
            self._since = until + 1

    def _append(self, name: str, lines: list[str]) -> None:
        if not lines:
            return
        place = self._folder / f"{name}.log"
        if place.exists() and place.stat().st_size > KEPT:
            place.replace(place.with_suffix(".old.log"))
        with place.open("a", encoding="utf-8") as out:
            out.write("\n".join(lines) + "\n")


def _now_ms() -> int:
    return int(time.time() * 1000)
