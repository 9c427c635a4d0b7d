"""The generation engine: takes a delivery of jobs, keeps all their calls in flight, settles each by itself.

A call is made only under a lease, with its worst case set aside; its answer is stored before it is judged;
whatever happens, the conversation ends in a state from which nothing is lost and nothing is paid twice.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from brightrun.domain.budget import kind_of_budget
from brightrun.domain.errors import Unavailable
from brightrun.domain.limiter import Turn
from brightrun.domain.provider import FailureClass, ProviderFailure
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.timing import CALL_LIMIT_SECONDS, unpaid_wait_seconds
from brightrun.ports.services import Job
from brightrun.usecases.parts.brief import Brief, Unpromptable, read_briefs
from brightrun.usecases.parts.claims import MOST_IN_ONE_CLAIM, Claimed, NotClaimed, claim
from brightrun.usecases.parts.engine import Engine
from brightrun.usecases.parts.giving_up import give_up_unpromptable
from brightrun.usecases.parts.outcomes import Again, of_failure, of_reply
from brightrun.usecases.parts.pausing import pause_by_system, stop_at_budget
from brightrun.usecases.parts.payload_keys import answer_key, request_key
from brightrun.usecases.parts.requests import model_request
from brightrun.usecases.parts.second_try import repair_prompt, with_more_room
from brightrun.usecases.parts.settle import Settled, kept_reply, settle

_MONEY_WAIT_SECONDS = 2.0
_TURN_WAIT_SECONDS = 20.0
_TIME_TO_STORE_SECONDS = 20.0
_LOOK_AGAIN_AFTER_SECONDS = 1.0
_STOPPED = ProviderFailure(FailureClass.TRANSIENT, "stopped", "The run was stopped before this call was made.")
_UNSENT = ProviderFailure(FailureClass.TRANSIENT, "unsent", "The store was busy, so this call was not made.")
_CLOCK_GRAIN_SECONDS = 0.02
"""So that a wait that has ended has ended by the clock too."""


async def generate(scope: TenantScope, jobs: Sequence[Job], engine: Engine) -> None:
    """Does what can be done of these jobs of one tenant, all at once.

    Jobs that were delivered before, are under another worker's lease, or belong to a batch that does not
    run are left alone. Raises Unavailable when nothing could be read, so that SQS delivers them again.
    """
    unique = list({job.conversation_id: job for job in jobs}.values())
    briefs = await engine.off_loop(
        lambda: read_briefs(scope, unique, store=engine.store, catalogue=engine.catalogue, clock=engine.clock)
    )
    work: list[Awaitable[None]] = [
        engine.off_loop(lambda bad=bad: give_up_unpromptable(scope, bad, store=engine.store, clock=engine.clock))
        for bad in briefs
        if isinstance(bad, Unpromptable)
    ]
    by_batch: dict[str, list[Brief]] = {}
    for brief in briefs:
        if isinstance(brief, Brief):
            by_batch.setdefault(brief.batch.id, []).append(brief)
    for group in by_batch.values():
        work.extend(
            _generate_group(scope, group[start : start + MOST_IN_ONE_CLAIM], engine)
            for start in range(0, len(group), MOST_IN_ONE_CLAIM)
        )
    await _all(work)


async def _generate_group(scope: TenantScope, wanted: list[Brief], engine: Engine) -> None:
    briefs = await engine.off_loop(lambda: engine.let_through(scope, wanted))
    if not briefs:
        return
    outcomes = await engine.off_loop(
        lambda: claim(scope, briefs, owner=engine.owner, store=engine.store, clock=engine.clock)
    )
    claimed = [outcome for outcome in outcomes if isinstance(outcome, Claimed)]
    turns: list[Turn | None] = []
    if claimed:
        turns = await _Work(scope, engine).turns([each.brief for each in claimed])
    work = [_Work(scope, engine).carry_on(each, turn) for each, turn in zip(claimed, turns, strict=True)]
    work += [_Work(scope, engine).start_later(outcome) for outcome in outcomes if isinstance(outcome, NotClaimed)]
    await _all(work)


async def _all(work: Sequence[Awaitable[None]]) -> None:
    """Every piece runs to its own end; the first error is raised after all of them."""
    results = await asyncio.gather(*work, return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException):
            raise result


@dataclass(frozen=True, slots=True)
class _Work:
    """One conversation in this delivery, from claim to end."""

    scope: TenantScope
    engine: Engine

    async def start_later(self, refused: NotClaimed) -> None:
        """A job that could not be claimed: left alone, or claimed again once money has come free."""
        outcome: Claimed | NotClaimed = refused
        while isinstance(outcome, NotClaimed):
            if outcome.why == "no_money":
                await self._out_of_money(outcome.brief, outcome.budget_key)
                return
            if outcome.why != "money_in_flight" or not self._time_for_another(_MONEY_WAIT_SECONDS):
                return
            await self.engine.sleep(_MONEY_WAIT_SECONDS * random.uniform(0.5, 1.5))  # noqa: S311 - jitter
            outcome = await self._claim(outcome.brief)
        await self.carry_on(outcome, (await self.turns([outcome.brief]))[0])

    async def turns(self, briefs: Sequence[Brief]) -> list[Turn | None]:
        """Places in the line for calls of one run; somebody who waits for one conversation goes ahead."""
        run, demands = briefs[0].batch, [brief.demand for brief in briefs]
        line, tenant = self.engine.line, self.scope.tenant_id
        return await line.take(run.model, demands, tenant=tenant, express=run.kind == "single")

    async def carry_on(self, claimed: Claimed, turn: Turn | None) -> None:
        """Calls and settles until the conversation has ended or must wait longer than this worker lives."""
        while True:
            step = await self._held_up(claimed, turn)
            if step is None and turn is not None:
                step = await self._call(claimed, turn)
            if not isinstance(step, Again):
                return
            following = await self._again(claimed.brief, step)
            if following is None:
                return
            claimed, turn = following

    async def _held_up(self, claimed: Claimed, turn: Turn | None) -> Settled | Again | None:
        """What became of a claim that is not called, or not now; None when its call may be made."""
        try:
            if turn is None or not await self.engine.line.wait(claimed.brief.model.id, turn):
                return await self._no_turn(claimed)
            if turn.seconds > _LOOK_AGAIN_AFTER_SECONDS and not await self._still_runs(claimed.brief):
                return Settled((await self._settle_failure(claimed, _STOPPED, 0.0)).head)
            if turn.probe:
                await self._hold_back(claimed.brief)
        except Unavailable:
            # Nothing was sent. A claim that is left to its lease would be booked as a call that nobody knows of.
            return await self._settle_failure(claimed, _UNSENT, _TURN_WAIT_SECONDS)
        return None

    async def _still_runs(self, brief: Brief) -> bool:
        """A pause or cancel that came while this call waited for its turn stops it too."""
        batch = await self.engine.off_loop(lambda: self.engine.store.batch(self.scope, brief.batch.id))
        return batch is not None and batch.calls_allowed

    async def _no_turn(self, claimed: Claimed) -> Settled | Again:
        """Claimed, but nothing may be sent: it waits, in the queue if the circuit is not closed."""
        brief, engine = claimed.brief, self.engine
        circuit, reason = await engine.off_loop(lambda: engine.pacer.circuit(brief.model.id))
        problem = ProviderFailure(FailureClass.TRANSIENT, "no_turn", reason or "Waiting for a turn.")
        step = await self._settle_failure(claimed, problem, _TURN_WAIT_SECONDS)
        if circuit == "closed":
            return step
        await self._pause(brief, reason)
        return Settled(step.head)

    async def _hold_back(self, brief: Brief) -> None:
        """The rest of the run stays paused until the probe was taken; then the sweeper resumes it."""
        engine = self.engine
        _, reason = await engine.off_loop(lambda: engine.pacer.circuit(brief.model.id))
        await self._pause(brief, reason)

    async def _again(self, brief: Brief, step: Again) -> tuple[Claimed, Turn | None] | None:
        if not self._time_for_another(step.delay_seconds):
            return None
        await self.engine.sleep(step.delay_seconds + _CLOCK_GRAIN_SECONDS)
        following = brief.with_head(step.head)
        if step.broken_text is not None:
            text, problem, store = step.broken_text, step.problem, self.engine.store
            prompt = await self.engine.off_loop(lambda: repair_prompt(self.scope, brief, text, problem, store=store))
            following = replace(following, prompt=prompt)
        if step.more_room:
            following = with_more_room(following)
        outcome = await self._claim(following, repair=step.broken_text is not None)
        if isinstance(outcome, NotClaimed):
            if outcome.why == "no_money":
                await self._out_of_money(brief, outcome.budget_key)
            return None
        return outcome, (await self.turns([outcome.brief]))[0]

    async def _claim(self, brief: Brief, *, repair: bool = False) -> Claimed | NotClaimed:
        engine = self.engine
        if not await engine.off_loop(lambda: engine.let_through(self.scope, [brief])):
            return NotClaimed(brief, "stopped")
        current = await engine.off_loop(
            lambda: engine.store.head(self.scope, brief.head.dataset_id, brief.head.shard, brief.head.id)
        )
        if current is None or not current.claimable(brief.batch.id, engine.clock.now()):
            return NotClaimed(brief, "taken")
        fresh = brief.with_head(current)
        outcomes = await engine.off_loop(
            lambda: claim(
                self.scope, [fresh], owner=engine.owner, repair=repair, store=engine.store, clock=engine.clock
            )
        )
        return outcomes[0]

    async def _call(self, claimed: Claimed, turn: Turn) -> Settled | Again:
        engine, brief, attempt = self.engine, claimed.brief, claimed.attempt
        request = model_request(brief)
        keep = self._keep(claimed, request_key(attempt), request.model_dump_json)
        began = engine.clock.now()
        try:
            _, reply = await asyncio.gather(keep, engine.model.complete(request))
        except ProviderFailure as problem:
            return await self._refused(claimed, turn, problem)
        ended = engine.clock.now()
        # It is paid for: it is stored as it came, before anything is made of it.
        await self._keep(claimed, answer_key(attempt), lambda: kept_reply(reply))
        step = await engine.off_loop(
            lambda: settle(self.scope, brief.head, of_reply(brief, attempt, reply, engine.clock), store=engine.store)
        )
        await engine.heed(self.scope, brief, attempt, turn, reply, seconds=(ended - began).total_seconds())
        return step

    async def _keep(self, claimed: Claimed, key: str, text: Callable[[], str]) -> None:
        """For reading back, and for settling when this worker dies. A paid call is settled without it all the same."""
        engine = self.engine
        try:
            await engine.off_loop(lambda: engine.payloads.put_once(self.scope, key, text().encode()))
        except Unavailable as problem:
            engine.on_lost(claimed.brief.head.id, problem)

    async def _refused(self, claimed: Claimed, turn: Turn, problem: ProviderFailure) -> Settled | Again:
        """The provider gave no answer. What troubles everybody is told to everybody."""
        brief, engine = claimed.brief, self.engine
        wait = unpaid_wait_seconds(brief.head.unpaid_waits) * random.uniform(0.8, 1.2)  # noqa: S311 - jitter
        wait = max(wait, problem.retry_after or 0.0)
        if problem.kind is FailureClass.CIRCUIT:
            step = await self._settle_failure(claimed, problem, 0.0)
            await engine.off_loop(lambda: engine.pacer.trip(brief.model.id, problem.sentence))
            await self._pause(brief, problem.sentence)
            return Settled(step.head)
        step = await self._settle_failure(claimed, problem, wait)
        if lost := await engine.line.refused(brief.model.id, turn, problem):
            engine.on_lost(brief.head.id, lost)
        return step

    async def _settle_failure(self, claimed: Claimed, problem: ProviderFailure, wait: float) -> Settled | Again:
        brief, clock = claimed.brief, self.engine.clock
        return await self.engine.off_loop(
            lambda: settle(
                self.scope,
                brief.head,
                of_failure(brief, claimed.attempt, problem, wait, clock),
                store=self.engine.store,
            )
        )

    async def _out_of_money(self, brief: Brief, budget_key: str) -> None:
        kind, engine = kind_of_budget(budget_key), self.engine
        await engine.off_loop(
            lambda: stop_at_budget(self.scope, brief.batch.id, kind, store=engine.store, clock=engine.clock)
        )

    async def _pause(self, brief: Brief, sentence: str) -> None:
        await self.engine.off_loop(
            lambda: pause_by_system(
                self.scope,
                brief.batch.id,
                "provider",
                sentence,
                store=self.engine.store,
                clock=self.engine.clock,
            )
        )

    def _time_for_another(self, delay: float) -> bool:
        """Whether this worker lives long enough to wait, call once more and store the answer."""
        return self.engine.seconds_left() > delay + CALL_LIMIT_SECONDS + _TIME_TO_STORE_SECONDS
