"""What went wrong, and each call with its request and answer, through the deployed stack and its policies."""

from __future__ import annotations

from tests.e2e.kit import Project


def test_a_failure_leads_to_its_call_and_the_call_to_what_was_sent(cloud):
    project = Project.make(cloud, 2)
    cloud.sandbox("faults", [{"kind": "status", "status": 400, "error_type": "invalid_request_error", "count": 1}])
    batch = project.start()
    assert project.ended(batch["id"])["counts"]["failed"] == 1
    (line,) = project.api.get("/errors", dataset=project.id)["items"]
    assert (line["final"], line["kind"], line["http_status"]) == (True, "permanent", 400)
    refused = project.api.get(f"/conversations/{line['conversation_id']}/attempts/{line['attempt_id']}")
    assert refused["request"]["prompt"]["text"]
    assert refused["answer"] is None
    (written,) = [row for row in project.rows() if row["status"] == "generated"]
    (attempt,) = project.attempts(written["id"])
    whole = project.api.get(f"/conversations/{written['id']}/attempts/{attempt['id']}")
    assert whole["answer"]["text"]
    assert whole["parameters"]["persona"] == written["persona"]
