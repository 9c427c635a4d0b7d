"""Changing what was written, on the deployed stack: by an instruction, by hand, and what it is filed under."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from infra.local.api import ApiError
from tests.e2e.kit import Project, wait_for


@pytest.fixture(scope="module")
def project(cloud):
    made = Project.make(cloud, 4)
    made.ended(made.start()["id"])
    return made


def _read(project: Project, place: int) -> dict[str, Any]:
    return project.api.get(f"/conversations/{project.rows(sort='ref')[place]['id']}")


def _turns(project: Project, one: dict[str, Any], version: int) -> list[str]:
    found = project.api.get(f"/conversations/{one['id']}/versions/{version}")
    return [turn["content"] for turn in found["turns"]]


def _rewrite(project: Project, one: dict[str, Any], instruction: str, **only: int) -> dict[str, Any]:
    """Ordered, and the conversation once it is written."""
    body = {"version": one["current_version"], "instruction": instruction, **only}
    path = f"/conversations/{one['id']}/repair"
    project.ended(project.api.post(path, body, Idempotency_Key=uuid.uuid4().hex)["batch"]["id"])
    return project.api.get(f"/conversations/{one['id']}")


@pytest.mark.story("IS2.7.0", 1, via="api")
def test_a_wish_for_one_message_changes_that_message_alone(project):
    one = _read(project, 0)
    before = _turns(project, one, 1)
    after = _rewrite(project, one, "Warmer, and mention the offset account.", turn=2)
    assert (after["current_version"], after["latest_version"], after["status"]) == (2, 2, "generated")
    now = _turns(project, one, 2)
    assert "the offset account" in now[1]
    assert [text for n, text in enumerate(now) if n != 1] == [text for n, text in enumerate(before) if n != 1]
    assert _turns(project, one, 1) == before
    newest, oldest = sorted(after["versions"], key=lambda line: -line["number"])
    assert (newest["base_version"], oldest["base_version"]) == (1, None)
    assert newest["cost_micros"] > 0
    paid = [attempt["cost_micros"] for attempt in project.attempts(one["id"])]
    assert after["cost_micros"] == sum(paid) == sum(line["cost_micros"] for line in after["versions"])


def test_a_wish_for_the_whole_is_one_more_version_of_an_approved_text_until_somebody_keeps_it(project):
    good = next(row for row in project.rows(sort="ref")[1:] if row["tier"] != "edge_case")
    project.review(good["id"], "approve")
    one = project.api.get(f"/conversations/{good['id']}")
    before = _turns(project, one, 1)
    after = _rewrite(project, one, "Warmer everywhere.")
    assert (after["status"], after["current_version"], after["latest_version"]) == ("approved", 1, 2)
    now = _turns(project, one, 2)
    assert len(now) == len(before)
    assert all(new != old for new, old in zip(now[1::2], before[1::2], strict=True))
    body, match = {"decision": "approve", "version": 2}, {"If_Match": f'"{after["revision"]}"'}
    kept = project.api.post(f"/conversations/{one['id']}/review", body, **match)
    assert (kept["status"], kept["current_version"]) == ("approved", 2)


def _patch(project: Project, path: str, body: dict[str, Any], revision: int) -> dict[str, Any]:
    return project.api.call("PATCH", path, json=body, headers={"If_Match": f'"{revision}"'}).json()


def test_saves_of_one_sitting_are_one_version_and_a_stale_one_is_refused(project):
    one = _read(project, 2)
    path, turn = f"/conversations/{one['id']}/turns", {"number": 2}
    first = _patch(project, path, {"version": 1, "turns": [{**turn, "content": "Clear"}]}, one["revision"])
    with pytest.raises(ApiError) as stale:
        _patch(project, path, {"version": 1, "turns": [{**turn, "content": "Mine."}]}, one["revision"])
    assert (stale.value.status, stale.value.code) == (409, "stale_revision")
    body = {"version": 2, "turns": [{**turn, "content": "Clear it first."}]}
    second = _patch(project, path, body, first["row"]["revision"])
    assert (first["version"]["number"], second["version"]["number"]) == (2, 2)
    assert _turns(project, one, 2)[1] == "Clear it first."
    told = project.api.get("/activity", limit=100, action="conversation.edited")["items"]
    assert [event["subject"]["ref"] for event in told].count(one["ref"]) >= 1


@pytest.mark.story("IS4.21.0", 4, via="api")
@pytest.mark.story("IS4.21.0", 5, via="api")
def test_what_it_is_filed_under_changes_in_the_datasets_own_words_only(project):
    one = _read(project, 3)
    taxonomy = project.api.get(f"/datasets/{project.id}")["taxonomy"]
    other = next(each["name"] for each in taxonomy["personas"] if each["name"] != one["persona"])
    path = f"/conversations/{one['id']}"
    with pytest.raises(ApiError, match="not a persona of this dataset") as refused:
        _patch(project, path, {"persona": "Nobody at all", "tone": taxonomy["tones"][0]}, one["revision"])
    assert refused.value.status == 422
    assert project.api.get(path)["revision"] == one["revision"]
    changed = _patch(project, path, {"persona": other, "tags": ["second look"]}, one["revision"])
    assert (changed["persona"], changed["tags"]) == (other, ["second look"])
    assert one["id"] in {row["id"] for row in project.rows(persona=other)}


def test_the_books_are_right_afterwards(project):
    wait_for(lambda: not project.complaints(), 90, "books without a complaint")
