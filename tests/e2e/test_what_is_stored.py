"""What is kept of a conversation, of a call, of a decision and of an export, as a client reads it."""

from __future__ import annotations

import json
import re

import pytest

from brightrun.adapters.dynamodb import keys
from tests.e2e.kit import Project, wait_for


@pytest.fixture(scope="module")
def project(cloud):
    """Six written ones of all tiers, the first of them approved, all exported."""
    project = Project.make(cloud, 6)
    project.ended(project.start()["id"])
    return project


@pytest.fixture(scope="module")
def approved(project):
    row = next(row for row in project.rows(status="generated") if row["tier"] != "edge_case")
    project.review(row["id"], "approve", note="As we would say it.")
    return project.api.get(f"/conversations/{row['id']}")


@pytest.mark.story("IS3.1.0", 1, via="api")
@pytest.mark.story("IS4.20.0", 1, via="api")
@pytest.mark.story("IS4.21.0", 1, via="api")
@pytest.mark.story("IS4.20.0", 0, via="api")
@pytest.mark.story("IS4.21.0", 0, via="api")
def test_a_conversation_is_one_row_with_its_dimensions_as_fields(project):
    for row in project.rows():
        texts = ("id", "ref", "persona", "emotion", "topic", "intent", "tone", "content_category", "topic_cluster")
        assert all(isinstance(row[name], str) and row[name] for name in texts)
        assert row["tier"] in {"template", "scenario", "edge_case"}
        assert row["status"] == "generated"
        assert 1 <= row["score"] <= 10
        assert row["created_at"].endswith("Z")
        same = project.rows(persona=row["persona"], emotion=row["emotion"], tier=row["tier"], status="generated")
        assert row["id"] in {each["id"] for each in same}


@pytest.mark.story("IS3.1.0", 2, via="api")
@pytest.mark.story("IS4.20.0", 2, via="api")
def test_its_turns_are_items_of_their_own_in_their_order(project):
    for row in project.rows():
        turns = project.api.get(f"/conversations/{row['id']}")["version"]["turns"]
        assert [turn["number"] for turn in turns] == list(range(1, row["turn_count"] + 1))
        assert {turn["role"] for turn in turns} == {"user", "assistant"}
        assert all(turn["content"].strip() for turn in turns)


@pytest.mark.story("IS4.20.0", 3, via="api")
@pytest.mark.story("IS4.21.0", 2, via="api")
def test_beside_its_fields_a_conversation_keeps_keys_and_values_of_any_name(cloud, project):
    row = project.rows(tier="scenario")[0]
    tags = ["campaign: spring", "Überprüft 2026"]
    match = {"If_Match": f'"{row["revision"]}"'}
    project.api.call("PATCH", f"/conversations/{row['id']}", json={"tags": tags}, headers=match)
    assert [each["id"] for each in project.rows(tag=tags[1])] == [row["id"]]
    whole = project.api.get(f"/conversations/{row['id']}")
    (attempt,) = project.attempts(row["id"])
    given = project.api.get(f"/conversations/{row['id']}/attempts/{attempt['id']}")["parameters"]
    assert whole["version"]["parameters"] == given
    assert {type(value) for value in given.values()} == {str}
    partition, sort = keys.head(cloud.scope(), project.id, 0, row["id"])
    key = {"pk": {"S": partition}, "sk": {"S": sort}}
    stored = cloud.aws("dynamodb").get_item(TableName=cloud.stack["table"], Key=key)["Item"]
    body = json.loads(stored["body"]["S"])
    assert body["tags"] == tags
    assert set(body["passage_words"]) >= {"expertise_level", "emotional_valence"}


@pytest.mark.story("IS3.1.0", 5, via="api")
@pytest.mark.story("IS4.20.0", 4, via="api")
@pytest.mark.story("IS4.20.0", 0, via="api")
def test_nothing_points_at_what_is_not_there(project):
    documents = {document["id"] for document in project.api.get("/documents")["items"]}
    chunks = {chunk["id"] for each in documents for chunk in project.api.get(f"/documents/{each}/chunks")["items"]}
    templates = {template["id"] for template in project.api.get("/templates")["items"]}
    for row in project.rows():
        assert row["dataset_id"] == project.id
        assert project.batch(row["batch_id"])["dataset_id"] == project.id
        assert set(row["chunk_ids"]) <= chunks
        assert set(row["source_document_ids"]) <= documents
        assert row["template_id"] in templates
    assert project.complaints() == []


@pytest.mark.story("IS4.22.0", 1, via="api")
@pytest.mark.story("IS4.22.0", 0, via="api")
@pytest.mark.story("IS4.16.0", 0, via="api")
@pytest.mark.story("IS3.3.0", 2, via="api")
def test_a_call_is_kept_with_request_answer_parameters_cost_and_duration(project):
    row = project.rows()[0]
    (attempt,) = project.attempts(row["id"])
    whole = project.api.get(f"/conversations/{row['id']}/attempts/{attempt['id']}")
    assert whole["answer"]["text"]
    prompt = whole["request"]["prompt"]["text"]
    for name in ("persona", "emotion", "topic", "intent", "tone"):
        assert whole["parameters"][name] == row[name]
        assert row[name] in prompt
    assert not re.search(r"\{[a-z_]+\}", prompt)
    assert attempt["cost_micros"] == row["cost_micros"] > 0
    assert attempt["request_id"]
    assert attempt["started_at"] < attempt["ended_at"]


@pytest.mark.story("IS2.8.0", 1, via="api")
def test_the_record_says_who_started_writing_when_and_with_what(project):
    batch = project.batch(project.rows()[0]["batch_id"])
    events = project.api.get("/activity", limit=100, action="batch.started")["items"]
    (started,) = [event for event in events if event["subject"]["id"] == batch["id"]]
    assert started["actor"]["name"] == batch["started_by_name"]
    assert started["at"] >= batch["started_at"]
    assert started["details"]["count"] == 6
    assert started["details"]["model"] == batch["model"]
    assert started["details"]["cap_micros"] == batch["cap_micros"]


@pytest.mark.story("IS4.22.0", 2, via="api")
def test_a_decision_is_kept_with_its_action_reviewer_note_and_time(project, approved):
    review = approved["review"]
    assert (review["decision"], review["note"]) == ("approve", "As we would say it.")
    assert review["by_name"]
    events = project.api.get("/activity", limit=50, action="conversation.approved")["items"]
    (event,) = [event for event in events if event["subject"]["id"] == approved["id"]]
    assert event["actor"]["name"] == review["by_name"]
    assert event["at"] >= review["at"]


@pytest.mark.story("IS4.22.0", 3, via="api")
def test_an_export_is_kept_with_its_filter_count_person_and_time(project, approved):
    asked = {"filter": {"tier": [approved["tier"]]}, "formats": ["openai_chat_jsonl"]}
    made = project.api.post(f"/datasets/{project.id}/exports", asked)
    wait_for(lambda: project.api.get(f"/exports/{made['id']}")["state"] == "ready", 60, "the export")
    (kept,) = project.api.get(f"/datasets/{project.id}/exports")["items"]
    assert kept["filter"]["tier"] == [approved["tier"]]
    assert kept["count"] == 1
    assert kept["created_by_name"]
    assert kept["created_at"].endswith("Z")


@pytest.mark.story("IS3.6.0", 2, via="api")
@pytest.mark.story("IS4.24.0", 1, via="api")
@pytest.mark.story("IS4.24.0", 2, via="api")
@pytest.mark.story("IS4.24.0", 0, via="api")
def test_what_is_known_of_a_passage_goes_into_the_conversation_and_its_prompt(project):
    scenario = project.api.get(f"/conversations/{project.rows(tier='scenario')[0]['id']}")
    first = scenario["chunks"][0]
    kept = project.api.get(f"/documents/{first['document_id']}/chunks")["items"]
    dimensions = next(chunk["dimensions"] for chunk in kept if chunk["id"] == first["id"])
    assert scenario["slot"]["problem_context"] == dimensions["problem_context"]
    assert scenario["slot"]["solution_action"] == dimensions["solution_action"]
    assert scenario["content_category"] in scenario["source_categories"]
    (attempt,) = project.attempts(scenario["id"])
    prompt = str(project.api.get(f"/conversations/{scenario['id']}/attempts/{attempt['id']}")["request"]["prompt"])
    assert first["text"][:60] in prompt
    for name in ("expertise_level", "emotional_valence"):
        assert f'{name}="{dimensions[name]}"' in prompt
    assert dimensions["problem_context"][:40] in prompt
