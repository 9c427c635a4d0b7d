"""The service itself: its health and its description."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import RootModel

from functions.api.schemas.wire import Wire


class Health(Wire):
    """The service answers."""

    status: Literal["ok"] = "ok"
    stage: str
    version: str


class Description(RootModel[dict[str, Any]]):
    """An OpenAPI 3.1 document."""
