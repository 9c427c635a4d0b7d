"""Templates on the deployed stack: shares, stored versions, and a text that is refused before anything happens."""

from __future__ import annotations

import pytest

from tests.e2e.kit import AWAY, Project

BODY = "Write a talk between a client and {advisor_name} of {firm}. {persona} feels {emotion} about {topic}."


@pytest.mark.story("IS4.16.0", 4, via="api")
def test_a_template_that_lacks_or_misspells_a_parameter_is_refused_by_name_and_nothing_is_kept(cloud):
    api = cloud.api("owner")
    before = api.get("/templates")["total"]
    for body, says in ((BODY.replace("{topic}", "{topik}"), "Did you mean {topic}?"), (BODY[:40], "{persona}")):
        draft = {"name": "Wrong", "tier": "template", "arc": "Triumph", "body": body}
        for path, sent in (("/templates", draft), ("/templates/triumph/versions", {"body": body, "percent": 100})):
            answer = cloud.send("POST", path, f"Bearer {cloud.token('owner')}", json=sent)
            assert answer.status_code == 422, answer.text
            assert says in answer.json()["detail"]
    assert api.get("/templates")["total"] == before
    assert not api.get("/templates/triumph")["own"]


@pytest.mark.story("IS3.3.0", 5, via="api")
@pytest.mark.story("IS4.15.0", 4, via="api")
@pytest.mark.story("IS3.3.0", 3, via="api")
@pytest.mark.story("IS3.3.0", 1, via="api")
@pytest.mark.story("IS4.15.0", 1, via="api")
def test_two_versions_share_the_conversations_and_each_knows_which_it_was_written_with(cloud):
    api = cloud.api("owner", AWAY)
    for arc in ("discovery", "triumph", "anxiety-to-relief", "steady-confidence", "struggle-to-success"):
        api.post(f"/templates/{arc}/versions", {"body": f"{BODY} The arc is {{arc}}. Be brief.", "percent": 50})
    project = Project.make(cloud, 16, tenant=AWAY, tier_weights={"template": 1, "scenario": 0, "edge_case": 0})
    batch = project.start()
    project.ended(batch["id"])
    rows = project.rows()
    assert {row["template_version"] for row in rows} == {1, 2}
    for row in rows:
        attempt = project.attempts(row["id"])[0]
        assert attempt["outcome"] == "succeeded"
    for template, arc in {row["template_id"]: row["arc"] for row in rows}.items():
        stored = api.get(f"/templates/{template}")
        assert (stored["arc"], stored["state"]) == (arc, "active")
        assert stored["name"].casefold().replace(" ", "-") == arc.casefold().replace(" ", "-")
        first, second = sorted(stored["versions"], key=lambda version: version["number"])
        assert {share["version"]: share["percent"] for share in stored["shares"]} == {1: 50, 2: 50}
        assert first["body"] != second["body"] == f"{BODY} The arc is {{arc}}. Be brief."
        assert first["created_at"] <= second["created_at"]
    template = rows[0]["template_id"]
    usage = api.get(f"/templates/{template}/usage")
    for version in usage["versions"]:
        wanted = project.rows(template_id=template, template_version=version["number"])
        here = [place["conversations"] for place in version["used_in"] if place["dataset_id"] == project.id]
        assert sum(here) == len(wanted)
    assert project.complaints() == []
