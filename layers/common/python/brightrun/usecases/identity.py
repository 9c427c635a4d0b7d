"""From a proven token or key to a caller: membership, role and suspension come from the table."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from brightrun.domain.errors import NotAllowed, NotSignedIn
from brightrun.domain.tenancy import Caller, scope_for_identity
from brightrun.ports.stores import Directory, Tenants

KEY_PREFIX = "brk_"


@dataclass(frozen=True, slots=True)
class Claims:
    """What a verified token says. `tenant` is the workspace that was open when it was made."""

    user_id: str
    email: str
    name: str
    tenant: str | None
    is_staff: bool


def caller_of_session(claims: Claims, *, store: Tenants, directory: Directory) -> Caller:
    """The caller behind a sign-in. A token's word on tenant and role is a wish, not a fact."""
    caller = Caller(
        user_id=claims.user_id,
        email=claims.email,
        name=claims.name,
        via="session",
        is_staff=claims.is_staff,
    )
    return caller_in_workspace(caller, store=store, directory=directory, wish=claims.tenant)


def caller_in_workspace(caller: Caller, *, store: Tenants, directory: Directory, wish: str | None = None) -> Caller:
    """The caller with the workspace that is open for them, or without one.

    Raises NotAllowed when that workspace is suspended.
    """
    profile = directory.user(caller.user_id)
    if profile is None:
        return caller
    for tenant_id in dict.fromkeys((wish, profile.active_tenant, *profile.tenants)):
        if tenant_id is None or tenant_id not in profile.tenants:
            continue
        scope = scope_for_identity(tenant_id)
        member = store.member(scope, caller.user_id)
        if member is None:
            continue
        _refuse_suspended(tenant_id, store)
        return replace(caller, tenant_id=tenant_id, role=member.role, name=member.name or caller.name)
    return caller


def caller_of_key(secret: str, *, store: Tenants, directory: Directory) -> Caller:
    """The caller behind an API key. Raises NotSignedIn for an unknown or ended one."""
    if not secret.startswith(KEY_PREFIX):
        raise NotSignedIn("This is not an API key.")
    key = directory.api_key_by_sha256(hashlib.sha256(secret.encode()).hexdigest())
    if key is None or key.revoked_at is not None:
        raise NotSignedIn("This API key is not valid.")
    _refuse_suspended(key.tenant_id, store)
    return Caller(
        user_id=f"key:{key.id}",
        email="",
        name=key.name,
        via="api_key",
        tenant_id=key.tenant_id,
        role=key.role,
    )


def _refuse_suspended(tenant_id: str, store: Tenants) -> None:
    tenant = store.tenant(scope_for_identity(tenant_id))
    if tenant is None or tenant.suspended:
        raise NotAllowed("This workspace is suspended.", code="suspended")
