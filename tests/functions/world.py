"""The API over fakes, behind a gateway that asks the real authorizer: every caller comes as a customer would."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from brightrun.adapters.packs import PackFolder
from brightrun.domain.errors import NotSignedIn
from brightrun.domain.limiter import Limits
from brightrun.domain.tenancy import Role
from brightrun.ports.identity import Tokens
from brightrun.runtime.catalogue import catalogue
from brightrun.runtime.settings import ApiSettings, AuthorizerSettings
from brightrun.usecases.parts.pacing import Pacer
from brightrun.usecases.parts.row_cache import RowCache
from functions.api.app import build_app, handler
from functions.api.route import Route
from functions.api.table import ROUTES
from functions.authorizer.handler import Refused, authorize
from tests.fakes.clock import START, FakeClock
from tests.fakes.services import (
    FakeExportFiles,
    FakeExportQueue,
    FakeJobQueue,
    FakeOperationQueue,
    FakePayloads,
    FakeWorkflow,
)
from tests.fakes.store import FakeStore

ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool"
CLIENT = "client-1"
ORIGIN = "http://127.0.0.1:8300"
KEY_ID = "pool-key"
PACKS = Path(__file__).parents[2] / "prompts" / "packs"

SETTINGS = ApiSettings(
    stage="test",
    table_name="table",
    requests_per_minute=600,
    input_tokens_per_minute=2_000_000,
    output_tokens_per_minute=400_000,
    default_model="claude-haiku-5-5",
    interactive_queue_url="interactive",
    batch_queue_url="batch",
    envelope_secret_arn="arn:secret",
    payloads_bucket="payloads",
    exports_bucket="exports",
    export_queue_url="export",
    operations_queue_url="operations",
    state_machine_arn="arn:machine",
    user_pool_id="us-east-1_pool",
    user_pool_client_id=CLIENT,
    issuer=ISSUER,
    token_url="https://sign-in.example/oauth2/token",
    web_origin=ORIGIN,
)
AUTHORIZER = AuthorizerSettings(
    stage="test",
    table_name="table",
    issuer=ISSUER,
    jwks_url="https://keys.example/jwks.json",
    user_pool_client_id=CLIENT,
)


@cache
def signing_key(name: str) -> rsa.RSAPrivateKey:
    _ = name
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


class OurKeys:
    """The pool's public keys, without a network."""

    def get_signing_key_from_jwt(self, token: str | bytes) -> jwt.PyJWK:
        if jwt.get_unverified_header(token).get("kid") != KEY_ID:
            raise jwt.PyJWKClientError("unknown key id")
        public = jwt.algorithms.RSAAlgorithm.to_jwk(signing_key("ours").public_key(), as_dict=True)
        return jwt.PyJWK({**public, "kid": KEY_ID, "alg": "RS256"})


def token(user_id: str, *, key: str = "ours", kid: str = KEY_ID, **claims: Any) -> str:
    """An identity token as the pool makes it. PyJWT reads the machine's clock, so it is good until 2100."""
    told: dict[str, Any] = {
        "sub": user_id,
        "iss": ISSUER,
        "aud": CLIENT,
        "iat": 1_700_000_000,
        "exp": 4_102_444_800,
        "token_use": "id",
        "email": f"{user_id}@acme.example",
        "name": user_id.title(),
        **claims,
    }
    return jwt.encode(told, signing_key(key), algorithm="RS256", headers={"kid": kid})


@dataclass
class FakeTokens:
    """The identity provider: one code works, and what it gave can be refreshed until it is revoked."""

    good: set[str] = field(default_factory=lambda: {"refresh-1"})
    revoked: list[str] = field(default_factory=list)

    def exchange(self, code: str, code_verifier: str, redirect_uri: str) -> Tokens:  # noqa: ARG002 - the port's
        if code != "code-1":
            raise NotSignedIn("Your sign-in has ended. Please sign in again.")
        return Tokens("an.id.token", "refresh-1", 3600)

    def refresh(self, refresh_token: str) -> Tokens:
        if refresh_token not in self.good:
            raise NotSignedIn("Your sign-in has ended. Please sign in again.")
        return Tokens("a.fresh.token", None, 3600)

    def revoke(self, refresh_token: str) -> None:
        self.good.discard(refresh_token)
        self.revoked.append(refresh_token)


@dataclass
class FakePorts:
    clock: FakeClock = field(default_factory=lambda: FakeClock(START))
    settings: ApiSettings = SETTINGS
    signing_key: bytes = b"a key for tests"

    def __post_init__(self) -> None:
        self.store = FakeStore(self.clock)
        self.directory = self.store
        self.jobs = FakeJobQueue()
        self.workflow = FakeWorkflow()
        self.export_queue = FakeExportQueue()
        self.operation_queue = FakeOperationQueue()
        self.export_files = FakeExportFiles()
        self.payloads = FakePayloads()
        self.catalogue = catalogue()
        self.limits = Limits.model_validate(self.settings, from_attributes=True)
        self.pacer = Pacer("platform", self.limits, self.store, self.clock, pause=lambda _: None)
        self.tokens = FakeTokens()
        self.packs = PackFolder(PACKS)
        self.rows = RowCache()


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)

    @property
    def code(self) -> str:
        return self.json["code"]


class Gateway:
    """What API Gateway does: finds the resource, asks the authorizer unless it is public, calls the function."""

    def __init__(self, ports: FakePorts | None = None) -> None:
        self.ports = ports or FakePorts()
        self.app = build_app(self.ports)

    def call(
        self,
        method: str,
        path: str,
        *,
        as_: str | None = None,
        body: Any = None,
        query: dict[str, Any] | None = None,
        **headers: str,
    ) -> Answer:
        """Sends a request under /api/v1. `as_` is what follows `Bearer`; `If_Match="…"` becomes a header."""
        route, parameters = route_of(method, path)
        context: dict[str, Any] = {}
        if not route.public:
            try:
                policy = self.ask(f"Bearer {as_}" if as_ else None)
            except Refused:
                return Answer(401, {}, json.dumps({"code": "gateway"}))
            if policy["policyDocument"]["Statement"][0]["Effect"] == "Deny":
                return Answer(403, {}, json.dumps({"code": "gateway"}))
            context = policy["context"]
        sent = {name.replace("_", "-").lower(): value for name, value in headers.items()}
        return self.invoke(route, parameters, context, body=body, query=query, headers=sent)

    def ask(self, header: str | None) -> dict[str, Any]:
        """The authorizer's policy; a request without the header never reaches it."""
        if header is None:
            raise Refused("Unauthorized")
        event = {
            "type": "TOKEN",
            "authorizationToken": header,
            "methodArn": "arn:aws:execute-api:us-east-1:123456789012:api/live/GET/api/v1/me",
        }
        store = self.ports.store
        return authorize(event, settings=AUTHORIZER, keys=OurKeys(), store=store, directory=store)

    def invoke(
        self,
        route: Route,
        parameters: dict[str, str],
        context: dict[str, Any] | None,
        *,
        body: Any = None,
        query: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        event = event_of(route, parameters, context, body=body, query=query, headers=headers)
        answered = handler(event, None, chalice=self.app)
        return Answer(answered["statusCode"], answered["headers"], answered["body"])


def event_of(
    route: Route,
    parameters: dict[str, str],
    context: dict[str, Any] | None = None,
    *,
    body: Any = None,
    query: dict[str, Any] | None = None,
    headers: dict[str, str] | None = None,
) -> dict[str, Any]:
    """A proxy event as API Gateway sends it."""
    values = {name: value if isinstance(value, list) else [value] for name, value in (query or {}).items()}
    raw = body if isinstance(body, str | None) else json.dumps(body)
    path = route.full_path.format(**parameters)
    return {
        "resource": route.full_path,
        "path": path,
        "httpMethod": route.method,
        "headers": {"content-type": "application/json", **(headers or {})},
        "multiValueHeaders": {},
        "queryStringParameters": {name: each[-1] for name, each in values.items()} or None,
        "multiValueQueryStringParameters": {n: [str(v) for v in each] for n, each in values.items()} or None,
        "pathParameters": parameters or None,
        "stageVariables": None,
        "requestContext": {
            "requestId": "request-1",
            "resourcePath": route.full_path,
            "httpMethod": route.method,
            "path": f"/live{path}",
            "stage": "live",
            "authorizer": context,
        },
        "body": raw,
        "isBase64Encoded": False,
    }


def route_of(method: str, path: str) -> tuple[Route, dict[str, str]]:
    """The route of a concrete path; a literal segment wins over a parameter, as in API Gateway."""
    wanted = path.strip("/").split("/")
    found: list[tuple[int, Route, dict[str, str]]] = []
    for route in ROUTES:
        pattern = route.path.strip("/").split("/")
        if route.method != method or len(pattern) != len(wanted):
            continue
        pairs = list(zip(pattern, wanted, strict=True))
        if all(one.startswith("{") or one == other for one, other in pairs):
            parameters = {one[1:-1]: other for one, other in pairs if one.startswith("{")}
            found.append((len(parameters), route, parameters))
    if not found:
        raise LookupError(f"{method} {path}")
    _, route, parameters = min(found, key=lambda each: each[0])
    return route, parameters


def logged(caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    """Everything that went into the log, with its extra fields."""
    return [{**record.__dict__, "message": record.getMessage()} for record in caplog.records]


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


PEOPLE = {role.value: f"{role.value}-1" for role in Role}
"""User ids of the members of acme, by role."""
