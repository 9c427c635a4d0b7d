"""A person's decisions, bound to the version that was read and to the revision that was seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.conversation import ConversationHead, Decision
from brightrun.domain.errors import ChangeLost, NotFound, Stale
from brightrun.domain.ids import request_token
from brightrun.domain.reader import GONE_AFTER, Reader
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.domain.tenant import TenantSettings
from brightrun.ports.changes import SaveHead
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations, Datasets, Events, Openings, Tenants
from brightrun.usecases.parts.deciding import decided, undone
from brightrun.usecases.parts.one_row import row_with_slot


class ReviewStore(Commits, Conversations, Datasets, Events, Tenants, Protocol):
    """What a decision reads and writes."""


class OpeningStore(Conversations, Openings, Protocol):
    """Where it is kept who has opened what."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision on the version that was read, with a note and reasons in the reviewer's words.

    `reading_seconds` go from opening to deciding, idle pauses left out; None when nobody measured.
    """

    decision: Decision
    version: int
    note: str = ""
    reasons: tuple[str, ...] = ()
    reading_seconds: int | None = None


def review_conversation(
    scope: TenantScope,
    actor: Actor,
    conversation_id: str,
    verdict: Verdict,
    *,
    expected: int,
    store: ReviewStore,
    clock: Clock,
) -> ConversationHead:
    """Decides. Of two people at once one wins, and the other is shown what is stored now.

    Raises NotFound, Stale (with the current row), Conflict for another version, InvalidInput.
    """
    head, _ = row_with_slot(scope, conversation_id, store)
    if head.revision != expected:
        raise _stale(head)
    return _decide(scope, actor, head, verdict, store=store, clock=clock)


def _decide(
    scope: TenantScope,
    actor: Actor,
    head: ConversationHead,
    verdict: Verdict,
    *,
    store: ReviewStore,
    clock: Clock,
) -> ConversationHead:
    read = store.version(scope, head.id, verdict.version)
    if read is None:
        raise NotFound(f"Version {verdict.version} of {head.ref}")
    tenant = store.tenant(scope)
    settings = tenant.settings if tenant else TenantSettings()
    after, recorded = decided(
        head,
        verdict.decision,
        read[0],
        actor,
        note=verdict.note,
        reasons=verdict.reasons,
        edge_case_min=settings.edge_case_min,
        clock=clock,
        **({} if verdict.reading_seconds is None else {"reading_seconds": verdict.reading_seconds}),
    )
    try:
        token = request_token("review", recorded.event.id)
        store.commit(scope, [SaveHead(after, head.revision), recorded], token=token)
    except ChangeLost:
        raise _stale(row_with_slot(scope, head.id, store)[0]) from None
    return after


def undo_decision(
    scope: TenantScope, actor: Actor, conversation_id: str, *, store: ReviewStore, clock: Clock
) -> ConversationHead:
    """Takes the newest decision back, whenever it was made. Raises NotFound, Conflict, Stale."""
    head, _ = row_with_slot(scope, conversation_id, store)
    after, recorded = undone(scope, actor, head, store=store, clock=clock)
    try:
        store.commit(scope, [SaveHead(after, head.revision), recorded], token=request_token("undo", recorded.event.id))
    except ChangeLost:
        raise _stale(row_with_slot(scope, head.id, store)[0]) from None
    return after


def note_opened(
    scope: TenantScope, actor: Actor, conversation_id: str, version: int, *, store: OpeningStore, clock: Clock
) -> tuple[Reader, ...]:
    """That this person has this version before their eyes; answers who else has one of them. Raises NotFound."""
    head, _ = row_with_slot(scope, conversation_id, store)
    if not 1 <= version <= head.latest_version:
        raise NotFound(f"Version {version} of {head.ref}")
    store.keep_opened(scope, head.dataset_id, actor.id, head.id, version)
    now = clock.now()
    if actor.via == "session":
        store.keep_reading(scope, head.id, Reader(user_id=actor.id, name=actor.name, until=now + GONE_AFTER))
    return tuple(each for each in store.readers(scope, head.id) if each.user_id != actor.id and each.until > now)


def _stale(current: ConversationHead) -> Stale:
    who = current.review.by_name if current.review else "Somebody"
    return Stale(
        f"{who} changed {current.ref} in the meantime. Look at it again, then decide.",
        details={"current": current, "revision": current.revision},
    )
