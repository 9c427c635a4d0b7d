"""Writing what came of a call, as one transaction.

The same code settles for the worker that made the call and, from the stored answer, for a worker that died.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import ChangeLost
from brightrun.domain.ids import request_token
from brightrun.domain.provider import ModelReply
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.changes import AddEvent, Change, SaveHead, SettleAttempt
from brightrun.ports.stores import Commits, Conversations
from brightrun.usecases.parts import money_moves
from brightrun.usecases.parts.outcomes import Again, Result


class SettleStore(Commits, Conversations, Protocol):
    """Where a call is settled."""


@dataclass(frozen=True, slots=True)
class Settled:
    """The end of it for this delivery: written, failed, or taken over by someone else."""

    head: ConversationHead | None


def settle(scope: TenantScope, claimed: ConversationHead, result: Result, *, store: SettleStore) -> Settled | Again:
    """Writes it while the lease is ours. Somebody's edit of the row in between is kept, not overwritten."""
    attempt, head = result.attempt, claimed
    # Two processes may settle one call, each with an event of its own: another content needs another token.
    recorded = [change.event.id for change in result.extra if isinstance(change, AddEvent)]
    while True:
        after = result.head(head)
        changes: list[Change] = [
            SaveHead(after, head.revision),
            SettleAttempt(attempt),
            *money_moves.settle(attempt.budgets, attempt.reserved_micros, attempt.cost_micros),
            *result.extra,
        ]
        try:
            store.commit(scope, changes, token=request_token("settle", attempt.id, head.revision, *recorded))
        except ChangeLost:
            current = store.head(scope, head.dataset_id, head.shard, head.id)
            if current is None or not current.held_by(attempt.owner, attempt.id):
                return Settled(current)
            if current.revision == head.revision:
                raise  # the row is as it was, so something else is missing that no second try brings
            head = current
            continue
        if result.again is None:
            return Settled(after)
        again = result.again
        return Again(after, again.delay_seconds, again.broken_text, again.problem, again.more_room)


def kept_reply(reply: ModelReply) -> str:
    """An answer as it is kept the moment it arrives."""
    return json.dumps(reply.model_dump(mode="json"), ensure_ascii=False)


def stored_reply(body: bytes) -> ModelReply:
    """The answer as it was kept the moment it arrived."""
    return ModelReply.model_validate(json.loads(body))
