"""A workspace in which one of each thing stands, under the names that the sample requests of every route use."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from functions.api.route import Route
from infra.local.api import Api
from tests.e2e.kit import AWAY, HOME, Cloud, Project, wait_for
from tests.functions import people as p
from tests.functions.requests import BODY, SAMPLES

SECRET = "Only Hollis and Park know"
OF_HOME = (SECRET, "@hollispark.example", "Ines Duarte", "Lee Chandra")
"""What nobody of another workspace may ever be told. The owner's name stands in the starter pack, which all have."""
INVITED = "invited"
SIZE = 9
NEVER = 3_600


@dataclass(frozen=True)
class Workshop:
    """`real` leads from the names in the sample requests to what stands in their place here."""

    cloud: Cloud
    project: Project
    real: Mapping[str, str]

    def here(self, value: Any) -> Any:
        """A part of a sample request, with everything that it names as it is named here."""
        if isinstance(value, str):
            for name in sorted(self.real, key=len, reverse=True):
                value = value.replace(name, self.real[name])
            return value
        if isinstance(value, dict):
            return {name: self.here(each) for name, each in value.items()}
        return [self.here(each) for each in value] if isinstance(value, list) else value

    def path(self, route: Route) -> str:
        """The sample's path here; but it is an invitation that is taken back, not a member who is thrown out."""
        path = self.here(SAMPLES[route.name].path)
        return path.replace(self.real["viewer-1"], self.real[INVITED]) if route.name == "remove_member" else path

    @property
    def secrets(self) -> tuple[str, ...]:
        """What another workspace may not be told: words, and any of these ids."""
        return (*OF_HOME, *self.real.values())


@contextmanager
def furnished(cloud: Cloud) -> Iterator[Workshop]:
    """Makes it through the API, as its people would; afterwards both workspaces are set as before and write nothing."""
    both = [cloud.api("owner", tenant) for tenant in (HOME, AWAY)]
    before = [api.get("/settings") for api in both]
    _set(both[0], {"second_opinion": {"on": True, "monthly_micros": 5_000_000}})
    made = _furnish(cloud)
    yield made
    for api, settings in zip(both, before, strict=True):
        _set(api, {name: value for name, value in settings.items() if name != "revision"})
        _end_runs(cloud, api)
    both[0].call("PATCH", f"/members/{made.real['viewer-1']}", json={"role": "viewer"})


def _furnish(cloud: Cloud) -> Workshop:
    marked = f"{SECRET} {uuid.uuid4().hex[:6]}"
    project = Project.make(cloud, SIZE, name=marked)
    api, rows = project.api, [row["id"] for row in project.rows(sort="ref")]
    template = api.post("/templates", {"name": marked, "tier": "template", "body": f"{BODY} {marked}"})
    real = {
        p.DATASET: project.id,
        "anxiety-to-relief": template["id"],
        **_written(project, rows),
        **_open_runs(project, rows),
        **_sources(api, marked),
        **_people(api, marked),
        **_remarks(cloud, rows[0], marked),
        **_export(project),
    }
    return Workshop(cloud, project, real)


def _set(api: Api, change: dict[str, Any]) -> None:
    revision = api.get("/settings")["revision"]
    api.call("PATCH", "/settings", json=change, headers={"If_Match": f'"{revision}"'})


def _end_runs(cloud: Cloud, api: Api) -> None:
    """Cancels what still runs, and waits until it has ended."""
    for dataset in api.get("/datasets")["items"]:
        for batch in api.get(f"/datasets/{dataset['id']}/batches")["items"]:
            if batch["state"] != "ended":
                api.post(f"/batches/{batch['id']}/cancel", {})
                Project(cloud, api, dataset["id"]).ended(batch["id"])


def _written(project: Project, rows: list[str]) -> dict[str, str]:
    """One that is written, one approved by an operation on many, one failed, one only planned."""
    generated, approved, failed, planned = rows[:4]
    project.ended(project.start(ids=[generated, approved])["id"])
    project.cloud.sandbox("faults", [{"kind": "status", "status": 400}])
    ended = project.ended(project.start(ids=[failed])["id"])["id"]
    operation = project.api.post(f"/datasets/{project.id}/bulk", {"action": "approve", "ids": [approved]})
    return {
        p.GENERATED: generated,
        p.APPROVED: approved,
        p.FAILED: failed,
        p.PLANNED: planned,
        p.ENDED: ended,
        p.OPERATION: operation["id"],
        p.CALL: project.attempts(generated)[0]["id"],
    }


def _open_runs(project: Project, rows: list[str]) -> dict[str, str]:
    """Two runs that the provider keeps for long, one of them paused."""
    project.cloud.sandbox("config", {"batch_seconds": NEVER})
    running, paused = (project.start(mode="economy", ids=[row])["id"] for row in rows[5:7])
    project.order(paused, "pause")
    return {p.RUNNING: running, p.PAUSED: paused}


def _sources(api: Api, marked: str) -> dict[str, str]:
    chunk = {"text": f"{marked}: 0.8 percent.", "dimensions": {"summary": marked, "pii_flag": False}}
    document = {"title": marked, "category": "Knowledge Base", "chunks": [chunk]}
    made = api.post("/documents/import", {"documents": [document]})["documents"][0]["id"]
    return {p.DOCUMENT: made, p.CHUNK: api.get(f"/documents/{made}/chunks")["items"][0]["id"]}


def _people(api: Api, marked: str) -> dict[str, str]:
    invited = api.post("/members", {"email": f"{uuid.uuid4().hex}@hollispark.example", "role": "viewer"})
    viewer = next(each for each in api.get("/members")["items"] if each["email"].startswith("lee@"))
    key = api.post("/api-keys", {"name": marked, "role": "editor"})
    real = {INVITED: invited["id"], p.INVITATION: invited["accept_token"]}
    return {**real, "viewer-1": viewer["id"], p.API_KEY_ID: key["id"]}


def _remarks(cloud: Cloud, conversation: str, marked: str) -> dict[str, str]:
    path = f"/conversations/{conversation}/comments"
    return {p.COMMENT: cloud.api("reviewer").post(path, {"version": 1, "turn": 2, "text": marked})["id"]}


def _export(project: Project) -> dict[str, str]:
    made = project.api.post(f"/datasets/{project.id}/exports", {"formats": ["openai_chat_jsonl"]})["id"]

    def look() -> dict[str, Any] | None:
        found = project.api.get(f"/exports/{made}")
        return found if found["state"] == "ready" else None

    return {p.EXPORT: made, "approved.jsonl": wait_for(look, 60, "the export")["files"][0]["name"]}
