"""Failing a waiting conversation for which no call is in flight: nothing is paid, the reason is on record."""

from __future__ import annotations

from typing import Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import ChangeLost
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.domain.words import Failure, failure
from brightrun.ports.changes import SaveHead
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Conversations
from brightrun.usecases.parts.brief import Unpromptable
from brightrun.usecases.parts.record import event, why


class GiveUpStore(Commits, Protocol):
    """Where it is written."""


class UnpromptableStore(Commits, Conversations, Protocol):
    """Where it is looked up again and written."""


def give_up(
    scope: TenantScope,
    head: ConversationHead,
    lost: Failure,
    actor: Actor,
    *,
    store: GiveUpStore,
    clock: Clock,
) -> ConversationHead | None:
    """The failed head, or None when the row was changed by someone else in the meantime."""
    after = head.fail(lost, cost=0, paid=False, now=clock.now())
    recorded = event(
        clock,
        actor,
        Action.CONVERSATION_FAILED,
        Subject(kind="conversation", id=head.id, ref=head.ref),
        dataset_id=head.dataset_id,
        batch=head.batch_id,
        **why(lost),
        cost_micros=0,
    )
    try:
        token = request_token("give up", head.id, head.revision)
        store.commit(scope, [SaveHead(after, head.revision), recorded], token=token)
    except ChangeLost:
        return None
    return after


def give_up_unpromptable(scope: TenantScope, bad: Unpromptable, *, store: UnpromptableStore, clock: Clock) -> None:
    """Nothing was sent: the conversation fails with what is missing."""
    head: ConversationHead | None = bad.head
    while head is not None and head.claimable(bad.batch.id, clock.now()):
        opinion = bad.batch.task.kind == "judge"
        lost = failure("prompt", clock.now(), reason=bad.reason, opinion=opinion)
        if give_up(scope, head, lost, bad.batch.starter, store=store, clock=clock):
            return
        head = store.head(scope, head.dataset_id, head.shard, head.id)
