"""What every store promises of comments."""

from __future__ import annotations

import pytest

from brightrun.domain.errors import ChangeLost
from brightrun.ports import changes as c
from brightrun.ports import many, remarks
from tests.fakes import make
from tests.fakes.remarks import a_comment

FIRST = make.head(1).id


def test_comments_are_listed_by_their_conversation_in_the_order_of_their_ids(kept, scope, other_scope):
    first, second = sorted((a_comment(1), a_comment(2)), key=lambda comment: comment.id)
    for each in (second, first):
        kept.commit(scope, [remarks.SaveComment(each, None)], token=each.id)
    assert kept.comments(scope, FIRST) == (first, second)
    assert kept.comments(scope, make.head(2).id) == ()
    assert kept.comments(other_scope, FIRST) == ()
    assert kept.versions(scope, FIRST) == ()


def test_a_comment_is_changed_under_its_revision_and_taken_away_once_or_twice(kept, scope):
    made = a_comment(1)
    kept.commit(scope, [remarks.SaveComment(made, None)], token="made")
    after = made.model_copy(update={"text": "Warmer.", "revision": 2})
    kept.commit(scope, [remarks.SaveComment(after, 1)], token="changed")
    with pytest.raises(ChangeLost):
        kept.commit(scope, [remarks.SaveComment(after, 1)], token="changed again")
    assert kept.comments(scope, FIRST) == (after,)
    for token in ("gone", "gone again"):
        kept.commit(scope, [remarks.RemoveComment(after)], token=token)
    assert kept.comments(scope, FIRST) == ()


def test_nothing_is_said_about_a_row_that_was_deleted_meanwhile(kept, scope):
    head, comment = make.head(1), a_comment(1)
    kept.commit(scope, [c.SaveHead(head, None)], token="head")
    kept.commit(scope, [remarks.RequireRow(head), remarks.SaveComment(comment, None)], token="said")
    kept.commit(scope, [many.RemoveHead(head)], token="deleted")
    with pytest.raises(ChangeLost) as lost:
        kept.commit(scope, [remarks.RequireRow(head), remarks.SaveComment(a_comment(2), None)], token="too late")
    assert lost.value.lost == (0,)
    assert kept.comments(scope, FIRST) == (comment,)
