"""How far this machine's clock is from the store's: leases are only as good as the clocks that read them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any


class ClockSkew:
    """Watches the `Date` header of the store's answers (whole seconds)."""

    def __init__(self, client: Any, now: Callable[[], datetime]) -> None:
        self.seconds = 0.0
        self._now = now
        client.meta.events.register("after-call.dynamodb", self._read)

    def _read(self, http_response: Any, **_: Any) -> None:
        stamp = http_response.headers.get("Date")
        if not stamp:
            return
        stored_at = parsedate_to_datetime(stamp).astimezone(UTC)
        # The header drops fractions: half a second is its mean error.
        self.seconds = (self._now() - stored_at).total_seconds() - 0.5
