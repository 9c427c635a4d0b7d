"""Deleting versions: their text and what was sent and answered for them go, their line, cost and events stay."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.conversation import OPEN_IN_BATCH, ConversationHead
from brightrun.domain.errors import Conflict, Unavailable
from brightrun.domain.event import Action, Event, Subject
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.domain.version import Removal, Version
from brightrun.ports.changes import SaveVersion
from brightrun.ports.clock import Clock
from brightrun.ports.services import ExportFiles, Payloads
from brightrun.ports.stores import Commits, Conversations, Exports
from brightrun.usecases.parts.manifests import versions_in
from brightrun.usecases.parts.one_row import commit_row, row_as_read
from brightrun.usecases.parts.payload_keys import answer_key, request_key
from brightrun.usecases.parts.record import event


class CleanupStore(Commits, Conversations, Exports, Protocol):
    """What deleting reads and writes."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A version that could not be deleted, and why."""

    number: int
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cleanup:
    head: ConversationHead
    deleted: tuple[int, ...]
    kept: tuple[Kept, ...]


def delete_versions(
    scope: TenantScope,
    actor: Actor,
    conversation_id: str,
    numbers: Sequence[int],
    *,
    expected: int,
    store: CleanupStore,
    payloads: Payloads,
    files: ExportFiles,
    clock: Clock,
) -> Cleanup:
    """Deletes what may go, each by itself. Raises NotFound, Stale, Conflict while it is being written."""
    head, _ = row_as_read(scope, conversation_id, expected, store)
    if head.status in OPEN_IN_BATCH:
        raise Conflict(f"{head.ref} is being written. Delete its versions afterwards.", code="already_queued")
    exported = _exported(scope, head, store, files)
    versions = {version.number: version for version in store.versions(scope, head.id)}
    deleted: list[int] = []
    kept: list[Kept] = []
    for number in dict.fromkeys(numbers):
        version = versions.get(number)
        reason = _must_stay(head, number, version, exported)
        if reason is not None:
            kept.append(reason)
            continue
        if version is not None and version.removed is None:
            head = _take_text(scope, actor, head, version, store=store, clock=clock)
        deleted.append(number)
    with suppress(Unavailable):  # the minute's round finishes it
        forget_calls(scope, head.id, store=store, payloads=payloads)
    return Cleanup(head, tuple(deleted), tuple(kept))


def _must_stay(head: ConversationHead, number: int, version: Version | None, exported: dict[int, str]) -> Kept | None:
    if version is None:
        return Kept(number, "not_found", f"{head.ref} has no version {number}.")
    if number in {head.current_version, head.approved_version}:
        return Kept(number, "current", f"Version {number} is the current one of {head.ref}.")
    if number in exported:
        return Kept(
            number, "exported", f"Version {number} went out in the export {exported[number]}, so it stays as its proof."
        )
    return None


def _take_text(
    scope: TenantScope, actor: Actor, head: ConversationHead, version: Version, *, store: CleanupStore, clock: Clock
) -> ConversationHead:
    now = clock.now()
    after = head.described({}, now)
    removed = version.without_text(Removal(by=actor.id, by_name=actor.name, at=now))
    recorded = event(
        clock,
        actor,
        Action.VERSION_DELETED,
        Subject(kind="conversation", id=head.id, ref=head.ref),
        dataset_id=head.dataset_id,
        version=version.number,
    )
    text = SaveVersion(removed, removed=tuple(range(1, version.turn_count + 1)))
    commit_row(scope, head, after, text, recorded, token=recorded.event.id, store=store)
    return after


def _exported(scope: TenantScope, head: ConversationHead, store: Exports, files: ExportFiles) -> dict[int, str]:
    """Export names by the version of this conversation that they hold."""
    found: dict[int, str] = {}
    for export in store.exports(scope, head.dataset_id):
        number = versions_in(scope, export, files).get(head.id)
        if number is not None:
            found[number] = export.name
    return found


def finish_deletion(scope: TenantScope, event: Event, *, store: Conversations, payloads: Payloads) -> None:
    """What a deletion still owes when its request died in the middle."""
    if event.action is Action.VERSION_DELETED:
        forget_calls(scope, event.subject.id, store=store, payloads=payloads)


def forget_calls(scope: TenantScope, conversation_id: str, *, store: Conversations, payloads: Payloads) -> None:
    """What was sent and answered for every deleted version; doing it again changes nothing.

    After the texts, so that nothing is missing of one that stayed.
    """
    versions = store.versions(scope, conversation_id)
    gone = {version.number for version in versions if version.removed is not None}
    wrote = {version.attempt_id: version for version in versions if version.attempt_id}
    for attempt in store.attempts(scope, conversation_id):
        version = wrote.get(attempt.id)
        if version is None:
            if attempt.parameters.get("judged_version") in {str(number) for number in gone}:
                payloads.delete(scope, request_key(attempt))
                payloads.delete(scope, answer_key(attempt))
            continue
        if version.number in gone:
            payloads.delete(scope, answer_key(attempt))
        if version.number in gone or version.base_version in gone:
            # A rewrite was sent the text of its base.
            payloads.delete(scope, request_key(attempt))
