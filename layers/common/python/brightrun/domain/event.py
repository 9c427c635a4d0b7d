"""The record of what was done: one closed list of actions, each event in the transaction of what it records."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

from pydantic import Field

from brightrun.domain.model import Instant, Record
from brightrun.domain.tenancy import Actor


class Action(StrEnum):
    TENANT_CREATED = "tenant.created"
    SETTINGS_CHANGED = "settings.changed"
    MEMBER_INVITED = "member.invited"
    MEMBER_JOINED = "member.joined"
    MEMBER_CHANGED = "member.changed"
    MEMBER_REMOVED = "member.removed"
    KEY_CREATED = "key.created"
    KEY_REVOKED = "key.revoked"
    DOCUMENTS_IMPORTED = "documents.imported"
    DATASET_CREATED = "dataset.created"
    DATASET_CHANGED = "dataset.changed"
    PLAN_APPLIED = "plan.applied"
    SEEDS_IMPORTED = "seeds.imported"
    TEMPLATE_CREATED = "template.created"
    TEMPLATE_VERSION_ADDED = "template.version_added"
    TEMPLATE_WEIGHTS_CHANGED = "template.weights_changed"
    TEMPLATE_ACTIVATED = "template.activated"
    TEMPLATE_DEACTIVATED = "template.deactivated"
    TEMPLATE_RETIRED = "template.retired"
    BATCH_STARTED = "batch.started"
    BATCH_PAUSED = "batch.paused"
    BATCH_RESUMED = "batch.resumed"
    BATCH_CANCELLED = "batch.cancelled"
    BATCH_RETRIED = "batch.retried"
    BATCH_ROUND = "batch.round"
    BATCH_ENDED = "batch.ended"
    BUDGET_WARNING = "budget.warning"
    CONVERSATION_GENERATED = "conversation.generated"
    CONVERSATION_REWRITTEN = "conversation.rewritten"
    CONVERSATION_JUDGED = "conversation.judged"
    CONVERSATION_EDITED = "conversation.edited"
    DRAFT_SAVED = "conversation.draft_saved"
    CONVERSATION_DESCRIBED = "conversation.described"
    SITUATION_CHANGED = "conversation.situation_changed"
    VERSION_DELETED = "conversation.version_deleted"
    CONVERSATION_TAGGED = "conversation.tagged"
    CONVERSATION_DELETED = "conversation.deleted"
    CONVERSATION_FAILED = "conversation.failed"
    CONVERSATION_ATTEMPT_FAILED = "conversation.attempt_failed"
    CONVERSATION_APPROVED = "conversation.approved"
    CONVERSATION_REJECTED = "conversation.rejected"
    CONVERSATION_NEEDS_EDIT = "conversation.needs_edit"
    CONVERSATION_REVIEW_RESET = "conversation.review_reset"
    CONVERSATION_UNDONE = "conversation.decision_undone"
    COMMENT_ADDED = "conversation.commented"
    COMMENT_CHANGED = "conversation.comment_changed"
    COMMENT_DELETED = "conversation.comment_deleted"
    CONVERSATION_RATED = "conversation.rated"
    BULK_STARTED = "bulk.started"
    BULK_ENDED = "bulk.ended"
    EXPORT_STARTED = "export.started"
    EXPORT_READY = "export.ready"
    EXPORT_FAILED = "export.failed"
    EXPORT_DOWNLOADED = "export.downloaded"


QUIET = frozenset({Action.DRAFT_SAVED})
"""On record, and left out of the activity unless asked for: the saves of a sitting come every few seconds."""


class Subject(Record):
    """What it was done to."""

    kind: Literal[
        "tenant", "member", "key", "document", "dataset", "batch", "conversation", "export", "template", "operation"
    ]
    id: str
    ref: str = ""


class Event(Record):
    id: str
    at: Instant
    action: Action
    actor_id: str
    actor_name: str
    actor_via: Literal["session", "api_key", "system"]
    subject: Subject
    dataset_id: str | None = None
    details: dict[str, Any] = Field(default_factory=dict)

    @property
    def actor(self) -> Actor:
        return Actor(id=self.actor_id, name=self.actor_name, via=self.actor_via)
