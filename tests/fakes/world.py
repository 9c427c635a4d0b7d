"""A whole product in memory: a planned dataset, its queue, its workers and its state machine."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from brightrun.domain.batch import Batch
from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.limiter import Limits
from brightrun.domain.selection import Selection
from brightrun.domain.tenancy import (
    SYSTEM,
    Actor,
    RegisteredTenant,
    TenantScope,
    house_scope,
    scope_of_registered,
)
from brightrun.domain.tenant import TenantSettings
from brightrun.domain.timing import function_timeout_seconds
from brightrun.ports import changes as c
from brightrun.runtime.catalogue import catalogue
from brightrun.usecases.advance import advance_batch
from brightrun.usecases.batch_control import resume_batch
from brightrun.usecases.batches import Order, start_batch
from brightrun.usecases.economy import Looked, mind_parts
from brightrun.usecases.generation import Engine, generate
from brightrun.usecases.parts.circuit import Recovery
from brightrun.usecases.parts.desk import Desk
from brightrun.usecases.parts.pacing import Pacer
from brightrun.usecases.sweep import Round, sweep
from brightrun.usecases.verify import verify_dataset
from tests.fakes import make
from tests.fakes.clock import LoopClock
from tests.fakes.model import FakeModel
from tests.fakes.provider_batches import FakeProviderBatches
from tests.fakes.services import FakeJobQueue, FakePayloads, FakeWorkflow, Sent
from tests.fakes.store import FakeStore

T = TypeVar("T")
ACME = scope_of_registered(RegisteredTenant("acme"))
MAYA = Actor(id="user-1", name="Maya Hollis", via="session")
GENEROUS = Limits(
    requests_per_minute=60_000,
    input_tokens_per_minute=600_000_000,
    output_tokens_per_minute=600_000_000,
)
_AT_ONCE, _POLL_SECONDS = 25, 0.01
_REWRITE = """{scope}
<written_conversation>
{conversation}
</written_conversation>
<instruction>
{instruction}
</instruction>"""
RUBRIC = "Say what you think of the conversation, part by part."
_BODY = "Write a talk with {persona} about {topic}. Begin with {emotion}, keep the tone {tone}."


async def inline(work: Callable[[], T]) -> T:
    """Storage in memory needs no threads."""
    return work()


@dataclass
class World:
    """One tenant's dataset of `size` planned conversations and everything that can write them."""

    size: int = 10
    limits: Limits = GENEROUS
    model: FakeModel = field(default_factory=FakeModel)
    scope: TenantScope = ACME
    dataset_budget: int = 1_000_000_000
    common: str = "Rules. " * 200
    """What all prompts share; too short for a provider's cache unless a test says otherwise."""
    settings: TenantSettings = field(default_factory=TenantSettings)
    clock: LoopClock = field(default_factory=LoopClock)
    jobs: FakeJobQueue = field(default_factory=FakeJobQueue)
    workflow: FakeWorkflow = field(default_factory=FakeWorkflow)
    payloads: FakePayloads = field(default_factory=FakePayloads)
    provider: FakeProviderBatches = field(init=False)
    problems: list[BaseException] = field(default_factory=list)
    beside: World | None = None
    """Another tenant's world, whose store, limits, queue, model and workers this one shares."""

    def __post_init__(self) -> None:
        if self.beside is not None:
            self.clock, self.model, self.jobs = self.beside.clock, self.beside.model, self.beside.jobs
            self.workflow, self.payloads, self.limits = self.beside.workflow, self.beside.payloads, self.beside.limits
        self.store = self.beside.store if self.beside else FakeStore(self.clock)
        self.pacer = Pacer("platform", self.limits, self.store, self.clock, pause=lambda _: None)
        self.provider = self.beside.provider if self.beside else FakeProviderBatches(self.clock)
        self._tokens = 0
        self._plan()

    def commit(self, *changes: c.Change, scope: TenantScope | None = None) -> None:
        self._tokens += 1
        self.store.commit(scope or self.scope, changes, token=f"world {self._tokens}")

    def _plan(self) -> None:
        template = make.template_version(body=_BODY, common=self.common)
        if self.beside is None:
            self.commit(c.SaveTemplate(make.template(), None), c.AddTemplateVersion(template), scope=house_scope())
            for name, body in (("rewrite", _REWRITE), ("judge", RUBRIC)):
                held = c.SaveTemplate(make.template(id=name, tier=None, arc=None), None)
                version = make.template_version(template_id=name, body=body)
                self.commit(held, c.AddTemplateVersion(version), scope=house_scope())
        dataset = make.dataset(last_number=self.size, budget_micros=self.dataset_budget)
        self.commit(c.SaveTenant(make.tenant(settings=self.settings), None), c.SaveDataset(dataset, None))
        numbers = range(1, self.size + 1)
        for start in range(0, self.size, _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            self.commit(
                *(c.SaveHead(make.head(number), None) for number in some),
                *(c.AddSlot(make.slot(number)) for number in some),
            )

    # Orders.

    def start(self, *, cap: int | None = 1_000_000_000, **changes: Any) -> Batch:
        usual = {"selection": Selection(all=True), "model": make.MODEL}
        fields = set(Order.__dataclass_fields__)
        return start_batch(
            self.scope,
            MAYA,
            make.an_id("dataset"),
            Order(**{**usual, **{name: changes.pop(name) for name in fields & changes.keys()}}),
            cap_micros=cap,
            pacer=self.pacer,
            store=self.store,
            jobs=self.jobs,
            workflow=self.workflow,
            catalogue=catalogue(),
            clock=self.clock,
            **changes,
        )

    def look(self, batch_id: str, ticks: int = 0) -> Any:
        return advance_batch(
            self.scope,
            batch_id,
            ticks=ticks,
            store=self.store,
            jobs=self.jobs,
            payloads=self.payloads,
            catalogue=catalogue(),
            pacer=self.pacer,
            clock=self.clock,
        )

    def mind(self, batch_id: str, seconds: float = 120.0) -> Looked:
        """One look at the parts of an economy run, by a process that lives so long."""
        return mind_parts(
            self.scope,
            batch_id,
            Desk(
                store=self.store,
                payloads=self.payloads,
                provider=self.provider,
                pacer=self.pacer,
                catalogue=catalogue(),
                clock=self.clock,
                seconds_left=lambda: seconds,
            ),
        )

    def sweep(self) -> Round:
        """The minute's round through this tenant."""

        def resume(scope: TenantScope, batch_id: str) -> None:
            resume_batch(
                scope,
                SYSTEM,
                batch_id,
                store=self.store,
                jobs=self.jobs,
                workflow=self.workflow,
                pacer=self.pacer,
                clock=self.clock,
            )

        return sweep(
            (RegisteredTenant(self.scope.tenant_id),),
            store=self.store,
            workflow=self.workflow,
            look=lambda _, batch_id: self.look(batch_id).done,
            seal=lambda _: 0,
            revive=lambda _: 0,
            may_resume=Recovery(self.pacer).may_resume,
            resume=resume,
        )

    # Machinery.

    def engine(self, owner: str) -> Engine:
        loop = asyncio.get_running_loop()
        ends = loop.time() + function_timeout_seconds()
        return Engine(
            store=self.store,
            payloads=self.payloads,
            model=self.model,
            pacer=self.pacer,
            catalogue=catalogue(),
            clock=self.clock,
            owner=owner,
            off_loop=inline,
            seconds_left=lambda: ends - loop.time(),
        )

    async def deliver(self, sent: list[Sent], owner: str = "worker") -> None:
        """One delivery to one worker; what it could not finish is delivered again, as by SQS."""
        of_tenant: dict[TenantScope, list[Sent]] = defaultdict(list)
        for each in sent:
            of_tenant[each.scope].append(each)
        await asyncio.gather(*(self._deliver_of(scope, group, owner) for scope, group in of_tenant.items()))

    async def _deliver_of(self, scope: TenantScope, group: list[Sent], owner: str) -> None:
        try:
            await generate(scope, [each.job for each in group], self.engine(owner))
        except Exception as problem:  # noqa: BLE001 - a worker reports it and SQS delivers again
            self.problems.append(problem)
            self.jobs.held.extend(group)

    async def work(self, name: str, *, interactive: bool | None = None) -> None:
        """A worker that takes ten messages at a time, of one lane or of both, until it is cancelled."""
        for number in range(10**9):
            sent = self.jobs.receive(interactive=interactive)
            if not sent:
                await asyncio.sleep(_POLL_SECONDS)
                continue
            self.jobs.in_delivery += len(sent)
            await self.deliver(sent, f"{name}-{number}")
            self.jobs.in_delivery -= len(sent)

    async def tick(self, batch_id: str) -> None:
        """The state machine: looks and waits until the batch is over or rests."""
        for ticks in range(10**9):
            found = self.look(batch_id, ticks)
            if found.done:
                return
            wait = found.wait_seconds
            if found.batch.mode == "economy":
                wait = self.mind(batch_id).wait_seconds
            await asyncio.sleep(wait)

    async def run(self, batch_id: str, workers: int = 3) -> None:
        """Works until the batch has ended or is paused with nothing in flight."""
        async with asyncio.timeout(50 * 3600):
            if self.batch(batch_id).mode == "economy":
                workers = 0  # nobody to poll an empty queue for hours of virtual time
            tasks = [asyncio.ensure_future(self.work(f"w{n}")) for n in range(workers)]
            try:
                await self.tick(batch_id)
            finally:
                for task in tasks:
                    task.cancel()
                await asyncio.gather(*tasks, return_exceptions=True)

    async def until(self, reached: Callable[[], bool]) -> None:
        """Waits for a condition, looking often."""
        while not reached():  # noqa: ASYNC110 - any condition of a test, not an event
            await asyncio.sleep(_POLL_SECONDS)

    # Findings.

    def rows(self) -> list[ConversationHead]:
        dataset = self.store.dataset(self.scope, make.an_id("dataset"))
        if dataset is None:
            return []
        shards = range(dataset.shard_count)
        return [h for n in shards for h in self.store.shard(self.scope, dataset.id, n)]

    def count(self, status: Status) -> int:
        return sum(row.status is status for row in self.rows())

    def batch(self, batch_id: str) -> Batch:
        found = self.store.batch(self.scope, batch_id)
        if found is None:
            raise LookupError(batch_id)
        return found

    def money(self, batch_id: str) -> tuple[int, int, int, int]:
        """(cap, remaining, reserved, spent) of a batch."""
        found = self.store.budget(self.scope, f"batch:{batch_id}")
        if found is None:
            raise LookupError(batch_id)
        return found.cap, found.remaining, found.reserved, found.spent

    def complaints(self) -> list[str]:
        """What `verify` finds wrong; every test of a fault ends with it."""
        found = verify_dataset(self.scope, make.an_id("dataset"), store=self.store, clock=self.clock)
        return [f"{each.name}: {each.detail}" for each in found if not each.ok]
