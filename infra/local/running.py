"""Find and end a local cloud that another process runs."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from infra.local.programs import end_process, survivors, wait_until

if TYPE_CHECKING:
    from infra.local.places import Home

STOP_SECONDS = 90


def find(home: Home) -> dict[str, Any] | None:
    """Return the `stack.json` of the cloud that runs in this folder, if one does."""
    stack = home.read("stack.json")
    return stack if "runner" in survivors(stack) else None


def stop(home: Home) -> bool:
    """End the cloud of this folder, whatever is left of it; return whether there was any."""
    stack = home.read("stack.json")
    found = survivors(stack)
    if "runner" in found:
        with suppress(ProcessLookupError):
            os.kill(found["runner"], signal.SIGTERM)
        wait_until(lambda: "runner" not in survivors(stack), STOP_SECONDS)
    for pid in survivors(stack).values():
        end_process(pid, STOP_SECONDS)
    home.stack_file.unlink(missing_ok=True)
    return bool(found)
