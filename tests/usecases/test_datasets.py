from __future__ import annotations

from typing import Any

import pytest

from brightrun.adapters.packs import PackFolder
from brightrun.domain.budget import dataset_budget_key
from brightrun.domain.conversation import Status
from brightrun.domain.errors import InvalidInput, NotFound, Stale
from brightrun.domain.event import Action
from brightrun.domain.taxonomy import Arc, Tier, TierWeights
from brightrun.domain.tenancy import Actor, TenantScope
from brightrun.domain.words import Failure
from brightrun.ports import changes as c
from brightrun.usecases.admin import overview
from brightrun.usecases.datasets import Wanted, change_dataset, create_dataset, list_datasets, prefix_of
from brightrun.usecases.parts.row_cache import RowCache
from brightrun.usecases.summary import summarise
from tests.fakes import make
from tests.fakes.clock import START, FakeClock
from tests.fakes.store import FakeStore
from tests.functions.world import PACKS


class Projects:
    def __init__(self, store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> None:
        self.store, self.scope, self.actor, self.clock = store, scope, actor, clock

    def create(self, name: str = "Financial planning", **wanted: Any) -> Any:
        wanted = {"pack": "financial-planning", **wanted}
        packs = PackFolder(PACKS)
        return create_dataset(
            self.scope, self.actor, Wanted(name, **wanted), packs=packs, store=self.store, clock=self.clock
        )

    def change(self, dataset_id: str, expected: int = 1, **changes: Any) -> Any:
        return change_dataset(
            self.scope, self.actor, dataset_id, changes, expected=expected, store=self.store, clock=self.clock
        )


@pytest.fixture
def projects(store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> Projects:
    return Projects(store, scope, actor, clock)


def test_a_dataset_starts_from_a_pack_with_a_budget_of_its_own(projects: Projects):
    made = projects.create(budget_micros=7_000_000)
    assert (made.prefix, made.tier_weights, made.last_number) == ("FP", TierWeights(), 0)
    assert len(made.taxonomy.personas) >= 3
    budget = projects.store.budget(projects.scope, dataset_budget_key(made.id))
    assert budget is not None
    assert (budget.cap, budget.remaining) == (7_000_000, 7_000_000)
    (event,) = projects.store.events_of_hour(projects.scope, START)
    assert (event.action, event.dataset_id) == (Action.DATASET_CREATED, made.id)


def test_a_taxonomy_of_ones_own_wins(projects: Projects):
    assert projects.create(taxonomy=make.taxonomy()).taxonomy == make.taxonomy()


def test_the_newest_stands_first(projects: Projects):
    for name in ("First", "Second"):
        projects.create(name)
        projects.clock.advance(1)
    assert [each.name for each in list_datasets(projects.scope, store=projects.store)] == ["Second", "First"]


@pytest.mark.parametrize(
    ("name", "prefix"), [("Financial planning", "FP"), ("a b c d e f", "ABCD"), ("2026", "BR"), ("été", "BR")]
)
def test_short_ids_begin_with_the_initials(name: str, prefix: str):
    assert prefix_of(name) == prefix


@pytest.mark.parametrize(
    "wanted",
    [
        {"pack": None},
        {"name": "   "},
        {"tier_weights": TierWeights(template=0, scenario=0, edge_case=0)},
        {"taxonomy": make.taxonomy().model_copy(update={"arcs": (Arc(name="Same"), Arc(name="Same"))})},
    ],
    ids=["no taxonomy", "no name", "no weight", "twins"],
)
def test_what_can_not_be_planned_with_is_refused(projects: Projects, wanted: dict[str, Any]):
    with pytest.raises(InvalidInput) as refused:
        projects.create(**wanted)
    assert refused.value.fields
    assert not projects.store.commits


def test_an_unknown_pack_is_not_here(projects: Projects):
    for slug in ("nothing", "../financial-planning", "financial-planning/documents"):
        with pytest.raises(NotFound):
            projects.create(pack=slug)


def test_a_change_moves_the_revision_and_the_budget(projects: Projects):
    made = projects.create()
    after = projects.change(made.id, name="Renamed", budget_micros=made.budget_micros + 5)
    budget = projects.store.budget(projects.scope, dataset_budget_key(made.id))
    assert (after.name, after.revision) == ("Renamed", 2)
    assert budget is not None
    assert budget.cap == budget.remaining == made.budget_micros + 5


def test_a_stale_change_shows_the_current_one(projects: Projects):
    made = projects.create()
    projects.change(made.id, name="First")
    with pytest.raises(Stale) as stale:
        projects.change(made.id, name="Second")
    assert stale.value.details["current"].name == "First"


def test_a_budget_never_falls_below_what_is_spent(projects: Projects):
    made = projects.create(budget_micros=10)
    key = dataset_budget_key(made.id)
    projects.store.commit(projects.scope, [c.MoveBudget(key, remaining=-8, reserved=8)], token="r")
    with pytest.raises(InvalidInput) as refused:
        projects.change(made.id, budget_micros=7)
    assert refused.value.code == "budget_too_low"
    assert projects.change(made.id, budget_micros=8).budget_micros == 8


def test_figures_are_counted_from_the_conversations(projects: Projects):
    scope, store = projects.scope, projects.store
    store.commit(scope, [c.SaveDataset(make.dataset(last_number=4), None)], token="d")
    failure = Failure(kind="permanent", code="refused", reason="No.", next_step="Change it.", at=START)
    rows = [
        make.head(1, status=Status.APPROVED, score=8.0),
        make.head(2, status=Status.GENERATED, score=5.1, flags=("short",), tier=Tier.SCENARIO),
        make.head(3, status=Status.FAILED, failure=failure),
        make.head(4, is_seed=True, arc="Triumph"),
    ]
    for row in rows:
        store.commit(scope, [c.SaveHead(row, None)], token=row.id)
    store.commit(scope, [c.SaveBatch(make.batch(), None)], token="b")
    found = summarise(scope, make.an_id("dataset"), store=store, rows=RowCache())
    assert found.counts == {
        "planned": 1,
        "queued": 0,
        "generating": 0,
        "generated": 1,
        "failed": 1,
        "approved": 1,
        "rejected": 0,
        "needs_edit": 0,
        "flagged": 1,
        "seeds": 1,
        "total": 4,
    }
    assert (found.by_tier[Tier.TEMPLATE].ready, found.by_tier[Tier.TEMPLATE].approved) == (1, 1)
    assert found.coverage["arc"] == {"Anxiety-to-Relief": 3, "Triumph": 1}
    assert found.average_score == 6.5
    assert found.running_batch_id == make.an_id("batch")


def test_staff_count_all_workspaces_and_read_no_text(projects: Projects, other_scope: TenantScope):
    store = projects.store
    failure = Failure(kind="permanent", code="refused", reason="Private.", next_step="-", at=START)
    for scope in (projects.scope, other_scope):
        store.commit(scope, [c.SaveTenant(make.tenant(scope.tenant_id, name="Private"), None)], token="t")
        store.commit(scope, [c.SaveDataset(make.dataset(last_number=1), None)], token="d")
        head = make.head(1, status=Status.FAILED, failure=failure, title="Private")
        store.commit(scope, [c.SaveHead(head, None), c.SaveBatch(make.batch(), None)], token="h")
    found = overview(store=store, directory=store)
    assert found.tenants == 2
    assert found.conversations_by_status == {"failed": 2}
    assert found.batches_by_state == {"running": 2}
    assert found.errors_by_code == {"refused": 2}
    assert "Private" not in repr(found)


def test_a_persona_that_conversations_were_planned_with_has_to_stay(projects: Projects):
    made = projects.create(taxonomy=make.taxonomy())
    head = make.head(1, dataset_id=made.id)
    planned = made.model_copy(update={"last_number": 1, "revision": 2})
    projects.store.commit(
        projects.scope, [c.SaveDataset(planned, expected=1), c.SaveHead(head, expected=None)], token="planned"
    )
    words = made.taxonomy
    renamed = words.personas[0].model_copy(update={"name": "Nervous Investor"})
    with pytest.raises(InvalidInput) as refused:
        projects.change(made.id, 2, taxonomy=words.model_copy(update={"personas": (renamed, *words.personas[1:])}))
    assert refused.value.code == "word_in_use"
    assert "One conversation was planned with the persona Anxious Investor" in refused.value.message
    assert projects.store.dataset(projects.scope, made.id) == planned


def test_a_new_name_beside_the_old_one_and_an_unused_word_may_change(projects: Projects):
    made = projects.create(taxonomy=make.taxonomy())
    words = made.taxonomy
    renamed = words.personas[0].model_copy(update={"name": "Nervous Investor"})
    after = projects.change(made.id, taxonomy=words.model_copy(update={"personas": (*words.personas, renamed)}))
    assert len(after.taxonomy.personas) == 3
    fewer = after.taxonomy.model_copy(update={"personas": (renamed,)})
    assert projects.change(made.id, 2, taxonomy=fewer).taxonomy.personas == (renamed,)
