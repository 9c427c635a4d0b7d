"""Keys for programs."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from brightrun.usecases import api_keys as keys
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.schemas.identity import ApiKey, ApiKeyMade, ApiKeys, NewApiKey

api_keys = Resource("api-keys", "Keys for programs, each with a role of its own.")


@api_keys.get("/api-keys", needs=Permission.ADMINISTER)
def list_api_keys(call: Call) -> ApiKeys:
    """List the workspace's keys."""
    found = keys.list_keys(call.scope, store=call.ports.store)
    return ApiKeys(items=[ApiKey.of(key) for key in found], total=len(found))


@api_keys.post("/api-keys", needs=Permission.ADMINISTER, status=201)
def create_api_key(call: Call, body: NewApiKey) -> ApiKeyMade:
    """Make a key; it is shown in this answer and never again."""
    key, secret = keys.create_key(
        call.scope,
        call.actor,
        name=body.name,
        role=body.role,
        store=call.ports.store,
        clock=call.ports.clock,
    )
    return ApiKeyMade.of(key, key=secret)


@api_keys.delete("/api-keys/{key_id}", needs=Permission.ADMINISTER)
def revoke_api_key(call: Call, key_id: str) -> None:
    """End a key."""
    keys.revoke_key(call.scope, call.actor, key_id, store=call.ports.store, clock=call.ports.clock)
