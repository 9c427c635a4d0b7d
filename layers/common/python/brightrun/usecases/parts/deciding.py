"""A decision on one row and the event that records it, with what it replaces, so that it can be taken back."""

from __future__ import annotations

from typing import Any, Protocol

from brightrun.domain.conversation import ConversationHead, Decision
from brightrun.domain.event import Action, Subject
from brightrun.domain.taking_back import decision_in_force, taken_back
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.domain.version import Version
from brightrun.ports.changes import AddEvent
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Conversations, Events
from brightrun.usecases.parts.record import event

_ACTIONS: dict[Decision, Action] = {
    "approve": Action.CONVERSATION_APPROVED,
    "reject": Action.CONVERSATION_REJECTED,
    "needs_edit": Action.CONVERSATION_NEEDS_EDIT,
    "reset": Action.CONVERSATION_REVIEW_RESET,
}


class DecidedStore(Conversations, Events, Protocol):
    """Where a decision and what it replaced are found again."""


def subject_of(head: ConversationHead) -> Subject:
    return Subject(kind="conversation", id=head.id, ref=head.ref)


def decided(
    head: ConversationHead,
    decision: Decision,
    read: Version,
    actor: Actor,
    *,
    note: str = "",
    reasons: tuple[str, ...] = (),
    edge_case_min: float,
    clock: Clock,
    **details: Any,
) -> tuple[ConversationHead, AddEvent]:
    """The row after the decision, and its event. Raises what `ConversationHead.decide` raises."""
    after = head.decide(
        decision, read=read, actor=actor, now=clock.now(), note=note, reasons=reasons, edge_case_min=edge_case_min
    )
    recorded = event(
        clock,
        actor,
        _ACTIONS[decision],
        subject_of(head),
        dataset_id=head.dataset_id,
        version=read.number,
        note=note,
        reasons=list(reasons),
        before=head.status.value,
        before_review=head.review.model_dump(mode="json") if head.review else None,
        before_version=head.current_version,
        **details,
    )
    return after, recorded


def undone(
    scope: TenantScope,
    actor: Actor,
    head: ConversationHead,
    *,
    operation: str | None = None,
    store: DecidedStore,
    clock: Clock,
    **details: Any,
) -> tuple[ConversationHead, AddEvent]:
    """The row as it was before its newest decision, and the event. Raises Conflict when that stands no more."""
    decision = decision_in_force(head, store.events_of_subject(scope, head.id), operation=operation)
    number = decision.details.get("before_version")
    shown = None
    if number is not None and number != head.current_version:
        stored = store.version(scope, head.id, number)
        shown = stored[0] if stored else None
    after = taken_back(head, decision, shown, clock.now())
    recorded = event(
        clock,
        actor,
        Action.CONVERSATION_UNDONE,
        subject_of(head),
        dataset_id=head.dataset_id,
        undid=decision.id,
        before=head.status.value,
        after=after.status.value,
        **details,
    )
    return after, recorded
