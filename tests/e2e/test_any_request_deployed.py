"""Requests that nobody thought of, over HTTP: the description that the deployed API serves generates them, and every
role sends them through the gateway and its authorizer, as does another workspace with the first one's ids.

The same without a cloud, and so on every `make check`: `tests/functions/test_any_request.py`.
"""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from contextlib import closing, suppress
from typing import Any

import pytest
import requests
from schemathesis.core.transport import Response

from functions.api.route import Route
from functions.api.table import ROUTES
from tests.e2e.kit import AWAY, Cloud
from tests.e2e.workshop import Workshop, furnished
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
from tests.functions.requests import SAMPLES
from tests.functions.world import route_of

EXAMPLES = MANY or 2
FIRST = ("judge_conversation", "change_situation", "generate_conversation")
"""Later others have begun to write what they are about."""
LAST = (
    "change_settings",
    "change_dataset",
    "import_vocabulary",
    "switch_template",
    "cancel_batch",
    "undo_decision",
    "undo_operation",
    "delete_versions",
    "delete_comment",
    "act_on_many",
    "delete_conversation",
    "remove_member",
    "revoke_api_key",
)
"""What takes away or shuts what others need comes after them, in this order."""
ORDER = sorted(ROUTES, key=lambda route: (*FIRST, "", *LAST).index(route.name if route.name in FIRST + LAST else ""))
NO_KEY = {"open_session", "refresh_session", "accept_invitation", "read_overview"}
"""What only somebody who signs in, or the staff, can do."""
FEW = 12

pytestmark = [pytest.mark.long, pytest.mark.timeout(180 + 15 * EXAMPLES)]


@pytest.fixture(scope="module")
def workshop(cloud: Cloud):
    with furnished(cloud) as made:
        yield made


@pytest.fixture(scope="module")
def described(cloud: Cloud):
    """The operations of the document that the deployed API serves."""
    return operations(cloud.send("GET", "/openapi.json", None).raise_for_status().json())


@pytest.fixture(scope="module")
def session():
    with closing(requests.Session()) as kept:
        yield kept


@pytest.fixture(scope="module")
def answered() -> dict[str, Counter[int]]:
    """How often each operation has answered with which status."""
    return defaultdict(Counter)


def test_the_deployed_api_describes_every_route(described):
    assert set(described) == {route.name for route in ROUTES}


@pytest.mark.parametrize("route", ORDER, ids=lambda route: route.name)
def test_any_request_gets_an_answer_that_the_served_description_names(route, workshop, described, session, answered):
    operation, sample = described[route.name], SAMPLES[route.name]
    path = route_of(route.method, workshop.path(route))[1]
    ours = path and workshop.path(route) != sample.path

    def send(case: Any, *, guarded: bool = False) -> None:
        _keep_small(case)
        for sender in SENDERS:
            guards = _guards(workshop, route, path) if guarded else {}
            answer = _send(workshop.cloud, session, case, sender, guards)
            answered[route.name][answer.status_code] += 1
            expect_described(case, answer, sender)
            if sender == "other tenant":
                expect_silence(case, answer, workshop.secrets)
                assert not (ours and case.path_parameters == path and answer.status_code < 400), answer.text_lossy()

    send(_sampled(operation, workshop, route, path), guarded=True)
    fuzz(operation, VALID, lambda case: send(case, guarded=True), most=EXAMPLES, path_parameters=path or None)
    fuzz(operation, INVALID, send, most=EXAMPLES, path_parameters=path or None)
    if path:
        fuzz(operation, INVALID, send, most=EXAMPLES)
    for body in UNREADABLE if route.body else ():
        case = operation.Case(path_parameters=path or None, body=body, media_type="application/json")
        headers = {"Authorization": workshop.cloud.key(), "Content-Type": "application/json"}
        url = f"{workshop.cloud.stack['api_url']}{route.path.format(**path)}"
        headers |= _guards(workshop, route, path)
        answer = Response.from_any(session.request(route.method, url, data=body, headers=headers))
        answered[route.name][answer.status_code] += 1
        expect_described(case, answer, "owner")
        assert answer.status_code == 400, answer.text_lossy()


def test_nearly_every_operation_was_also_answered_with_its_success(answered):
    """Else all of this would prove how well the API refuses, and nothing more."""
    never = {route.name for route in ROUTES if not answered[route.name][route.status]}
    assert never == NO_KEY, {name: answered[name] for name in never ^ NO_KEY}
    print(sum(each.total() for each in answered.values()), "requests")


def test_after_all_of_it_the_books_are_right(workshop: Workshop):
    assert workshop.project.complaints() == []


def _sampled(operation: Any, workshop: Workshop, route: Route, path: dict[str, str]) -> Any:
    sample = SAMPLES[route.name]
    headers = {name.replace("_", "-"): value for name, value in sample.headers.items()}
    parts: dict[str, Any] = {"path_parameters": path or None, "query": sample.query, "headers": headers}
    if route.body is not None:
        parts |= {"body": workshop.here(sample.body), "media_type": "application/json"}
    return operation.Case(**parts)


def _send(cloud: Cloud, session: requests.Session, case: Any, sender: str, guards: dict[str, str]) -> Response:
    key = cloud.key("owner", AWAY) if sender == "other tenant" else cloud.key(sender)
    return case.call(base_url=cloud.stack["api_url"], session=session, headers={**guards, "Authorization": key})


def _guards(workshop: Workshop, route: Route, path: dict[str, str]) -> dict[str, str]:
    """The headers of a write as a careful client sends them: the revision of now, a key of its own."""
    headers: dict[str, str] = {}
    if route.if_match:
        read = route.path.format(**path).split("/")[1 : 3 if path else 2]
        headers["If-Match"] = f'"{workshop.project.api.get("/" + "/".join(read))["revision"]}"'
    if route.once:
        headers["Idempotency-Key"] = uuid.uuid4().hex
    return headers


def _keep_small(case: Any) -> None:
    """A plan of ten thousand would show no more than one of twelve, and be made for minutes. "5000" is a number too."""
    if not isinstance(case.body, dict):
        return
    gaps = case.body.get("gaps")
    for asked, name in ((case.body, "total"), *((gap, "count") for gap in (gaps if isinstance(gaps, list) else ()))):
        if not isinstance(asked, dict) or not isinstance(asked.get(name), int | float | str):
            continue
        with suppress(ValueError, OverflowError):
            if float(asked[name]) > FEW:
                asked[name] = FEW
