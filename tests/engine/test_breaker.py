"""A call that is refused as everybody's would be: all stop at once, one at a time tries, all go on by themselves."""

from __future__ import annotations

import asyncio
import itertools

import pytest

from brightrun.domain import breaker
from brightrun.domain.conversation import Status
from brightrun.domain.event import Action
from brightrun.domain.limiter import Demand, LimiterState
from brightrun.domain.provider import FailureClass, ProviderFailure
from brightrun.domain.tenancy import RegisteredTenant, scope_of_registered
from brightrun.usecases.notices import tell_owner
from tests.engine.test_steering import SLOW, started, written
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import FakeModel
from tests.fakes.services import FakeMailer
from tests.fakes.world import GENEROUS, World

REASON = "Claude did not accept the key. Everything waits until it is replaced."
RIVAL = scope_of_registered(RegisteredTenant("rival"))
USUAL = Demand(input_tokens=3_000, output_tokens=3_300)


class Between(FakeModel):
    """Refuses every call of a span of time, in seconds of the loop."""

    def __init__(self, since: float, until: float, problem: ProviderFailure, **more) -> None:
        super().__init__(**more)
        self.since, self.until, self.problem = since, until, problem
        self.refused: list[float] = []

    def _fault(self):
        now = asyncio.get_running_loop().time()
        if self.since <= now < self.until:
            self.refused.append(now)
            return self.problem
        return super()._fault()


def no_key() -> ProviderFailure:
    return ProviderFailure(FailureClass.CIRCUIT, "authentication_error", REASON, status=401)


async def lived(worlds: list[World], batches: list[str], workers: int = 3) -> None:
    """Workers, state machines and the sweeper, until every run has ended."""

    async def machine(world: World, batch_id: str) -> None:
        while world.batch(batch_id).state != "ended":
            await world.tick(batch_id)
            await asyncio.sleep(1)

    async def sweeper() -> None:
        while True:
            await asyncio.sleep(60)
            for world in worlds:
                world.sweep()

    hands = [asyncio.ensure_future(worlds[0].work(f"w{n}")) for n in range(workers)]
    hands.append(asyncio.ensure_future(sweeper()))
    try:
        async with asyncio.timeout(12 * 3600):
            await asyncio.gather(*(machine(*each) for each in zip(worlds, batches, strict=True)))
    finally:
        for hand in hands:
            hand.cancel()
        await asyncio.gather(*hands, return_exceptions=True)


def test_two_tenants_stop_at_once_are_told_why_and_go_on_by_themselves():
    async def story():
        model = Between(5.0, 700.0, no_key(), latency=1)
        one = World(size=90, limits=SLOW, model=model)
        two = World(size=90, scope=RIVAL, beside=one)
        batches = [one.start().id, two.start().id]
        living = asyncio.ensure_future(lived([one, two], batches))
        await asyncio.sleep(40)
        for world, batch_id in zip((one, two), batches, strict=True):
            paused = world.batch(batch_id)
            assert (paused.state, paused.pause_reason, paused.pause_sentence) == ("paused", "provider", REASON)
            assert world.count(Status.FAILED) == world.count(Status.GENERATING) == 0
            assert world.money(batch_id)[2] == 0
        await living
        wave = [moment for moment in model.refused if moment < 7]
        probes = [moment for moment in model.refused if moment >= 7]
        assert max(wave) - min(wave) <= 1.2  # whoever waited for a turn looked again within a second
        assert probes
        gaps = [later - earlier for earlier, later in itertools.pairwise([wave[0], *probes])]
        assert all(gap >= 60 * 2**number for number, gap in enumerate(gaps))
        for world, batch_id in zip((one, two), batches, strict=True):
            assert world.batch(batch_id).end == "completed"
            assert written(world) == 90
            assert world.complaints() == []
        assert one.problems == []
        assert max(call.at for call in model.calls) < 700 + 600 + 120

    run_virtual(story())


def test_a_run_that_starts_meanwhile_waits_without_a_call():
    async def story():
        model = Between(0.0, 30.0, no_key(), latency=1)
        one = World(size=3, model=model)
        two = World(size=3, scope=RIVAL, beside=one)
        first, working = started(one)
        await working
        refused = len(model.calls)
        second, working = started(two)
        await working
        assert two.batch(second.id).pause_sentence == REASON
        assert len(model.calls) == refused
        await lived([one, two], [first.id, second.id])
        assert written(one) == written(two) == 3

    run_virtual(story())


def test_the_owner_hears_of_one_trouble_once_however_often_it_is_probed():
    async def story():
        model = Between(0.0, 500.0, no_key(), latency=1)
        world, mailer = World(size=5, model=model), FakeMailer()
        batch = world.start(notify_email="maya@hollispark.example")
        living = asyncio.ensure_future(lived([world], [batch.id]))
        while not living.done():
            await asyncio.sleep(5)
            shown = world.batch(batch.id)
            tell_owner(world.scope, shown, store=world.store, mailer=mailer, web_origin="https://app.example")
        pauses = [each for each in world.store.recorded() if each.action is Action.BATCH_PAUSED]
        assert len(pauses) > 2
        assert len(mailer.sent) == 2  # it is paused, it is done
        assert REASON in mailer.sent[0].text

    run_virtual(story())


@pytest.mark.parametrize("status", [500, 529])
def test_in_a_long_storm_everybody_backs_off_together_and_comes_back(status):
    async def story():
        busy = ProviderFailure(FailureClass.TRANSIENT, "overloaded_error", "Claude was too busy.", status=status)
        model = Between(2.0, 242.0, busy, latency=1)
        one = World(size=60, limits=SLOW, model=model)
        two = World(size=60, scope=RIVAL, beside=one)
        batches = [one.start().id, two.start().id]
        await lived([one, two], batches)
        assert written(one) == written(two) == 60
        # Each conversation by itself would have tried about twelve times.
        assert len(model.refused) < 120 * 5
        assert max(call.at for call in model.calls) < 242 + 60
        assert one.complaints() == two.complaints() == []

    run_virtual(story())


def state_of(**changes) -> LimiterState:
    return LimiterState(limits=GENEROUS, **changes)


def test_a_wave_counts_once_and_the_wait_grows_to_ten_minutes():
    state, now, waits = state_of(), 1_000.0, []
    for _ in range(6):
        for _ in range(30):
            state = breaker.trip(state, REASON, now)
        waits.append(state.open_until - now)
        now = state.open_until
        assert breaker.standing(state, now) == "due"
        state = breaker.begin_probe(state, now)
        assert breaker.standing(state, now) == "probing"
    assert waits == [60, 120, 240, 480, 600, 600]
    assert breaker.standing(breaker.mend(state), now) == "closed"


def test_a_probe_that_nobody_heard_of_is_followed_by_another():
    state = breaker.begin_probe(breaker.trip(state_of(), REASON, 0.0), 60.0)
    assert breaker.standing(state, 239.0) == "probing"
    assert breaker.standing(state, 240.0) == "due"


def test_stray_troubles_slow_nobody_and_troubles_in_a_row_everybody():
    state = state_of()
    for _ in range(2):
        state = breaker.troubled(state, 10.0)
    assert state.closed_until <= 10.0
    now, waits = 10.0, []
    for _ in range(7):
        for _ in range(10):
            state = breaker.troubled(state, now)
        waits.append(state.closed_until - now)
        now = state.closed_until
    assert waits == [1, 2, 4, 8, 16, 20, 20]


def test_only_one_turn_is_given_while_the_circuit_is_not_closed():
    world = World(size=1)
    pacer = world.pacer
    pacer.trip(make.MODEL, REASON)
    assert pacer.turns(make.MODEL, [USUAL] * 3, tenant="acme") == [None] * 3
    pacer.probe_soon(make.MODEL)
    first, *others = pacer.turns(make.MODEL, [USUAL] * 3, tenant="acme")
    assert first.probe
    assert others == [None] * 2
    assert pacer.turns(make.MODEL, [USUAL], tenant="acme") == [None]
    pacer.mend(make.MODEL)
    assert all(turn and not turn.probe for turn in pacer.turns(make.MODEL, [USUAL] * 3, tenant="acme"))
