"""What one action does to one row: the changes of its transaction, or the reason why not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.conversation import OPEN_IN_BATCH, ConversationHead
from brightrun.domain.errors import BrightRunError, Conflict, InvalidInput, NotFound
from brightrun.domain.event import Action
from brightrun.domain.operation import Asked, BulkAction
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports.changes import Change, SaveHead
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations, Events
from brightrun.usecases.parts.deciding import decided, subject_of, undone
from brightrun.usecases.parts.record import event
from brightrun.usecases.parts.removing import removed
from brightrun.usecases.parts.tags import MOST_TAGS


class StepStore(Commits, Conversations, Events, Protocol):
    """What a step reads."""


@dataclass(frozen=True, slots=True)
class Step:
    """One operation's action, ready to be applied to any of its rows."""

    scope: TenantScope
    actor: Actor
    asked: Asked
    operation_id: str
    edge_case_min: float
    opened: Mapping[str, int]
    """The version of each conversation that the actor opened last."""

    def changes(self, head: ConversationHead, *, store: StepStore, clock: Clock) -> list[Change]:
        """None at all for a row that is as it was wanted already. Raises the reason why it can't be."""
        hindrance = obstacle(self.asked.action, head, self.opened, self.edge_case_min)
        if hindrance is not None:
            raise hindrance
        match self.asked.action:
            case "delete":
                return removed(self.actor, head, clock=clock, operation=self.operation_id)
            case "tag":
                return self._tags(head, clock)
            case "undo":
                undoing = self.asked.undoes
                after, recorded = undone(
                    self.scope, self.actor, head, operation=undoing, store=store, clock=clock, by=self.operation_id
                )
                return [SaveHead(after, head.revision), recorded]
            case "approve" | "reject":
                return self._decision(self.asked.action, head, store, clock)

    def _decision(self, decision: BulkAction, head: ConversationHead, store: StepStore, clock: Clock) -> list[Change]:
        read = store.version(self.scope, head.id, head.current_version or 0)
        if read is None:
            raise NotFound(f"The text of {head.ref}")
        after, recorded = decided(
            head,
            "approve" if decision == "approve" else "reject",
            read[0],
            self.actor,
            note=self.asked.note,
            edge_case_min=self.edge_case_min,
            clock=clock,
            operation=self.operation_id,
        )
        return [SaveHead(after, head.revision), recorded]

    def _tags(self, head: ConversationHead, clock: Clock) -> list[Change]:
        gone = set(self.asked.remove_tags)
        tags = tuple(tag for tag in dict.fromkeys((*head.tags, *self.asked.add_tags)) if tag not in gone)
        if tags == head.tags:
            return []
        if len(tags) > MOST_TAGS:
            raise InvalidInput(f"{head.ref} would have more than {MOST_TAGS} tags.", code="too_many_tags")
        recorded = event(
            clock,
            self.actor,
            Action.CONVERSATION_TAGGED,
            subject_of(head),
            dataset_id=head.dataset_id,
            before=list(head.tags),
            after=list(tags),
            operation=self.operation_id,
        )
        return [SaveHead(head.described({"tags": tags}, clock.now()), head.revision), recorded]


def obstacle(
    action: BulkAction, head: ConversationHead, opened: Mapping[str, int], edge_case_min: float
) -> BrightRunError | None:
    """Why an action would leave this row as it is, as far as the row itself says so."""
    if action in {"approve", "reject", "delete"} and head.status in OPEN_IN_BATCH:
        return Conflict(f"{head.ref} is still being written.", code="being_written")
    if action in {"approve", "reject"} and head.current_version is None:
        return Conflict(f"{head.ref} is not written yet.", code="not_written")
    if action != "approve" or head.tier is not Tier.EDGE_CASE:
        return None
    if unopened(head, opened):
        return Conflict(f"{head.ref} is an edge case that you have not opened. Read it first.", code="edge_case_unread")
    if (head.score or 0) <= edge_case_min:
        return InvalidInput(
            f"{head.ref} is an edge case and needs a score above {edge_case_min:g}.", code="edge_case_score"
        )
    return None


def unopened(head: ConversationHead, opened: Mapping[str, int]) -> bool:
    """Whether this person has not had its current text before their eyes."""
    return opened.get(head.id, 0) < (head.current_version or 0)
