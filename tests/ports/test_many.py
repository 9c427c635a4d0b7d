"""What every store promises of bulk operations, of deleting, and of what people have opened."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest

from brightrun.domain.errors import ChangeLost
from brightrun.domain.operation import Asked, Operation
from brightrun.domain.reader import Reader
from brightrun.domain.tombstone import Tombstone
from brightrun.ports import changes as c
from brightrun.ports import many
from tests.fakes import make
from tests.fakes.clock import START

_TOKENS = itertools.count(1)
DATASET = make.an_id("dataset")


def commit(store, scope, *changes):
    store.commit(scope, changes, token=f"many {next(_TOKENS):027d}")


def operation(**changes):
    given = {
        "id": make.an_id("operation"),
        "dataset_id": DATASET,
        "asked": Asked(action="approve"),
        "total": 2,
        "started_by": "user-1",
        "started_by_name": "Maya Hollis",
        "started_via": "session",
        "started_at": START,
        "updated_at": START,
    }
    return Operation(**{**given, **changes})


def test_a_row_is_taken_out_at_its_revision_only_and_readers_see_it(kept, scope):
    head = make.head(1)
    commit(kept, scope, c.SaveHead(head, None))
    before = kept.shard_revisions(scope, DATASET, [0])[0]
    with pytest.raises(ChangeLost):
        commit(kept, scope, many.RemoveHead(head.model_copy(update={"revision": 2})))
    commit(kept, scope, many.RemoveHead(head))
    assert kept.shard(scope, DATASET, 0) == ()
    assert kept.shard_revisions(scope, DATASET, [0])[0] > before


def test_a_version_goes_with_its_messages_and_twice_is_no_error(kept, scope):
    commit(kept, scope, c.AddVersion(make.version(1), make.turns()), c.AddSlot(make.slot(1)))
    for _ in range(2):
        commit(kept, scope, many.RemoveVersion(make.version(1)), many.RemoveSlot(make.head(1).id))
    assert kept.versions(scope, make.head(1).id) == ()
    assert kept.version(scope, make.head(1).id, 1) is None
    assert kept.slot(scope, make.head(1).id) is None


def test_what_was_deleted_is_listed_by_its_dataset(kept, scope, other_scope):
    stone = Tombstone(
        conversation_id=make.head(1).id,
        ref="FP-0001",
        dataset_id=DATASET,
        deleted_by="user-1",
        deleted_by_name="Maya",
        deleted_at=START,
    )
    commit(kept, scope, many.AddTombstone(stone))
    assert kept.tombstones(scope, DATASET) == (stone,)
    assert kept.tombstones(other_scope, DATASET) == ()


def test_an_operation_is_open_until_it_ends_and_moves_under_its_revision(kept, scope, other_scope):
    begun = operation()
    members = (("a", 0), ("b", 1))
    commit(kept, scope, many.SaveOperation(begun, None), many.AddOperationMembers(begun.id, 0, members))
    commit(kept, scope, many.AddOperationMembers(begun.id, 1, (("c", 2),)))
    assert kept.operation_members(scope, begun.id) == (*members, ("c", 2))
    assert kept.open_operations(scope) == (begun,)
    assert kept.operation(other_scope, begun.id) is None
    ended = begun.went_on(done=2, failed=(), now=START)
    commit(kept, scope, many.SaveOperation(ended, 1))
    with pytest.raises(ChangeLost):
        commit(kept, scope, many.SaveOperation(ended, 1))
    assert kept.operation(scope, begun.id) == ended
    assert kept.open_operations(scope) == ()


def test_the_newest_version_that_somebody_opened_is_kept_for_each_person(kept, scope, other_scope):
    for version in (2, 1):
        kept.keep_opened(scope, DATASET, "user-1", "conversation-1", version)
    assert kept.opened(scope, DATASET, "user-1") == {"conversation-1": 2}
    assert kept.opened(scope, DATASET, "user-2") == {}
    assert kept.opened(other_scope, DATASET, "user-1") == {}


def test_who_reads_a_conversation_is_kept_once_for_each_person(kept, scope, other_scope):
    ines, tom = (Reader(user_id=name, name=name.title(), until=START) for name in ("ines", "tom"))
    later = ines.model_copy(update={"until": START + timedelta(seconds=30)})
    for reader in (tom, later, ines):
        kept.keep_reading(scope, "conversation-1", reader)
    assert kept.readers(scope, "conversation-1") == (later, tom)
    assert kept.readers(scope, "conversation-2") == ()
    assert kept.readers(other_scope, "conversation-1") == ()
