"""The minute's round through all tenants: what has lost its engine gets going again, what is new is sealed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from brightrun.domain.batch import Batch
from brightrun.domain.errors import BrightRunError, ChangeLost, Conflict
from brightrun.domain.ids import request_token
from brightrun.domain.tenancy import RegisteredTenant, TenantScope, scope_of_registered
from brightrun.ports.changes import SaveBatch
from brightrun.ports.services import Workflow
from brightrun.ports.stores import Batches, Commits


class SweepStore(Commits, Batches, Protocol):
    """Where open runs are found and revived."""


@dataclass(slots=True)
class Round:
    """What one round did. `problems` are (tenant, code and cause) of what could not be looked after."""

    tenants: int = 0
    open_batches: int = 0
    revived: int = 0
    resumed: int = 0
    sealed_events: int = 0
    operations: int = 0
    problems: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])


def sweep(
    tenants: tuple[RegisteredTenant, ...],
    *,
    store: SweepStore,
    workflow: Workflow,
    look: Callable[[TenantScope, str], bool],
    seal: Callable[[TenantScope], int],
    revive: Callable[[TenantScope], int],
    may_resume: Callable[[Batch], bool],
    resume: Callable[[TenantScope, str], object],
) -> Round:
    """Looks after every tenant; one that fails does not keep the others waiting.

    `look` advances a batch once and says whether it is done; `seal` seals a tenant's new events; `revive` gives
    bulk operations that stand still to a worker again; `resume` goes on with a run that the provider had stopped,
    once `may_resume` says so.
    """
    done = Round()
    for tenant in tenants:
        scope = scope_of_registered(tenant)
        done.tenants += 1
        try:
            for batch in store.open_batches(scope):
                done.open_batches += 1
                if may_resume(batch) and _resumed(scope, batch, resume):
                    done.resumed += 1
                    continue
                done.revived += _look_after(scope, batch, store=store, workflow=workflow, look=look)
            done.sealed_events += seal(scope)
            done.operations += revive(scope)
        except BrightRunError as problem:
            done.problems.append((tenant.tenant_id, f"{problem.code} {problem.cause}".strip()))
    return done


def _resumed(scope: TenantScope, batch: Batch, resume: Callable[[TenantScope, str], object]) -> bool:
    try:
        resume(scope, batch.id)
    except Conflict:
        return False  # its owner was quicker
    return True


def _look_after(
    scope: TenantScope,
    batch: Batch,
    *,
    store: SweepStore,
    workflow: Workflow,
    look: Callable[[TenantScope, str], bool],
) -> int:
    """1 when the run got a new execution because its own is gone."""
    if workflow.alive(scope, batch.id, batch.run):
        return 0
    if look(scope, batch.id):
        return 0
    current = store.batch(scope, batch.id)
    if current is None or current.state in {"ended", "paused"}:
        return 0
    revived = current.revive()
    try:
        token = request_token("revive", batch.id, current.revision)
        store.commit(scope, [SaveBatch(revived, current.revision)], token=token)
    except ChangeLost:
        return 0
    workflow.start(scope, revived.id, revived.run)
    return 1
