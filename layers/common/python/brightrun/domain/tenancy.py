"""Who is asking, and for whose data. The only module that can mint a TenantScope."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from brightrun.domain.errors import NotAllowed, NotSignedIn

HOUSE = "house"
"""The owner of the templates that every tenant starts with."""


class Role(StrEnum):
    OWNER = "owner"
    EDITOR = "editor"
    REVIEWER = "reviewer"
    VIEWER = "viewer"


class Permission(StrEnum):
    READ = "read"
    REVIEW = "review"
    WRITE = "write"
    SPEND = "spend"
    EXPORT = "export"
    ADMINISTER = "administer"


_VIEWER = frozenset({Permission.READ})
_REVIEWER = _VIEWER | {Permission.REVIEW}
_EDITOR = _REVIEWER | {Permission.WRITE, Permission.SPEND, Permission.EXPORT}
PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.VIEWER: _VIEWER,
    Role.REVIEWER: _REVIEWER,
    Role.EDITOR: _EDITOR,
    Role.OWNER: _EDITOR | {Permission.ADMINISTER},
}


@dataclass(frozen=True, slots=True)
class TenantScope:
    """The proof that code may touch one tenant's data; every store method takes it first."""

    tenant_id: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did something, as the record shows it. `via` says through which door."""

    id: str
    name: str
    via: Literal["session", "api_key", "system"]


SYSTEM = Actor(id="system", name="Bright Run", via="system")


@dataclass(frozen=True, slots=True)
class Caller:
    """An authenticated caller of the API. `tenant_id` and `role` are None before an invitation is accepted."""

    user_id: str
    email: str
    name: str
    via: Literal["session", "api_key"]
    tenant_id: str | None = None
    role: Role | None = None
    is_staff: bool = False

    @property
    def actor(self) -> Actor:
        return Actor(id=self.user_id, name=self.name or self.email, via=self.via)

    @property
    def permissions(self) -> frozenset[Permission]:
        return PERMISSIONS[self.role] if self.role else frozenset()


@dataclass(frozen=True, slots=True)
class RegisteredTenant:
    """A row of the tenant registry, which only the platform's own clockwork reads."""

    tenant_id: str


def scope_of_caller(caller: Caller | None, permission: Permission) -> TenantScope:
    """The scope of a caller who holds `permission`. Raises NotSignedIn or NotAllowed."""
    if caller is None:
        raise NotSignedIn("Please sign in.")
    if caller.tenant_id is None or caller.role is None:
        raise NotAllowed("You are signed in, but not a member of a workspace yet.", code="no_workspace")
    if permission not in caller.permissions:
        raise NotAllowed(
            f"Your role here is {caller.role.value}, and that role can't do this. An owner can change it.",
            details={"role": caller.role.value, "needs": permission.value},
        )
    return TenantScope(caller.tenant_id)


def scope_of_registered(tenant: RegisteredTenant) -> TenantScope:
    """The scope under which the sweeper looks after one tenant."""
    return TenantScope(tenant.tenant_id)


def scope_for_identity(tenant_id: str) -> TenantScope:
    """The scope under which identity code looks up or writes who belongs to a tenant, before there is a caller.

    For the authorizer, the first `/me` and the acceptance of an invitation only.
    """
    return TenantScope(tenant_id)


def house_scope() -> TenantScope:
    """The scope of the templates that ship with the product."""
    return TenantScope(HOUSE)


def sign_envelope(scope: TenantScope, payload: Mapping[str, Any], key: bytes) -> dict[str, Any]:
    """A job's envelope: the payload with its tenant and an HMAC-SHA256 signature over canonical JSON."""
    body = {**payload, "tenant": scope.tenant_id}
    return {**body, "signature": _signature(body, key)}


def scope_of_envelope(envelope: Mapping[str, Any], key: bytes) -> TenantScope:
    """The scope that a signed envelope carries. Raises NotAllowed when it was not signed by us."""
    body = {name: value for name, value in envelope.items() if name != "signature"}
    given = envelope.get("signature")
    tenant = body.get("tenant")
    if not isinstance(given, str) or not isinstance(tenant, str) or not tenant:
        raise NotAllowed("This job carries no valid signature.", code="bad_envelope")
    if not hmac.compare_digest(given, _signature(body, key)):
        raise NotAllowed("This job carries no valid signature.", code="bad_envelope")
    return TenantScope(tenant)


def _signature(body: Mapping[str, Any], key: bytes) -> str:
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hmac.new(key, canonical.encode(), hashlib.sha256).hexdigest()
