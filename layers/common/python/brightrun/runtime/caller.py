"""How the authorizer hands the caller to the API: both sides of one small dictionary of texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from brightrun.domain.tenancy import Caller, Role

_ROLES = frozenset(role.value for role in Role)


def context_of(caller: Caller) -> dict[str, str]:
    """The authorizer's context for a caller. API Gateway carries flat text only."""
    return {
        "user_id": caller.user_id,
        "email": caller.email,
        "name": caller.name,
        "via": caller.via,
        "tenant": caller.tenant_id or "",
        "role": caller.role.value if caller.role else "",
        "is_staff": "true" if caller.is_staff else "false",
    }


def caller_of(context: Mapping[str, Any] | None) -> Caller | None:
    """The caller in an authorizer's context; None when it names no user."""
    if not context or not context.get("user_id"):
        return None
    tenant, role = str(context.get("tenant") or ""), str(context.get("role") or "")
    member = bool(tenant) and role in _ROLES
    return Caller(
        user_id=str(context["user_id"]),
        email=str(context.get("email") or ""),
        name=str(context.get("name") or ""),
        via="api_key" if context.get("via") == "api_key" else "session",
        tenant_id=tenant if member else None,
        role=Role(role) if member else None,
        is_staff=str(context.get("is_staff")).lower() == "true",
    )
