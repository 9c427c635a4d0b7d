"""Jobs that SQS gave up delivering: failed with a reason if their paid attempts are spent, else left waiting."""

from __future__ import annotations

from typing import Literal, Protocol

from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.errors import ChangeLost
from brightrun.domain.ids import request_token
from brightrun.domain.tenancy import SYSTEM, TenantScope
from brightrun.domain.tenant import TenantSettings
from brightrun.domain.words import failure
from brightrun.ports.changes import SaveHead
from brightrun.ports.clock import Clock
from brightrun.ports.services import Job
from brightrun.ports.stores import Commits, Conversations, Tenants
from brightrun.usecases.parts.giving_up import give_up


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
        return _to_be_sent(scope, head, store=store, clock=clock)
    lost = failure("too_busy", clock.now())
    return "failed" if give_up(scope, head, lost, SYSTEM, store=store, clock=clock) else "settled"


def _to_be_sent(
    scope: TenantScope, head: ConversationHead, *, store: DeadLetterStore, clock: Clock
) -> Literal["waiting", "settled"]:
    if head.not_before is not None or head.sent_at is None:
        return "waiting"
    try:
        token = request_token("dead letter", head.id, head.revision)
        store.commit(scope, [SaveHead(head.resent(clock.now(), sent=False), head.revision)], token=token)
    except ChangeLost:
        return "settled"
    return "waiting"
