"""Who is calling, and whether this caller may."""

from __future__ import annotations

from typing import Any, assert_never

from brightrun.domain.errors import NotAllowed, NotSignedIn
from brightrun.domain.tenancy import Caller, Permission, TenantScope, scope_of_caller
from brightrun.runtime.caller import caller_of
from brightrun.usecases.identity import caller_in_workspace
from functions.api.ports import Ports
from functions.api.route import Access, Route


def identify(request_context: dict[str, Any], route: Route, ports: Ports) -> Caller | None:
    """The caller that the authorizer found, or None.

    The authorizer's answer is kept for 30 s. Somebody whose workspace was made in that time is looked
    up again, so that the first minute of a new customer is not a row of refusals.
    """
    caller = caller_of(request_context.get("authorizer"))
    stale = caller is not None and caller.via == "session" and caller.tenant_id is None
    if caller is not None and stale and isinstance(route.needs, Permission):
        return caller_in_workspace(caller, store=ports.store, directory=ports.directory)
    return caller


def admit(caller: Caller | None, route: Route) -> TenantScope | None:
    """The scope that this caller has on this route; None where no workspace is touched.

    Denies by default: without a caller only a route that says so itself is open.
    """
    if isinstance(route.needs, Permission):
        return scope_of_caller(caller, route.needs)
    match route.needs:
        case Access.PUBLIC:
            return None
        case Access.SIGNED_IN:
            if caller is None:
                raise NotSignedIn("Please sign in.")
            return None
        case Access.STAFF:
            if caller is None:
                raise NotSignedIn("Please sign in.")
            if not caller.is_staff:
                raise NotAllowed("This page is for the people who run Bright Run.")
            return None
        case _:
            assert_never(route.needs)
