"""Requests that nobody thought of: the description generates them, every role sends them, valid and not.

No answer is an error of ours, none has a status or a shape that the description does not name, and a person of
another workspace, who knows every id, learns nothing. `make fuzz` sends many more, and sends them to a deployed
cloud too (`tests/e2e/test_any_request_deployed.py`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
import requests
from schemathesis import GenerationMode
from schemathesis.core import NotSet
from schemathesis.core.transport import Response

from functions.api.openapi import describe
from functions.api.route import Route
from functions.api.table import ROUTES
from tests.functions.fuzzing import (
    INVALID,
    MANY,
    SENDERS,
    UNREADABLE,
    VALID,
    expect_described,
    expect_silence,
    fuzz,
    operations,
)
from tests.functions.people import CALLERS, populated
from tests.functions.requests import BODY, SAMPLES
from tests.functions.world import Answer, Gateway, route_of

EXAMPLES = MANY or 2
OF_ACME = ("Secret title of acme", "maya", "Read by", *(f"{role}-1@acme.example" for role in ("owner", "viewer")))


@cache
def described() -> Mapping[str, Any]:
    return operations(describe())


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


def received(route: Route, answer: Answer) -> Response:
    """The answer as a client would have it."""
    prepared = requests.Request(route.method, f"http://here{route.full_path}").prepare()
    headers = {name.lower(): [value] for name, value in answer.headers.items() if isinstance(value, str)}
    return Response(answer.status, headers, answer.text.encode(), prepared, 0.0, verify=False)


@pytest.mark.parametrize("mode", [VALID, INVALID], ids=["valid", "invalid"])
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_any_request_gets_an_answer_that_the_description_names(route: Route, mode: GenerationMode):
    gateway = populated()
    path = route_of(route.method, SAMPLES[route.name].path)[1]

    def send(case: Any) -> None:
        for sender in SENDERS:
            answer = received(route, ask(gateway, route, case, path, sender))
            expect_described(case, answer, sender)
            if sender == "other tenant":
                expect_silence(case, answer, OF_ACME)

    fuzz(described()[route.name], mode, send, most=EXAMPLES, path_parameters=path or None)


@pytest.mark.parametrize("body", UNREADABLE, ids=lambda body: str(body[:9]))
@pytest.mark.parametrize("route", [route for route in ROUTES if route.body], ids=lambda route: route.name)
def test_a_body_that_can_not_be_read_is_refused_as_such(route: Route, body: bytes):
    sample = SAMPLES[route.name]
    text = body.decode("utf-8", "replace")
    answer = populated().call(route.method, sample.path, as_=CALLERS["owner"], body=text, **sample.headers)
    assert (answer.status, answer.code) == (400, "malformed")


@pytest.mark.parametrize(
    ("name", "body", "status"),
    [
        ("generate_conversation", {"template_version": 1}, 422),
        ("repair_conversation", {"instruction": " ", "version": 1}, 422),
        ("create_dataset", {"name": "Second", "pack": "nobody has it"}, 404),
        ("act_on_many", '{"action": "approve", "ids": ["\\ud800"]}', 400),
        ("import_template", {"text": f"---\nname: {'[' * 5_000}\n---\n{BODY}"}, 422),
        ("import_template", {"text": f"---\nname: 2026-13-45\n---\n{BODY}"}, 422),
        ("import_vocabulary", {"text": f"list,name\ntone,{'x' * 140_000}\n"}, 422),
        ("import_vocabulary", {"text": "list,name\rtone,Calm\rtone,Brisk\r"}, 200),
    ],
)
def test_what_was_found_once_stays_mended(name: str, body: Any, status: int):
    sample, route = SAMPLES[name], next(each for each in ROUTES if each.name == name)
    answer = populated().call("POST", sample.path, as_=CALLERS["owner"], body=body, **sample.headers)
    assert answer.status == status, answer.text
    assert status in route.statuses
