"""The record of what was done."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from brightrun.usecases import activity as record
from functions.api.call import Call
from functions.api.cursor import open_cursor, seal_cursor
from functions.api.route import Resource
from functions.api.schemas.activity import Activity, ActivityEvent, ActivityQuery, Who

activity = Resource("activity", "The record of what was done, by whom, to what.")


@activity.get("/activity", needs=Permission.READ)
def list_activity(call: Call, query: ActivityQuery) -> Activity:
    """List what was done, newest first."""
    ports = call.ports
    about = (call.scope.tenant_id, "activity")
    before = open_cursor(query.cursor, about, ports.signing_key)[0] if query.cursor else None
    page = record.list_activity(
        call.scope,
        record.Wanted(
            actions=frozenset(query.action),
            users=frozenset(query.user),
            subject=query.subject,
            limit=query.limit,
        ),
        before=before,
        store=ports.store,
    )
    items = [
        ActivityEvent.of(event, actor=Who.of(event.actor), summary=record.sentence_of(event)) for event in page.events
    ]
    following = seal_cursor([page.next], about, ports.signing_key) if page.next else None
    return Activity(items=items, next_cursor=following)
