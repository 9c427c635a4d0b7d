"""A run under every order of orders, deliveries, deaths and looks: nothing is lost, nothing is paid twice."""

from __future__ import annotations

import asyncio
import contextlib
from functools import partial

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from brightrun.domain.attempt import Outcome
from brightrun.domain.conversation import Status
from brightrun.domain.errors import BrightRunError
from brightrun.domain.provider import FailureClass, ProviderFailure
from brightrun.domain.timing import lease_seconds
from brightrun.usecases.batch_control import cancel_batch, pause_batch, resume_batch, retry_failed
from tests.fakes.clock import VirtualLoop
from tests.fakes.model import FakeModel
from tests.fakes.told import untold
from tests.fakes.world import MAYA, World

SIZE = 12
OPEN = {Status.QUEUED, Status.GENERATING}
REFUSED = ProviderFailure(FailureClass.TRANSIENT, "overloaded_error", "Claude was too busy to answer.", status=529)
LOST = ProviderFailure(FailureClass.AMBIGUOUS, "timeout", "Claude did not answer in time.")
NEVER = ProviderFailure(FailureClass.PERMANENT, "invalid_request_error", "Claude did not accept this.", status=400)


class RunMachine(RuleBasedStateMachine):
    """One run of twelve; workers live in the background until they have ended or are killed."""

    @initialize()
    def starts(self):
        self.loop = VirtualLoop()
        self.workers: list[asyncio.Task[None]] = []
        self.loop.run_until_complete(self._plan())
        self.do(self._start)

    async def _plan(self):
        self.world = World(size=SIZE, model=FakeModel(latency=20.0))

    def _ordered(self):
        return self.world.start().id

    def do(self, step):
        async def inside():
            return step()

        return self.loop.run_until_complete(inside())

    def _start(self):
        self.batch = self._ordered()
        steering = {"store": self.world.store, "clock": self.world.clock}
        going = {**steering, "workflow": self.world.workflow}
        orders = {
            pause_batch: steering,
            cancel_batch: going,
            resume_batch: {**going, "jobs": self.world.jobs, "pacer": self.world.pacer},
            retry_failed: {**going, "jobs": self.world.jobs},
        }
        self.orders = {
            each: partial(each, self.world.scope, MAYA, self.batch, **given) for each, given in orders.items()
        }

    def order(self, which):
        """An order that the state does not allow changes nothing."""
        before = self.world.batch(self.batch)
        try:
            self.do(self.orders[which])
        except BrightRunError:
            assert self.world.batch(self.batch) == before

    @rule()
    def pause(self):
        self.order(pause_batch)

    @rule()
    def resume(self):
        self.order(resume_batch)

    @rule()
    def cancel(self):
        self.order(cancel_batch)

    @rule()
    def retry_what_failed_and_open_the_run_again(self):
        self.order(retry_failed)

    @rule(twice=st.booleans())
    def a_worker_takes_a_delivery(self, twice):
        sent = self.world.jobs.receive()
        if twice:
            self.world.jobs.held.extend(sent)
        name = f"worker {len(self.workers)}"
        self.do(lambda: self.workers.append(asyncio.ensure_future(self.world.deliver(sent, name))))

    @precondition(lambda self: self.workers)
    @rule(which=st.integers(0, 100))
    def a_worker_is_killed(self, which):
        worker = self.workers.pop(which % len(self.workers))
        worker.cancel()
        self.loop.run_until_complete(asyncio.gather(worker, return_exceptions=True))

    @rule(what=st.lists(st.sampled_from([REFUSED, LOST, NEVER]), min_size=1, max_size=4))
    def the_provider_has_a_bad_moment(self, what):
        self.world.model.script.extend(what)

    @rule(seconds=st.sampled_from([0.5, 5.0, 19.0, 21.0, lease_seconds() + 1.0]))
    def time_passes(self, seconds):
        self.loop.run_until_complete(asyncio.sleep(seconds))

    @rule()
    def the_state_machine_looks(self):
        self.do(lambda: self.world.look(self.batch))

    @invariant()
    def money_adds_up_and_stays_below_the_cap(self):
        cap, remaining, reserved, spent = self.world.money(self.batch)
        assert cap == remaining + reserved + spent
        assert min(remaining, reserved, spent) >= 0
        attempts = self.attempts()
        assert spent == sum(each.cost_micros for each in attempts if each.outcome is not Outcome.RUNNING)
        assert reserved == sum(each.reserved_micros for each in attempts if each.outcome is Outcome.RUNNING)

    @invariant()
    def what_is_written_is_written_once_and_paid_once(self):
        written = [each.conversation_id for each in self.attempts() if each.outcome is Outcome.SUCCEEDED]
        assert len(written) == len(set(written))
        assert len(written) == self.world.count(Status.GENERATED)

    @invariant()
    def a_run_that_has_ended_has_nothing_open(self):
        if self.world.batch(self.batch).state == "ended":
            assert not [row for row in self.world.rows() if row.status in OPEN]
            assert self.world.money(self.batch)[2] == 0

    def attempts(self):
        return [each for row in self.world.rows() for each in self.world.store.attempts(self.world.scope, row.id)]

    def teardown(self):
        if hasattr(self, "world"):
            self.world.model.script.clear()
            self.loop.run_until_complete(self._ends())
            self.a_run_that_has_ended_has_nothing_open()
            assert self.world.batch(self.batch).state == "ended"
            assert self.world.complaints() == []
            assert untold(self.world.store.commits) == []
            self.loop.close()

    async def _ends(self):
        """Left to itself, it comes to its end."""
        with contextlib.suppress(BrightRunError):
            self.orders[resume_batch]()
        await self.world.run(self.batch)
        await asyncio.gather(*self.workers, return_exceptions=True)


RunMachine.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestRun = RunMachine.TestCase
