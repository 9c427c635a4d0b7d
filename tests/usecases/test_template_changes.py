import pytest

from brightrun.domain.errors import Conflict, InvalidInput, NotFound, Stale
from brightrun.domain.event import Action
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import Actor, TenantScope, house_scope
from brightrun.usecases.activity import sentence_of
from brightrun.usecases.parts.template_shelf import Shelf, hold, leading_version
from brightrun.usecases.template_changes import (
    Draft,
    add_version,
    create_template,
    duplicate_template,
    set_shares,
    set_state,
)
from brightrun.usecases.templates import list_templates, seed_templates, template_with_versions
from functions.template_seed.handler import template_files
from tests.domain.samples import NOW
from tests.fakes import make
from tests.fakes.clock import FakeClock
from tests.fakes.store import FakeStore

HOUSE = "anxiety-to-relief"
BODY = "{persona} feels {emotion} about {topic}."


@pytest.fixture
def seeded(store: FakeStore, clock: FakeClock) -> FakeStore:
    seed_templates(template_files(), store=store, clock=clock)
    return store


def actions(store: FakeStore, scope: TenantScope) -> list[Action]:
    return [
        event.action for event in reversed(store.latest(scope, before=None, limit=50, since=NOW.replace(year=2020)))
    ]


def version(store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock, body: str, share: int = 0):
    return add_version(scope, actor, HOUSE, body, share=share, note="", store=store, clock=clock)


def test_a_new_version_stands_beside_the_old_ones_which_stay(
    seeded: FakeStore, scope: TenantScope, other_scope: TenantScope, actor: Actor, clock: FakeClock
):
    before = template_with_versions(scope, HOUSE, store=seeded)[1]
    changed = version(seeded, scope, actor, clock, BODY)
    held, after = template_with_versions(scope, HOUSE, store=seeded)
    assert held.is_own
    assert after[1:] == before
    assert (after[0].body, after[0].common, after[0].created_by_name) == (BODY, before[0].common, actor.name)
    assert changed.in_use == {before[0].number: 100}
    assert not hold(other_scope, HOUSE, seeded).is_own
    assert actions(seeded, scope) == [Action.TEMPLATE_VERSION_ADDED]
    event = seeded.latest(scope, before=None, limit=1, since=NOW.replace(year=2020))[0]
    said = f"{actor.name} added version {changed.latest_version} to the template {changed.name}"
    assert sentence_of(event) == said


def test_a_new_version_may_take_a_share_at_once(seeded: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock):
    first = hold(scope, HOUSE, seeded).template.latest_version
    assert version(seeded, scope, actor, clock, BODY, 50).in_use == {first: 50, first + 1: 50}
    assert version(seeded, scope, actor, clock, BODY + " Now.", 30).in_use == {
        first: 35,
        first + 1: 35,
        first + 2: 30,
    }
    assert version(seeded, scope, actor, clock, BODY + " Then.", 100).in_use == {first + 3: 100}


def test_a_later_text_of_the_house_does_not_change_what_the_workspace_made(
    seeded: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock
):
    mine = version(seeded, scope, actor, clock, BODY, 100)
    newer = [
        f.model_copy(update={"version": f.version + 1, "body": f.body + " House."}) if f.id == HOUSE else f
        for f in template_files()
    ]
    seed_templates(newer, store=seeded, clock=clock)
    assert leading_version(scope, HOUSE, seeded).body == BODY
    assert leading_version(house_scope(), HOUSE, seeded).number == mine.latest_version
    assert leading_version(house_scope(), HOUSE, seeded).body.endswith("House.")


@pytest.mark.parametrize(
    ("body", "named"), [("{persona} {emotion} {topik}", "Did you mean {topic}?"), ("{persona} {topic}", "{emotion}")]
)
def test_a_text_with_unknown_or_missing_parameters_is_refused_and_nothing_is_kept(
    seeded: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock, body: str, named: str
):
    draft = Draft(name="Ours", tier=Tier.TEMPLATE, body=body)
    for attempt in (
        lambda: version(seeded, scope, actor, clock, body),
        lambda: create_template(scope, actor, draft, store=seeded, clock=clock),
    ):
        with pytest.raises(InvalidInput) as refused:
            attempt()
        assert named in refused.value.message
    assert seeded.templates(scope) == ()
    assert actions(seeded, scope) == []


def test_the_same_text_again_is_no_version(seeded: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock):
    version(seeded, scope, actor, clock, BODY)
    with pytest.raises(InvalidInput, match="the same text as version"):
        version(seeded, scope, actor, clock, BODY.replace("{topic}", "{{ topic }}"))


def test_shares_are_kept_with_who_changed_them_and_a_stale_change_is_refused(
    seeded: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock
):
    one = version(seeded, scope, actor, clock, BODY)
    shares = {one.latest_version: 70, one.latest_version - 1: 30}
    changed = set_shares(scope, actor, HOUSE, shares, expected=one.revision, store=seeded, clock=clock)
    assert changed.in_use == shares
    with pytest.raises(Stale):
        set_shares(scope, actor, HOUSE, shares, expected=one.revision, store=seeded, clock=clock)
    event = seeded.latest(scope, before=None, limit=1, since=NOW.replace(year=2020))[0]
    assert (event.action, event.actor_name) == (Action.TEMPLATE_WEIGHTS_CHANGED, actor.name)
    assert event.details["shares"] == {str(number): share for number, share in shares.items()}


def test_conversations_get_the_versions_in_use_by_their_shares(
    seeded: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock
):
    one = version(seeded, scope, actor, clock, BODY, 50)
    heads = [make.head(number, template_id=HOUSE) for number in range(1, 401)]
    shelf = Shelf(scope, seeded)
    given = [shelf.version_for(head).number for head in heads]
    assert given == [Shelf(scope, seeded).version_for(head).number for head in heads]
    assert 160 < given.count(one.latest_version) < 240


def test_a_template_that_is_off_is_replaced_by_another_for_the_same_arc_or_refused_by_name(
    seeded: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock
):
    head = make.head(1, template_id=HOUSE)
    with pytest.raises(Conflict, match="the only template in use for the arc Anxiety-to-Relief"):
        set_state(scope, actor, HOUSE, "off", expected=1, store=seeded, clock=clock)
    beside = duplicate_template(scope, actor, HOUSE, "Beside", store=seeded, clock=clock)
    off = set_state(scope, actor, HOUSE, "off", expected=1, store=seeded, clock=clock)
    assert Shelf(scope, seeded).version_for(head).template_id == beside.id
    on = set_state(scope, actor, HOUSE, "active", expected=off.revision, store=seeded, clock=clock)
    assert Shelf(scope, seeded).version_for(head).template_id == HOUSE
    set_state(scope, actor, HOUSE, "retired", expected=on.revision, store=seeded, clock=clock)
    with pytest.raises(Conflict, match="is retired"):
        version(seeded, scope, actor, clock, BODY)
    assert actions(seeded, scope) == [
        Action.TEMPLATE_CREATED,
        Action.TEMPLATE_DEACTIVATED,
        Action.TEMPLATE_ACTIVATED,
        Action.TEMPLATE_RETIRED,
    ]
    assert {held.template.id for held in list_templates(scope, store=seeded)} >= {HOUSE, beside.id}


def test_names_give_ids_that_are_free(seeded: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock):
    made = [
        create_template(scope, actor, Draft(name=name, tier=Tier.TEMPLATE, body=BODY), store=seeded, clock=clock).id
        for name in ("Anxiety to relief", "Anxiety to relief", "9 lives", "信頼")
    ]
    assert made == ["anxiety-to-relief-2", "anxiety-to-relief-3", "template-9-lives", "template"]


def test_the_house_keeps_its_repair_text(seeded: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock):
    for change in (
        lambda: add_version(scope, actor, "repair", BODY, share=0, note="", store=seeded, clock=clock),
        lambda: duplicate_template(scope, actor, "repair", "", store=seeded, clock=clock),
        lambda: set_state(scope, actor, "repair", "off", expected=1, store=seeded, clock=clock),
    ):
        with pytest.raises(Conflict, match="belongs to the house"):
            change()
    with pytest.raises(NotFound):
        hold(scope, "nothing", seeded)
