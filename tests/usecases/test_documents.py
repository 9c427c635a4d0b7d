from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import Any

import pytest

from brightrun.domain.dimensions import DIMENSION_NAMES
from brightrun.domain.errors import InvalidInput, NotFound, Unavailable
from brightrun.domain.event import Action
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.ports import changes as c
from brightrun.usecases.documents import (
    IncomingChunk,
    IncomingDocument,
    import_documents,
    list_chunks,
    list_documents,
    trace_chunk,
)
from brightrun.usecases.parts.row_cache import RowCache
from tests.fakes import make
from tests.fakes.clock import START, FakeClock
from tests.fakes.store import FakeStore


def incoming(title: str = "Fees", chunks: int = 3, **dimensions: Any) -> IncomingDocument:
    passages = tuple(IncomingChunk(f"{title}, passage {n}.", dimensions) for n in range(1, chunks + 1))
    return IncomingDocument(title=title, category="Knowledge Base", chunks=passages)


class Shelf:
    def __init__(self, store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> None:
        self.store, self.scope, self.actor, self.clock = store, scope, actor, clock

    def bring(self, *documents: IncomingDocument) -> Any:
        return import_documents(self.scope, self.actor, documents, store=self.store, clock=self.clock)

    def refused(self, *documents: IncomingDocument) -> InvalidInput:
        with pytest.raises(InvalidInput) as refused:
            self.bring(*documents)
        assert not self.store.commits
        return refused.value


@pytest.fixture
def shelf(store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> Shelf:
    return Shelf(store, scope, actor, clock)


def test_documents_come_in_with_their_passages_and_one_event(shelf: Shelf):
    done = shelf.bring(incoming("Fees"), incoming("Estate", 2))
    assert [(each.title, each.chunk_count) for each in done.new] == [("Fees", 3), ("Estate", 2)]
    assert [each.title for each in list_documents(shelf.scope, store=shelf.store)] == ["Estate", "Fees"]
    chunks = list_chunks(shelf.scope, done.new[0].id, store=shelf.store)
    assert [(chunk.number, chunk.text) for chunk in chunks] == [(n, f"Fees, passage {n}.") for n in (1, 2, 3)]
    (event,) = shelf.store.events_of_hour(shelf.scope, START)
    assert (event.action, event.details["chunks"]) == (Action.DOCUMENTS_IMPORTED, 5)


def test_the_same_document_is_stored_once_and_said_to_be_here(shelf: Shelf):
    first = shelf.bring(incoming())
    commits = len(shelf.store.commits)
    again = shelf.bring(incoming())
    assert again.new == ()
    assert [each.id for each in again.already_here] == [each.id for each in first.new]
    assert len(shelf.store.commits) == commits


def test_one_word_makes_another_document(shelf: Shelf):
    shelf.bring(incoming())
    assert len(shelf.bring(replace(incoming(), title="Other fees")).new) == 1


def test_two_workspaces_never_share_an_id(shelf: Shelf, other_scope: TenantScope):
    mine = shelf.bring(incoming()).new[0]
    shelf.scope = other_scope
    assert shelf.bring(incoming()).new[0].id != mine.id


def test_a_document_twice_in_one_import_is_one(shelf: Shelf):
    assert len(shelf.bring(incoming(), incoming()).new) == 1


def test_the_gates_are_lifted_from_the_dimensions(shelf: Shelf):
    done = shelf.bring(incoming(include_in_training=False, pii_flag=True, ip_sensitivity="High"))
    chunk = list_chunks(shelf.scope, done.new[0].id, store=shelf.store)[0]
    assert (chunk.include_in_training, chunk.pii_flag, chunk.ip_sensitivity) == (False, True, "high")
    assert not chunk.may_enter_prompts


def test_all_sixty_dimensions_are_kept_and_the_left_out_ones_are_null(shelf: Shelf):
    done = shelf.bring(incoming(summary="Fees", key_terms=["fee"]))
    chunk = list_chunks(shelf.scope, done.new[0].id, store=shelf.store)[0]
    assert tuple(chunk.dimensions) == DIMENSION_NAMES
    assert len(DIMENSION_NAMES) == 60
    assert (chunk.dimensions["summary"], chunk.dimensions["author"]) == ("Fees", None)
    assert chunk.may_enter_prompts


@pytest.mark.parametrize("commit", range(4))
def test_an_import_that_broke_off_shows_nothing_and_is_completed_by_sending_it_again(shelf: Shelf, commit: int):
    """100 passages are three writes, the documents a fourth."""

    def down(_: Any) -> Exception:
        return Unavailable("The table did not answer.")

    shelf.store.before = deque([*([lambda _: None] * commit), down])
    documents = (incoming("Long", 99), incoming("Short", 1))
    with pytest.raises(Unavailable):
        shelf.bring(*documents)
    assert not list_documents(shelf.scope, store=shelf.store)
    assert len(shelf.bring(*documents).new) == 2
    assert {each.chunk_count for each in list_documents(shelf.scope, store=shelf.store)} == {99, 1}


def test_the_same_import_twice_at_once_ends_well_for_both(shelf: Shelf):
    shelf.store.before = deque([lambda _: None, lambda _: shelf.bring(incoming()) and None])
    shelf.bring(incoming())
    assert len(list_documents(shelf.scope, store=shelf.store)) == 1


def test_a_wrong_one_keeps_all_out_and_is_named(shelf: Shelf):
    error = shelf.refused(incoming("Good"), incoming("Bad", summry="typo"))
    assert "Nothing was imported" in error.message
    assert "“Bad”, passage 1" in error.message
    assert "Did you mean summary?" in error.message
    assert error.fields[0][0] == "documents.1.chunks.0.dimensions.summry"


@pytest.mark.parametrize(
    ("dimensions", "field"),
    [
        ({"pii_flag": "yes"}, "pii_flag"),
        ({"include_in_training": 1}, "include_in_training"),
        ({"ip_sensitivity": "secret"}, "ip_sensitivity"),
        ({"summary": {"deep": 1}}, "summary"),
        ({"key_terms": [1, 2]}, "key_terms"),
    ],
)
def test_a_value_that_can_not_be_is_named(shelf: Shelf, dimensions: dict[str, Any], field: str):
    error = shelf.refused(incoming(chunks=1, **dimensions))
    assert error.fields[0][0] == f"documents.0.chunks.0.dimensions.{field}"


@pytest.mark.parametrize(
    ("document", "field"),
    [
        (replace(incoming(), title=" "), "documents.0.title"),
        (replace(incoming(), category="Gossip"), "documents.0.category"),
        (replace(incoming(), chunks=()), "documents.0.chunks"),
        (replace(incoming(), chunks=(IncomingChunk("  ", {}),)), "documents.0.chunks.0.text"),
    ],
)
def test_what_is_missing_is_named(shelf: Shelf, document: IncomingDocument, field: str):
    assert shelf.refused(document).fields[0][0] == field


def test_too_much_at_once_is_refused_before_anything_is_read(shelf: Shelf):
    assert shelf.refused(*(incoming(f"Document {n}") for n in range(51))).code == "too_many"
    assert shelf.refused(incoming("Long", 1001)).code == "too_many"


def test_no_transaction_is_larger_than_the_table_takes(shelf: Shelf):
    long = IncomingDocument(
        "Long", "Knowledge Base", tuple(IncomingChunk(f"{n} " + "é" * 19_000, {}) for n in range(120))
    )
    shelf.bring(long)
    for changes in shelf.store.commits[:-1]:
        assert len(changes) <= 40
        assert sum(len(each.chunk.text.encode()) for each in changes if isinstance(each, c.AddChunk)) < 2_500_000


def test_a_passage_leads_to_its_conversations(shelf: Shelf):
    chunk = f"{shelf.bring(incoming()).new[0].id}-0001"
    head = make.head(1, chunk_ids=(chunk,))
    shelf.store.commit(shelf.scope, [c.SaveDataset(make.dataset(last_number=1), None)], token="d")
    shelf.store.commit(shelf.scope, [c.SaveHead(head, None)], token="h")
    found, traced = trace_chunk(shelf.scope, chunk, store=shelf.store, rows=RowCache())
    assert (found.number, traced) == (1, [head.id])


@pytest.mark.parametrize("chunk", ["nothing", "nothing-0001", ""])
def test_a_passage_that_is_not_here(shelf: Shelf, chunk: str):
    with pytest.raises(NotFound):
        trace_chunk(shelf.scope, chunk, store=shelf.store, rows=RowCache())
