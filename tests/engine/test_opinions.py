"""Second opinions: calls like all others, on texts that stay as they are, within a limit of their own."""

from __future__ import annotations

import asyncio
import json

import pytest

from brightrun.domain.attempt import Outcome
from brightrun.domain.conversation import Status
from brightrun.domain.errors import InvalidInput
from brightrun.domain.event import Action
from brightrun.domain.provider import FailureClass, ProviderFailure
from brightrun.domain.selection import Selection
from brightrun.domain.task import Task
from brightrun.domain.timing import lease_seconds
from brightrun.ports import changes as c
from tests.engine.opinions import FIRST, JUDGE, ON, ONLY, after, of_opinions, saying, version, written
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import opinion_text, reply
from tests.fakes.world import MAYA, RUBRIC, World


def test_an_opinion_stands_beside_the_score_and_changes_nothing_else():
    async def story() -> None:
        world = await written()
        before, turns = version(world)
        (row,) = world.rows()
        mixed = json.loads(opinion_text(8))
        mixed["facts"] = {"score": 5, "sentence": "Message 4 says 7 percent, F1 says 6.", "turn": 4}
        world.model.script.append(saying(json.dumps(mixed)))
        await world.run(world.start(task=JUDGE).id)
        judged, same = version(world)
        assert same == turns
        assert judged.model_copy(update={"opinion": None}) == before
        opinion = judged.opinion
        assert opinion is not None
        facts = next(part for part in opinion.parts if part.key == "facts")
        assert (facts.score, facts.turn, facts.sentence) == (5, 4, "Message 4 says 7 percent, F1 says 6.")
        assert (opinion.overall, opinion.verdict) == (7.4, "improve")
        assert (opinion.model, opinion.written_by) == (make.MODEL, f"fake:{make.MODEL}")
        (now,) = world.rows()
        assert (now.status, now.score, now.current_version, now.latest_version) == (row.status, row.score, 1, 1)
        assert now.opinion == opinion.line
        wrote, gave = world.store.attempts(world.scope, FIRST)
        assert (wrote.task, gave.task, gave.kind, gave.template_id) == ("write", "judge", "judge", "judge")
        assert opinion.cost_micros == gave.cost_micros > 0
        assert now.cost_micros == wrote.cost_micros + gave.cost_micros
        (event,) = [each for each in world.store.recorded() if each.action is Action.CONVERSATION_JUDGED]
        assert (event.details["attempt"], event.details["version"]) == (gave.id, 1)
        assert world.complaints() == []

    run_virtual(story())


def test_the_rubric_comes_first_and_the_conversation_as_data():
    world = after()
    prompt = world.model.calls[-1].request.prompt
    assert prompt.common == RUBRIC
    assert prompt.text.index("<conversation_plan>") < prompt.text.index("<written_conversation>")
    for number, turn in enumerate(version(world)[1], start=1):
        assert f'<message number="{number}" role="{turn.role}">{turn.content}</message>' in prompt.text


def test_what_it_costs_counts_into_its_own_limit_and_into_the_month():
    world = after(size=3)
    paid = [a for row in world.rows() for a in world.store.attempts(world.scope, row.id)]
    own = sum(attempt.cost_micros for attempt in paid if attempt.task == "judge")
    assert of_opinions(world).spent == own > 0
    month = world.store.budget(world.scope, f"month:{world.clock.now():%Y-%m}")
    assert month is not None
    assert month.spent == sum(attempt.cost_micros for attempt in paid)
    assert world.complaints() == []


def test_an_approved_conversation_stays_approved_and_current():
    async def story() -> None:
        world = await written()
        (row,) = world.rows()
        read, _ = version(world)
        approved = row.decide("approve", read=read, actor=MAYA, now=world.clock.now(), edge_case_min=8)
        world.commit(c.SaveHead(approved, row.revision))
        batch = world.start(task=JUDGE)
        assert world.rows()[0].approved_version == 1
        await world.run(batch.id)
        (row,) = world.rows()
        assert (row.status, row.approved_version, row.review) == (Status.APPROVED, 1, approved.review)

    run_virtual(story())


@pytest.mark.parametrize(
    "bad",
    [
        "not json",
        opinion_text(11),
        opinion_text(0),
        opinion_text(arc={"score": 7, "sentence": " ", "turn": 1}),
        opinion_text(arc={"score": 7, "sentence": "Good.", "turn": 9}),
        opinion_text(arc={"score": 7, "sentence": "Good.", "turn": -1}),
        opinion_text(arc={"score": 7.5, "sentence": "Good.", "turn": 1}),
        opinion_text(arc={"score": "10", "sentence": "Good.", "turn": 1}),
        opinion_text(verdict="approve everything"),
        json.dumps({"arc": {"score": 7, "sentence": "Good.", "turn": 1}}),
    ],
)
def test_a_malformed_answer_is_a_failed_attempt_that_is_repaired_once(bad):
    world = after(saying(bad), None)
    kinds = [(each.kind, each.task, each.outcome) for each in world.store.attempts(world.scope, FIRST)]
    assert kinds[1:] == [("judge", "judge", Outcome.UNREADABLE), ("repair", "judge", Outcome.SUCCEEDED)]
    assert "all five parts of the rubric" in world.model.calls[-1].request.prompt.text
    assert version(world)[0].opinion is not None
    assert world.complaints() == []


def test_two_malformed_answers_leave_it_without_an_opinion_and_as_it_was():
    world = after(saying("no"), saying("no"))
    (row,) = world.rows()
    assert (row.status, row.opinion, row.batch_result) == (Status.GENERATED, None, "failed")
    assert row.failure is not None
    assert row.failure.code == "unreadable"
    assert version(world)[0].opinion is None
    assert of_opinions(world).spent > 0
    assert world.complaints() == []


def test_a_refusal_says_that_the_conversation_is_as_it_was():
    world = after(lambda request: reply(request, "", stop_reason="refusal"))
    (row,) = world.rows()
    assert row.status is Status.GENERATED
    assert row.failure is not None
    assert "opinion" in row.failure.reason
    assert "as it was" in row.failure.next_step
    assert world.complaints() == []


def test_a_job_that_is_delivered_ten_times_is_called_and_charged_once():
    async def story() -> None:
        world = await written()
        calls = len(world.model.calls)
        batch = world.start(task=JUDGE)
        sent = world.jobs.receive()
        await world.deliver([*sent] * 10)
        for number in range(10):
            await world.deliver(sent, f"again-{number}")
        await world.run(batch.id)
        assert len(world.model.calls) == calls + 1
        (gave,) = [each for each in world.store.attempts(world.scope, FIRST) if each.task == "judge"]
        assert of_opinions(world).spent == gave.cost_micros
        judged = [each for each in world.store.recorded() if each.action is Action.CONVERSATION_JUDGED]
        assert len(judged) == 1
        assert world.complaints() == []

    run_virtual(story())


@pytest.mark.parametrize("answered", [True, False])
def test_what_a_dead_worker_left_is_settled_like_any_call(answered):
    async def story() -> None:
        world = await written()
        batch = world.start(task=JUDGE)
        if answered:
            world.store.before.extend([lambda _: None, lambda _: RuntimeError("killed while it settles")])
        else:
            world.model.script.append(RuntimeError("killed while it waits"))
        await world.deliver(world.jobs.receive())
        calls = len(world.model.calls)
        await asyncio.sleep(lease_seconds() + 1)
        world.look(batch.id)
        row = world.rows()[0]
        if answered:
            assert row.opinion is not None
            assert len(world.model.calls) == calls
        else:
            (lost,) = [each for each in world.store.attempts(world.scope, FIRST) if each.task == "judge"]
            assert (lost.outcome, lost.cost_micros) == (Outcome.UNKNOWN, lost.reserved_micros)
            assert of_opinions(world).spent == lost.reserved_micros
        await world.run(batch.id)
        assert world.rows()[0].opinion is not None
        assert world.complaints() == []

    run_virtual(story())


def test_what_is_written_and_has_none_is_judged_and_chosen_ones_are_judged_again():
    async def story() -> None:
        world = World(size=3, settings=ON)
        with pytest.raises(InvalidInput) as nothing:
            world.start(task=JUDGE)
        assert nothing.value.code == "nothing_to_judge"
        await world.run(world.start(selection=Selection(ids=(FIRST, make.an_id("conversation", 2)))).id)
        await world.run(world.start(selection=ONLY, task=JUDGE).id)
        rest = world.start(task=JUDGE)
        assert rest.total == 1
        await world.run(rest.id)
        world.model.script.append(saying(opinion_text(3)))
        await world.run(world.start(selection=ONLY, task=JUDGE).id)
        opinion = version(world)[0].opinion
        assert opinion is not None
        assert opinion.overall == 3
        assert world.complaints() == []

    run_virtual(story())


def test_chosen_ones_without_a_text_are_left_out_by_their_reason():
    async def story() -> None:
        world = World(size=2, settings=ON)
        await world.run(world.start(selection=ONLY).id)
        unwritten = make.an_id("conversation", 2)
        both = Selection(ids=(FIRST, unwritten))
        choice = both.choose(world.rows(), "judge")
        assert [head.id for head in choice.heads] == [FIRST]
        assert choice.left_out == {"not_written": 1}
        with pytest.raises(InvalidInput, match="could be judged") as nothing:
            Selection(ids=(unwritten,)).choose(world.rows(), "judge")
        assert nothing.value.code == "nothing_to_judge"

    run_virtual(story())


def test_an_opinion_has_no_rounds():
    async def story() -> None:
        world = await written(2)
        with pytest.raises(InvalidInput, match="written anew"):
            world.start(task=JUDGE, until_passing=2)

    run_virtual(story())


def test_a_new_text_has_no_opinion_until_somebody_asks():
    async def story() -> None:
        world = await written()
        await world.run(world.start(task=JUDGE).id)
        await world.run(world.start(selection=ONLY).id)
        (row,) = world.rows()
        assert (row.current_version, row.opinion) == (2, None)
        assert version(world)[0].opinion is not None
        await world.run(world.start(selection=ONLY, task=JUDGE.model_copy(update={"base_version": 1})).id)
        assert world.rows()[0].opinion is None
        assert world.complaints() == []

    run_virtual(story())


def test_a_busy_provider_costs_nothing_and_is_waited_for():
    busy = ProviderFailure(FailureClass.TRANSIENT, "overloaded_error", "Claude was too busy.", status=529)
    world = after(busy, busy)
    assert version(world)[0].opinion is not None
    assert [each.cost_micros for each in world.store.attempts(world.scope, FIRST)][1:3] == [0, 0]
    assert world.complaints() == []


def test_at_half_price_too():
    world = after(size=2, mode="economy")
    assert all(row.opinion for row in world.rows())
    assert world.complaints() == []


@pytest.mark.parametrize("wrong", [{"instruction": "Be kind"}, {"turn": 2}, {"template_id": "triumph"}])
def test_an_opinion_is_on_a_whole_version(wrong):
    with pytest.raises(ValueError, match="opinion"):
        Task(kind="judge", **wrong)
