import pytest

from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.document import Document
from brightrun.domain.errors import InvalidInput, NotFound, Stale
from brightrun.domain.event import Action
from brightrun.domain.plan import Fill, PlanRequest
from brightrun.domain.tenancy import Actor, TenantScope, house_scope
from brightrun.ports.changes import (
    AddChunk,
    AddDocument,
    AddTemplateVersion,
    SaveDataset,
    SaveHead,
    SaveTemplate,
)
from brightrun.usecases.coverage import read_coverage
from brightrun.usecases.parts.row_cache import RowCache
from brightrun.usecases.plan import apply_plan
from tests.domain.samples import NOW, dataset, passages, template_version, templates
from tests.fakes.clock import FakeClock
from tests.fakes.store import FakeStore


@pytest.fixture
def ninety(store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> FakeStore:
    """A firm with three documents, a plan of ninety from two of them, all written."""
    for template in templates():
        store.commit(
            house_scope(),
            [
                SaveTemplate(template, None),
                AddTemplateVersion(template_version("About {topic} in {turns}.", template.id)),
            ],
            token=template.id,
        )
    store.commit(scope, [SaveDataset(dataset(), None)], token="dataset")
    for passage in passages():
        store.commit(scope, [AddChunk(passage.chunk)], token=passage.chunk.id)
    for name in ("doc-1", "doc-2", "doc-3"):
        document = Document(
            id=name,
            title=f"Title of {name}",
            category="Knowledge Base",
            chunk_count=8,
            created_at=NOW,
            updated_at=NOW,
            imported_by="user-1",
            fingerprint=name,
        )
        store.commit(scope, [AddDocument(document)], token=name)
    wanted = PlanRequest(total=90, document_ids=("doc-1", "doc-2"))
    apply_plan(scope, actor, "dataset-1", wanted, store=store, clock=clock)
    for head in rows(store, scope):
        written = head.model_copy(update={"status": Status.GENERATED, "revision": head.revision + 1})
        store.commit(scope, [SaveHead(written, head.revision)], token=f"written-{head.id}")
    return store


def rows(store: FakeStore, scope: TenantScope) -> list[ConversationHead]:
    return list(store.shard(scope, "dataset-1", 0))


def covered(store: FakeStore, scope: TenantScope, across: str = "arc"):
    return read_coverage(scope, "dataset-1", "persona", across, store=store, cache=RowCache())


def test_coverage_counts_what_is_stored_and_names_documents_that_nothing_uses(ninety: FakeStore, scope: TenantScope):
    found = covered(ninety, scope)
    assert (found.table.total.ready, found.table.gaps) == (90, ())
    assert {line.value: line.tally.ready for line in found.charts["tier"]} == {
        "template": 40,
        "scenario": 35,
        "edge_case": 15,
    }
    assert [document.id for document in found.unused] == ["doc-3"]
    assert found.titles["doc-1"] == "Title of doc-1"


def test_a_rejected_pair_is_filled_with_planned_rows_that_are_in_the_record(
    ninety: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock
):
    for head in rows(ninety, scope):
        if (head.persona, head.arc) == ("Recently Widowed", "Discovery"):
            rejected = head.model_copy(update={"status": Status.REJECTED, "revision": head.revision + 1})
            ninety.commit(scope, [SaveHead(rejected, head.revision)], token=f"no-{head.id}")
    (gap,) = covered(ninety, scope).table.gaps
    fill = Fill(where={"persona": gap.row, "arc": gap.column}, count=gap.missing)
    apply_plan(scope, actor, "dataset-1", PlanRequest(total=3, fills=(fill,)), store=ninety, clock=clock)
    found = covered(ninety, scope)
    assert found.table.gaps == ()
    added = [head for head in rows(ninety, scope) if head.is_top_up]
    assert [(head.persona, head.arc, head.status) for head in added] == [
        ("Recently Widowed", "Discovery", Status.PLANNED)
    ] * 3
    event = [each for each in ninety.recorded() if each.action is Action.PLAN_APPLIED][-1]
    assert event.details["gaps"] == [{"persona": "Recently Widowed", "arc": "Discovery"}]


def test_a_second_click_on_the_same_gap_adds_nothing(
    ninety: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock
):
    fill = PlanRequest(total=1, fills=(Fill(where={"arc": "Triumph"}, count=1),))
    read = ninety.dataset(scope, "dataset-1")
    assert read is not None
    apply_plan(scope, actor, "dataset-1", fill, store=ninety, clock=clock, revision=read.revision)
    with pytest.raises(Stale):
        apply_plan(scope, actor, "dataset-1", fill, store=ninety, clock=clock, revision=read.revision)
    assert len(rows(ninety, scope)) == 91


def test_an_unknown_dataset_and_a_pair_of_one_dimension_are_refused(ninety: FakeStore, scope: TenantScope):
    with pytest.raises(NotFound):
        read_coverage(scope, "gone", "persona", "arc", store=ninety, cache=RowCache())
    with pytest.raises(InvalidInput):
        covered(ninety, scope, "persona")
