"""Nobody gets in without a right, and nobody sees what is another's, through the deployed front door."""

from __future__ import annotations

import base64
import json

import httpx
import pytest

from tests.e2e.kit import AWAY, Project


def _part(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def _claims(token):
    middle = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))


@pytest.fixture(scope="module")
def token(cloud):
    return cloud.token("owner")


def test_a_signed_in_person_is_known_by_name_role_and_workspace(cloud, token):
    me = cloud.send("GET", "/me", f"Bearer {token}").json()
    assert (me["user"]["name"], me["role"], me["via"]) == ("Maya Hollis", "owner", "session")
    assert me["tenant"]["name"] == "Hollis & Park"


@pytest.mark.parametrize("kind", ["none", "empty", "nonsense", "alg none", "tampered", "other key", "revoked"])
def test_whoever_can_not_prove_who_they_are_gets_401(cloud, token, kind):
    head, body, signature = token.split(".")
    claims = _claims(token)
    forged = {
        "none": None,
        "empty": "Bearer",
        "nonsense": "Bearer br_nonsense",
        "alg none": f"Bearer {_part({'alg': 'none', 'typ': 'JWT'})}.{body}.",
        "tampered": f"Bearer {head}.{_part({**claims, 'sub': 'somebody-else'})}.{signature}",
        "other key": f"Bearer {head}.{body}.{signature[::-1]}",
        "revoked": f"Bearer {_revoked(cloud)}" if kind == "revoked" else None,
    }[kind]
    for method, path in (("GET", "/me"), ("GET", "/datasets"), ("POST", "/datasets")):
        answer = cloud.send(method, path, forged)
        assert answer.status_code == 401, (method, path, answer.text)
        assert answer.headers["content-type"].startswith("application/problem+json")


def _revoked(cloud):
    api = cloud.api("owner")
    made = api.post("/api-keys", {"name": "Lost", "role": "viewer"})
    api.call("DELETE", f"/api-keys/{made['id']}")
    return made["key"]


def test_anothers_ids_are_not_found_whatever_is_asked_of_them(cloud):
    mine = Project.make(cloud, 2)
    batch = mine.start()
    mine.ended(batch["id"])
    row = mine.rows()[0]
    theirs = cloud.key("owner", AWAY)
    asked = [
        ("GET", f"/datasets/{mine.id}"),
        ("GET", f"/datasets/{mine.id}/summary"),
        ("GET", f"/datasets/{mine.id}/conversations"),
        ("GET", f"/datasets/{mine.id}/verify"),
        ("POST", f"/datasets/{mine.id}/plan/preview"),
        ("POST", f"/datasets/{mine.id}/batches/estimate"),
        ("GET", f"/conversations/{row['id']}"),
        ("GET", f"/conversations/{row['id']}/attempts"),
        ("GET", f"/conversations/{row['id']}/versions/1"),
        ("GET", f"/batches/{batch['id']}"),
        ("GET", f"/documents/{_document(cloud)}"),
    ]
    bodies = {"preview": {"total": 5}, "estimate": {"selection": {"all": True}, "mode": "now"}}
    for method, path in asked:
        body = bodies.get(path.rpartition("/")[2])
        answer = cloud.send(method, path, theirs, json=body)
        assert answer.status_code == 404, (method, path, answer.status_code, answer.text)
        assert row["title"] not in answer.text
    assert mine.id not in json.dumps(cloud.api("owner", AWAY).get("/datasets"))


def _document(cloud):
    return cloud.api().get("/documents")["items"][0]["id"]


@pytest.mark.parametrize(
    ("role", "method", "path", "body", "allowed"),
    [
        ("viewer", "GET", "/datasets", None, True),
        ("viewer", "POST", "/datasets", {"name": "No"}, False),
        ("reviewer", "POST", "/datasets", {"name": "No"}, False),
        ("editor", "PATCH", "/settings", {"flag_below": 5}, False),
        ("editor", "POST", "/api-keys", {"name": "No", "role": "owner"}, False),
        ("editor", "GET", "/datasets", None, True),
    ],
)
def test_a_role_opens_what_it_permits_and_nothing_more(cloud, role, method, path, body, allowed):
    headers = {"If-Match": '"1"'} if method == "PATCH" else {}
    answer = cloud.send(method, path, cloud.key(role), json=body, headers=headers)
    assert answer.status_code == (200 if allowed else 403), answer.text


def test_the_open_doors_are_only_those_that_must_be(cloud):
    assert cloud.send("GET", "/health", None).status_code == 200
    document = cloud.send("GET", "/openapi.json", None).json()
    assert document["openapi"].startswith("3.1")
    closed = [path for path, verbs in document["paths"].items() if "get" in verbs and "{" not in path]
    refused = {path: _status_without_key(cloud, path) for path in closed}
    public = {path for path, status in refused.items() if status == 200}
    assert {path.rpartition("/")[2] for path in public} == {"health", "openapi.json"}
    assert {status for path, status in refused.items() if path not in public} == {401}


def _status_without_key(cloud, path):
    return cloud.send("GET", "/" + path.removeprefix("/api/v1").lstrip("/"), None).status_code


def test_an_unknown_path_is_a_plain_not_found(cloud):
    answer = cloud.send("GET", "/nothing/here", cloud.key())
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/problem+json")


def test_the_address_of_a_file_without_its_signature_opens_nothing(cloud):
    bucket = cloud.stack["exports_bucket"]
    assert httpx.get(f"{cloud.stack['aws_endpoint']}/{bucket}", timeout=30).status_code == 403
