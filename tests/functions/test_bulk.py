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


def test_more_than_a_hundred_go_on_after_the_answer(gateway: Gateway):
    body = {"action": "reject", "ids": [p.GENERATED, *(make.an_id("nobody", n) for n in range(100))]}
    answer = gateway.call("POST", PATH, as_=CALLERS["reviewer"], body=body)
    assert (answer.status, answer.json["state"], answer.json["done"]) == (202, "running", 0)
    assert [(scope.tenant_id, id_) for scope, id_ in gateway.ports.operation_queue.waiting] == [
        ("acme", answer.json["id"])
    ]
    assert gateway.call("GET", f"/operations/{answer.json['id']}", as_=CALLERS["reviewer"]).json["position"] == 0


def test_a_reviewer_decides_and_does_not_delete(gateway: Gateway):
    for action in ("delete", "tag"):
        body = {"action": action, "ids": [p.GENERATED], "add_tags": ["x"]}
        assert gateway.call("POST", PATH, as_=CALLERS["reviewer"], body=body).status == 403


def test_a_filter_and_ids_are_one_too_many_and_none_is_one_too_few(gateway: Gateway):
    for chosen in ({"ids": [p.GENERATED], "filter": {}}, {}):
        body = {"action": "reject", **chosen}
        assert gateway.call("POST", PATH, as_=CALLERS["editor"], body=body).status == 422


def test_what_was_decided_on_many_is_taken_back_as_one(gateway: Gateway):
    gateway.ports.clock.advance(60)
    body = {"action": "approve", "filter": {"status": ["generated"]}}
    done = gateway.call("POST", PATH, as_=CALLERS["editor"], body=body).json
    assert (done["done"], done["undoable"]) == (1, True)
    undone = gateway.call("POST", f"/operations/{done['id']}/undo", as_=CALLERS["editor"], body={}).json
    assert (undone["action"], undone["done"]) == ("undo", 1)
    row = gateway.call("GET", f"/conversations/{p.GENERATED}", as_=CALLERS["editor"]).json
    assert (row["status"], row["review"]) == ("generated", None)
