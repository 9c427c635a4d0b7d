"""Lets a caller in. One header carries either a sign-in token or an API key.

The answer allows the whole stage, since it is kept for 30 s and the next call may be to another route:
what a role may do is decided by the API, route by route.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools.logging import Logger
from jwt import PyJWKClient

from brightrun.domain.errors import NotAllowed, NotSignedIn
from brightrun.domain.tenancy import Caller
from brightrun.runtime import wiring
from brightrun.runtime.caller import context_of
from brightrun.runtime.settings import AuthorizerSettings
from brightrun.usecases.identity import KEY_PREFIX, caller_of_key, caller_of_session
from functions.authorizer.tokens import SigningKeys, verify

if TYPE_CHECKING:
    from brightrun.ports.stores import Directory, Tenants

logger = Logger(service="authorizer")

UNAUTHORIZED = "Unauthorized"
"""API Gateway answers 401 to an authorizer that raises exactly this."""


class Refused(Exception):
    """Raised with `UNAUTHORIZED` as its text."""


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Answers a TOKEN authorizer's event with a policy and the caller."""
    _ = context
    settings = _settings()
    return authorize(
        event,
        settings=settings,
        keys=_keys(settings.jwks_url),
        store=wiring.store(settings.table_name),
        directory=wiring.directory(settings.table_name),
    )


def authorize(
    event: dict[str, Any],
    *,
    settings: AuthorizerSettings,
    keys: SigningKeys,
    store: Tenants,
    directory: Directory,
) -> dict[str, Any]:
    """The policy for whoever sent `authorizationToken`. Raises Refused for nobody."""
    arn = str(event["methodArn"])
    try:
        caller = _caller(str(event.get("authorizationToken") or ""), settings, keys, store, directory)
    except NotSignedIn as error:
        logger.info("refused", extra={"code": error.code})
        raise Refused(UNAUTHORIZED) from None
    except NotAllowed as error:
        logger.info("denied", extra={"code": error.code})
        return _policy("nobody", "Deny", arn, {})
    logger.info(
        "admitted",
        extra={"tenant": caller.tenant_id, "user": caller.user_id, "via": caller.via, "staff": caller.is_staff},
    )
    return _policy(caller.user_id, "Allow", arn, context_of(caller))


def _caller(
    header: str,
    settings: AuthorizerSettings,
    keys: SigningKeys,
    store: Tenants,
    directory: Directory,
) -> Caller:
    scheme, _, rest = header.strip().partition(" ")
    credential = rest.strip() if scheme.lower() == "bearer" else header.strip()
    if not credential:
        raise NotSignedIn("Please sign in.")
    if credential.startswith(KEY_PREFIX):
        return caller_of_key(credential, store=store, directory=directory)
    claims = verify(credential, keys=keys, issuer=settings.issuer, client_id=settings.user_pool_client_id)
    return caller_of_session(claims, store=store, directory=directory)


def _policy(principal: str, effect: str, method_arn: str, context: dict[str, str]) -> dict[str, Any]:
    """Over all methods of the stage: `arn:…:<api>/<stage>/GET/api/v1/me` → `arn:…:<api>/<stage>/*`."""
    api, stage = method_arn.split("/")[:2]
    statement = {"Action": "execute-api:Invoke", "Effect": effect, "Resource": f"{api}/{stage}/*"}
    return {
        "principalId": principal,
        "policyDocument": {"Version": "2012-10-17", "Statement": [statement]},
        "context": context,
    }


@cache
def _settings() -> AuthorizerSettings:
    return AuthorizerSettings.from_environment()


@cache
def _keys(jwks_url: str) -> SigningKeys:
    return PyJWKClient(jwks_url, cache_keys=True, lifespan=3600, timeout=5)
