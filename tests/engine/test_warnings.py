"""A budget's owner is told at 50, 75 and 90 per cent: once each, whoever looks and however often."""

from __future__ import annotations

import asyncio

import pytest

from brightrun.domain.batch import Batch
from brightrun.domain.budget import WARN_AT, Budget, warnings_of
from brightrun.domain.errors import Unavailable
from brightrun.domain.event import Action
from brightrun.domain.selection import Selection
from brightrun.ports import changes as c
from brightrun.usecases.notices import tell_owner
from brightrun.usecases.parts.budget_warnings import warn_of_budgets
from tests.engine.test_steering import SLOW, started, written
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import FakeModel, usual_reply
from tests.fakes.services import FakeMailer
from tests.fakes.world import World


@pytest.mark.parametrize(
    ("spent", "percents"),
    [(0, ()), (499, ()), (500, (50,)), (749, (50,)), (750, (50, 75)), (900, WARN_AT), (1_000, WARN_AT)],
)
def test_what_is_spent_decides_and_not_what_is_set_aside(spent, percents):
    budget = Budget(key="month:2026-11", cap=1_000, remaining=0, reserved=1_000 - spent, spent=spent)
    assert tuple(warning.percent for warning in warnings_of(budget)) == percents


def test_a_budget_of_nothing_warns_of_nothing():
    assert warnings_of(Budget(key="dataset:d", cap=0, remaining=0)) == ()


def told(world: World) -> list[tuple[str, int]]:
    events = [each for each in world.store.recorded() if each.action is Action.BUDGET_WARNING]
    return [(each.details["budget"], each.details["percent"]) for each in events]


def after_a_run(cap: int, dataset_budget: int = 1_000_000_000, **given) -> tuple[World, str]:
    async def story():
        model = FakeModel(latency=8, answer=usual_reply)
        world = World(size=40, limits=SLOW, model=model, dataset_budget=dataset_budget)
        batch, working = started(world, cap=cap, **given)
        looks = asyncio.gather(*(repeated_looks(world, batch.id) for _ in range(3)))
        await working
        await looks
        return world, batch.id

    return run_virtual(story())


async def repeated_looks(world: World, batch_id: str) -> None:
    """Another engine that looks at the same run."""
    for _ in range(1_000):
        if world.look(batch_id).done:
            return
        await asyncio.sleep(0.5)


def test_each_threshold_is_told_once_however_many_look():
    world, batch_id = after_a_run(cap=80_000)
    assert written(world) > 0
    spent = world.money(batch_id)[3]
    expected = [("batch", percent) for percent in WARN_AT if 100 * spent >= percent * 80_000]
    assert expected
    assert told(world) == expected
    assert [(each.budget, each.percent) for each in world.batch(batch_id).warnings] == expected
    assert all("%" in each.sentence for each in world.batch(batch_id).warnings)
    assert world.complaints() == []


def test_a_run_that_stays_low_warns_of_nothing():
    world, batch_id = after_a_run(cap=1_000_000_000)
    assert told(world) == []
    assert world.batch(batch_id).warnings == ()


def test_two_runs_of_a_dataset_tell_of_its_budget_once_and_both_show_it():
    async def story():
        world = World(size=40, limits=SLOW, model=FakeModel(latency=2, answer=usual_reply), dataset_budget=100_000)
        half = [make.an_id("conversation", number) for number in range(1, 41)]
        first = world.start(selection=Selection(ids=tuple(half[:20])))
        second = world.start(selection=Selection(ids=tuple(half[20:])))
        await asyncio.gather(world.run(first.id), world.run(second.id))
        assert len(told(world)) == len(set(told(world)))
        shown = {tuple((w.budget, w.percent) for w in world.batch(each.id).warnings) for each in (first, second)}
        assert ("dataset", 50) in told(world)
        assert all(("dataset", 50) in each for each in shown)

    run_virtual(story())


def run_that_spent(spent: int, cap: int = 100) -> tuple[World, Batch]:
    """A running run of which so much is spent, mailed to its owner."""
    world = World(size=1)
    batch = make.batch(cap_micros=cap, notify_email="maya@hollispark.example", enqueued=True)
    world.commit(c.SaveBatch(batch, None), c.OpenBudget(batch.budgets[0], cap))
    world.commit(c.MoveBudget(batch.budgets[0], remaining=-spent, reserved=0, spent=spent))
    return world, batch


def warn(world: World, batch: Batch) -> Batch:
    return warn_of_budgets(world.scope, batch, store=world.store, clock=world.clock)


def test_a_commit_that_fails_tells_nothing_and_the_next_look_does():
    world, batch = run_that_spent(80)
    world.store.before.append(lambda _: Unavailable("The store did not answer."))
    with pytest.raises(Unavailable):
        warn(world, batch)
    assert told(world) == []
    warn(world, batch)
    assert told(world) == [("batch", 50), ("batch", 75)]


def test_an_answer_that_got_lost_and_an_old_view_of_the_run_tell_nothing_twice():
    world, batch = run_that_spent(50)
    world.store.after.append(lambda _: Unavailable("No answer."))
    with pytest.raises(Unavailable):
        warn(world, batch)
    for _ in range(3):
        assert [each.percent for each in warn(world, batch).warnings] == [50]
    assert told(world) == [("batch", 50)]


def test_a_higher_limit_is_warned_of_anew():
    world, batch = run_that_spent(90)
    batch = warn(world, batch)
    higher = batch.raise_cap(150)
    world.commit(c.SaveBatch(higher, batch.revision), c.ResizeBudget(batch.budgets[0], 50))
    assert higher.warnings == ()
    assert [(each.cap_micros, each.percent) for each in warn(world, higher).warnings] == [(150, 50)]
    assert len(told(world)) == 4


def test_a_single_conversation_has_no_limit_of_its_own_to_warn_of():
    world, batch = run_that_spent(90)
    assert warn(world, batch.model_copy(update={"kind": "single"})).warnings == ()


def mailed(world: World, batch: Batch, mailer: FakeMailer) -> list[str]:
    """Subjects, after the stream has delivered the run three times."""
    for _ in range(3):
        tell_owner(world.scope, batch, store=world.store, mailer=mailer, web_origin="https://app.example")
    return [mail.subject for mail in mailer.sent]


def test_a_run_that_is_being_written_is_mailed_its_warning_once():
    world, batch = run_that_spent(76)
    mailer = FakeMailer()
    assert mailed(world, batch, mailer) == []
    batch = warn(world, batch)
    assert mailed(world, batch, mailer) == ["75 % of your run's limit is spent"]
    assert mailer.sent[0].to == "maya@hollispark.example"
    assert batch.warnings[-1].sentence in mailer.sent[0].text
    world.commit(c.MoveBudget(batch.budgets[0], remaining=-20, reserved=0, spent=20))
    batch = warn(world, batch)
    assert len(mailed(world, batch, mailer)) == 2


def test_nobody_is_mailed_who_did_not_ask():
    world, batch = run_that_spent(90)
    quiet = warn(world, batch).model_copy(update={"notify_email": ""})
    assert mailed(world, quiet, FakeMailer()) == []


def test_a_mail_that_was_refused_is_sent_again():
    world, batch = run_that_spent(50)
    batch, mailer = warn(world, batch), FakeMailer(refuse=1)
    with pytest.raises(Unavailable):
        mailed(world, batch, mailer)
    assert len(mailed(world, batch, mailer)) == 1
