"""The service itself: is it there, and how is it called."""

from __future__ import annotations

import json
from importlib.resources import files

import brightrun
from functions.api.call import Call
from functions.api.route import Access, Resource
from functions.api.schemas.service import Description, Health

service = Resource("service", "Is it there, and how is it called?")


@service.get("/health", needs=Access.PUBLIC)
def read_health(call: Call) -> Health:
    """Say that the service answers."""
    return Health(stage=call.ports.settings.stage, version=brightrun.__version__)


@service.get("/openapi.json", needs=Access.PUBLIC)
def read_openapi(call: Call) -> Description:
    """Describe the API as OpenAPI 3.1."""
    _ = call
    return Description(json.loads((files("functions.api") / "openapi.json").read_text()))
