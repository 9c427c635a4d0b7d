"""How the demo speaks: steps with their time, one live line, plain figures."""

from __future__ import annotations

import sys
import time

QUIET_SECONDS = 15
MICROS = 1_000_000


class Talk:
    """Prints a step at a time; on a terminal the line of a running step is rewritten."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._live = sys.stdout.isatty()
        self._last = 0.0

    @property
    def seconds(self) -> float:
        """Since the demo began."""
        return time.monotonic() - self._began

    def say(self, line: str) -> None:
        """Print a finished line."""
        self._clear()
        print(f"{self.seconds:6.1f} s  {line}", flush=True)

    def progress(self, line: str) -> None:
        """Show how a step stands; without a terminal only every quarter of a minute."""
        if self._live:
            print(f"\r\033[2K{self.seconds:6.1f} s  {line}", end="", flush=True)
        elif time.monotonic() - self._last > QUIET_SECONDS:
            self._last = time.monotonic()
            print(f"{self.seconds:6.1f} s  {line}", flush=True)

    def _clear(self) -> None:
        if self._live:
            print("\r\033[2K", end="")


def dollars(micros: int) -> str:
    """Return an amount of money as people read it."""
    amount = micros / MICROS
    return f"${amount:.2f}" if amount >= 1 else f"${amount:.4f}"
