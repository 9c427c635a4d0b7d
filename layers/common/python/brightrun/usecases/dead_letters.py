"""Jobs that SQS gave up delivering: failed with a reason if their paid attempts are spent, else left waiting."""

from __future__ import annotations

from typing import Literal, Protocol

from brightrun.domain.conversation import Status
from brightrun.domain.errors import ChangeLost
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.tenancy import SYSTEM, TenantScope
from brightrun.domain.tenant import TenantSettings
from brightrun.domain.words import failure
from brightrun.ports.changes import SaveHead
from brightrun.ports.clock import Clock
from brightrun.ports.services import Job
from brightrun.ports.stores import Commits, Conversations, Tenants
from brightrun.usecases.parts.record import event


class DeadLetterStore(Commits, Conversations, Tenants, Protocol):
    """What a dead letter's conversation is read from and written to."""


def bury(
    scope: TenantScope, job: Job, *, store: DeadLetterStore, clock: Clock
) -> Literal["failed", "waiting", "settled"]:
    """What became of the job. One that still has attempts left waits: the next look sends it again."""
    head = store.head(scope, job.dataset_id, job.shard, job.conversation_id)
    if head is None or head.status is not Status.QUEUED or head.batch_id != job.batch_id:
        return "settled"
    tenant = store.tenant(scope)
    most = (tenant.settings if tenant else TenantSettings()).max_paid_attempts
    if head.paid_attempts < most:
        return "waiting"
    lost = failure("too_busy", clock.now())
    after = head.fail(lost, cost=0, paid=False, now=clock.now())
    recorded = event(
        clock,
        SYSTEM,
        Action.CONVERSATION_FAILED,
        Subject(kind="conversation", id=head.id, ref=head.ref),
        dataset_id=head.dataset_id,
        batch=job.batch_id,
        code=lost.code,
        reason=lost.reason,
        cost_micros=0,
    )
    try:
        token = request_token("bury", head.id, head.revision)
        store.commit(scope, [SaveHead(after, head.revision), recorded], token=token)
    except ChangeLost:
        return "settled"
    return "failed"
