"""Comments on messages and stars: said by one person, read by all, gone with the conversation."""

from __future__ import annotations

import pytest

from brightrun.domain.conversation import Status
from brightrun.domain.errors import Conflict, InvalidInput, NotAllowed, NotFound, Stale
from brightrun.domain.event import Action
from brightrun.domain.tenancy import Actor
from brightrun.ports import changes as c
from brightrun.ports.many import RemoveHead
from brightrun.usecases import comments
from brightrun.usecases.comments import Remark
from brightrun.usecases.rating import rate_conversation
from tests.fakes import make

FIRST = make.an_id("conversation", 1)
INES = Actor(id="user-ines", name="Ines Duarte", via="session")


@pytest.fixture
def row(store, scope):
    head = make.head(1, status=Status.GENERATED, current_version=1, latest_version=1, score=8.4)
    laid = [c.SaveHead(head, None), c.AddSlot(make.slot(1)), c.AddVersion(make.version(1), make.turns())]
    store.commit(scope, laid, token="row")
    return head


@pytest.fixture
def say(store, scope, clock, row):
    def said(text="Too cold here.", *, by, version=1, turn=2):
        return comments.add_comment(scope, by, FIRST, Remark(version, turn, text), store=store, clock=clock)

    return said


def test_a_comment_says_who_when_and_about_which_message_and_leaves_the_row_alone(store, scope, actor, say, row):
    made = say("  Too cold.\r\nWarmer? ", by=actor)
    assert (made.text, made.turn, made.version, made.by_name) == ("Too cold.\nWarmer?", 2, 1, actor.name)
    assert comments.read_comments(scope, FIRST, store=store) == (made,)
    (event,) = store.events_of_subject(scope, FIRST)
    assert (event.action, event.details) == (Action.COMMENT_ADDED, {"comment": made.id, "turn": 2, "version": 1})
    assert store.head(scope, row.dataset_id, row.shard, FIRST) == row


@pytest.mark.parametrize(
    ("text", "about", "error"),
    [
        (" \n\t ", (1, 2), InvalidInput),
        ("x" * 2_001, (1, 2), InvalidInput),
        ("fine", (2, 2), NotFound),
        ("fine", (1, 40), NotFound),
    ],
)
def test_what_cannot_be_said_changes_nothing(store, scope, actor, say, text, about, error):
    with pytest.raises(error):
        say(text, by=actor, version=about[0], turn=about[1])
    assert store.comments(scope, FIRST) == ()
    assert store.events_of_subject(scope, FIRST) == ()


def test_only_the_one_who_made_it_changes_it_or_takes_it_away(store, scope, actor, clock, say):
    made = say(by=actor)
    with pytest.raises(NotAllowed, match="Only they can change it"):
        comments.change_comment(scope, INES, FIRST, made.id, "Mine now.", store=store, clock=clock)
    with pytest.raises(NotAllowed):
        comments.delete_comment(scope, INES, FIRST, made.id, store=store, clock=clock)
    assert store.comments(scope, FIRST) == (made,)
    after = comments.change_comment(scope, actor, FIRST, made.id, "Warmer.", store=store, clock=clock)
    assert (after.text, after.at, after.revision) == ("Warmer.", made.at, 2)
    comments.delete_comment(scope, actor, FIRST, made.id, store=store, clock=clock)
    assert store.comments(scope, FIRST) == ()
    said = [event.action for event in store.events_of_subject(scope, FIRST)]
    assert said == [Action.COMMENT_ADDED, Action.COMMENT_CHANGED, Action.COMMENT_DELETED]
    assert not any("Warmer" in str(event.details) for event in store.events_of_subject(scope, FIRST))
    with pytest.raises(NotFound):
        comments.delete_comment(scope, actor, FIRST, made.id, store=store, clock=clock)


def test_a_comment_comes_too_late_for_a_row_that_is_deleted_in_between(store, scope, actor, say, row):
    def deleted(changes):
        store.commit(scope, [RemoveHead(row)], token="deleted")

    store.before.append(deleted)
    store.before.append(lambda _: None)
    with pytest.raises(NotFound):
        say(by=actor)
    assert store.comments(scope, FIRST) == ()


def test_there_is_an_end_to_comments(store, scope, actor, say):
    for number in range(200):
        say(f"Number {number}", by=actor)
    with pytest.raises(Conflict, match="more don't fit"):
        say(by=actor)


def test_stars_are_given_changed_and_taken_away_on_record(store, scope, actor, clock, row):
    for expected, stars in ((1, 4), (2, 5), (3, None)):
        after = rate_conversation(scope, actor, FIRST, stars, expected=expected, store=store, clock=clock)
        assert (after.stars, after.revision) == (stars, expected + 1)
    given = [(e.details["before"], e.details["stars"]) for e in store.events_of_subject(scope, FIRST)]
    assert given == [(None, 4), (4, 5), (5, None)]
    with pytest.raises(Stale):
        rate_conversation(scope, INES, FIRST, 1, expected=1, store=store, clock=clock)


def test_the_same_stars_again_are_no_event(store, scope, actor, clock, row):
    for _ in range(2):
        rate_conversation(scope, actor, FIRST, None, expected=1, store=store, clock=clock)
    assert store.events_of_subject(scope, FIRST) == ()
