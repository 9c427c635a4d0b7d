from __future__ import annotations

from collections import deque
from datetime import timedelta
from typing import Any

import pytest

from brightrun.domain.errors import Conflict, NotAllowed, NotFound
from brightrun.domain.event import Action
from brightrun.domain.tenancy import Actor, Caller, Role, TenantScope
from brightrun.ports import changes as c
from brightrun.usecases.api_keys import create_key, list_keys, revoke_key
from brightrun.usecases.members import accept, change_role, invite, list_people, remove
from tests.fakes import make
from tests.fakes.clock import START, FakeClock
from tests.fakes.store import FakeStore

TOM = Caller(user_id="tom", email="Tom@acme.example", name="Tom", via="session")


@pytest.fixture
def office(store: FakeStore, scope: TenantScope) -> FakeStore:
    store.commit(scope, [c.SaveTenant(make.tenant(), None)], token="tenant")
    for user in ("ann", "bob"):
        profile = make.user(user, active_tenant="acme", tenants=("acme",))
        store.commit(scope, [c.SaveMember(make.member(user), None), c.SaveUser(profile, None)], token=user)
    return store


class Office:
    def __init__(self, store: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> None:
        self.store, self.scope, self.actor, self.clock = store, scope, actor, clock

    def invite(self, email: str = "tom@acme.example", role: Role = Role.EDITOR) -> str:
        _, token = invite(self.scope, self.actor, email=email, role=role, store=self.store, clock=self.clock)
        return token

    def accept(self, token: str, caller: Caller = TOM) -> Any:
        return accept(caller, token, store=self.store, directory=self.store, clock=self.clock)

    def remove(self, user: str) -> None:
        remove(self.scope, self.actor, user, store=self.store, directory=self.store, clock=self.clock)

    def role(self, user: str, role: Role) -> Any:
        return change_role(self.scope, self.actor, user, role, store=self.store, clock=self.clock)


@pytest.fixture
def at(office: FakeStore, scope: TenantScope, actor: Actor, clock: FakeClock) -> Office:
    return Office(office, scope, actor, clock)


def test_who_was_invited_joins_with_the_role_and_opens_the_workspace(at: Office):
    assert at.accept(at.invite()).id == "acme"
    member, profile = at.store.member(at.scope, "tom"), at.store.user("tom")
    assert member is not None
    assert member.role is Role.EDITOR
    assert profile is not None
    assert (profile.active_tenant, profile.tenants) == ("acme", ("acme",))
    actions = [event.action for event in at.store.events_of_hour(at.scope, START)]
    assert actions == [Action.MEMBER_INVITED, Action.MEMBER_JOINED]


def test_the_token_is_stored_nowhere(at: Office):
    token = at.invite()
    assert token not in repr(at.store.commits)


def test_an_invitation_works_once(at: Office):
    token = at.invite()
    at.accept(token)
    with pytest.raises(NotFound):
        at.accept(token)


def test_an_invitation_ends(at: Office):
    token = at.invite()
    at.clock.advance(timedelta(days=15).total_seconds())
    with pytest.raises(NotFound):
        at.accept(token)
    assert not list_people(at.scope, store=at.store, clock=at.clock).invitations


def test_an_invitation_is_for_one_address_and_for_people(at: Office):
    token = at.invite("somebody@else.example")
    with pytest.raises(NotAllowed):
        at.accept(token)
    with pytest.raises(NotAllowed):
        at.accept(token, Caller("key:1", "somebody@else.example", "CI", "api_key"))


def test_who_is_in_already_is_not_invited(at: Office):
    with pytest.raises(Conflict):
        at.invite("ANN@acme.example")


def test_an_invitation_taken_back_can_not_be_accepted(at: Office):
    token = at.invite()
    (invitation,) = at.store.invitations(at.scope)
    at.remove(invitation.id)
    with pytest.raises(NotFound):
        at.accept(token)


def test_a_removed_member_loses_the_workspace(at: Office):
    at.remove("bob")
    profile = at.store.user("bob")
    assert at.store.member(at.scope, "bob") is None
    assert profile is not None
    assert (profile.active_tenant, profile.tenants) == (None, ())


def test_the_last_owner_can_neither_leave_nor_step_down(at: Office):
    at.remove("bob")
    for attempt in (lambda: at.remove("ann"), lambda: at.role("ann", Role.VIEWER)):
        with pytest.raises(Conflict) as refused:
            attempt()
        assert refused.value.code == "last_owner"


def test_two_owners_can_not_remove_each_other_at_once(at: Office):
    def meanwhile(_: Any) -> None:
        at.remove("ann")

    at.store.before = deque([meanwhile])
    with pytest.raises(Conflict):
        at.remove("bob")
    assert [each.user_id for each in at.store.members(at.scope)] == ["bob"]


def test_a_role_change_is_on_record(at: Office):
    assert at.role("bob", Role.REVIEWER).role is Role.REVIEWER
    event = at.store.events_of_hour(at.scope, START)[-1]
    assert (event.action, event.details) == (Action.MEMBER_CHANGED, {"before": "owner", "after": "reviewer"})


def test_nobody_of_another_workspace_can_be_changed(at: Office, other_scope: TenantScope):
    at.store.commit(other_scope, [c.SaveMember(make.member("zoe"), None)], token="zoe")
    for attempt in (lambda: at.remove("zoe"), lambda: at.role("zoe", Role.VIEWER)):
        with pytest.raises(NotFound):
            attempt()


def test_a_key_is_shown_once_and_stored_as_a_digest(at: Office):
    key, secret = create_key(at.scope, at.actor, name="CI", role=Role.EDITOR, store=at.store, clock=at.clock)
    assert secret.startswith(key.prefix)
    assert secret not in repr(at.store.commits)
    assert at.store.api_key_by_sha256(key.sha256) == key


def test_an_ended_key_stays_in_the_list_and_ends_once(at: Office):
    key, _ = create_key(at.scope, at.actor, name="CI", role=Role.VIEWER, store=at.store, clock=at.clock)
    for _ in range(2):
        revoke_key(at.scope, at.actor, key.id, store=at.store, clock=at.clock)
    (listed,) = list_keys(at.scope, store=at.store)
    assert listed.revoked_at == START
    actions = [event.action for event in at.store.events_of_hour(at.scope, START)]
    assert actions.count(Action.KEY_REVOKED) == 1


def test_a_key_of_another_workspace_is_not_here(at: Office, other_scope: TenantScope):
    key, _ = create_key(at.scope, at.actor, name="CI", role=Role.VIEWER, store=at.store, clock=at.clock)
    with pytest.raises(NotFound):
        revoke_key(other_scope, at.actor, key.id, store=at.store, clock=at.clock)
