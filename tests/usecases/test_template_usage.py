import pytest

from brightrun.domain.conversation import ConversationHead, Review, Status
from brightrun.domain.template_usage import ENOUGH, Tally, verdict, wilson
from brightrun.ports import changes as c
from brightrun.usecases.parts.row_cache import RowCache
from brightrun.usecases.template_usage import template_usage, usage_by_template
from tests.fakes import make
from tests.fakes.clock import START
from tests.fakes.world import ACME, World

REVIEW = Review(decision="approve", by="u", by_name="U", at=START, version=1)


def tally(approved: int, read: int) -> Tally:
    return Tally(conversations=read, read=read, approved=approved)


def written(world: World, number: int, template_version: int, status: Status, score: float, cost: int) -> None:
    head = world.store.heads(ACME, make.an_id("dataset"), [(0, make.an_id("conversation", number))])
    old: ConversationHead = next(iter(head.values()))
    changes = {"current_version": 1, "latest_version": 1, "template_version": template_version, "revision": 2}
    shown = {"status": status, "score": score, "cost_micros": cost}
    world.commit(c.SaveHead(old.model_copy(update={**changes, **shown}), old.revision))


@pytest.fixture
def used() -> World:
    world = World(size=6)
    template = make.template(latest_version=3, shares={2: 50, 3: 50}, active_version=3)
    world.commit(c.SaveTemplate(template, None))
    written(world, 1, 2, Status.APPROVED, 8.1, 300)
    written(world, 2, 2, Status.REJECTED, 6.0, 200)
    written(world, 3, 3, Status.APPROVED, 9.0, 400)
    written(world, 4, 3, Status.GENERATED, 7.0, 100)
    return world


def test_figures_are_exact_for_every_version(used: World):
    found = template_usage(ACME, "anxiety-to-relief", store=used.store, rows=RowCache())
    by_number = {one.number: one.tally for one in found.versions}
    assert list(by_number) == [3, 2, 1]
    assert by_number[1] == Tally()
    two = by_number[2]
    assert (two.conversations, two.read, two.approved, two.mean_score) == (2, 2, 1, 7.05)
    assert (two.approval, two.cost_per_approved_micros) == (0.5, 500)
    assert found.total.conversations == 4
    assert found.total.cost_micros == 1_000
    assert found.versions[0].used_in[0].conversations == 2
    assert usage_by_template(ACME, store=used.store, rows=RowCache())["anxiety-to-relief"] == found.total


def test_ranges_are_shown_from_thirty_on():
    few, many = Tally(), Tally()
    for number in range(ENOUGH):
        head = make.head(number + 1, status=Status.APPROVED, score=8.0 if number % 2 else 7.0)
        many.add(head)
        if number < ENOUGH - 1:
            few.add(head)
    assert (few.score_interval, few.approval_interval) == (None, None)
    assert many.score_interval is not None
    # By hand: s = 0.5085, t(29) = 2.0452, so 7.5 ± 0.1899.
    assert many.score_interval.low == pytest.approx(7.3101, abs=0.0005)
    assert many.score_interval.high == pytest.approx(7.6899, abs=0.0005)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"), [(18, 21, 0.6536, 0.9502), (0, 30, 0.0, 0.1135), (30, 30, 0.8865, 1.0)]
)
def test_wilson_agrees_with_published_figures(hits: int, of: int, low: float, high: float):
    found = wilson(hits, of)
    assert (round(found.low, 4), round(found.high, 4)) == (pytest.approx(low, abs=2e-4), pytest.approx(high, abs=2e-4))


@pytest.mark.parametrize(
    ("versions", "says"),
    [
        ([], "Nobody has read"),
        ([(1, tally(2, 3)), (2, tally(0, 0))], "no other version to compare"),
        ([(3, tally(15, 21)), (4, tally(18, 21))], "Version 4 is ahead, 18 of 21 approved against 15 of 21. That can"),
        ([(1, tally(10, 20)), (2, tally(5, 10))], "level so far"),
        ([(1, tally(20, 50)), (2, tally(45, 50))], "Version 2 is better"),
        ([(1, tally(0, 3)), (2, tally(3, 3))], "can still be luck"),
        ([(1, tally(500, 1000)), (2, tally(503, 1000))], "hardly matters"),
    ],
)
def test_the_sentence_claims_no_more_than_the_figures_say(versions: list[tuple[int, Tally]], says: str):
    assert says in verdict(versions).sentence
    assert verdict(versions).settled == ("better" in says)


def test_how_many_more_would_settle_it():
    assert verdict([(3, tally(15, 21)), (4, tally(18, 21))]).more_needed == 110
