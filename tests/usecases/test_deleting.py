"""Deleting: what goes, what stays, and what a crash leaves."""

from __future__ import annotations

import pytest

from brightrun.domain.conversation import Status
from brightrun.domain.errors import Conflict, NotFound, Unavailable
from brightrun.domain.event import Action
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports import changes as c
from brightrun.ports.remarks import SaveComment
from brightrun.usecases.deleting import delete_conversation
from brightrun.usecases.parts.payload_keys import answer_key, request_key
from tests.fakes import make
from tests.fakes.bulk_desk import DATASET, Desk
from tests.fakes.clock import FakeClock
from tests.fakes.remarks import a_comment
from tests.fakes.store import FakeStore


@pytest.fixture
def desk(store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> Desk:
    return Desk(store, scope, actor, clock)


def test_deleting_takes_all_that_it_said_and_leaves_cost_number_and_record(desk: Desk):
    desk.lay(1, batch_id=make.an_id("batch"), batch_result="succeeded", cost_micros=4_000, title="Secret")
    attempt = make.attempt(1, cost_micros=4_000)
    desk.store.commit(desk.scope, [c.AddAttempt(attempt)], token="attempt")
    desk.store.commit(desk.scope, [SaveComment(a_comment(1), None)], token="comment")
    for key in (request_key(attempt), answer_key(attempt)):
        desk.payloads.put_once(desk.scope, key, b"{}")
    assert desk.act("delete", 1).done == 1
    id_ = make.an_id("conversation", 1)
    assert desk.row(1) is None
    assert desk.store.versions(desk.scope, id_) == ()
    assert desk.store.version(desk.scope, id_, 1) is None
    assert desk.store.slot(desk.scope, id_) is None
    assert desk.store.comments(desk.scope, id_) == ()
    assert desk.payloads.bodies == {}
    assert desk.store.attempts(desk.scope, id_) == (attempt,)
    (stone,) = desk.store.tombstones(desk.scope, DATASET)
    assert (stone.ref, stone.cost_micros) == ("FP-0001", 4_000)
    left = desk.store.left(desk.scope, make.an_id("batch"))[id_]
    assert (left.batch_result, left.title) == ("succeeded", "")
    assert desk.store.dataset(desk.scope, DATASET).last_number == 400
    assert [e.action for e in desk.store.events_of_subject(desk.scope, id_)] == [Action.CONVERSATION_DELETED]


def test_one_that_is_being_written_is_not_deleted(desk: Desk):
    desk.lay(1, status=Status.GENERATING)
    done = desk.act("delete", 1)
    assert (done.done, done.failed[0].code) == (0, "being_written")
    with pytest.raises(Conflict):
        one_deleted(desk, 1)


def test_a_deletion_that_broke_off_is_ended_by_the_next(desk: Desk):
    desk.lay(1)
    desk.store.before.extend([lambda _: None, lambda _: Unavailable("killed")])
    with pytest.raises(Unavailable):
        one_deleted(desk, 1)
    assert desk.row(1) is None
    assert desk.complaints() == ["FP-0001 was deleted and left texts behind"]
    one_deleted(desk, 1)
    assert desk.complaints() == []
    with pytest.raises(NotFound):
        one_deleted(desk, 1)


def one_deleted(desk: Desk, number: int) -> None:
    id_ = make.an_id("conversation", number)
    delete_conversation(desk.scope, desk.actor, id_, store=desk.store, payloads=desk.payloads, clock=desk.clock)
