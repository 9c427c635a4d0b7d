"""A desk with conversations on it, and everything that is done to many of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.event import Action
from brightrun.domain.operation import Operation
from brightrun.domain.row_filter import RowFilter
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports import changes as c
from brightrun.usecases import operations
from brightrun.usecases.operations import Chosen
from brightrun.usecases.parts.row_cache import RowCache
from brightrun.usecases.review import note_opened
from brightrun.usecases.verify import verify_dataset
from tests.fakes import make
from tests.fakes.clock import START, FakeClock
from tests.fakes.services import FakeOperationQueue, FakePayloads
from tests.fakes.store import FakeStore

DATASET = make.an_id("dataset")
WRITTEN = {"status": Status.GENERATED, "current_version": 1, "latest_version": 1, "score": 8.4}
LATE = START + timedelta(days=1)


class Desk:
    def __init__(self, store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> None:
        self.store, self.scope, self.actor, self.clock = store, scope, actor, clock
        self.queue, self.payloads, self.rows = FakeOperationQueue(), FakePayloads(), RowCache()
        store.commit(scope, [c.SaveTenant(make.tenant(), None)], token="tenant")
        store.commit(scope, [c.SaveDataset(make.dataset(last_number=400), None)], token="dataset")

    def lay(self, *numbers: int, **changes: Any) -> None:
        for number in numbers:
            head = make.head(number, **{**WRITTEN, **changes})
            writes: list[c.Change] = [c.SaveHead(head, None), c.AddSlot(make.slot(number))]
            if head.current_version:
                writes.append(c.AddVersion(make.version(1, of=number, score=head.score or 1), make.turns()))
            self.store.commit(self.scope, writes, token=head.id)

    def lay_planned(self, *numbers: int) -> None:
        self.lay(*numbers, status=Status.PLANNED, current_version=None, latest_version=0, score=None)

    @property
    def _parts(self) -> dict[str, Any]:
        return {"store": self.store, "payloads": self.payloads, "clock": self.clock}

    def act(self, action: str, *numbers: int, filter_: RowFilter | None = None, **more: Any) -> Operation:
        ids = tuple(make.an_id("conversation", number) for number in numbers)
        asked = operations.asked(action, **more)
        return operations.start_operation(
            self.scope,
            self.actor,
            DATASET,
            Chosen(ids, filter_),
            asked,
            rows=self.rows,
            queue=self.queue,
            **self._parts,
        )

    def preview(self, action: str, filter_: RowFilter) -> operations.Preview:
        chosen, asked = Chosen(filter=filter_), operations.asked(action)
        return operations.preview(self.scope, self.actor, DATASET, chosen, asked, store=self.store, rows=self.rows)

    def work(self, operation: Operation) -> Operation:
        done = operations.run_operation(self.scope, operation.id, until=LATE, **self._parts)
        assert done is not None
        return done

    def undo(self, operation: Operation) -> Operation:
        return operations.undo_operation(self.scope, self.actor, operation.id, queue=self.queue, **self._parts)

    def revive(self) -> int:
        return operations.revive_operations(self.scope, store=self.store, queue=self.queue, clock=self.clock)

    def open(self, number: int, version: int = 1) -> None:
        note_opened(
            self.scope, self.actor, make.an_id("conversation", number), version, store=self.store, clock=self.clock
        )

    def row(self, number: int) -> ConversationHead | None:
        head = make.head(number)
        return self.store.head(self.scope, DATASET, head.shard, head.id)

    def statuses(self) -> dict[Status, int]:
        heads = [head for number in (0, 1) for head in self.store.shard(self.scope, DATASET, number)]
        return {status: n for status in Status if (n := sum(head.status is status for head in heads))}

    def actions(self) -> list[Action]:
        return [event.action for event in self.store.recorded()]

    def complaints(self) -> list[str]:
        found = verify_dataset(self.scope, DATASET, store=self.store, clock=self.clock)
        return [each.detail for each in found if not each.ok and each.name == "deleted"]
