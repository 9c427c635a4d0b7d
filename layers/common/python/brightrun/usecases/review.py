"""A person's decisions, bound to the version that was read and to the revision that was seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.conversation import ConversationHead, Decision
from brightrun.domain.errors import BrightRunError, ChangeLost, Conflict, InvalidInput, NotFound, Stale
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.domain.tenant import TenantSettings
from brightrun.ports.changes import SaveHead
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations, Datasets, Tenants
from brightrun.usecases.parts.one_row import row_with_slot
from brightrun.usecases.parts.record import event
from brightrun.usecases.parts.row_cache import RowCache

MOST_AT_ONCE = 100

_ACTIONS: dict[Decision, Action] = {
    "approve": Action.CONVERSATION_APPROVED,
    "reject": Action.CONVERSATION_REJECTED,
    "needs_edit": Action.CONVERSATION_NEEDS_EDIT,
    "reset": Action.CONVERSATION_REVIEW_RESET,
}


class ReviewStore(Commits, Conversations, Datasets, Tenants, Protocol):
    """What a decision reads and writes."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A decision on the version that was read, with a note and reasons in the reviewer's words."""

    decision: Decision
    version: int
    note: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotDone:
    id: str
    ref: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class BulkReview:
    done: int
    failed: tuple[NotDone, ...]


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


def review_many(
    scope: TenantScope,
    actor: Actor,
    dataset_id: str,
    ids: Sequence[str],
    *,
    decision: Decision,
    note: str,
    store: ReviewStore,
    rows: RowCache,
    clock: Clock,
) -> BulkReview:
    """The same decision for up to 100 conversations, each by itself. Raises NotFound, InvalidInput.

    Edge cases are left out of bulk approval: they are approved one by one, by someone who has read them.
    """
    if len(ids) > MOST_AT_ONCE:
        raise InvalidInput(f"Decide on at most {MOST_AT_ONCE} at once.", code="too_many")
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    heads = {head.id: head for head in rows.rows(scope, dataset, store=store).heads}
    done, failed = 0, list[NotDone]()
    for id_ in dict.fromkeys(ids):
        head = heads.get(id_)
        try:
            if head is None:
                raise NotFound("This conversation")
            _decide_in_bulk(scope, actor, head, decision, note, store=store, clock=clock)
            done += 1
        except BrightRunError as error:
            failed.append(NotDone(id_, head.ref if head else "", error.code, error.message))
    return BulkReview(done, tuple(failed))


def _decide_in_bulk(
    scope: TenantScope,
    actor: Actor,
    head: ConversationHead,
    decision: Decision,
    note: str,
    *,
    store: ReviewStore,
    clock: Clock,
) -> None:
    if decision == "approve" and head.tier is Tier.EDGE_CASE:
        raise Conflict(f"{head.ref} is an edge case: open it, read it and approve it there.", code="edge_case")
    if head.current_version is None:
        raise Conflict(f"{head.ref} has nothing to decide on yet.", code="not_written")
    verdict = Verdict(decision, head.current_version, note)
    _decide(scope, actor, head, verdict, store=store, clock=clock)


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
    after = head.decide(
        verdict.decision,
        read=read[0],
        actor=actor,
        now=clock.now(),
        note=verdict.note,
        reasons=verdict.reasons,
        edge_case_min=settings.edge_case_min,
    )
    recorded = event(
        clock,
        actor,
        _ACTIONS[verdict.decision],
        Subject(kind="conversation", id=head.id, ref=head.ref),
        dataset_id=head.dataset_id,
        version=verdict.version,
        note=verdict.note,
        reasons=list(verdict.reasons),
        before=head.status.value,
    )
    try:
        token = request_token("review", recorded.event.id)
        store.commit(scope, [SaveHead(after, head.revision), recorded], token=token)
    except ChangeLost:
        raise _stale(row_with_slot(scope, head.id, store)[0]) from None
    return after


def _stale(current: ConversationHead) -> Stale:
    who = current.review.by_name if current.review else "Somebody"
    return Stale(
        f"{who} changed {current.ref} in the meantime. Look at it again, then decide.",
        details={"current": current, "revision": current.revision},
    )
