"""The platform in figures, for its staff."""

from __future__ import annotations

from functions.api.schemas.wire import Wire


class Overview(Wire):
    """All workspaces in figures; never a name, never a text."""

    tenants: int
    conversations_by_status: dict[str, int]
    batches_by_state: dict[str, int]
    errors_by_code: dict[str, int]
