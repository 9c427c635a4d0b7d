"""The caller."""

from __future__ import annotations

from brightrun.usecases import tenants
from functions.api.call import Call
from functions.api.route import Access, Resource
from functions.api.schemas.identity import Me, Membership, User, Workspace

me = Resource("me", "Who is asking, and in which workspace.")


@me.get("/me", needs=Access.SIGNED_IN)
def read_me(call: Call) -> Me:
    """Say who the caller is; a new customer's first call makes their workspace."""
    ports = call.ports
    found = tenants.introduce(call.caller, store=ports.store, directory=ports.directory, clock=ports.clock)
    caller = found.caller
    return Me(
        user=User(id=caller.user_id, email=caller.email, name=caller.name),
        tenant=Workspace.of(found.tenant) if found.tenant else None,
        role=caller.role,
        via=caller.via,
        is_staff=caller.is_staff,
        tenants=[Membership.of(tenant, role=role) for tenant, role in found.memberships],
        permissions=sorted(caller.permissions),
    )
