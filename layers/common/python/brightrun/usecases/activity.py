"""The record of a workspace, newest first, in sentences."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol

from brightrun.domain.errors import FileGone
from brightrun.domain.event import QUIET, Action, Event
from brightrun.domain.ids import ulid
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.services import ExportFiles
from brightrun.ports.stores import Events, Exports, Tenants
from brightrun.usecases.parts.manifests import versions_in

_READ_AT_ONCE = 200
_MOST_ROUNDS = 10
"""A rare filter gives a short page with a cursor, not an endless search."""
_DAY = timedelta(days=1)


class ActivityStore(Events, Exports, Tenants, Protocol):
    """What the record is read from."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events; an empty set of people means all, one of actions all but the quiet ones.

    `since` and `until` are days in UTC, both included. Of one subject the quiet ones are told as well.
    """

    actions: frozenset[Action] = frozenset()
    users: frozenset[str] = frozenset()
    subject: str | None = None
    since: date | None = None
    until: date | None = None
    limit: int = 50

    @property
    def begins(self) -> datetime | None:
        return _midnight(self.since) if self.since else None

    @property
    def ends(self) -> datetime | None:
        """The first moment that is not wanted any more."""
        return _midnight(self.until) + _DAY if self.until and self.until < date.max else None

    def matches(self, event: Event) -> bool:
        quiet = event.action in QUIET and self.subject is None
        wanted = event.action in self.actions if self.actions else not quiet
        within = (self.begins is None or event.at >= self.begins) and (self.ends is None or event.at < self.ends)
        return wanted and within and (not self.users or event.actor_id in self.users)


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """`next` is the id behind which the list goes on."""

    events: tuple[Event, ...]
    next: str | None


def list_activity(
    scope: TenantScope, wanted: Wanted, *, before: str | None, store: ActivityStore, files: ExportFiles
) -> ActivityPage:
    """A page of the record, newest first, behind the event `before`."""
    if wanted.subject is not None:
        return _of_subject(scope, wanted, wanted.subject, before, store, files)
    tenant = store.tenant(scope)
    if tenant is None:
        return ActivityPage((), None)
    since = max(tenant.created_at, wanted.begins or tenant.created_at)
    before = before or _behind(wanted)
    found: list[Event] = []
    for _ in range(_MOST_ROUNDS):
        page = store.latest(scope, before=before, limit=_READ_AT_ONCE, since=since)
        for event in page:
            before = event.id
            if wanted.matches(event):
                found.append(event)
                if len(found) == wanted.limit:
                    return ActivityPage(tuple(found), before)
        if len(page) < _READ_AT_ONCE:
            return ActivityPage(tuple(found), None)
    return ActivityPage(tuple(found), before)


def _behind(wanted: Wanted) -> str | None:
    """An id behind which everything is old enough; the second is for ids that were made a little before."""
    return ulid(wanted.ends + timedelta(seconds=1), bytes(10)) if wanted.ends else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)


def _of_subject(
    scope: TenantScope, wanted: Wanted, subject: str, before: str | None, store: ActivityStore, files: ExportFiles
) -> ActivityPage:
    every = [*store.events_of_subject(scope, subject)]
    every += _exports_with(scope, subject, every, store, files)
    every.sort(key=lambda event: event.id, reverse=True)
    left = [event for event in every if before is None or event.id < before]
    matching = [event for event in left if wanted.matches(event)]
    page = matching[: wanted.limit]
    more = len(matching) > len(page)
    return ActivityPage(tuple(page), page[-1].id if more else None)


def _exports_with(
    scope: TenantScope, conversation_id: str, told: Iterable[Event], store: ActivityStore, files: ExportFiles
) -> Iterator[Event]:
    """What was done with the exports that a conversation went out with, also when it has been deleted since."""
    dataset_id = next((event.dataset_id for event in told if event.subject.kind == "conversation"), None)
    if dataset_id is None:
        return
    for export in store.exports(scope, dataset_id):
        with suppress(FileGone):  # what else is on record about the conversation is shown all the same
            if conversation_id in versions_in(scope, export, files):
                yield from store.events_of_subject(scope, export.id)


FILE_HEADS = ("time_utc", "who", "who_id", "via", "what", "action", "about", "ref", "id", "dataset_id", "details")


def file_line(event: Event) -> tuple[str, ...]:
    """An event as a line of a table, under `FILE_HEADS`."""
    about = event.subject
    return (
        f"{event.at:%Y-%m-%dT%H:%M:%SZ}",
        event.actor_name,
        event.actor_id,
        event.actor_via,
        sentence_of(event),
        event.action.value,
        about.kind,
        about.ref,
        about.id,
        event.dataset_id or "",
        json.dumps(event.model_dump(mode="json")["details"], ensure_ascii=False) if event.details else "",
    )


_SENTENCES: Mapping[Action, str] = {
    Action.TENANT_CREATED: "{actor} opened this workspace",
    Action.SETTINGS_CHANGED: "{actor} changed the settings",
    Action.MEMBER_INVITED: "{actor} invited {ref}",
    Action.MEMBER_JOINED: "{ref} joined",
    Action.MEMBER_CHANGED: "{actor} gave {ref} another role",
    Action.MEMBER_REMOVED: "{actor} removed {ref}",
    Action.KEY_CREATED: "{actor} made the API key {ref}",
    Action.KEY_REVOKED: "{actor} ended the API key {ref}",
    Action.DOCUMENTS_IMPORTED: "{actor} imported {documents}",
    Action.DATASET_CREATED: "{actor} started the dataset {ref}",
    Action.DATASET_CHANGED: "{actor} changed the dataset {ref}",
    Action.PLAN_APPLIED: "{actor} planned {total} for {ref}",
    Action.SEEDS_IMPORTED: "{actor} imported {total} as examples into {ref}",
    Action.TEMPLATE_CREATED: "{actor} made the template {ref}",
    Action.TEMPLATE_VERSION_ADDED: "{actor} added {version} to the template {ref}",
    Action.TEMPLATE_WEIGHTS_CHANGED: "{actor} changed which versions of the template {ref} are in use",
    Action.TEMPLATE_ACTIVATED: "{actor} turned the template {ref} on",
    Action.TEMPLATE_DEACTIVATED: "{actor} turned the template {ref} off",
    Action.TEMPLATE_RETIRED: "{actor} retired the template {ref}",
    Action.BATCH_STARTED: "{actor} {began} {count}",
    Action.BATCH_PAUSED: "{actor} paused a run",
    Action.BATCH_RESUMED: "{actor} resumed a run",
    Action.BATCH_CANCELLED: "{actor} cancelled a run",
    Action.BATCH_RETRIED: "{actor} retried what failed in a run",
    Action.BATCH_ROUND: "A run began to write {weak} again, round {round}",
    Action.BATCH_ENDED: "A run ended with {succeeded} done",
    Action.BUDGET_WARNING: "{warning}",
    Action.CONVERSATION_GENERATED: "{ref} was written",
    Action.CONVERSATION_REWRITTEN: "{ref} was rewritten",
    Action.CONVERSATION_JUDGED: "A second opinion was given on {ref}",
    Action.CONVERSATION_EDITED: "{actor} edited {ref}",
    Action.DRAFT_SAVED: "{actor} went on editing {ref}",
    Action.CONVERSATION_DESCRIBED: "{actor} changed the description of {ref}",
    Action.SITUATION_CHANGED: "{actor} changed the situation of {ref}",
    Action.VERSION_DELETED: "{actor} deleted a version of {ref}",
    Action.CONVERSATION_TAGGED: "{actor} changed the tags of {ref}",
    Action.CONVERSATION_DELETED: "{actor} deleted {ref}",
    Action.CONVERSATION_FAILED: "{ref} could not be written",
    Action.CONVERSATION_ATTEMPT_FAILED: "A call for {ref} gave nothing usable",
    Action.CONVERSATION_APPROVED: "{actor} approved {ref}",
    Action.CONVERSATION_REJECTED: "{actor} rejected {ref}",
    Action.CONVERSATION_NEEDS_EDIT: "{actor} sent {ref} back for editing",
    Action.CONVERSATION_REVIEW_RESET: "{actor} took back the decision on {ref}",
    Action.CONVERSATION_UNDONE: "{actor} undid the decision on {ref}",
    Action.COMMENT_ADDED: "{actor} commented on {ref}",
    Action.COMMENT_CHANGED: "{actor} changed a comment on {ref}",
    Action.COMMENT_DELETED: "{actor} deleted a comment on {ref}",
    Action.CONVERSATION_RATED: "{actor} rated {ref}",
    Action.BULK_STARTED: "{actor} began to {verb} {total}",
    Action.BULK_ENDED: "{actor} {did} {done}{not_done}",
    Action.EXPORT_STARTED: "{actor} started {export}",
    Action.EXPORT_READY: "{export} is ready",
    Action.EXPORT_FAILED: "{export} failed",
    Action.EXPORT_DOWNLOADED: "{actor} downloaded {file}",
}


def sentence_of(event: Event) -> str:
    """One line for a person: who did what to what."""
    name = event.subject.ref
    sentence = _SENTENCES[event.action].format(
        actor=event.actor_name,
        ref=name or event.subject.id,
        export=f"the export {name}" if name else "an export",
        file=event.details.get("file", "an export"),
        version=f"version {event.details['version']}" if "version" in event.details else "a version",
        began=_BEGAN.get(event.details.get("task", ""), "started writing"),
        warning=event.details.get("sentence", "Much of a budget is spent"),
        weak=_number(event, "weak", "weak conversation"),
        round=event.details.get("round", 1),
        succeeded=_number(event, "succeeded", "conversation"),
        documents=_number(event, "documents", "document"),
        total=_number(event, "total", "conversation"),
        count=_number(event, "count", "conversation"),
        done=_number(event, "done", "conversation"),
        **_bulk_words(event),
    )
    return sentence[0].upper() + sentence[1:] if sentence.startswith(("the export", "an export")) else sentence


_BEGAN = {"rewrite": "started rewriting", "judge": "asked for second opinions on"}

_BULK = {
    "approve": ("approve", "approved"),
    "reject": ("reject", "rejected"),
    "delete": ("delete", "deleted"),
    "tag": ("tag", "tagged"),
    "undo": ("undo the decisions on", "undid the decisions on"),
}


def _bulk_words(event: Event) -> dict[str, str]:
    verb, did = _BULK.get(event.details.get("bulk", ""), ("change", "changed"))
    failed = int(event.details.get("failed", 0))
    return {"verb": verb, "did": did, "not_done": f"; {failed:,} could not be" if failed else ""}


def _number(event: Event, detail: str, noun: str) -> str:
    value = event.details.get(detail, 0)
    number = len(value) if isinstance(value, list) else int(value)  # pyright: ignore[reportUnknownArgumentType]
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
