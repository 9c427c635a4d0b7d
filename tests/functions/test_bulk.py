from __future__ import annotations

from typing import Any

import pytest

from tests.fakes import make
from tests.functions import people as p
from tests.functions.people import CALLERS, populated
from tests.functions.world import Answer, Gateway

PATH = f"/datasets/{p.DATASET}/bulk"


@pytest.fixture
def gateway() -> Gateway:
    return populated()


def generate(gateway: Gateway, *ids: str, caller: str = "editor", **headers: str) -> Answer:
    body: dict[str, Any] = {"action": "generate", "ids": ids}
    return gateway.call("POST", PATH, as_=CALLERS[caller], body=body, **headers)


def test_what_can_be_written_is_and_the_rest_has_its_reason(gateway: Gateway):
    unknown = make.an_id("nowhere")
    answer = generate(gateway, p.PLANNED, p.FAILED, unknown, Idempotency_Key="k")
    assert answer.json["done"] == 2
    assert [(each["id"], each["code"]) for each in answer.json["failed"]] == [(unknown, "not_found")]
    again = generate(gateway, p.PLANNED, Idempotency_Key="other")
    assert again.json["done"] == 0
    assert [(each["ref"], each["code"]) for each in again.json["failed"]] == [("FP-0002", "already_queued")]
    assert len(gateway.ports.jobs.sent) == 2


def test_a_repeated_request_starts_one_run(gateway: Gateway):
    for _ in range(2):
        assert generate(gateway, p.PLANNED, Idempotency_Key="k").json["done"] == 1
    assert len(gateway.ports.jobs.sent) == 1


def test_it_spends_so_it_needs_a_key_and_the_permission(gateway: Gateway):
    assert generate(gateway, p.PLANNED).status == 428
    assert generate(gateway, p.PLANNED, caller="reviewer", Idempotency_Key="k").status == 403
    assert not gateway.ports.jobs.sent


def test_deciding_on_many_needs_neither(gateway: Gateway):
    body = {"action": "reject", "ids": [p.GENERATED, p.PLANNED], "note": "Too short"}
    answer = gateway.call("POST", PATH, as_=CALLERS["reviewer"], body=body)
    assert answer.json["done"] == 1
    assert answer.json["failed"][0]["code"] == "not_written"


def test_a_hundred_and_one_are_too_many(gateway: Gateway):
    body = {"action": "reject", "ids": [p.GENERATED] * 101}
    assert gateway.call("POST", PATH, as_=CALLERS["reviewer"], body=body).status == 422
