"""Comments for tests, and what their changes do to the stored items."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from brightrun.domain.comment import Comment
from brightrun.ports import remarks
from tests.fakes import make
from tests.fakes.actions import GONE, Action, Data, guarded, plans
from tests.fakes.clock import START


def a_comment(number: int = 1, **changes: Any) -> Comment:
    given = {
        "id": make.an_id("comment", number),
        "conversation_id": make.an_id("conversation", 1),
        "version": 1,
        "turn": 2,
        "text": "Too cold here.",
        "by": "user-1",
        "by_name": "Maya Hollis",
        "at": START,
    }
    return Comment(**{**given, **changes})


@plans(remarks.RequireRow)
def _row(data: Data, tenant: str, change: remarks.RequireRow) -> Iterable[Action]:
    head = change.head
    place = (tenant, "heads", head.dataset_id, head.shard)
    yield Action(place, head.id, ok=data.get(place, head.id) is not None)


@plans(remarks.SaveComment)
def _save(data: Data, tenant: str, change: remarks.SaveComment) -> Iterable[Action]:
    comment = change.comment
    yield guarded(data, (tenant, "comments", comment.conversation_id), comment.id, comment, change.expected)


@plans(remarks.RemoveComment)
def _remove(data: Data, tenant: str, change: remarks.RemoveComment) -> Iterable[Action]:
    yield Action((tenant, "comments", change.comment.conversation_id), change.comment.id, value=GONE)
