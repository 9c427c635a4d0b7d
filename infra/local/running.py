"""Find and end a local cloud that another process runs."""

from __future__ import annotations

import fcntl
import os
import signal
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any

from infra.local.errors import LocalCloudError
from infra.local.programs import end_process, survivors, wait_until

if TYPE_CHECKING:
    from infra.local.places import Home

STOP_SECONDS = 90
PROGRAMS = "programs.json"
"""Names what was started, from the first program on; `stack.json` comes when all is ready."""


def find(home: Home) -> dict[str, Any] | None:
    """Return the `stack.json` of the cloud that runs in this folder, if one does."""
    stack = home.read("stack.json")
    return stack if "runner" in survivors(stack) else None


def claim(home: Home) -> IO[str]:
    """Take the folder for this process until the returned file is closed or the process ends.

    Raises:
        LocalCloudError: when another process has it: two emulators would spoil each other's state.
    """
    home.folder.mkdir(parents=True, exist_ok=True)
    lock = (home.folder / "lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        where = (find(home) or {}).get("web_url")
        state = f"is already running: {where}" if where else "is being started or stopped."
        raise LocalCloudError(f"The local cloud of {home.folder} {state}") from None
    return lock


def clear(home: Home) -> None:
    """End what a killed run left behind in this folder. The folder must be claimed."""
    for name, pid in survivors(home.read(PROGRAMS)).items():
        if name != "runner":
            end_process(pid, STOP_SECONDS)
    (home.folder / PROGRAMS).unlink(missing_ok=True)
    home.stack_file.unlink(missing_ok=True)


def stop(home: Home) -> bool:
    """End the cloud of this folder, whatever is left of it; return whether there was any."""
    started = home.read(PROGRAMS)
    found = survivors(started)
    if "runner" in found:
        with suppress(ProcessLookupError):
            os.kill(found["runner"], signal.SIGTERM)
        wait_until(lambda: "runner" not in survivors(started), STOP_SECONDS)
    clear(home)
    return bool(found)
