"""Second opinions on the deployed stack: asked for, paid from a limit of their own, and stopped at it."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from infra.local.api import ApiError
from tests.e2e.kit import AWAY, Project, wait_for

JUDGE = {"kind": "judge"}


def settings(api: Any, **opinion: Any) -> dict[str, Any]:
    """The workspace's settings after a change of this block."""
    revision = api.get("/settings")["revision"]
    match = {"If-Match": f'"{revision}"'}
    return api.call("PATCH", "/settings", json={"second_opinion": opinion}, headers=match).json()


@pytest.fixture(scope="module")
def project(cloud):
    made = Project.make(cloud, 24, tenant=AWAY)  # its settings are nobody else's weather
    made.ended(made.start()["id"])
    yield made
    settings(made.api, on=False, after_runs=False, monthly_micros=5_000_000)


def judge(project: Project, cap: int = 5_000_000, **selection: Any) -> dict[str, Any]:
    body = {"selection": selection or {"all": True}, "mode": "now", "cap_micros": cap, "task": JUDGE}
    return project.api.post(f"/datasets/{project.id}/batches", body, Idempotency_Key=uuid.uuid4().hex)


def spent(project: Project) -> int:
    return project.api.get("/settings/second-opinion/agreement")["spent_micros"]


def test_nothing_is_judged_until_the_owner_turns_it_on(project):
    with pytest.raises(ApiError) as refused:
        judge(project)
    assert refused.value.status == 422
    assert "off in this workspace" in str(refused.value)


def test_one_that_is_asked_for_has_five_parts_beside_its_score_and_stays_as_it_was(project):
    assert settings(project.api, on=True)["second_opinion"]["on"] is True
    row = project.rows(sort="ref")[0]
    before = project.api.get(f"/conversations/{row['id']}")
    booked = spent(project)
    path = f"/conversations/{row['id']}/second-opinion"
    key = uuid.uuid4().hex
    started = project.api.post(path, {}, Idempotency_Key=key)["batch"]
    assert project.api.post(path, {}, Idempotency_Key=key)["batch"]["id"] == started["id"]
    assert project.ended(started["id"])["end"] == "completed"
    after = project.api.get(f"/conversations/{row['id']}")
    opinion = after["version"]["opinion"]
    assert [part["key"] for part in opinion["parts"]] == ["arc", "voice", "facts", "help", "safety"]
    assert all(1 <= part["score"] <= 10 and part["sentence"] for part in opinion["parts"])
    assert opinion["written_by"].startswith("sandbox:")
    for same in ("turns", "quality", "number", "cost_micros"):
        assert after["version"][same] == before["version"][same]
    assert (after["status"], after["score"]) == (before["status"], before["score"])
    (call,) = [each for each in project.attempts(row["id"]) if each["task"] == "judge"]
    assert call["cost_micros"] == opinion["cost_micros"] == spent(project) - booked > 0
    assert after["cost_micros"] == before["cost_micros"] + call["cost_micros"]
    assert project.complaints() == []


def test_at_its_limit_judging_stops_says_so_and_writing_goes_on(project):
    project.cloud.sandbox("config", {"thinking_tokens": 6_000})  # answers that cost something
    limit = spent(project) + 12_000
    settings(project.api, monthly_micros=limit)
    ended = project.ended(judge(project)["id"])
    assert (ended["end"], ended["pause_reason"]) == ("cancelled", None)
    assert ended["stop_sentence"].startswith("Stopped at the limit for second opinions this month.")
    given, left = ended["counts"]["succeeded"], ended["counts"]["cancelled"]
    assert given > 0
    assert left > 0
    assert spent(project) <= limit
    rows = project.rows()
    assert sum(row["opinion"] is not None for row in rows) == given + 1
    assert {row["status"] for row in rows} == {"generated"}
    with pytest.raises(ApiError, match="limit for second opinions this month"):
        judge(project)
    project.cloud.sandbox("config", {"thinking_tokens": 0})
    again = project.ended(project.start(ids=[rows[0]["id"]])["id"])
    assert again["end"] == "completed"
    assert project.complaints() == []


def test_decisions_beside_opinions_are_counted_and_nothing_is_claimed_of_a_few(project):
    settings(project.api, monthly_micros=5_000_000)
    two = [row["id"] for row in project.rows(sort="ref") if row["tier"] != "edge_case"][:2]
    assert project.ended(judge(project, ids=two)["id"])["end"] == "completed"
    judged = [row for row in project.rows() if row["id"] in two]
    project.review(judged[0]["id"], "approve")
    project.review(judged[1]["id"], "reject")
    (found,) = project.api.get("/settings/second-opinion/agreement")["items"]
    assert (found["n"], found["needed"], found["share"], found["kappa"]) == (2, 30, None, None)
    assert found["sentence"].startswith("2 of 30")
    agreed = (judged[0]["opinion"]["verdict"] == "approve") + (judged[1]["opinion"]["verdict"] == "improve")
    assert found["agreed"] == agreed


@pytest.mark.long
def test_what_a_run_writes_is_judged_after_it_when_the_owner_said_so(cloud, project):
    settings(project.api, on=True, monthly_micros=5_000_000, after_runs=True)
    other = Project.make(cloud, 3, tenant=AWAY)
    line = other.estimate()["opinions"]
    assert 0 < line["expected_micros"] < line["at_most_micros"]
    ended = other.ended(other.start(cap=2_000_000)["id"])
    following = wait_for(lambda: other.batch(ended["id"])["opinions_run"], 10, "the run of opinions")
    assert other.ended(following, seconds=150)["end"] == "completed"
    assert all(row["opinion"] for row in other.rows())
    assert other.complaints() == []
