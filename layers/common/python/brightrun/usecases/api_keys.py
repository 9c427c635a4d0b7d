"""Keys for programs: shown once, stored as a digest, ended at once."""

from __future__ import annotations

import hashlib
import secrets
from typing import Protocol

from brightrun.domain.errors import ChangeLost, NotFound
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.tenancy import Actor, Role, TenantScope
from brightrun.domain.tenant import ApiKey
from brightrun.ports.changes import SaveApiKey
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Tenants
from brightrun.usecases.parts.record import event

_SHOWN = 9
"""`brk_` and five characters: enough to tell keys apart in a list."""


class KeyStore(Commits, Tenants, Protocol):
    """What keys are read from and written to."""


def list_keys(scope: TenantScope, *, store: KeyStore) -> tuple[ApiKey, ...]:
    """All keys, newest first; ended ones stay in the list."""
    return tuple(sorted(store.api_keys(scope), key=lambda key: key.id, reverse=True))


def create_key(
    scope: TenantScope, actor: Actor, *, name: str, role: Role, store: KeyStore, clock: Clock
) -> tuple[ApiKey, str]:
    """A key with a role of its own, and its secret, which is known to nobody after this answer."""
    secret = f"brk_{secrets.token_urlsafe(32)}"
    key = ApiKey(
        id=clock.new_id(),
        tenant_id=scope.tenant_id,
        name=name,
        role=role,
        prefix=secret[:_SHOWN],
        sha256=hashlib.sha256(secret.encode()).hexdigest(),
        created_at=clock.now(),
        created_by=actor.id,
    )
    subject = Subject(kind="key", id=key.id, ref=name)
    made = event(clock, actor, Action.KEY_CREATED, subject, role=role.value)
    store.commit(scope, [SaveApiKey(key, new=True), made], token=request_token("key", key.id))
    return key, secret


def revoke_key(scope: TenantScope, actor: Actor, key_id: str, *, store: KeyStore, clock: Clock) -> ApiKey:
    """Ends a key; ending it again changes nothing. Raises NotFound."""
    key = next((each for each in store.api_keys(scope) if each.id == key_id), None)
    if key is None:
        raise NotFound("This key")
    if key.revoked_at is not None:
        return key
    ended = key.model_copy(update={"revoked_at": clock.now()})
    subject = Subject(kind="key", id=key.id, ref=key.name)
    changes = [SaveApiKey(ended, new=False), event(clock, actor, Action.KEY_REVOKED, subject)]
    try:
        store.commit(scope, changes, token=request_token("revoke", key.id, clock.new_id()))
    except ChangeLost:
        raise NotFound("This key") from None
    return ended
