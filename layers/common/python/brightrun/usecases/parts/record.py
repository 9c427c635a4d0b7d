"""Making events: who did what to what, in the words of the record."""

from __future__ import annotations

from typing import Any

from brightrun.domain.event import Action, Event, Subject
from brightrun.domain.tenancy import Actor
from brightrun.domain.words import Failure
from brightrun.ports.changes import AddEvent
from brightrun.ports.clock import Clock


def event(
    clock: Clock,
    actor: Actor,
    action: Action,
    subject: Subject,
    *,
    dataset_id: str | None = None,
    **details: Any,
) -> AddEvent:
    """The change that records `action`, to be put into the transaction of what it records."""
    return AddEvent(
        Event(
            id=clock.new_id(),
            at=clock.now(),
            action=action,
            actor_id=actor.id,
            actor_name=actor.name,
            actor_via=actor.via,
            subject=subject,
            dataset_id=dataset_id,
            details=details,
        )
    )


def why(lost: Failure) -> dict[str, Any]:
    """The details of a failure's event: the list of failures shows them without reading anything else."""
    return {"code": lost.code, "reason": lost.reason, "kind": lost.kind, "request_id": lost.request_id}
