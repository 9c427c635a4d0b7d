from __future__ import annotations

import pytest

from brightrun.domain.errors import NotFound
from brightrun.domain.tenancy import TenantScope
from brightrun.ports import changes as c
from brightrun.usecases import tracing
from brightrun.usecases.parts.row_cache import RowCache
from tests.fakes import make
from tests.fakes.store import FakeStore

DATASET = make.an_id("dataset")
DOCUMENT = "doc-1"


@pytest.fixture
def planned(store: FakeStore, scope: TenantScope) -> FakeStore:
    """Three conversations: from two passages, from a document that is gone, and from none."""
    changes = [
        c.SaveDataset(make.dataset(last_number=3), None),
        c.AddDocument(make.document(1, id=DOCUMENT, title="Fees", category="Knowledge Base")),
        c.SaveHead(make.head(1, chunk_ids=("doc-1-0002", "doc-1-0007"), current_version=2), None),
        c.SaveHead(make.head(2, chunk_ids=("gone-0001",)), None),
        c.SaveHead(make.head(3), None),
    ]
    for number, change in enumerate(changes):
        store.commit(scope, [change], token=str(number))
    return store


def lines(store: FakeStore, scope: TenantScope, **more: int) -> list[dict[str, str]]:
    found = tracing.trace_dataset(scope, DATASET, store=store, rows=RowCache(), **more)
    return [dict(zip(tracing.FILE_HEADS, line, strict=True)) for line in found.lines]


def test_every_passage_of_every_conversation_has_a_line(planned: FakeStore, scope: TenantScope):
    told = [
        (line["conversation"], line["version"], line["document"], line["source_category"], line["passage"])
        for line in lines(planned, scope)
    ]
    assert told == [
        ("FP-0001", "2", "Fees", "Knowledge Base", "2"),
        ("FP-0001", "2", "Fees", "Knowledge Base", "7"),
        ("FP-0002", "", "", "", "1"),
        ("FP-0003", "", "", "", ""),
    ]
    assert lines(planned, scope)[2]["passage_id"] == "gone-0001"


def test_a_long_report_comes_in_parts_that_fit_together(planned: FakeStore, scope: TenantScope):
    first = tracing.trace_dataset(scope, DATASET, at_most=2, store=planned, rows=RowCache())
    assert (len(first.lines), first.after) == (3, 2)
    second = tracing.trace_dataset(scope, DATASET, after=2, store=planned, rows=RowCache())
    assert ([line[0] for line in second.lines], second.after) == (["FP-0003"], None)


def test_another_workspaces_dataset_is_not_here(planned: FakeStore, other_scope: TenantScope):
    with pytest.raises(NotFound):
        tracing.trace_dataset(other_scope, DATASET, store=planned, rows=RowCache())
