"""The API's description as OpenAPI 3.1, made from the route table and the wire models.

python -m functions.api.openapi            writes functions/api/openapi.json
python -m functions.api.openapi --check    fails when that file is not what the table says
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, cast

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode, models_json_schema

import brightrun
from functions.api.errors import TITLES
from functions.api.route import PREFIX, Access, Needs, Resource, Route
from functions.api.schemas.wire import Problem
from functions.api.table import RESOURCES, ROUTES

FILE = Path(__file__).with_name("openapi.json")

Json = dict[str, Any]
Schemas = dict[tuple[type[BaseModel], JsonSchemaMode], Json]

_WHO = {
    Access.PUBLIC: "Open to everyone.",
    Access.SIGNED_IN: "For everyone who is signed in.",
    Access.STAFF: "For the staff of the platform.",
}


def describe() -> Json:
    """The whole document."""
    schemas, definitions = _schemas()
    paths: Json = {}
    for resource in RESOURCES:
        for route in resource.routes:
            operation = _operation(route, resource, schemas)
            paths.setdefault(route.path, {})[route.method.lower()] = operation
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Bright Run",
            "version": brightrun.__version__,
            "description": (
                "Plan, generate, review and export multi-turn fine-tuning datasets. Money is in "
                "millionths of a US dollar, times are UTC. Errors are problems (RFC 9457)."
            ),
        },
        "servers": [{"url": PREFIX}],
        "security": [{"bearer": []}],
        "tags": [{"name": each.name, "description": each.about} for each in RESOURCES],
        "paths": paths,
        "components": {
            "securitySchemes": {
                "bearer": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "A sign-in token, or an API key (`brk_…`).",
                }
            },
            "schemas": definitions,
        },
    }


def _schemas() -> tuple[Schemas, Json]:
    wanted: dict[tuple[type[BaseModel], JsonSchemaMode], None] = {(Problem, "serialization"): None}
    for route in ROUTES:
        for model in (route.body, route.query):
            if model is not None:
                wanted[model, "validation"] = None
        if route.answer is not None:
            wanted[route.answer, "serialization"] = None
    found, document = models_json_schema(list(wanted), ref_template="#/components/schemas/{model}")
    return cast("Schemas", found), document["$defs"]


def _operation(route: Route, resource: Resource, schemas: Schemas) -> Json:
    operation: Json = {
        "operationId": route.name,
        "summary": route.summary,
        "description": _who(route.needs),
        "tags": [resource.name],
        "responses": {str(status): _response(route, status, schemas) for status in route.statuses},
    }
    if route.public:
        operation["security"] = []
    parameters = [*_path_parameters(route), *_query_parameters(route), *_header_parameters(route)]
    if parameters:
        operation["parameters"] = parameters
    if route.body is not None:
        content = {"application/json": {"schema": schemas[route.body, "validation"]}}
        operation["requestBody"] = {"required": True, "content": content}
    return operation


def _who(needs: Needs) -> str:
    if isinstance(needs, Access):
        return _WHO[needs]
    return f"For roles with the permission `{needs.value}`."


def _response(route: Route, status: int, schemas: Schemas) -> Json:
    if status not in {route.status, 202}:
        content = {"application/problem+json": {"schema": schemas[Problem, "serialization"]}}
        return {"description": TITLES[status], "content": content}
    if route.answer is None:
        return {"description": "Done."}
    described = (route.answer.__doc__ or "Done.").strip().splitlines()[0]
    if status != route.status:
        described = "Accepted: it goes on after this answer."
    content = {"application/json": {"schema": schemas[route.answer, "serialization"]}}
    return {"description": described, "content": content}


def _path_parameters(route: Route) -> list[Json]:
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "integer" if route.hints[name] is int else "string"},
        }
        for name in route.path_parameters
    ]


def _query_parameters(route: Route) -> list[Json]:
    if route.query is None:
        return []
    schema = route.query.model_json_schema(ref_template="#/components/schemas/{model}")
    required = schema.get("required", ())
    return [
        {"name": name, "in": "query", "required": name in required, "schema": described}
        for name, described in schema["properties"].items()
    ]


def _header_parameters(route: Route) -> list[Json]:
    found: list[Json] = []
    if route.if_match:
        found.append(
            {
                "name": "If-Match",
                "in": "header",
                "required": True,
                "description": "The revision that was read, as its ETag gave it.",
                "schema": {"type": "string", "pattern": '^"[0-9]+"$'},
            }
        )
    if route.once:
        found.append(
            {
                "name": "Idempotency-Key",
                "in": "header",
                "required": True,
                "description": "One key for one intention: a repeat is answered like the first.",
                "schema": {"type": "string", "minLength": 1, "maxLength": 200},
            }
        )
    return found


def render() -> str:
    """The document as it stands in the file."""
    return json.dumps(describe(), indent=1, ensure_ascii=False, sort_keys=False) + "\n"


def main(arguments: list[str]) -> int:
    """Writes the file, or compares it."""
    if arguments == ["--check"]:
        same = FILE.is_file() and FILE.read_text(encoding="utf-8") == render()
        if not same:
            sys.stderr.write("functions/api/openapi.json is out of date: python -m functions.api.openapi\n")
        return 0 if same else 1
    FILE.write_text(render(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
