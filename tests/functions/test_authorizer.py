from __future__ import annotations

import base64
import json
from typing import Any

import jwt
import pytest

from brightrun.domain.errors import Unavailable
from brightrun.domain.tenancy import Role
from brightrun.ports import changes as c
from brightrun.runtime.caller import caller_of, context_of
from functions.authorizer.handler import Refused, authorize
from functions.authorizer.tokens import verify
from tests.fakes import make
from tests.functions.people import ACME, CALLERS, KEY, RIVAL, populated
from tests.functions.world import AUTHORIZER, CLIENT, ISSUER, KEY_ID, Gateway, OurKeys, logged, signing_key, token


@pytest.fixture
def gateway() -> Gateway:
    return populated()


def part(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def claims(**changes: Any) -> dict[str, Any]:
    told = jwt.decode(token("owner-1"), options={"verify_signature": False})
    return {**told, **changes}


def without(name: str) -> str:
    told = claims()
    del told[name]
    return jwt.encode(told, signing_key("ours"), algorithm="RS256", headers={"kid": KEY_ID})


def with_a_shared_secret() -> str:
    """The old trick: the public key as the secret of an HMAC."""
    return jwt.encode(claims(), "x" * 64, algorithm="HS256", headers={"kid": KEY_ID})


def tampered() -> str:
    header, _, signature = token("viewer-1").split(".")
    return f"{header}.{part(claims())}.{signature}"


BAD = {
    "alg none": f"{part({'alg': 'none', 'typ': 'JWT', 'kid': KEY_ID})}.{part(claims())}.",
    "tampered": tampered(),
    "shared secret": with_a_shared_secret(),
    "another pool": token("owner-1", iss="https://cognito-idp.us-east-1.amazonaws.com/us-east-1_other"),
    "another client": token("owner-1", aud="client-2"),
    "expired": token("owner-1", exp=1_700_000_100),
    "not yet": token("owner-1", nbf=4_000_000_000),
    "access token": token("owner-1", token_use="access"),
    "no use": token("owner-1", token_use=None),
    "no expiry": without("exp"),
    "no subject": without("sub"),
    "unknown key": token("owner-1", kid="another"),
    "signed by another": token("owner-1", key="theirs"),
    "not a token": "hello",
    "three dots": "a.b.c",
    "unknown api key": "brk_nobody-has-this-key",
    "empty": "",
}


@pytest.mark.parametrize("credential", BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("shape", ["Bearer {}", "{}"])
def test_what_does_not_prove_a_caller_is_refused(gateway: Gateway, credential: str, shape: str):
    with pytest.raises(Refused) as refused:
        gateway.ask(shape.format(credential))
    # The exact word that API Gateway turns into 401.
    assert str(refused.value) == "Unauthorized"


def test_the_policy_covers_the_whole_stage_since_it_is_kept_for_other_routes(gateway: Gateway):
    policy = gateway.ask(f"Bearer {CALLERS['owner']}")
    (statement,) = policy["policyDocument"]["Statement"]
    assert statement["Effect"] == "Allow"
    assert statement["Resource"] == "arn:aws:execute-api:us-east-1:123456789012:api/live/*"
    assert policy["principalId"] == "owner-1"


@pytest.mark.parametrize("shape", ["Bearer {}", "bearer {}", "{}"])
def test_a_key_may_come_with_or_without_the_scheme(gateway: Gateway, shape: str):
    context = gateway.ask(shape.format(KEY))["context"]
    assert (context["tenant"], context["role"], context["via"]) == ("acme", "editor", "api_key")
    assert context["user_id"].startswith("key:")


def test_role_and_tenant_come_from_the_table_whatever_the_token_says(gateway: Gateway):
    boastful = token("viewer-1", tenant="rival", **{"custom:tenant": "rival", "role": "owner"})
    context = gateway.ask(f"Bearer {boastful}")["context"]
    assert (context["tenant"], context["role"]) == ("acme", "viewer")


def test_the_token_chooses_among_the_workspaces_of_its_owner(gateway: Gateway):
    store = gateway.ports.store
    store.commit(RIVAL, [c.SaveMember(make.member("viewer-1", role=Role.EDITOR), None)], token="both")
    profile = store.user("viewer-1")
    assert profile is not None
    both = profile.model_copy(update={"tenants": ("acme", "rival"), "revision": 2})
    store.commit(ACME, [c.SaveUser(both, 1)], token="both profiles")
    context = gateway.ask(f"Bearer {token('viewer-1', **{'custom:tenant': 'rival'})}")["context"]
    assert (context["tenant"], context["role"]) == ("rival", "editor")


def test_a_removed_member_is_let_in_without_a_workspace(gateway: Gateway):
    gateway.ports.store.commit(ACME, [c.RemoveMember("viewer-1", 1)], token="gone")
    context = gateway.ask(f"Bearer {CALLERS['viewer']}")["context"]
    assert (context["tenant"], context["role"]) == ("", "")


def test_a_suspended_workspace_denies_its_people_and_keys(gateway: Gateway):
    store = gateway.ports.store
    tenant = store.tenant(ACME)
    assert tenant is not None
    closed = tenant.model_copy(update={"suspended": True, "revision": 2})
    store.commit(ACME, [c.SaveTenant(closed, 1)], token="suspend")
    for credential in (CALLERS["owner"], KEY):
        policy = gateway.ask(f"Bearer {credential}")
        assert policy["policyDocument"]["Statement"][0]["Effect"] == "Deny"
        assert policy["context"] == {}


def test_an_ended_key_is_refused(gateway: Gateway):
    owner = CALLERS["owner"]
    (listed,) = gateway.call("GET", "/api-keys", as_=owner).json["items"]
    assert gateway.call("DELETE", f"/api-keys/{listed['id']}", as_=owner).status == 204
    with pytest.raises(Refused):
        gateway.ask(f"Bearer {KEY}")


def test_staff_is_who_the_pool_says_is_staff(gateway: Gateway):
    assert gateway.ask(f"Bearer {CALLERS['staff']}")["context"]["is_staff"] == "true"
    assert gateway.ask(f"Bearer {CALLERS['owner']}")["context"]["is_staff"] == "false"


def test_keys_that_can_not_be_read_are_no_refusal(gateway: Gateway):
    class NoKeys:
        def get_signing_key_from_jwt(self, token: str | bytes) -> jwt.PyJWK:  # noqa: ARG002 - the port's
            raise jwt.PyJWKClientConnectionError("no network")

    event = {"methodArn": "arn:api/live/GET/", "authorizationToken": f"Bearer {CALLERS['owner']}"}
    store = gateway.ports.store
    with pytest.raises(Unavailable):
        authorize(event, settings=AUTHORIZER, keys=NoKeys(), store=store, directory=store)


def test_nothing_of_the_credential_is_logged(gateway: Gateway, caplog: pytest.LogCaptureFixture):
    gateway.ask(f"Bearer {KEY}")
    with pytest.raises(Refused):
        gateway.ask(f"Bearer {BAD['tampered']}")
    told = str(logged(caplog))
    assert "admitted" in told
    assert KEY not in told
    assert BAD["tampered"] not in told


def test_a_caller_survives_the_way_through_the_gateway(gateway: Gateway):
    for name in ("owner", "api key", "staff", "no tenant"):
        context = gateway.ask(f"Bearer {CALLERS[name]}")["context"]
        caller = caller_of(context)
        assert caller is not None
        assert context_of(caller) == context
        assert all(isinstance(value, str) for value in context.values())


def test_a_name_is_made_of_the_address_when_the_pool_has_none():
    told = verify(
        token("owner-1", name="", email="maya@hollis.example"), keys=OurKeys(), issuer=ISSUER, client_id=CLIENT
    )
    assert told.name == "maya"
