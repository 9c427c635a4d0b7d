import pytest

from brightrun.domain.errors import InvalidInput, NotFound
from brightrun.domain.plan import PlanRequest
from brightrun.domain.taxonomy import Tier
from brightrun.domain.template_file import TemplateFile, read_template_file
from brightrun.domain.tenancy import Actor, TenantScope, house_scope
from brightrun.ports.changes import AddTemplateVersion, SaveDataset, SaveTemplate
from brightrun.usecases.plan import apply_plan
from brightrun.usecases.templates import (
    list_templates,
    preview_template,
    seed_templates,
    template_with_versions,
)
from functions.template_seed.handler import template_files
from tests.domain.samples import dataset, template, template_version
from tests.fakes.clock import FakeClock
from tests.fakes.store import FakeStore

FILES = template_files()
PLAN = PlanRequest.model_validate({"total": 5, "tier_weights": {"template": 1, "scenario": 0, "edge_case": 0}})


def changed(number: int, **changes: object) -> list[TemplateFile]:
    return [f.model_copy(update=changes) if n == number else f for n, f in enumerate(FILES)]


def test_the_packed_prompts_are_seeded_once(store: FakeStore, clock: FakeClock):
    first = seed_templates(FILES, store=store, clock=clock)
    assert len(first.added) == len(FILES) - 1
    again = seed_templates(FILES, store=store, clock=clock)
    assert (again.added, len(again.unchanged)) == ((), len(FILES) - 1)
    stored = list_templates(house_scope(), store=store)
    assert [held.template.tier for held in stored].count(Tier.TEMPLATE) == 5
    quality = {held.template.id for held in stored if held.template.tier is None}
    assert quality == {"judge", "repair", "rewrite"}


def test_a_new_version_is_added_beside_the_old_one(store: FakeStore, clock: FakeClock):
    seed_templates(FILES, store=store, clock=clock)
    file = FILES[1]
    newer = changed(1, version=2, body=file.body + "\n\nBe brief.")
    assert seed_templates(newer, store=store, clock=clock).added == (file.id,)
    found, versions = template_with_versions(house_scope(), file.id, store=store)
    assert (found.template.active_version, found.template.latest_version) == (2, 2)
    assert [v.number for v in versions] == [2, 1]
    assert versions[1].body == file.body


def test_a_new_common_part_is_a_new_version_of_all(store: FakeStore, clock: FakeClock):
    seed_templates(FILES, store=store, clock=clock)
    newer = changed(0, version=2, body=FILES[0].body + "\n\nMore.")
    added = seed_templates(newer, store=store, clock=clock).added
    assert len(added) == sum(file.tier not in {"common", "quality"} for file in FILES)
    assert "repair" not in added


@pytest.mark.parametrize("number", [0, 1])
def test_a_changed_text_under_an_old_number_is_refused(store: FakeStore, clock: FakeClock, number: int):
    seed_templates(FILES, store=store, clock=clock)
    with pytest.raises(InvalidInput, match="needs a new version number") as refused:
        seed_templates(changed(number, body=FILES[number].body + " x"), store=store, clock=clock)
    assert refused.value.code == "template_changed"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("no front matter", "has no front matter"),
        ("---\nid: [\n---\nx", "can't be read"),
        ("---\njust text\n---\nx", "can't be read"),
        ("---\nid: a\nname: A\ntier: template\nversion: 0\n---\nx", "can't be read"),
        ("---\nid: a\nname: A\ntier: template\nversion: 1\n---\n{topic}", "not those of its text"),
        (
            "---\nid: a\nname: A\ntier: template\nversion: 1\nparameters: [shoe]\n---\n{shoe}",
            "no conversation has",
        ),
    ],
)
def test_a_broken_prompt_file_is_named(text: str, problem: str):
    with pytest.raises(InvalidInput, match=problem) as refused:
        read_template_file(text, "template/a.md")
    assert "template/a.md" in refused.value.message


def test_the_workspace_own_template_replaces_the_house_one(
    store: FakeStore, clock: FakeClock, scope: TenantScope, other_scope: TenantScope
):
    seed_templates(FILES, store=store, clock=clock)
    own = template(FILES[1].id, Tier.TEMPLATE, arc=FILES[1].arc, description="ours")
    version = template_version("Ours.", own.id)
    store.commit(scope, [SaveTemplate(own, None), AddTemplateVersion(version)], token="own")
    assert [h.template.description for h in list_templates(scope, store=store) if h.template.id == own.id] == ["ours"]
    others = list_templates(other_scope, store=store)
    assert "ours" not in {held.template.description for held in others}


def test_a_preview_is_what_would_be_sent(
    store: FakeStore, clock: FakeClock, scope: TenantScope, other_scope: TenantScope, actor: Actor
):
    seed_templates(FILES, store=store, clock=clock)
    store.commit(scope, [SaveDataset(dataset(), None)], token="dataset")
    apply_plan(scope, actor, "dataset-1", PLAN, store=store, clock=clock)
    head = store.shard(scope, "dataset-1", 0)[0]
    own = head.template_id or ""
    shown = preview_template(scope, own, head.id, store=store)
    assert shown.missing == shown.unknown == ()
    assert f"reference: {head.ref}" in shown.prompt
    assert shown.system == FILES[0].body
    other = preview_template(scope, "from-the-firms-files", head.id, store=store)
    assert other.missing == ("problem_context", "solution_action", "scenario_outcome")
    assert "{problem_context}" in other.prompt
    for who, name, conversation in (
        (other_scope, own, head.id),
        (scope, "nothing", head.id),
        (scope, own, "nothing"),
    ):
        with pytest.raises(NotFound):
            preview_template(who, name, conversation, store=store)
