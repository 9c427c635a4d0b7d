"""The edge: guards, limits, problems and headers, the same on every route."""

from __future__ import annotations

import json
from collections import deque
from typing import Any

import pytest

from brightrun.domain.errors import Unavailable
from functions.api.app import handler
from functions.api.route import USUAL_BODY
from tests.functions import people as p
from tests.functions.people import CALLERS, populated
from tests.functions.world import Gateway, event_of, logged, route_of

OWNER, EDITOR, REVIEWER = CALLERS["owner"], CALLERS["editor"], CALLERS["reviewer"]
START = {"selection": {"all": True}, "cap_micros": 5_000_000}


@pytest.fixture
def gateway() -> Gateway:
    return populated()


def test_every_answer_is_kept_by_no_cache(gateway: Gateway):
    for path, caller in (("/health", None), ("/me", OWNER), ("/settings", CALLERS["no tenant"])):
        headers = gateway.call("GET", path, as_=caller).headers
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Request-Id"] == "request-1"


def test_a_problem_says_what_who_and_how_to_find_it_again(gateway: Gateway):
    answer = gateway.call("GET", "/datasets/nothing", as_=OWNER)
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json == {
        "type": "urn:bright-run:problem:not_found",
        "title": "Not found",
        "status": 404,
        "detail": "This dataset is not here, or belongs to another workspace.",
        "code": "not_found",
        "retryable": False,
        "request_id": "request-1",
    }


def test_a_write_without_the_revision_is_asked_for_it(gateway: Gateway):
    answer = gateway.call("PATCH", f"/datasets/{p.DATASET}", as_=OWNER, body={"name": "New"})
    assert (answer.status, answer.code) == (428, "precondition_required")


@pytest.mark.parametrize("given", ["1", 'W/"1"', '"one"', "*", '"1", "2"'])
def test_a_revision_that_can_not_be_read_is_refused(gateway: Gateway, given: str):
    answer = gateway.call("PATCH", f"/datasets/{p.DATASET}", as_=OWNER, body={"name": "New"}, If_Match=given)
    assert answer.status == 400


def test_a_stale_write_changes_nothing_and_shows_what_is_there(gateway: Gateway):
    path = f"/datasets/{p.DATASET}"
    first = gateway.call("PATCH", path, as_=OWNER, body={"name": "First"}, If_Match='"1"')
    assert first.headers["ETag"] == '"2"'
    second = gateway.call("PATCH", path, as_=EDITOR, body={"name": "Second"}, If_Match='"1"')
    assert (second.status, second.code) == (409, "stale_revision")
    assert second.json["current"]["name"] == "First"
    assert second.json["revision"] == 2
    assert gateway.call("GET", path, as_=OWNER).json["name"] == "First"


def test_the_etag_of_a_read_is_the_if_match_of_the_write(gateway: Gateway):
    path = f"/conversations/{p.GENERATED}"
    read = gateway.call("GET", path, as_=REVIEWER)
    body = {"decision": "reject", "version": 1, "note": "Too short"}
    decided = gateway.call("POST", f"{path}/review", as_=REVIEWER, body=body, If_Match=read.headers["ETag"])
    assert decided.status == 200
    assert decided.json["review"]["note"] == "Too short"
    assert decided.json["status"] == "rejected"


def test_spending_needs_a_key(gateway: Gateway):
    answer = gateway.call("POST", f"/datasets/{p.DATASET}/batches", as_=EDITOR, body=START)
    assert (answer.status, answer.code) == (428, "precondition_required")
    assert not gateway.ports.jobs.sent


def test_a_repeated_request_spends_once_and_is_answered_with_the_same_run(gateway: Gateway):
    path = f"/datasets/{p.DATASET}/batches"
    first = gateway.call("POST", path, as_=EDITOR, body=START, Idempotency_Key="click-1")
    sent = len(gateway.ports.jobs.sent)
    again = gateway.call("POST", path, as_=EDITOR, body=START, Idempotency_Key="click-1")
    assert first.status == again.status == 202
    assert first.json["id"] == again.json["id"]
    assert len(gateway.ports.jobs.sent) == sent == 2


def test_a_key_is_good_for_one_request_only(gateway: Gateway):
    path = f"/datasets/{p.DATASET}/batches"
    gateway.call("POST", path, as_=EDITOR, body=START, Idempotency_Key="click-1")
    other = {**START, "cap_micros": 6_000_000}
    for caller, body in ((EDITOR, other), (OWNER, START)):
        answer = gateway.call("POST", path, as_=caller, body=body, Idempotency_Key="click-1")
        assert (answer.status, answer.code) == (422, "idempotency_key_reused")
    elsewhere = f"/conversations/{p.PLANNED}/generate"
    answer = gateway.call("POST", elsewhere, as_=EDITOR, body={}, Idempotency_Key="click-1")
    assert answer.code == "idempotency_key_reused"


def test_a_key_is_forgotten_after_a_day(gateway: Gateway):
    path = f"/batches/{p.ENDED}/retry-failed"
    assert gateway.call("POST", path, as_=EDITOR, body={}, Idempotency_Key="k").status == 202
    gateway.ports.clock.advance(25 * 3600)
    assert gateway.call("POST", path, as_=EDITOR, body={"ids": ["x"]}, Idempotency_Key="k").code == "nothing_failed"


@pytest.mark.parametrize("key", ["", "x" * 201, "a\nb"])
def test_a_key_that_is_none_is_refused(gateway: Gateway, key: str):
    path = f"/datasets/{p.DATASET}/batches"
    answer = gateway.call("POST", path, as_=EDITOR, body=START, Idempotency_Key=key)
    assert (answer.status, answer.code) == (422, "bad_idempotency_key")


def test_a_body_beyond_the_limit_is_not_read(gateway: Gateway):
    answer = gateway.call("POST", "/datasets", as_=OWNER, body="x" * (USUAL_BODY + 1))
    assert (answer.status, answer.code) == (413, "too_large")


@pytest.mark.parametrize("body", ["{", "not json", '{"a": }'])
def test_a_body_that_is_no_json_is_refused(gateway: Gateway, body: str):
    answer = gateway.call("POST", "/datasets", as_=OWNER, body=body)
    assert (answer.status, answer.code) == (400, "malformed")


@pytest.mark.parametrize("body", ["[]", '"text"', "7", "null"])
def test_a_body_of_another_shape_is_refused(gateway: Gateway, body: str):
    assert gateway.call("POST", "/datasets", as_=OWNER, body=body).status == 422


def test_a_form_of_another_site_is_refused(gateway: Gateway):
    answer = gateway.call(
        "POST", "/datasets", as_=OWNER, body="name=x", content_type="application/x-www-form-urlencoded"
    )
    assert (answer.status, answer.code) == (415, "wrong_media_type")


def test_a_viewer_learns_nothing_from_a_wrong_body(gateway: Gateway):
    """Permission comes before parsing."""
    assert gateway.call("POST", "/datasets", as_=CALLERS["viewer"], body="{").status == 403


def test_unknown_query_parameters_are_named(gateway: Gateway):
    answer = gateway.call("GET", f"/datasets/{p.DATASET}/conversations", as_=OWNER, query={"colour": "red"})
    assert answer.status == 422
    assert answer.json["errors"][0]["field"] == "colour"


def test_values_that_were_sent_are_not_repeated_in_a_problem(gateway: Gateway):
    answer = gateway.call("POST", "/datasets", as_=OWNER, body={"name": ["a very private text"]})
    assert answer.status == 422
    assert "private" not in answer.text


@pytest.mark.parametrize("id_", ["..%2F..", "a b", "T#rival#DATASETS", "x" * 200, "é"])
def test_what_can_not_be_an_id_is_not_here(gateway: Gateway, id_: str):
    route, _ = route_of("GET", "/datasets/x")
    context = gateway.ask(f"Bearer {OWNER}")["context"]
    assert gateway.invoke(route, {"dataset_id": id_}, context).status == 404


def test_a_store_that_does_not_answer_is_said_to_be_worth_another_try(gateway: Gateway):
    def down(changes: Any) -> Exception:
        return Unavailable("The table did not answer.")

    gateway.ports.store.before = deque([down])
    answer = gateway.call("POST", "/api-keys", as_=OWNER, body={"name": "CI", "role": "viewer"})
    assert (answer.status, answer.json["retryable"]) == (503, True)
    assert answer.headers["Retry-After"] == "1"


def test_of_an_unexpected_failure_nothing_leaves_but_its_id(gateway: Gateway, caplog: pytest.LogCaptureFixture):
    def broken(changes: Any) -> Exception:
        return RuntimeError("the text of a conversation")

    gateway.ports.store.before = deque([broken])
    answer = gateway.call("POST", "/api-keys", as_=OWNER, body={"name": "CI", "role": "viewer"})
    assert (answer.status, answer.code) == (500, "unexpected")
    assert answer.json["request_id"] == "request-1"
    assert "conversation" not in answer.text
    told = str(logged(caplog))
    assert "RuntimeError" in told
    assert "the text of a conversation" not in told


def test_each_call_is_one_line_with_tenant_and_request_and_no_content(
    gateway: Gateway, caplog: pytest.LogCaptureFixture
):
    body = {"decision": "reject", "version": 1, "note": "A private note"}
    route, parameters = route_of("POST", f"/conversations/{p.GENERATED}/review")
    context = gateway.ask(f"Bearer {REVIEWER}")["context"]
    caplog.clear()
    gateway.invoke(route, parameters, context, body=body, headers={"if-match": '"1"'})
    (told,) = logged(caplog)
    assert (told["tenant"], told["request_id"], told["status"]) == ("acme", "request-1", 200)
    assert told["route"] == "POST /conversations/{conversation_id}/review"
    assert "private" not in str(told)


def test_an_unknown_path_or_method_is_a_problem_too(gateway: Gateway):
    route, _ = route_of("GET", "/me")
    event = event_of(route, {})
    event["requestContext"]["httpMethod"] = "PUT"
    assert handler(event, None, chalice=gateway.app)["statusCode"] == 405
    event["requestContext"]["resourcePath"] = "/api/v1/nothing"
    answered = handler(event, None, chalice=gateway.app)
    assert answered["statusCode"] == 404
    assert json.loads(answered["body"])["code"] == "not_found"
