"""What went wrong, with its reason."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from brightrun.usecases import failures as record
from functions.api.call import Call
from functions.api.cursor import open_cursor, seal_cursor
from functions.api.route import Resource
from functions.api.schemas.failures import FailureQuery, Failures

failures = Resource("errors", "Every failure: when, which conversation, why, and whether another try helps.")


@failures.get("/errors", needs=Permission.READ, refusals=(404,))
def list_failures(call: Call, query: FailureQuery) -> Failures:
    """List failures, newest first."""
    ports = call.ports
    wanted = record.Wanted(query.dataset, query.conversation, frozenset(query.kind), query.final)
    about = (call.scope.tenant_id, "errors", query.model_dump_json(exclude={"limit", "cursor"}))
    before = open_cursor(query.cursor, about, ports.signing_key)[0] if query.cursor else None
    page = record.list_failures(call.scope, wanted, before=before, limit=query.limit, store=ports.store)
    following = seal_cursor([page.next], about, ports.signing_key) if page.next else None
    return Failures(items=list(page.failures), next_cursor=following)
