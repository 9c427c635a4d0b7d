from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from brightrun.domain.document import Document
from brightrun.domain.errors import InvalidInput, NotFound, Stale, Unavailable
from brightrun.domain.event import Action
from brightrun.domain.limiter import Limits
from brightrun.domain.plan import PlanRequest
from brightrun.domain.tenancy import Actor, TenantScope, house_scope
from brightrun.ports.changes import (
    AddChunk,
    AddDocument,
    AddTemplateVersion,
    Change,
    SaveDataset,
    SaveTemplate,
)
from brightrun.runtime.catalogue import catalogue
from brightrun.usecases.plan import apply_plan, finish_pending_plan, preview_plan
from tests.domain.samples import NOW, dataset, passages, template_version, templates
from tests.fakes.clock import FakeClock
from tests.fakes.store import FakeStore

LIMITS = Limits(requests_per_minute=600, input_tokens_per_minute=2_000_000, output_tokens_per_minute=400_000)
MODEL = catalogue().model("claude-haiku-5-5", datetime(2026, 11, 23, tzinfo=UTC).date())


@pytest.fixture
def planned_store(store: FakeStore, scope: TenantScope) -> FakeStore:
    for template in templates():
        version = template_version("About {topic} in {turns}.", template.id, "Rules. " * 200)
        store.commit(
            house_scope(),
            [SaveTemplate(template, None), AddTemplateVersion(version)],
            token=template.id,
        )
    store.commit(scope, [SaveDataset(dataset(), None)], token="dataset")
    for passage in passages():
        chunk = passage.chunk
        store.commit(scope, [AddChunk(chunk)], token=chunk.id)
    for name in ("doc-1", "doc-2", "doc-3"):
        document = Document(
            id=name,
            title=name,
            category="Knowledge Base",
            chunk_count=8,
            created_at=NOW,
            updated_at=NOW,
            imported_by="user-1",
            fingerprint=name,
        )
        store.commit(scope, [AddDocument(document)], token=name)
    return store


def test_a_preview_shows_everything_and_writes_nothing(planned_store: FakeStore, scope: TenantScope, clock: FakeClock):
    commits = len(planned_store.commits)
    preview = preview_plan(
        scope,
        "dataset-1",
        PlanRequest(total=90),
        model=MODEL,
        limits=LIMITS,
        store=planned_store,
        clock=clock,
    )
    assert preview.tiers == {"template": 40, "scenario": 35, "edge_case": 15}
    assert sum(preview.coverage["persona"].values()) == 90
    assert len(preview.sample) == 9
    assert preview.estimate is not None
    assert 0 < preview.estimate.expected_micros < preview.estimate.at_most_micros
    assert preview.problems == ()
    assert len(planned_store.commits) == commits


def test_a_plan_that_cannot_be_made_is_a_problem_of_the_preview(
    planned_store: FakeStore, scope: TenantScope, clock: FakeClock
):
    preview = preview_plan(
        scope,
        "dataset-1",
        PlanRequest(total=1_000_000),
        model=MODEL,
        limits=LIMITS,
        store=planned_store,
        clock=clock,
    )
    assert [p.code for p in preview.problems] == ["plan_too_large"]


def test_applying_makes_every_conversation_with_its_event(
    planned_store: FakeStore, scope: TenantScope, clock: FakeClock, actor: Actor
):
    applied = apply_plan(
        scope,
        actor,
        "dataset-1",
        PlanRequest(total=90),
        store=planned_store,
        clock=clock,
        revision=1,
    )
    assert applied.created == 90
    assert applied.tiers == {"template": 40, "scenario": 35, "edge_case": 15}
    heads = planned_store.shard(scope, "dataset-1", 0)
    assert [h.ref for h in sorted(heads, key=lambda h: h.ref)] == [f"FP-{n:04d}" for n in range(1, 91)]
    assert all(planned_store.slot(scope, head.id) for head in heads)
    stored = planned_store.dataset(scope, "dataset-1")
    assert stored is not None
    assert (stored.last_number, stored.pending_plan) == (90, None)
    events = [e for e in planned_store.recorded() if e.action is Action.PLAN_APPLIED]
    assert [e.details["total"] for e in events] == [90]


def test_a_second_plan_goes_on_after_the_first(
    planned_store: FakeStore, scope: TenantScope, clock: FakeClock, actor: Actor
):
    for total in (10, 15):
        apply_plan(scope, actor, "dataset-1", PlanRequest(total=total), store=planned_store, clock=clock)
    heads = planned_store.shard(scope, "dataset-1", 0)
    assert len({head.ref for head in heads}) == 25


def _lost(_: Sequence[Change]) -> Exception | None:
    return Unavailable("gone")


def _fine(_: Sequence[Change]) -> Exception | None:
    return None


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", range(6))
def test_an_interrupted_plan_is_finished_by_whoever_comes_next(
    planned_store: FakeStore,
    scope: TenantScope,
    clock: FakeClock,
    actor: Actor,
    when: str,
    step: int,
):
    faults = planned_store.before if when == "before" else planned_store.after
    faults.extend([*[_fine] * step, _lost])
    with pytest.raises(Unavailable):
        apply_plan(scope, actor, "dataset-1", PlanRequest(total=90), store=planned_store, clock=clock)
    finish_pending_plan(scope, "dataset-1", store=planned_store, clock=clock)
    stored = planned_store.dataset(scope, "dataset-1")
    assert stored is not None
    assert stored.pending_plan is None
    heads = planned_store.shard(scope, "dataset-1", 0)
    assert len(heads) == stored.last_number
    assert len(heads) == (0 if (when, step) == ("before", 0) else 90)
    assert len([e for e in planned_store.recorded() if e.action is Action.PLAN_APPLIED]) <= 1


def test_finishing_builds_on_the_documents_of_the_moment_of_acceptance(
    planned_store: FakeStore, scope: TenantScope, clock: FakeClock, actor: Actor
):
    planned_store.before.extend([_fine, _fine, _lost])
    with pytest.raises(Unavailable):
        apply_plan(scope, actor, "dataset-1", PlanRequest(total=90), store=planned_store, clock=clock)
    late = Document(
        id="doc-9",
        title="late",
        category="Knowledge Base",
        chunk_count=1,
        created_at=NOW,
        updated_at=NOW,
        imported_by="user-1",
        fingerprint="late",
    )
    chunk = passages(1)[0].chunk
    added = chunk.model_copy(update={"id": "doc-9-0001", "document_id": "doc-9"})
    planned_store.commit(scope, [AddDocument(late), AddChunk(added)], token="late")
    assert finish_pending_plan(scope, "dataset-1", store=planned_store, clock=clock) == 90
    heads = planned_store.shard(scope, "dataset-1", 0)
    assert "doc-9" not in {d for head in heads for d in head.source_document_ids}


def test_a_stale_revision_another_tenant_and_an_unknown_document_are_refused(
    planned_store: FakeStore,
    scope: TenantScope,
    other_scope: TenantScope,
    clock: FakeClock,
    actor: Actor,
):
    request = PlanRequest(total=5)
    with pytest.raises(Stale):
        apply_plan(scope, actor, "dataset-1", request, store=planned_store, clock=clock, revision=9)
    with pytest.raises(NotFound):
        apply_plan(other_scope, actor, "dataset-1", request, store=planned_store, clock=clock)
    with pytest.raises(NotFound):
        apply_plan(
            scope,
            actor,
            "dataset-1",
            request.model_copy(update={"document_ids": ("doc-7",)}),
            store=planned_store,
            clock=clock,
        )
    with pytest.raises(InvalidInput):
        apply_plan(scope, actor, "dataset-1", PlanRequest(total=0), store=planned_store, clock=clock)
    assert planned_store.shard(scope, "dataset-1", 0) == ()
