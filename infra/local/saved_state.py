"""Make a state that MiniStack saved fit for the next start."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def mend(state: Path, *, was_port: int, port: int) -> None:
    """Mend what a restart would break.

    Args:
        state: the folder of the saved state; nothing happens when there is none.
        was_port: where the emulator listened when it saved; 0 when it never did.
        port: where it will listen.
    """
    _forget_stream_positions(state / "lambda.json")
    if was_port not in (0, port):
        for saved in state.glob("*.json"):
            _move(saved, f"localhost:{was_port}/", f"localhost:{port}/")


def _forget_stream_positions(saved: Path) -> None:
    """Drop how far the table's streams were read.

    The positions are saved but not the streams: MiniStack would wait for as many changes
    as it had seen before it delivers any.
    """
    try:
        content: dict[str, Any] = json.loads(saved.read_text())
        positions = content["payload"]["dynamodb_stream_positions"]["data"]
    except (OSError, ValueError, KeyError, TypeError):
        return
    positions.clear()
    saved.write_text(json.dumps(content))


def _move(saved: Path, old: str, new: str) -> None:
    """Give queues their new address: MiniStack finds a queue for its consumers by URL."""
    text = saved.read_text()
    if old in text:
        saved.write_text(text.replace(old, new))
