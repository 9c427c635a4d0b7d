"""Time and ids, so that nothing in the product reads a clock by itself."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """The current time in UTC."""
        ...

    def new_id(self) -> str:
        """A fresh ULID; later ones of this process sort after earlier ones."""
        ...
