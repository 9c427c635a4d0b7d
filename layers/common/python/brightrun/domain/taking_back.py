"""A decision taken back: the row as it was before, as long as nobody decided on it or wrote it anew since."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from brightrun.domain.conversation import ConversationHead, Review
from brightrun.domain.errors import Conflict
from brightrun.domain.event import Action, Event
from brightrun.domain.version import Version

DECISIONS = {
    Action.CONVERSATION_APPROVED: "approve",
    Action.CONVERSATION_REJECTED: "reject",
    Action.CONVERSATION_NEEDS_EDIT: "needs_edit",
    Action.CONVERSATION_REVIEW_RESET: "reset",
}
_SETTLES = frozenset({*DECISIONS, Action.CONVERSATION_UNDONE})


def decision_in_force(head: ConversationHead, events: Iterable[Event], *, operation: str | None = None) -> Event:
    """The newest decision on a conversation, made by `operation` if one is named.

    Raises Conflict when there is none, when it was followed by another, or when the text changed since.
    """
    decided = sorted((event for event in events if event.action in _SETTLES), key=lambda event: event.id)
    newest = decided[-1] if decided else None
    if newest is None or newest.action is Action.CONVERSATION_UNDONE:
        raise Conflict(f"There is no decision on {head.ref} to take back.", code="decided_since")
    if operation is not None and newest.details.get("operation") != operation:
        raise Conflict(f"Somebody decided on {head.ref} again since then.", code="decided_since")
    made = DECISIONS[newest.action]
    stands = head.review.decision if head.review is not None else "reset"
    if made != stands or (head.review is not None and head.review.version != newest.details.get("version")):
        raise Conflict(f"{head.ref} was changed since that decision.", code="decided_since")
    return newest


def review_before(decision: Event) -> Review | None:
    """What stood there before; None for what nobody had decided on."""
    before = decision.details.get("before_review")
    return Review.model_validate(before) if before else None


def taken_back(head: ConversationHead, decision: Event, shown: Version | None, now: datetime) -> ConversationHead:
    """`shown` is the version that was current before, when the decision put another in its place."""
    content = shown.shown if shown is not None else {}
    before = review_before(decision)
    return head.described({**content, "review": before, "status": head.status_of(before)}, now)
