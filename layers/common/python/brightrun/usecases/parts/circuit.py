"""What an open circuit means for runs: they are paused with its reason, and go on by themselves once it is mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from brightrun.domain.batch import Batch
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.clock import Clock
from brightrun.usecases.parts.brief import Brief
from brightrun.usecases.parts.pacing import Pacer
from brightrun.usecases.parts.pausing import PauseStore, pause_by_system


def let_through(
    scope: TenantScope, briefs: Sequence[Brief], *, pacer: Pacer, store: PauseStore, clock: Clock
) -> list[Brief]:
    """Those of one batch that may be claimed now: all, or one to be the probe, or none.

    Whatever is left unclaimed belongs to a run that is paused, here or with its probe: resuming it sends every
    waiting job again, so none depends on its message.
    """
    batch = briefs[0].batch
    circuit, reason = pacer.circuit(batch.model)
    if circuit in {"open", "probing"}:
        pause_by_system(scope, batch.id, "provider", reason, store=store, clock=clock)
    return list(briefs[: {"closed": len(briefs), "due": 1}.get(circuit, 0)])


@dataclass(frozen=True, slots=True)
class Recovery:
    """One round of the sweeper: which runs that the provider stopped may go on."""

    pacer: Pacer
    _probing: set[str] = field(default_factory=set[str])

    def may_resume(self, batch: Batch) -> bool:
        """Every run when its model takes calls again; one run, in a round, when a probe is due."""
        if batch.state != "paused" or batch.pause_reason != "provider" or batch.model in self._probing:
            return False
        circuit, _ = self.pacer.circuit(batch.model)
        if circuit == "due":
            self._probing.add(batch.model)
        return circuit in {"closed", "due"}
