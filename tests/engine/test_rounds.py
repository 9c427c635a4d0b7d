"""A run that goes on until enough pass: weak ones again, worst first, three rounds at most, never beyond its limit."""

from __future__ import annotations

import asyncio
import json
from collections import Counter

import pytest

from brightrun.domain.budget import batch_budget_key
from brightrun.domain.conversation import Status
from brightrun.domain.errors import InvalidInput
from brightrun.domain.event import Action
from brightrun.domain.task import Task
from brightrun.usecases.batch_control import cancel_batch
from brightrun.usecases.review import Verdict, review_conversation
from tests.fakes import make
from tests.fakes.clock import run_virtual
from tests.fakes.model import FakeModel, answer_text, reply
from tests.fakes.world import MAYA, World

GOOD = """
My mother left me an inheritance and I have not slept since the letter came. I am afraid that I will touch
this windfall and ruin everything she saved for. I keep the papers in a drawer because my hands shake when I
read them, and my husband asks every evening what I have decided.

I'm sorry about your mother. Being afraid of spoiling what she saved shows how much it means to you, and
nothing has to be decided this week. An inheritance can simply wait in a safe account while you breathe. Could
you tell me what worries you most when you picture opening that drawer?

What worries me most is making a mistake that can't be undone. A colleague put his money into something clever
and lost it within a year. I feel panic as soon as somebody says the word shares, and then I feel stupid,
because everybody else seems to know what to do with a windfall.

You are not stupid; you have seen what a hurried choice did to somebody near you, and that is worth listening
to. So let us separate what is urgent from what is not. Nothing about the inheritance is urgent except keeping
it safe. Which of the letters has a date by which they want an answer?

Only the bank's form has a date, and that one just asks for my account. Saying it aloud, it sounds smaller
than it felt at night. I still worry about what comes afterwards, though. How would I ever choose without
feeling that I gamble with the years she worked?

Then we begin with that form alone, and I will go through it beside you. Afterwards we write down what the
money is for, in your own words: safety, the house, something she would have liked. Choices that follow from
such a page are not a gamble, because each has a reason that you can read again. Does that order feel
possible?

Yes, that feels possible. I could write that page with my husband on Sunday, and I know already that the first
line is a calm year without debts. I am a little relieved that nobody expects me to be clever. Is it all right
if most of it simply stays in the account until then?

It is more than all right; it is a good first decision, and it is yours. Leave it where it is, send the form,
and bring your page whenever it is ready. We will look at the rest slowly, one line at a time. You can put the
papers back on the table now, and I hope that you sleep tonight.
"""
"""A talk that scores well for what `make.head` plans."""
LEAKED = [{"role": "user" if n % 2 else "assistant", "content": "Dear {persona}, as agreed."} for n in range(1, 4)]


def leaked(request):
    """Three turns with a placeholder left in them."""
    return json.dumps({**json.loads(answer_text(request)), "turns": LEAKED})


def well_written(request):
    texts = [" ".join(text.split()) for text in GOOD.split("\n\n")]
    spoken = [{"role": "assistant" if n % 2 else "user", "content": text} for n, text in enumerate(texts)]
    return reply(request, json.dumps({**json.loads(answer_text(request)), "turns": spoken}))


class Writer:
    """Writes each of `weak` badly for so many calls, then well."""

    def __init__(self, weak: dict[str, int]) -> None:
        self.left = Counter(weak)
        self.asked: Counter[str] = Counter()

    def __call__(self, request):
        ref = next(line.split()[1] for line in request.prompt.text.splitlines() if line.startswith("reference: "))
        self.asked[ref] += 1
        if self.left[ref] > 0:
            self.left[ref] -= 1
            return reply(request, leaked(request))
        return well_written(request)


def world_of(weak: dict[str, int], size: int = 6) -> tuple[World, Writer]:
    writer = Writer(weak)
    return World(size=size, model=FakeModel(latency=1, answer=writer)), writer


def spending(world, batch):
    return world.store.budget(world.scope, batch_budget_key(batch.id))


def row_of(world, ref):
    return next(row for row in world.rows() if row.ref == ref)


def passing(world):
    return sum(not row.flagged for row in world.rows())


def test_weak_ones_are_written_again_until_all_pass_and_the_others_never():
    async def story():
        world, writer = world_of({"FP-0002": 1, "FP-0004": 2})
        batch = world.start(until_passing=6)
        await world.run(batch.id)
        ended = world.batch(batch.id)
        assert (ended.end, ended.rounds, passing(world)) == ("completed", 2, 6)
        assert (ended.final_counts.succeeded, ended.final_counts.flagged) == (6, 0)
        assert [writer.asked[f"FP-{n:04d}"] for n in range(1, 7)] == [1, 2, 1, 3, 1, 1]
        rounds = [event for event in world.store.recorded() if event.action is Action.BATCH_ROUND]
        assert [event.details["weak"] for event in rounds] == [2, 1]
        assert world.complaints() == []

    run_virtual(story())


def test_no_more_are_written_again_than_are_missing_and_what_never_passes_ends_after_three_rounds():
    async def story():
        world, writer = world_of(dict.fromkeys(("FP-0001", "FP-0002", "FP-0003"), 99))
        batch = world.start(until_passing=4)
        await world.run(batch.id)
        ended = world.batch(batch.id)
        assert (ended.end, ended.rounds, ended.final_counts.flagged) == ("completed", 3, 3)
        assert sum(writer.asked.values()) == 6 + 3
        assert world.complaints() == []

    run_virtual(story())


def test_without_the_wish_nothing_is_written_twice():
    async def story():
        world, writer = world_of({"FP-0002": 1})
        batch = world.start()
        await world.run(batch.id)
        assert (world.batch(batch.id).rounds, sum(writer.asked.values())) == (0, 6)

    run_virtual(story())


def test_at_its_limit_a_round_ends_the_run_with_what_it_has():
    async def story():
        world, _ = world_of({f"FP-000{n}": 99 for n in range(1, 7)})
        first = world.start()
        await world.run(first.id)
        paid = spending(world, first).spent
        again, _ = world_of({f"FP-000{n}": 99 for n in range(1, 7)})
        batch = again.start(until_passing=6, cap=max(2 * paid, 10_000))
        await again.run(batch.id)
        ended, budget = again.batch(batch.id), spending(again, batch)
        assert ended.rounds > 0
        assert (ended.state, ended.end, ended.final_counts.succeeded) == ("ended", "completed", 6)
        assert budget.spent <= budget.cap
        assert budget.reserved == 0
        assert again.count(Status.GENERATED) == 6
        assert again.complaints() == []

    run_virtual(story())


def test_what_a_cancelled_round_left_waiting_stays_as_the_run_wrote_it():
    async def story():
        world, writer = world_of({f"FP-000{n}": 99 for n in range(1, 7)})
        batch = world.start(until_passing=6)
        working = asyncio.ensure_future(world.run(batch.id))
        await world.until(lambda: world.batch(batch.id).rounds == 1)
        cancel_batch(world.scope, MAYA, batch.id, store=world.store, clock=world.clock, workflow=world.workflow)
        await working
        ended = world.batch(batch.id)
        assert ended.state == "ended"
        assert ended.final_counts.succeeded == 6
        assert world.count(Status.GENERATED) == 6
        assert sum(writer.asked.values()) == 6  # the round had begun, none of its calls had
        assert world.complaints() == []

    run_virtual(story())


def test_what_a_person_decided_on_is_left_alone():
    async def story():
        world, writer = world_of({"FP-0001": 1, "FP-0002": 1})
        batch = world.start(until_passing=6)
        working = asyncio.ensure_future(world.run(batch.id))
        await world.until(lambda: world.count(Status.GENERATED) == 6)
        row = row_of(world, "FP-0001")
        no = Verdict("reject", version=1)
        review_conversation(world.scope, MAYA, row.id, no, expected=row.revision, store=world.store, clock=world.clock)
        await working
        assert (writer.asked["FP-0001"], writer.asked["FP-0002"]) == (1, 2)
        assert world.count(Status.REJECTED) == 1

    run_virtual(story())


def test_in_economy_mode_the_rounds_go_out_as_parts():
    async def story():
        world, _ = world_of({}, size=30)
        bad = iter([True])
        world.provider.script = {row.ref: well_written for row in world.rows()}
        world.provider.script["FP-0003"] = lambda request: (
            reply(request, leaked(request)) if next(bad, False) else well_written(request)
        )
        batch = world.start(until_passing=30, mode="economy")
        await world.run(batch.id)
        assert (world.batch(batch.id).rounds, passing(world)) == (1, 30)
        assert [len(held.calls) for held in world.provider.batches] == [30, 1]
        assert world.complaints() == []

    run_virtual(story())


def test_an_instruction_is_applied_once():
    world, _ = world_of({})
    with pytest.raises(InvalidInput, match="written anew"):
        world.start(until_passing=2, task=Task(kind="rewrite", instruction="warmer"))


def test_trying_again_what_failed_begins_the_rounds_anew():
    ended = make.batch(until_passing=6, rounds=3).model_copy(update={"state": "ended"})
    assert ended.reopen(make.START).rounds == 0
