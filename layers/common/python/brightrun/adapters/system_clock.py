"""The machine's clock, and ids that sort in the order in which this process made them."""

from __future__ import annotations

import secrets
import threading
from datetime import UTC, datetime

from brightrun.domain.ids import ulid

_MOST = (1 << 80) - 1


class SystemClock:
    """Implements `Clock`. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._millisecond = 0
        self._random = 0

    def now(self) -> datetime:
        return datetime.now(UTC)

    def new_id(self) -> str:
        with self._lock:
            millisecond = int(self.now().timestamp() * 1000)
            if millisecond > self._millisecond or self._random == _MOST:
                self._millisecond = max(millisecond, self._millisecond)
                self._random = int.from_bytes(secrets.token_bytes(10), "big") >> 1
            else:
                self._random += 1
            at = datetime.fromtimestamp(self._millisecond / 1000, tz=UTC)
            return ulid(at, self._random.to_bytes(10, "big"))
