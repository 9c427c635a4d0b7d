"""The API's Lambda entry. Importing it needs no environment and builds no client."""

from __future__ import annotations

from typing import Any

from chalice.app import Blueprint, Chalice

from functions.api import errors
from functions.api.endpoint import endpoint, refusal, request_id_of
from functions.api.log import log_unrouted
from functions.api.ports import Ports, Wired
from functions.api.route import PREFIX, Resource
from functions.api.table import RESOURCES


def blueprint_of(resource: Resource, ports: Ports) -> Blueprint:
    """A resource's routes as Chalice knows them."""
    blueprint = Blueprint(resource.name)
    for route in resource.routes:
        view = endpoint(route, lambda: blueprint.current_request, lambda: ports)
        # No content types for Chalice to check: its refusals are not problems.
        blueprint.route(route.path, methods=[route.method], content_types=[], name=route.name)(view)
    return blueprint


def build_app(ports: Ports) -> Chalice:
    """The whole API over these ports."""
    chalice = Chalice(app_name="bright-run", configure_logs=False, env={})
    for resource in RESOURCES:
        chalice.register_blueprint(blueprint_of(resource, ports), url_prefix=PREFIX)
    return chalice


app = build_app(Wired())


def handler(event: dict[str, Any], context: Any, *, chalice: Chalice = app) -> dict[str, Any]:
    """Answers one request from API Gateway's proxy integration."""
    asked = event["requestContext"]
    methods = chalice.routes.get(asked.get("resourcePath"), {})
    if asked.get("httpMethod") not in methods:
        status = 405 if methods else 404
        request_id = request_id_of(asked)
        log_unrouted(str(asked.get("httpMethod")), status, request_id)
        return refusal(*errors.not_offered(status, request_id)).to_dict()
    return chalice(event, context)
