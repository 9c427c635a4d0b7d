"""The people of a workspace: invitations, roles, and who may never leave."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from brightrun.domain.errors import ChangeLost, Conflict, NotAllowed, NotFound
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.tenancy import Actor, Caller, Role, TenantScope, scope_for_identity
from brightrun.domain.tenant import Invitation, Member, Tenant, UserProfile
from brightrun.ports.changes import (
    Change,
    RemoveInvitation,
    RemoveMember,
    SaveInvitation,
    SaveMember,
    SaveUser,
)
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Commits, Directory, Tenants
from brightrun.usecases.parts.record import event

INVITATION_LASTS = timedelta(days=14)


class MemberStore(Commits, Tenants, Protocol):
    """What membership reads and writes."""


@dataclass(frozen=True, slots=True)
class People:
    members: tuple[Member, ...]
    invitations: tuple[Invitation, ...]
    """Those that can still be accepted."""


def list_people(scope: TenantScope, *, store: MemberStore, clock: Clock) -> People:
    """Everyone of the workspace, owners first."""
    order = list(Role)
    members = sorted(store.members(scope), key=lambda each: (order.index(each.role), each.email))
    now = clock.now()
    open_ones = [each for each in store.invitations(scope) if each.expires_at > now]
    return People(tuple(members), tuple(sorted(open_ones, key=lambda each: each.created_at)))


def invite(
    scope: TenantScope,
    actor: Actor,
    *,
    email: str,
    role: Role,
    store: MemberStore,
    clock: Clock,
) -> tuple[Invitation, str]:
    """An invitation and its token, which is known to nobody once this answer is given."""
    wanted = email.strip().lower()
    if any(member.email.lower() == wanted for member in store.members(scope)):
        raise Conflict(f"{email} is in this workspace already.", code="already_member")
    token, now = secrets.token_urlsafe(32), clock.now()
    invitation = Invitation(
        id=clock.new_id(),
        email=wanted,
        role=role,
        token_sha256=_digest(token),
        invited_by=actor.id,
        created_at=now,
        expires_at=now + INVITATION_LASTS,
    )
    store.commit(
        scope,
        [
            SaveInvitation(invitation),
            event(
                clock,
                actor,
                Action.MEMBER_INVITED,
                Subject(kind="member", id=invitation.id, ref=wanted),
                role=role.value,
            ),
        ],
        token=request_token("invite", invitation.id),
    )
    return invitation, token


def accept(caller: Caller, token: str, *, store: MemberStore, directory: Directory, clock: Clock) -> Tenant:
    """Joins the workspace that the token invites to. It works once, and only for the invited address."""
    if caller.via != "session":
        raise NotAllowed("A person has to accept an invitation, not a key.")
    found = directory.invitation_tenant(_digest(token))
    if found is None:
        raise NotFound("This invitation")
    tenant_id, invitation_id = found
    scope = scope_for_identity(tenant_id)
    invitation = next((each for each in store.invitations(scope) if each.id == invitation_id), None)
    tenant = store.tenant(scope)
    if tenant is None or invitation is None or invitation.expires_at <= clock.now():
        raise NotFound("This invitation")
    if invitation.email != caller.email.strip().lower():
        raise NotAllowed(
            "This invitation was sent to another address. Sign in with that one.",
            code="other_address",
        )
    _join(scope, caller, invitation, store=store, directory=directory, clock=clock)
    return tenant


def _join(
    scope: TenantScope,
    caller: Caller,
    invitation: Invitation,
    *,
    store: MemberStore,
    directory: Directory,
    clock: Clock,
) -> None:
    profile = directory.user(caller.user_id)
    joined = profile or UserProfile(user_id=caller.user_id, email=caller.email, name=caller.name)
    joined = joined.model_copy(
        update={
            "active_tenant": scope.tenant_id,
            "tenants": tuple(dict.fromkeys((*joined.tenants, scope.tenant_id))),
            "revision": joined.revision + 1 if profile else 1,
        }
    )
    member = Member(
        user_id=caller.user_id,
        email=caller.email,
        name=caller.name,
        role=invitation.role,
        joined_at=clock.now(),
    )
    changes: list[Change] = [
        RemoveInvitation(invitation.id),
        SaveMember(member, expected=None),
        SaveUser(joined, expected=profile.revision if profile else None),
        event(
            clock,
            caller.actor,
            Action.MEMBER_JOINED,
            Subject(kind="member", id=caller.user_id, ref=caller.email),
            role=invitation.role.value,
        ),
    ]
    try:
        store.commit(scope, changes, token=request_token("join", clock.new_id()))
    except ChangeLost as lost:
        if 0 in lost.lost:
            raise NotFound("This invitation") from None
        if 1 in lost.lost:
            raise Conflict("You are in this workspace already.", code="already_member") from None
        raise


def change_role(
    scope: TenantScope,
    actor: Actor,
    user_id: str,
    role: Role,
    *,
    store: MemberStore,
    clock: Clock,
) -> Member:
    """Another role for a member. The last owner stays one."""
    member = _member(scope, user_id, store)
    if member.role is role:
        return member
    guard = _other_owner(scope, member, store) if member.role is Role.OWNER else []
    changed = member.model_copy(update={"role": role, "revision": member.revision + 1})
    changes: list[Change] = [
        SaveMember(changed, expected=member.revision),
        event(
            clock,
            actor,
            Action.MEMBER_CHANGED,
            Subject(kind="member", id=user_id, ref=member.email),
            before=member.role.value,
            after=role.value,
        ),
        *guard,
    ]
    _commit(scope, changes, store, clock)
    return changed


def remove(
    scope: TenantScope,
    actor: Actor,
    member_id: str,
    *,
    store: MemberStore,
    directory: Directory,
    clock: Clock,
) -> None:
    """Takes a member out, or an invitation back. The last owner stays."""
    invited = next((each for each in store.invitations(scope) if each.id == member_id), None)
    if invited is not None:
        gone: list[Change] = [RemoveInvitation(invited.id)]
        email = invited.email
    else:
        member = _member(scope, member_id, store)
        email = member.email
        gone = [RemoveMember(member.user_id, member.revision)]
        gone += _other_owner(scope, member, store) if member.role is Role.OWNER else []
        profile = directory.user(member.user_id)
        if profile is not None:
            gone.append(SaveUser(_without(profile, scope.tenant_id), expected=profile.revision))
    subject = Subject(kind="member", id=member_id, ref=email)
    _commit(scope, [*gone, event(clock, actor, Action.MEMBER_REMOVED, subject)], store, clock)


def _without(profile: UserProfile, tenant_id: str) -> UserProfile:
    left = tuple(each for each in profile.tenants if each != tenant_id)
    active = profile.active_tenant
    return profile.model_copy(
        update={
            "tenants": left,
            "active_tenant": next(iter(left), None) if active == tenant_id else active,
            "revision": profile.revision + 1,
        }
    )


def _member(scope: TenantScope, user_id: str, store: Tenants) -> Member:
    member = store.member(scope, user_id)
    if member is None:
        raise NotFound("This member")
    return member


def _other_owner(scope: TenantScope, leaving: Member, store: Tenants) -> list[Change]:
    """A guard that another owner is still there when this one goes: two can't leave at once."""
    others = [each for each in store.members(scope) if each.role is Role.OWNER and each.user_id != leaving.user_id]
    if not others:
        raise Conflict("This is the last owner. Make somebody else an owner first.", code="last_owner")
    other = others[0]
    touched = other.model_copy(update={"revision": other.revision + 1})
    return [SaveMember(touched, expected=other.revision)]


def _commit(scope: TenantScope, changes: list[Change], store: Commits, clock: Clock) -> None:
    try:
        store.commit(scope, changes, token=request_token("members", clock.new_id()))
    except ChangeLost:
        raise Conflict(
            "Somebody else changed the members at the same moment. Look again, then decide.",
            code="changed",
        ) from None


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
