"""The owner's own conversations on the deployed product: they come in, stay as they are, and leave when approved."""

from __future__ import annotations

import json

import httpx
import pytest

from tests.e2e.kit import Project, wait_for

TALK = [
    {"role": "user", "content": "My father left me the house and I cannot decide anything."},
    {"role": "assistant", "content": "You do not have to decide this year. Let us list what can wait."},
    {"role": "user", "content": "The roof cannot wait, it leaks."},
    {"role": "assistant", "content": "Then the roof is first, and it is the only thing on the list this month."},
]
SHAREGPT = [
    {"from": "human" if each["role"] == "user" else "gpt", "value": each["content"].replace("house", "farm")}
    for each in TALK
]
FILE = "\n".join(
    [
        json.dumps({"messages": TALK, "title": "The house", "persona": "anxious investor", "tone": "Calm"}),
        json.dumps({"conversations": SHAREGPT, "title": "The farm"}),
    ]
)


@pytest.fixture(scope="module")
def project(cloud):
    return Project.make(cloud, 3)


@pytest.mark.story("IS4.25.0", 1, via="api")
@pytest.mark.story("IS4.25.0", 3, via="api")
@pytest.mark.story("IS4.25.0", 4, via="api")
@pytest.mark.story("IS4.25.0", 5, via="api")
@pytest.mark.timeout(240)
def test_own_conversations_come_in_once_are_never_written_and_leave_when_approved(project):
    seeds = f"/datasets/{project.id}/seeds"
    preview = project.api.post(f"{seeds}/preview", {"text": FILE})
    assert (preview["new"], preview["shapes"], preview["problems"]) == (2, ["messages", "conversations"], [])
    done = project.api.post(seeds, {"text": FILE})
    assert (done["imported"], done["already_here"]) == (2, 0)
    again = project.api.post(seeds, {"text": FILE})
    assert (again["imported"], again["already_here"]) == (0, 2)

    examples = project.rows(is_seed="true")
    assert [row["title"] for row in sorted(examples, key=lambda row: row["ref"])] == ["The house", "The farm"]
    assert {(row["status"], row["is_seed"], row["cost_micros"]) for row in examples} == {("generated", True, 0)}

    run = project.ended(project.start()["id"])
    assert run["counts"]["total"] == 3
    assert {row["current_version"] for row in project.rows(is_seed="true")} == {1}
    assert len(project.rows(is_seed="false", status="generated")) == 3
    assert all(not project.attempts(row["id"]) for row in examples)

    for row in project.rows(is_seed="true"):
        project.review(row["id"], "approve")
    made = project.api.post(f"/datasets/{project.id}/exports", {"filter": {}, "formats": ["full_json"]})

    def ready():
        found = project.api.get(f"/exports/{made['id']}")
        return found if found["state"] == "ready" else None

    export = wait_for(ready, 60, "the export")
    link = project.api.post(f"/exports/{made['id']}/link", {"file": export["files"][0]["name"]})
    left = httpx.get(link["url"]).json()["conversations"]
    assert {(row["title"], row["is_seed"], row["origin"]) for row in left} == {
        ("The house", True, "import"),
        ("The farm", True, "import"),
    }
    assert [turn["content"] for turn in left[0]["turns"]] == [each["content"] for each in TALK]

    compared = project.api.get(f"/datasets/{project.id}/coverage")["comparison"]
    assert (compared["examples"]["written"], compared["generated"]["written"]) == (2, 3)
    assert (compared["examples"]["approval"], compared["examples"]["decided"]) == (1.0, 2)
    assert compared["examples"]["mean_turns"] == 4.0
    assert compared["generated"]["words_per_turn"] > 0
    assert project.complaints() == []
