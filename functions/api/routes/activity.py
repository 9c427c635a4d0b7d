"""The record of what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brightrun.domain.tenancy import Permission
from brightrun.usecases import activity as record
from functions.api.call import Call
from functions.api.cursor import open_cursor, seal_cursor
from functions.api.route import Resource
from functions.api.schemas.activity import (
    Activity,
    ActivityEvent,
    ActivityFile,
    ActivityFilter,
    ActivityQuery,
    RecordCheck,
    Who,
)

if TYPE_CHECKING:
    from brightrun.domain.event import Event

activity = Resource("activity", "The record of what was done, by whom, to what.")

_LINES_IN_A_PART = 1_000


@activity.get("/activity", needs=Permission.READ)
def list_activity(call: Call, query: ActivityQuery) -> Activity:
    """List what was done, newest first."""
    page, following = _page(call, query, query.limit)
    items = [ActivityEvent.of(event, actor=Who.of(event.actor), summary=record.sentence_of(event)) for event in page]
    return Activity(items=items, next_cursor=following)


@activity.get("/activity/csv", needs=Permission.READ)
def read_activity_file(call: Call, query: ActivityFilter) -> ActivityFile:
    """Read what was done as a CSV file, in parts: ask on with `next_cursor` and put them behind each other."""
    from brightrun.domain.spreadsheet import csv_text

    page, following = _page(call, query, _LINES_IN_A_PART)
    heads = [] if query.cursor else [record.FILE_HEADS]
    return ActivityFile(text=csv_text([*heads, *map(record.file_line, page)]), lines=len(page), next_cursor=following)


@activity.get("/activity/verify", needs=Permission.ADMINISTER)
def verify_record(call: Call) -> RecordCheck:
    """Check that nobody changed the record, or find the first entry that does not fit."""
    from brightrun.usecases import verify

    return RecordCheck.of(verify.verify_record(call.scope, store=call.ports.store, clock=call.ports.clock))


def _page(call: Call, query: ActivityFilter, limit: int) -> tuple[tuple[Event, ...], str | None]:
    ports = call.ports
    about = (call.scope.tenant_id, "activity")
    before = open_cursor(query.cursor, about, ports.signing_key)[0] if query.cursor else None
    wanted = record.Wanted(
        actions=frozenset(query.action),
        users=frozenset(query.user),
        subject=query.subject,
        since=query.since,
        until=query.until,
        limit=limit,
    )
    page = record.list_activity(call.scope, wanted, before=before, store=ports.store, files=ports.export_files)
    return page.events, seal_cursor([page.next], about, ports.signing_key) if page.next else None
