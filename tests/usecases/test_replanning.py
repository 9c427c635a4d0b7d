"""Changing the situation of what is not written, on fakes."""

from __future__ import annotations

import pytest

from brightrun.domain.conversation import Status
from brightrun.domain.errors import Conflict, NotFound, Stale
from brightrun.domain.event import Action
from brightrun.ports import changes as c
from brightrun.usecases.replanning import change_situation
from tests.fakes import make

ONE = make.an_id("conversation", 1)
SOFT = "A letter about an inheritance came."


@pytest.fixture
def change(store, scope, actor, clock):
    def call(conversation_id=ONE, *, expected=1, **wanted):
        return change_situation(scope, actor, conversation_id, wanted, expected=expected, store=store, clock=clock)

    return call


def keep(store, scope, **head):
    store.commit(scope, [c.SaveHead(make.head(1, **head), None), c.AddSlot(make.slot(1))], token="t")


@pytest.mark.parametrize("status", [Status.PLANNED, Status.FAILED])
def test_another_situation_is_stored_with_its_event_and_the_rest_of_the_plan_stays(store, scope, change, status):
    keep(store, scope, status=status)
    after = change(situation=f" {SOFT}\n", problem_context="Probate is open.")
    slot = store.slot(scope, ONE)
    assert slot == make.slot(1).model_copy(update={"situation": SOFT, "problem_context": "Probate is open."})
    assert (after.revision, after.status) == (2, status)
    assert store.head(scope, after.dataset_id, 0, ONE) == after
    (event,) = store.recorded()
    assert event.action is Action.SITUATION_CHANGED
    assert event.details["before"]["situation"] == make.slot(1).situation
    assert event.details["after"]["situation"] == SOFT


def test_the_same_words_again_change_nothing(store, scope, change):
    keep(store, scope)
    change(situation=SOFT)
    assert change(situation=SOFT, expected=2).revision == 2
    assert len(store.recorded()) == 1


@pytest.mark.parametrize("status", [Status.QUEUED, Status.GENERATING, Status.GENERATED, Status.APPROVED])
def test_what_is_written_or_being_written_keeps_its_plan(store, scope, change, status):
    keep(store, scope, status=status)
    with pytest.raises(Conflict):
        change(situation=SOFT)
    assert store.slot(scope, ONE) == make.slot(1)
    assert store.recorded() == []


def test_a_stale_change_and_an_unknown_conversation_are_refused(store, scope, change):
    keep(store, scope)
    change(situation=SOFT)
    with pytest.raises(Stale):
        change(situation="Mine.")
    with pytest.raises(NotFound):
        change("nowhere", situation="Mine.")
    assert store.slot(scope, ONE).situation == SOFT
