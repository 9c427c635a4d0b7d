"""Requests that nobody thought of: the served description generates them, every role sends them, valid and not.

No answer is an error of ours, none has a status or a shape that the description does not name, and a person of
another workspace, who knows every id, learns nothing. `make fuzz` sends many more.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.core import NotSet
from schemathesis.core.transport import Response

from functions.api.openapi import describe
from functions.api.route import Route
from functions.api.table import ROUTES
from tests.functions.people import CALLERS, populated
from tests.functions.requests import SAMPLES
from tests.functions.world import Answer, Gateway, route_of

MANY = int(os.environ.get("FUZZ_EXAMPLES", "0"))
EXAMPLES = MANY or 2
SENDERS = ("viewer", "reviewer", "other tenant", "editor", "owner")
"""Least first: who may do most changes most."""
OF_ACME = ("Secret title of acme", "maya", "Read by", *(f"{role}-1@acme.example" for role in ("owner", "viewer")))


@cache
def operations() -> Mapping[str, Any]:
    described = schemathesis.openapi.from_dict(describe())
    return {each.ok().definition.raw["operationId"]: each.ok() for each in described.get_all_operations()}


def fuzz(route: Route, mode: GenerationMode, send: Any) -> None:
    """Calls `send` with cases of one operation; one that takes no input has no bad ones."""
    fixed = route_of(route.method, SAMPLES[route.name].path)[1]

    @settings(
        max_examples=EXAMPLES,
        derandomize=not MANY,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate] if not MANY else [Phase.generate, Phase.shrink],
    )
    @given(operations()[route.name].as_strategy(generation_mode=mode, path_parameters=fixed or None))
    def sent(case: Any) -> None:
        send(case, fixed)

    try:
        sent()
    except Unsatisfiable:
        assert route.body is None


def ask(gateway: Gateway, route: Route, case: Any, path: dict[str, str], caller: str) -> Answer:
    body = None if isinstance(case.body, NotSet) else case.body
    raw = body if body is None or isinstance(body, bytes | str) else json.dumps(body, default=str)
    query = {name: value if isinstance(value, list) else [value] for name, value in (case.query or {}).items()}
    headers = {name: str(value) for name, value in SAMPLES[route.name].headers.items()}
    policy = None if route.public else gateway.ask(f"Bearer {CALLERS[caller]}")
    return gateway.invoke(
        route,
        path,
        policy["context"] if policy else {},
        body=raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw,
        query={name: [str(one) for one in values] for name, values in query.items() if values},
        headers={name.replace("_", "-").lower(): value for name, value in headers.items()},
    )


def check(route: Route, case: Any, answer: Answer, caller: str) -> None:
    said = f"{caller}: {route.method} {route.path} {case.query} {case.body!r:.500} → {answer.status} {answer.text:.400}"
    assert answer.status < 500, said
    assert answer.status in route.statuses, said
    prepared = requests.Request(route.method, f"http://here{route.full_path}").prepare()
    headers = {name.lower(): [value] for name, value in answer.headers.items() if isinstance(value, str)}
    told = Response(answer.status, headers, answer.text.encode(), prepared, 0.0, verify=False)
    operations()[route.name].validate_response(told, case=case)
    if caller == "other tenant":
        asked = f"{SAMPLES[route.name].path} {case.query} {case.body!r}"
        assert not [secret for secret in OF_ACME if secret in answer.text and secret not in asked], said


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["valid", "invalid"])
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_any_request_gets_an_answer_that_the_description_names(route: Route, mode: GenerationMode):
    gateway = populated()

    def send(case: Any, path: dict[str, str]) -> None:
        for caller in SENDERS:
            check(route, case, ask(gateway, route, case, path, caller), caller)

    fuzz(route, mode, send)


@pytest.mark.parametrize(
    ("name", "body", "status"),
    [
        ("generate_conversation", {"template_version": 1}, 422),
        ("repair_conversation", {"instruction": " ", "version": 1}, 422),
        ("create_dataset", {"name": "Second", "pack": "nobody has it"}, 404),
    ],
)
def test_what_was_found_once_stays_mended(name: str, body: dict[str, Any], status: int):
    sample, route = SAMPLES[name], next(each for each in ROUTES if each.name == name)
    answer = populated().call("POST", sample.path, as_=CALLERS["owner"], body=body, **sample.headers)
    assert answer.status == status, answer.text
    assert status in route.statuses
