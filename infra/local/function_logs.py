"""One log file a function, cut out of MiniStack's own log while it is written."""

from __future__ import annotations

import re
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BEGIN = re.compile(rb"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \w+ \[\w+\] (?:ESM: )?Lambda (\S+) output:")
OTHER = re.compile(rb"^\[?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\b.* \[[\w.]+\]")
PAUSE_SECONDS = 0.5
KEPT = 20 * 1024 * 1024


class FunctionLogs:
    """Follows the emulator's log from now on, in a thread, until it is stopped."""

    def __init__(self, source: Path, folder: Path, prefix: str) -> None:
        self._source = source
        self._folder = folder
        self._prefix = prefix
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="function-logs", daemon=True)

    def start(self) -> None:
        """Begin at the current end of the emulator's log."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._thread.start()

    def stop(self) -> None:
        """Write what is left and end."""
        self._end.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _follow(self) -> None:
        with self._source.open("rb") as log:
            log.seek(0, 2)
            current: Path | None = None
            while True:
                lines = log.readlines()
                for line in lines:
                    current = self._take(line, current)
                if not lines and self._end.wait(PAUSE_SECONDS):
                    return

    def _take(self, line: bytes, current: Path | None) -> Path | None:
        begin = BEGIN.match(line)
        if begin:
            name = begin.group(1).decode().removeprefix(self._prefix)
            return self._folder / f"{name}.log"
        if OTHER.match(line):
            return None
        if current:
            with suppress(OSError):
                if current.exists() and current.stat().st_size > KEPT:
                    current.replace(current.with_suffix(".old.log"))
                with current.open("ab") as out:
                    out.write(line)
        return current
