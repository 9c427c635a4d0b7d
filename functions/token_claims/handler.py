"""Cognito asks before it makes a token: the active workspace becomes a claim of the identity token.

The claim says which workspace was open. It proves nothing: membership and role are looked up at each
call. A table that does not answer must not keep people from signing in, so then there is no claim.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from aws_lambda_powertools.logging import Logger

from brightrun.domain.errors import Unavailable
from brightrun.runtime import wiring
from brightrun.runtime.settings import TokenClaimsSettings

if TYPE_CHECKING:
    from brightrun.ports.stores import Directory

logger = Logger(service="token_claims")

CLAIM = "custom:tenant"


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Answers the trigger's event with the claim added (its first version; the second is alike)."""
    _ = context
    return add_claim(event, directory=wiring.directory(_settings().table_name))


def add_claim(event: dict[str, Any], *, directory: Directory) -> dict[str, Any]:
    """The event with the caller's active workspace in its response."""
    user_id = str(event["request"]["userAttributes"].get("sub") or event.get("userName") or "")
    tenant = None
    try:
        profile = directory.user(user_id)
        tenant = profile.active_tenant if profile else None
    except Unavailable:
        logger.warning("no claim: the table did not answer")
    added = {CLAIM: tenant} if tenant else {}
    second = str(event.get("version", "1")) != "1"
    event["response"] = (
        {"claimsAndScopeOverrideDetails": {"idTokenGeneration": {"claimsToAddOrOverride": added}}}
        if second
        else {"claimsOverrideDetails": {"claimsToAddOrOverride": added}}
    )
    logger.info("token", extra={"tenant": tenant, "user": user_id})
    return event


@cache
def _settings() -> TokenClaimsSettings:
    return TokenClaimsSettings.from_environment()
