"""Plan, write, decide, export: what leaves is exactly what was approved, and bad input never gets far."""

from __future__ import annotations

import hashlib
import json
import uuid

import httpx
import pytest

from infra.local.api import ApiError
from tests.e2e.kit import Project, wait_for

FORMATS = ["openai_chat_jsonl", "anthropic_jsonl", "full_json"]


@pytest.fixture(scope="module")
def reviewed(cloud):
    """Fifteen conversations: twelve approved, one rejected, one sent back, one undecided."""
    project = Project.make(cloud, 15)
    project.ended(project.start()["id"])
    rows = [row for row in project.rows(sort="ref") if row["tier"] != "edge_case" or row["score"] > 8]
    chosen = rows[:12]
    for row in chosen:
        project.review(row["id"], "approve", note="Sounds like us.")
    others = [row for row in project.rows() if row["status"] == "generated"]
    project.review(others[0]["id"], "reject", note="Not our voice.")
    if len(others) > 1:
        project.review(others[1]["id"], "needs_edit")
    return project, {row["id"] for row in chosen}


@pytest.fixture(scope="module")
def exported(reviewed):
    project, _ = reviewed
    made = project.api.post(f"/datasets/{project.id}/exports", {"filter": {}, "formats": FORMATS})

    def look():
        found = project.api.get(f"/exports/{made['id']}")
        return found if found["state"] != "building" else None

    ready = wait_for(look, 60, "the export")
    assert ready["state"] == "ready", ready["reason"]
    return ready


def _link(project, export, file):
    return project.api.post(f"/exports/{export['id']}/link", {"file": file["name"]})


def _file(export, kind):
    return next(file for file in export["files"] if file["format"] == kind)


@pytest.mark.story("IS4.11.0", 1, via="api")
@pytest.mark.story("IS1.2.0", 1, via="api")
@pytest.mark.story("IS1.2.0", 4, via="api")
def test_an_export_holds_exactly_the_approved_ones(reviewed, exported):
    project, approved = reviewed
    link = _link(project, exported, _file(exported, "full_json"))
    content = httpx.get(link["url"], timeout=60).json()
    refs = {project.api.get(f"/conversations/{id_}")["ref"] for id_ in approved}
    told = json.dumps(content)
    statuses = {row["ref"]: row["status"] for row in project.rows()}
    assert exported["count"] == len(content["conversations"]) == len(approved)
    assert {ref for ref in statuses if f'"{ref}"' in told} == refs
    assert "rejected" in statuses.values()


@pytest.mark.story("IS4.11.0", 2, via="api")
@pytest.mark.story("IS1.5.0", 2, via="api")
def test_every_line_is_a_chat_as_trainers_read_it_and_equal_to_what_is_stored(reviewed, exported):
    project, approved = reviewed
    file = _file(exported, "openai_chat_jsonl")
    link = _link(project, exported, file)
    body = httpx.get(link["url"], timeout=60).content
    assert hashlib.sha256(body).hexdigest() == file["sha256"]
    assert len(body) == file["bytes"]
    lines = [json.loads(line) for line in body.decode().splitlines()]
    assert len(lines) == file["rows"] == len(approved)
    spoken = [[m for m in line["messages"] if m["role"] != "system"] for line in lines]
    assert all(set(line) == {"messages"} for line in lines)
    stored = [
        [{"role": t["role"], "content": t["content"]} for t in conversation["version"]["turns"]]
        for conversation in (project.api.get(f"/conversations/{id_}") for id_ in approved)
    ]
    assert sorted(spoken, key=str) == sorted(stored, key=str)


@pytest.mark.story("IS4.11.0", 6, via="api")
@pytest.mark.story("IS1.5.0", 2, via="api")
def test_the_same_conversations_leave_in_three_shapes(reviewed, exported):
    project, approved = reviewed
    openai, anthropic, plain = (
        httpx.get(_link(project, exported, _file(exported, kind))["url"], timeout=60) for kind in FORMATS
    )
    rows = [json.loads(line) for line in anthropic.text.splitlines()]
    assert len(rows) == len(approved)
    assert rows == [json.loads(line) for line in openai.text.splitlines()]
    for row in rows:
        roles = [message["role"] for message in row["messages"]]
        assert roles == ["user", "assistant"] * (len(roles) // 2)
    spoken = [[turn["content"] for turn in each["turns"]] for each in plain.json()["conversations"]]
    assert spoken == [[message["content"] for message in row["messages"]] for row in rows]


@pytest.mark.story("IS4.11.0", 3, via="api")
@pytest.mark.story("IS4.11.0", 4, via="api")
@pytest.mark.story("IS1.5.0", 3, via="api")
@pytest.mark.story("IS1.5.0", 4, via="api")
def test_the_full_file_says_when_how_many_and_how_good(reviewed, exported):
    project, approved = reviewed
    link = _link(project, exported, _file(exported, "full_json"))
    content = httpx.get(link["url"], timeout=60).json()
    header = content["metadata"]
    assert header["conversation_count"] == len(approved)
    assert header["export_date"][:10] == exported["created_at"][:10]
    assert header["approved_only"] is True
    scores = [project.api.get(f"/conversations/{id_}")["score"] for id_ in approved]
    assert header["quality"]["minimum"] == min(scores)
    assert header["quality"]["average"] == pytest.approx(sum(scores) / len(scores), abs=0.01)
    # Whoever reads the file must know that the practice model wrote it.
    assert header["written_by_practice_model"] == len(approved)
    assert link["filename"].startswith("training-data-")
    assert f"approved-{len(approved)}-conversations" in link["filename"]


def test_a_link_that_was_changed_opens_nothing(reviewed, exported):
    project, _ = reviewed
    url = _link(project, exported, exported["files"][0])["url"]
    assert httpx.get(url, timeout=60).status_code == 200
    other = exported["files"][1]["name"]
    changed = [
        url.replace("X-Amz-Signature=", "X-Amz-Signature=0"),
        url.split("?")[0],
        url.replace(exported["files"][0]["name"], other),
        url.replace("X-Amz-Expires=", "X-Amz-Expires=9"),
    ]
    for forged in changed:
        assert forged != url
        assert httpx.get(forged, timeout=60).status_code == 403


@pytest.mark.story("IS1.2.0", 5, via="api")
def test_the_record_says_who_decided_what_and_when(reviewed):
    project, _ = reviewed
    events = project.api.get("/activity", limit=100)["items"]
    decided = [e for e in events if e["action"] in {"conversation.approved", "conversation.rejected"}]
    assert len(decided) >= 13
    assert all(event["actor"]["name"] and event["at"].endswith("Z") for event in decided)


def test_of_two_people_at_one_conversation_the_second_is_told(cloud, reviewed):
    project, approved = reviewed
    row = project.api.get(f"/conversations/{next(iter(approved))}")
    body = {"decision": "reset", "version": row["current_version"]}
    path = f"/conversations/{row['id']}/review"
    stale = {"If-Match": f'"{row["revision"] - 1}"'}
    answer = cloud.send("POST", path, cloud.key("reviewer"), json=body, headers=stale)
    assert answer.status_code == 409
    assert answer.json()["current"]["revision"] == row["revision"]
    assert cloud.send("POST", path, cloud.key("reviewer"), json=body).status_code == 428


def test_the_same_request_sent_twice_starts_one_run(cloud):
    project = Project.make(cloud, 2)
    cap = project.estimate()["at_most_micros"]
    body = {"selection": {"all": True}, "mode": "now", "cap_micros": cap, "notify": False}
    key = uuid.uuid4().hex
    path = f"/datasets/{project.id}/batches"
    first, second = (project.api.post(path, body, Idempotency_Key=key) for _ in range(2))
    assert first["id"] == second["id"]
    project.ended(first["id"])
    assert len(project.api.get(path)["items"]) == 1
    missing = cloud.send("POST", path, cloud.key(), json=body)
    assert missing.status_code in {400, 428}
    with pytest.raises(ApiError) as refused:
        project.api.post(path, {**body, "cap_micros": cap + 1}, Idempotency_Key=key)
    assert refused.value.status in {409, 422}


@pytest.mark.parametrize("total", [0, -1, 10_001, 1_000_000, "ninety", None])
def test_a_plan_that_can_not_be_is_refused_with_a_reason(cloud, total):
    project = Project.make(cloud, 0)
    for path in ("plan/preview", "plan"):
        answer = cloud.send("POST", f"/datasets/{project.id}/{path}", cloud.key(), json={"total": total})
        assert answer.status_code in {400, 422}, answer.text
        assert answer.json()["errors"][0]["field"] == "total"
    assert project.rows() == []


@pytest.mark.parametrize(
    "documents",
    [
        [],
        [{"title": "No chunks"}],
        [{"title": "", "category": "Knowledge Base", "chunks": [{"text": "x", "dimensions": {}}]}],
        [{"title": "Odd", "category": "No such category", "chunks": [{"text": "x", "dimensions": {}}]}],
        [{"title": "Odd", "category": "Knowledge Base", "chunks": [{"text": "", "dimensions": {}}]}],
        [{"title": "Odd", "category": "Knowledge Base", "chunks": "none"}],
        "a file",
    ],
)
def test_a_broken_source_is_refused_whole_and_says_where(cloud, documents):
    before = cloud.api().get("/documents")["total"]
    answer = cloud.send("POST", "/documents/import", cloud.key(), json={"documents": documents})
    assert answer.status_code in {400, 422}, answer.text
    assert answer.json()["errors"] or answer.json()["detail"]
    assert cloud.api().get("/documents")["total"] == before


def test_what_is_no_json_is_a_plain_error_and_no_fault_of_ours(cloud):
    answer = cloud.send(
        "POST", "/datasets", cloud.key(), content=b'{"name": ', headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


@pytest.mark.story("IS4.3.0", 4, via="api")
def test_a_cap_below_one_call_is_refused_with_the_figure(cloud):
    project = Project.make(cloud, 1)
    with pytest.raises(ApiError) as refused:
        project.start(cap=1)
    assert refused.value.code == "cap_too_small"
    assert "$" in str(refused.value)
    assert project.rows()[0]["status"] == "planned"
