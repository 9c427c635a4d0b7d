"""One action on many: counted, explained, done once each, and taken back as one."""

from __future__ import annotations

from collections import deque

import pytest

from brightrun.domain.conversation import Status
from brightrun.domain.errors import Conflict, InvalidInput, NotFound, Unavailable
from brightrun.domain.event import Action
from brightrun.domain.operation import Asked, why_not
from brightrun.domain.row_filter import RowFilter
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports import changes as c
from brightrun.usecases.review import Verdict, review_conversation, undo_decision
from tests.fakes import make
from tests.fakes.bulk_desk import Desk
from tests.fakes.clock import FakeClock
from tests.fakes.store import FakeStore


@pytest.fixture
def desk(store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> Desk:
    return Desk(store, scope, actor, clock)


@pytest.mark.story("IS2.4.0", 6, via="engine")
@pytest.mark.story("IS4.14.0", 6, via="engine")
def test_each_that_was_not_done_is_counted_and_says_why(desk: Desk):
    desk.lay(1, 2)
    desk.lay_planned(3)
    desk.lay(4, status=Status.QUEUED)
    done = desk.act("approve", 1, 2, 3, 4, 99, 1)
    assert (done.total, done.done, done.failed_count, done.state) == (5, 2, 3, "ended")
    assert {(each.ref, each.code) for each in done.failed} == {
        ("FP-0003", "not_written"),
        ("FP-0004", "being_written"),
        ("", "not_found"),
    }
    assert [(reason.count, reason.phrase) for reason in why_not(done.reasons)] == [
        (1, "it is still being written"),
        (1, "it is not here any more"),
        (1, "it is not written yet"),
    ]


@pytest.mark.story("IS4.19.0", 4, via="engine")
def test_an_edge_case_that_this_reviewer_has_not_opened_is_left_out_and_said(desk: Desk):
    desk.lay(1, tier=Tier.EDGE_CASE, score=9.5)
    desk.lay(2, tier=Tier.EDGE_CASE, score=9.5)
    desk.lay(3, tier=Tier.EDGE_CASE, score=7.0)
    desk.open(2)
    desk.open(3)
    done = desk.act("approve", 1, 2, 3)
    assert {(each.ref, each.code) for each in done.failed} == {
        ("FP-0001", "edge_case_unread"),
        ("FP-0003", "edge_case_score"),
    }
    assert desk.row(2).status is Status.APPROVED


def test_having_opened_an_older_text_does_not_count(desk: Desk):
    desk.lay(1, tier=Tier.EDGE_CASE, score=9.5, current_version=2, latest_version=2)
    desk.store.commit(desk.scope, [c.AddVersion(make.version(2, score=9.5), make.turns())], token="v2")
    desk.open(1, 1)
    assert desk.act("approve", 1).failed[0].code == "edge_case_unread"
    desk.open(1, 2)
    desk.open(1, 1)  # another tab that still shows the older one
    assert desk.act("approve", 1).done == 1
    with pytest.raises(NotFound):
        desk.open(1, 3)


def test_edge_cases_may_be_rejected_together_unread(desk: Desk):
    desk.lay(1, 2, tier=Tier.EDGE_CASE, score=5.0)
    assert desk.act("reject", 1, 2).done == 2


def test_a_preview_counts_what_would_happen_and_changes_nothing(desk: Desk):
    desk.lay(1, 2, 3)
    desk.lay(4, tier=Tier.EDGE_CASE, score=9.0)
    desk.lay_planned(5)
    desk.open(1)
    found = desk.preview("approve", RowFilter())
    assert (found.total, found.ready) == (5, 3)
    assert found.reasons == {"edge_case_unread": 1, "not_written": 1}
    assert [head.ref for head in found.unopened] == ["FP-0002", "FP-0003", "FP-0004"]
    assert desk.actions() == []


@pytest.mark.story("IS2.4.0", 5, via="engine")
def test_everything_that_matches_a_filter_is_meant(desk: Desk):
    desk.lay(1, 2, persona="Recently Widowed")
    desk.lay(3)
    done = desk.act("reject", filter_=RowFilter(persona=("Recently Widowed",)), note="Too short")
    assert done.done == 2
    assert (desk.row(1).review.note, desk.row(3).status) == ("Too short", Status.GENERATED)
    with pytest.raises(InvalidInput):
        desk.act("reject", filter_=RowFilter(persona=("Nobody",)))


def test_more_than_a_hundred_are_done_by_a_worker_each_once(desk: Desk):
    desk.lay(*range(1, 131))
    asked = desk.act("approve", *range(1, 131))
    assert (asked.state, asked.done) == ("running", 0)
    assert desk.queue.waiting[0][1] == asked.id
    done = desk.work(asked)
    assert (done.state, done.done, desk.statuses()) == ("ended", 130, {Status.APPROVED: 130})
    assert desk.work(asked) == done  # delivered twice
    assert desk.actions().count(Action.CONVERSATION_APPROVED) == 130
    assert (desk.actions().count(Action.BULK_STARTED), desk.actions().count(Action.BULK_ENDED)) == (1, 1)


def test_a_worker_that_was_killed_is_followed_by_one_that_goes_on(desk: Desk):
    desk.lay(*range(1, 131))
    asked = desk.act("delete", *range(1, 131))
    desk.store.before.extend([lambda _: None] * 30 + [lambda _: Unavailable("killed")])
    with pytest.raises(Unavailable):
        desk.work(asked)
    middle = desk.store.operation(desk.scope, asked.id)
    assert 0 < middle.position < 130
    assert desk.revive() == 0  # it may still be at work
    desk.clock.advance(100)
    assert desk.revive() == 1
    done = desk.work(asked)
    assert (done.done, desk.statuses(), desk.complaints()) == (130, {}, [])
    assert desk.actions().count(Action.CONVERSATION_DELETED) == 130


def test_one_that_never_gets_on_ends_and_says_so(desk: Desk):
    desk.lay(*range(1, 131))
    asked = desk.act("approve", *range(1, 131))
    for _ in range(25):
        desk.clock.advance(100)
        desk.revive()
    ended = desk.store.operation(desk.scope, asked.id)
    assert (ended.state, ended.reasons) == ("ended", {"not_finished": 130})
    assert desk.store.open_operations(desk.scope) == ()


def test_a_row_that_somebody_changes_meanwhile_keeps_nobody_waiting(desk: Desk):
    desk.lay(1, 2, 3)

    def colleague(_: object) -> None:
        verdict = Verdict("reject", 1)
        id_ = make.an_id("conversation", 2)
        review_conversation(desk.scope, desk.actor, id_, verdict, expected=1, store=desk.store, clock=desk.clock)

    desk.store.before = deque([lambda _: None, colleague])
    done = desk.act("approve", 1, 2, 3)
    assert (done.done, done.state) == (3, "ended")
    assert desk.actions().count(Action.CONVERSATION_APPROVED) == 3


def test_decisions_on_many_are_taken_back_as_one_and_only_where_they_still_stand(desk: Desk):
    desk.lay(1, 2, 3)
    desk.act("reject", 2)
    done = desk.act("approve", 1, 2, 3)
    desk.act("reject", 3)
    desk.clock.advance(3600)
    undone = desk.undo(done)
    assert (undone.done, undone.reasons) == (2, {"decided_since": 1})
    assert [desk.row(n).status for n in (1, 2, 3)] == [Status.GENERATED, Status.REJECTED, Status.REJECTED]
    assert desk.row(2).review.decision == "reject"
    assert desk.undo(done).done == 0  # what is undone already stays
    with pytest.raises(Conflict):
        desk.undo(undone)


def test_one_decision_is_taken_back_to_what_stood_before(desk: Desk):
    desk.lay(1)
    id_ = make.an_id("conversation", 1)
    desk.act("reject", 1, note="Too dry")
    desk.act("approve", 1)
    after = undo_decision(desk.scope, desk.actor, id_, store=desk.store, clock=desk.clock)
    assert (after.status, after.review.note) == (Status.REJECTED, "Too dry")
    with pytest.raises(Conflict):
        undo_decision(desk.scope, desk.actor, id_, store=desk.store, clock=desk.clock)


def test_tags_are_added_and_removed_for_many_and_what_has_them_already_is_done(desk: Desk):
    desk.lay(1, tags=("widow", "old"))
    desk.lay(2)
    done = desk.act("tag", 1, 2, add_tags=(" widow ",), remove_tags=("old",))
    assert (done.done, desk.row(1).tags, desk.row(2).tags) == (2, ("widow",), ("widow",))
    events = len(desk.store.recorded())
    assert desk.act("tag", 1, 2, add_tags=("widow",)).done == 2
    assert len(desk.store.recorded()) == events + 1
    full = tuple(f"tag {n}" for n in range(20))
    assert desk.act("tag", 1, add_tags=full).failed[0].code == "too_many_tags"


def test_nothing_but_the_known_actions_can_be_asked():
    with pytest.raises(ValueError, match="action"):
        Asked.model_validate({"action": "publish"})
