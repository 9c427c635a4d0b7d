"""The samples of the API and of who is let into it, each run through its function."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from functions.api.app import handler
from functions.authorizer.handler import Refused, authorize
from functions.token_claims.handler import add_claim
from tests.functions.people import populated
from tests.functions.world import AUTHORIZER, OurKeys

SAMPLES = Path(__file__).parents[2] / "events"
STATUSES = {
    "health": 200,
    "me": 200,
    "list-conversations": 200,
    "review": 200,
    "review-without-revision": 428,
    "no-caller": 401,
    "viewer-spends": 403,
}
ADMITTED = {"api-key": True, "unknown-api-key": False, "alg-none": False}


def named(function: str) -> list[str]:
    return sorted(path.stem for path in (SAMPLES / function).glob("*.json"))


def sample(function: str, name: str) -> dict[str, Any]:
    return json.loads((SAMPLES / function / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", named("api"))
def test_a_request_is_answered(name: str):
    answered = handler(sample("api", name), None, chalice=populated().app)
    assert answered["statusCode"] == STATUSES[name], answered["body"]


@pytest.mark.parametrize("name", named("authorizer"))
def test_a_credential_is_judged(name: str):
    store = populated().ports.store
    event = sample("authorizer", name)
    if ADMITTED[name]:
        policy = authorize(event, settings=AUTHORIZER, keys=OurKeys(), store=store, directory=store)
        assert policy["context"]["tenant"] == "acme"
        return
    with pytest.raises(Refused):
        authorize(event, settings=AUTHORIZER, keys=OurKeys(), store=store, directory=store)


@pytest.mark.parametrize("name", named("token_claims"))
def test_a_token_gets_its_claim(name: str):
    answered = add_claim(sample("token_claims", name), directory=populated().ports.store)
    assert answered["response"]["claimsOverrideDetails"]["claimsToAddOrOverride"] == {"custom:tenant": "acme"}
