from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import Any

import pytest

from brightrun.domain.budget import month_budget_key
from brightrun.domain.errors import InvalidInput, Stale, Unavailable
from brightrun.domain.event import Action
from brightrun.domain.score_rules import Range
from brightrun.domain.tenancy import Actor, Caller, Role, TenantScope, scope_for_identity
from brightrun.ports import changes as c
from brightrun.runtime.catalogue import catalogue
from brightrun.usecases.identity import caller_in_workspace
from brightrun.usecases.tenants import change_settings, introduce
from tests.fakes import make
from tests.fakes.clock import START, FakeClock
from tests.fakes.store import FakeStore

MAYA = Caller(user_id="maya", email="maya@hollis.example", name="Maya", via="session")


def met(caller: Caller, store: FakeStore, clock: FakeClock) -> Any:
    return introduce(caller, store=store, directory=store, clock=clock)


def test_the_first_call_makes_a_workspace_with_its_owner_and_its_event(store: FakeStore, clock: FakeClock):
    found = met(MAYA, store, clock)
    assert found.caller.role is Role.OWNER
    scope = scope_for_identity(found.tenant.id)
    assert [member.user_id for member in store.members(scope)] == ["maya"]
    assert found.tenant.settings.notify_email == "maya@hollis.example"
    assert [each.tenant_id for each in store.registered_tenants()] == [found.tenant.id]
    (event,) = store.events_of_hour(scope, START)
    assert event.action is Action.TENANT_CREATED


def test_however_often_it_is_sent_there_is_one_workspace(store: FakeStore, clock: FakeClock):
    first = met(MAYA, store, clock)
    assert met(MAYA, store, clock).tenant == first.tenant
    assert len(store.registered_tenants()) == 1


def test_of_two_first_calls_at_once_both_find_the_same_workspace(store: FakeStore, clock: FakeClock):
    others: list[Any] = []

    def meanwhile(_: Any) -> None:
        others.append(met(MAYA, store, clock))

    store.before = deque([meanwhile])
    mine = met(MAYA, store, clock)
    assert mine.tenant == others[0].tenant
    assert len(store.registered_tenants()) == 1


def test_a_first_call_whose_answer_was_lost_is_found_done(store: FakeStore, clock: FakeClock):
    store.after = deque([lambda _: Unavailable("lost")])
    with pytest.raises(Unavailable):
        met(MAYA, store, clock)
    assert met(MAYA, store, clock).caller.role is Role.OWNER
    assert len(store.registered_tenants()) == 1


def test_a_key_makes_no_workspace(store: FakeStore, scope: TenantScope, clock: FakeClock):
    store.commit(scope, [c.SaveTenant(make.tenant(), None)], token="tenant")
    key = Caller("key:1", "", "CI", "api_key", tenant_id="acme", role=Role.VIEWER)
    found = met(key, store, clock)
    assert (found.tenant.id, found.caller.role) == ("acme", Role.VIEWER)
    assert len(store.registered_tenants()) == 1


def test_a_workspace_made_a_moment_ago_is_found_although_the_gateway_has_not_seen_it(
    store: FakeStore, clock: FakeClock
):
    made = met(MAYA, store, clock)
    caller = caller_in_workspace(replace(MAYA, tenant_id=None), store=store, directory=store)
    assert (caller.tenant_id, caller.role) == (made.tenant.id, Role.OWNER)


@pytest.fixture
def settled(store: FakeStore, scope: TenantScope) -> FakeStore:
    store.commit(scope, [c.SaveTenant(make.tenant(), None)], token="tenant")
    return store


def change(store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock, expected: int = 1, **wanted: Any):
    return change_settings(scope, actor, wanted, expected=expected, store=store, catalogue=catalogue(), clock=clock)


def test_a_change_is_stored_with_what_it_was_before(
    settled: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock
):
    after = change(settled, scope, actor, clock, flag_below=5.0, name=" Hollis ")
    assert (after.settings.flag_below, after.name, after.revision) == (5.0, "Hollis", 2)
    (event,) = settled.events_of_hour(scope, START)
    assert event.details["changed"]["flag_below"] == {"from": 6.0, "to": 5.0}


def test_a_change_that_changes_nothing_writes_nothing(
    settled: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock
):
    assert change(settled, scope, actor, clock, flag_below=6.0).revision == 1
    assert not settled.events_of_hour(scope, START)


def test_a_stale_change_is_refused(settled: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock):
    change(settled, scope, actor, clock, flag_below=5.0)
    with pytest.raises(Stale) as stale:
        change(settled, scope, actor, clock, flag_below=4.0)
    assert stale.value.details["revision"] == 2


@pytest.mark.parametrize(
    "wanted",
    [{"flag_below": 0}, {"max_paid_attempts": 6}, {"monthly_budget_micros": -1}, {"name": "  "}],
)
def test_what_can_not_be_is_named(
    settled: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock, wanted: dict[str, Any]
):
    with pytest.raises(InvalidInput) as refused:
        change(settled, scope, actor, clock, **wanted)
    assert refused.value.fields[0][0] == next(iter(wanted))


def test_the_rules_of_the_score_change_one_by_one(
    settled: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock
):
    after = change(settled, scope, actor, clock, score={"edge_case": {"messages": {"least": 6, "most": 10}}})
    assert after.settings.score.edge_case.messages == Range(least=6, most=10)
    assert after.settings.score.edge_case.client_words == Range(least=12, most=60)
    again = change(settled, scope, actor, clock, 2, score={"weights": {"facts": 50}})
    assert (again.settings.score.weights.facts, again.settings.score.weights.arc) == (50, 18)
    assert again.settings.score.edge_case.messages.most == 10


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        ({"template": {"messages": {"least": 9, "most": 3}}}, "score.template.messages"),
        ({"weights": {"structure": 0, "length": 0, "voice": 0, "facts": 0, "repetition": 0}}, "score.weights"),
        ({"weights": {"arc": -1}}, "score.weights.arc"),
    ],
)
def test_rules_that_can_not_be_are_named(
    settled: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock, wanted: dict[str, Any], field: str
):
    with pytest.raises(InvalidInput) as refused:
        change(settled, scope, actor, clock, score=wanted)
    assert refused.value.fields[0][0] == field
    assert "Value error" not in refused.value.fields[0][1]


def test_a_model_without_a_price_is_refused(settled: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock):
    with pytest.raises(InvalidInput) as refused:
        change(settled, scope, actor, clock, default_model="claude-nobody")
    assert refused.value.code == "model_unpriced"


def test_a_new_monthly_budget_counts_at_once_when_the_month_has_begun(
    settled: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock
):
    key = month_budget_key(clock.now())
    settled.open_budget(scope, key, 100_000_000)
    change(settled, scope, actor, clock, monthly_budget_micros=150_000_000)
    budget = settled.budget(scope, key)
    assert budget is not None
    assert (budget.cap, budget.remaining) == (150_000_000, 150_000_000)


def test_a_monthly_budget_never_falls_below_what_is_spent(
    settled: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock
):
    key = month_budget_key(clock.now())
    settled.open_budget(scope, key, 100_000_000)
    settled.commit(scope, [c.MoveBudget(key, remaining=-60_000_000, reserved=60_000_000)], token="r")
    with pytest.raises(InvalidInput) as refused:
        change(settled, scope, actor, clock, monthly_budget_micros=50_000_000)
    assert refused.value.code == "budget_too_low"
    assert "$60.00" in refused.value.message
