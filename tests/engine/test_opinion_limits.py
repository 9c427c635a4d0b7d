"""Second opinions within their limits, after runs, and under every order of deliveries and deaths."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis.stateful import invariant

from brightrun.domain.attempt import Outcome
from brightrun.domain.conversation import Status
from brightrun.domain.errors import BudgetExceeded, InvalidInput
from brightrun.domain.event import Action
from brightrun.domain.judging import OPINION_SCHEMA
from brightrun.domain.selection import Selection
from brightrun.domain.task import Task
from brightrun.domain.tenant import SecondOpinion, TenantSettings
from brightrun.usecases.batch_control import retry_failed
from brightrun.usecases.batches import Order, estimate_batch
from tests.engine.opinions import JUDGE, dear, of_opinions, saying, written
from tests.engine.test_rounds import Writer
from tests.engine.test_run_machine import RunMachine
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import FakeModel, reply
from tests.fakes.world import MAYA, World

AFTER = TenantSettings(second_opinion=SecondOpinion(on=True, after_runs=True))


def test_at_its_limit_judging_stops_in_plain_words_and_writing_goes_on():
    async def story() -> None:
        limit = SecondOpinion(on=True, monthly_micros=20_000)
        world = World(size=12, settings=TenantSettings(second_opinion=limit), model=FakeModel(answer=dear))
        half = Selection(ids=tuple(make.an_id("conversation", n) for n in range(1, 9)))
        await world.run(world.start(selection=half).id)
        judging = world.start(task=JUDGE)
        await world.run(judging.id, workers=1)
        ended = world.batch(judging.id)
        assert (ended.state, ended.end, ended.pause_reason) == ("ended", "cancelled", None)
        assert ended.stop_sentence.startswith("Stopped at the limit for second opinions this month.")
        money = of_opinions(world)
        assert money.spent <= 20_000
        assert money.reserved == 0
        judged = [row for row in world.rows() if row.opinion]
        assert 0 < len(judged) < 8
        assert (world.count(Status.GENERATED), world.count(Status.PLANNED)) == (8, 4)
        stopped = [e for e in world.store.recorded() if e.action is Action.BATCH_CANCELLED]
        assert [e.details["sentence"] for e in stopped] == [ended.stop_sentence]
        with pytest.raises(BudgetExceeded, match="limit for second opinions this month"):
            world.start(task=JUDGE)
        writing = world.start()
        await world.run(writing.id)
        assert world.batch(writing.id).end == "completed"
        assert world.complaints() == []

    run_virtual(story())


def test_the_limit_of_the_run_holds_as_well():
    async def story() -> None:
        world = await written(8, model=FakeModel(answer=dear))
        judging = world.start(task=JUDGE, cap=20_000)
        await world.run(judging.id, workers=1)
        ended = world.batch(judging.id)
        assert ended.stop_sentence.startswith("Stopped at the limit of this run.")
        assert world.money(judging.id)[3] <= 20_000
        assert world.complaints() == []

    run_virtual(story())


def test_off_means_that_nothing_is_judged():
    async def story() -> None:
        world = await written(settings=TenantSettings())
        with pytest.raises(InvalidInput) as refused:
            world.start(task=JUDGE)
        assert refused.value.code == "second_opinions_off"

    run_virtual(story())


async def judged_after(world: World, cap: int = 1_000_000_000, **order: object) -> str | None:
    """Writes all, then lets the minute's round go; the run that judged, if there is one."""
    writing = world.start(cap=cap, **order)
    await world.run(writing.id)
    following = world.batch(writing.id).opinions_run
    if following:
        world.sweep()
        await world.run(following)
    return following


def test_what_a_run_has_written_is_judged_when_it_ends_out_of_what_is_left_of_its_limit():
    async def story() -> None:
        world = World(size=5, settings=AFTER)
        following = await judged_after(world, cap=60_000)
        assert following is not None
        assert world.batch(following).end == "completed"
        assert all(row.opinion for row in world.rows())
        (writing,) = [each for each in world.store.batches(world.scope, make.an_id("dataset")) if each.id != following]
        assert world.batch(following).cap_micros <= 60_000 - world.money(writing.id)[3]
        assert world.batch(following).opinions_run is None
        assert world.complaints() == []

    run_virtual(story())


def test_a_run_is_followed_once_however_many_look_at_its_end():
    async def story() -> None:
        world = World(size=3, settings=AFTER)
        writing = world.start()
        for sent in iter(world.jobs.receive, []):
            await world.deliver(sent)
        for _ in range(5):
            world.look(writing.id)
        assert len(world.store.batches(world.scope, make.an_id("dataset"))) == 2

    run_virtual(story())


def test_what_is_written_again_in_rounds_is_judged_after_the_last_of_them():
    async def story() -> None:
        def written_or_judged(request):
            return reply(request) if request.answer_schema == OPINION_SCHEMA else writer(request)

        writer = Writer({"FP-0001": 1, "FP-0002": 2})
        world = World(size=3, settings=AFTER, model=FakeModel(latency=1, answer=written_or_judged))
        following = await judged_after(world, until_passing=3)
        assert following is not None
        (ended,) = [run for run in world.store.batches(world.scope, make.an_id("dataset")) if run.opinions_run]
        assert (ended.rounds, ended.opinions_run, ended.end) == (2, following, "completed")
        assert world.batch(following).total == 3
        versions = {row.ref: row.current_version for row in world.rows()}
        assert versions == {"FP-0001": 2, "FP-0002": 3, "FP-0003": 1}
        assert all(row.opinion for row in world.rows())
        calls = [a for row in world.rows() for a in world.store.attempts(world.scope, row.id) if a.task == "judge"]
        assert len(calls) == 3
        assert world.complaints() == []

    run_virtual(story())


def test_what_is_tried_again_is_judged_and_the_rest_is_not_judged_twice():
    async def story() -> None:
        world = World(size=3, settings=AFTER)
        world.model.script.extend([saying("no"), saying("no"), saying("no"), saying("no")])
        writing = world.start()
        await world.run(writing.id)
        failed = world.count(Status.FAILED)
        assert failed
        first = world.batch(writing.id).opinions_run
        assert first is not None
        world.sweep()
        await world.run(first)
        ports = {"store": world.store, "jobs": world.jobs, "workflow": world.workflow, "clock": world.clock}
        retry_failed(world.scope, MAYA, writing.id, **ports)
        await world.run(writing.id)
        second = world.batch(writing.id).opinions_run
        assert second not in {None, first}
        assert world.batch(second or "").total == failed
        world.sweep()
        await world.run(second or "")
        calls = [a for row in world.rows() for a in world.store.attempts(world.scope, row.id) if a.task == "judge"]
        assert len(calls) == 3
        assert world.complaints() == []

    run_virtual(story())


def test_with_nothing_left_of_the_limit_the_run_says_why_nothing_was_judged():
    async def story() -> None:
        world = World(size=5, settings=AFTER, model=FakeModel(answer=dear))
        assert await judged_after(world, cap=25_000) is None
        (batch,) = world.store.batches(world.scope, make.an_id("dataset"))
        assert batch.opinions_sentence == (
            "No second opinions were asked for: not enough is left of the limit of this run."
        )

    run_virtual(story())


@pytest.mark.parametrize("settings_", [SecondOpinion(on=True), SecondOpinion(after_runs=True)])
def test_runs_are_followed_only_when_the_owner_said_so(settings_):
    async def story() -> None:
        world = World(size=2, settings=TenantSettings(second_opinion=settings_))
        assert await judged_after(world) is None
        assert [b.opinions_sentence for b in world.store.batches(world.scope, make.an_id("dataset"))] == [""]

    run_virtual(story())


def test_the_price_of_opinions_stands_by_itself_and_the_limit_leaves_room_for_them():
    async def story() -> None:
        def price(world: World, task: Task):
            return estimate_batch(
                world.scope,
                make.an_id("dataset"),
                Order(Selection(all=True), make.MODEL, task),
                pacer=world.pacer,
                store=world.store,
                catalogue=world.engine("nobody").catalogue,
                clock=world.clock,
            ).estimate

        plain, with_them = price(World(size=20), Task()), price(World(size=20, settings=AFTER), Task())
        assert plain.opinions is None
        assert with_them.opinions is not None
        assert with_them.expected_micros == plain.expected_micros
        assert 0 < with_them.opinions.expected_micros < with_them.opinions.at_most_micros
        assert with_them.suggested_cap_micros > plain.suggested_cap_micros
        world = World(size=20, settings=AFTER)
        following = await judged_after(world)
        spent = world.money(following or "")[3]
        assert spent < with_them.opinions.at_most_micros

    run_virtual(story())


LIMITED = TenantSettings(second_opinion=SecondOpinion(on=True, monthly_micros=60_000))


class OpinionMachine(RunMachine):
    """A run of opinions on twelve that are written, with a limit of their own that it may come to."""

    async def _plan(self):
        self.world = World(size=12, settings=LIMITED)
        await self.world.run(self.world.start().id)
        self.world.model = FakeModel(latency=20.0, answer=dear)

    def _ordered(self):
        return self.world.start(task=JUDGE).id

    def attempts(self):
        return [each for each in super().attempts() if each.batch_id == self.batch]

    @invariant()
    def what_is_written_is_written_once_and_paid_once(self):
        given = [each.conversation_id for each in self.attempts() if each.outcome is Outcome.SUCCEEDED]
        assert len(given) == len(set(given)) == sum(row.opinion is not None for row in self.world.rows())
        assert all(row.current_version == row.latest_version == 1 for row in self.world.rows())

    @invariant()
    def their_own_limit_holds_what_they_cost_and_nothing_else(self):
        mine, own = self.world.money(self.batch), of_opinions(self.world)
        assert (own.reserved, own.spent) == mine[2:]
        assert own.cap == own.remaining + own.reserved + own.spent == 60_000
        assert own.remaining >= 0


OpinionMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TestOpinions = OpinionMachine.TestCase
