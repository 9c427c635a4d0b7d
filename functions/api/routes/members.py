"""The people of the workspace."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from brightrun.domain.tenant import Invitation
from brightrun.domain.tenant import Member as MemberRecord
from brightrun.usecases import members as people
from functions.api.call import Call
from functions.api.route import Access, Resource
from functions.api.schemas.identity import (
    AcceptInvitation,
    InvitationMade,
    Invite,
    Member,
    Members,
    RoleChange,
    Workspace,
)

members = Resource("members", "The people of the workspace, and invitations.")


def _member(member: MemberRecord) -> Member:
    return Member.of(member, id=member.user_id, state="active", since=member.joined_at)


def _invited(invitation: Invitation) -> Member:
    return Member.of(invitation, name="", state="invited", since=invitation.created_at)


@members.get("/members", needs=Permission.READ)
def list_members(call: Call) -> Members:
    """List the people of the workspace and who was invited."""
    store = call.ports.store
    found = people.list_people(call.scope, store=store, clock=call.ports.clock)
    items = [*map(_member, found.members), *map(_invited, found.invitations)]
    return Members(items=items, total=len(items))


@members.post("/members", needs=Permission.ADMINISTER, status=201, conflicts=True)
def invite_member(call: Call, body: Invite) -> InvitationMade:
    """Invite somebody; the answer holds the token to send to them."""
    invitation, token = people.invite(
        call.scope,
        call.actor,
        email=body.email,
        role=body.role,
        store=call.ports.store,
        clock=call.ports.clock,
    )
    return InvitationMade.of(invitation, accept_token=token)


@members.patch("/members/{member_id}", needs=Permission.ADMINISTER, conflicts=True)
def change_member(call: Call, member_id: str, body: RoleChange) -> Member:
    """Give a member another role."""
    changed = people.change_role(
        call.scope,
        call.actor,
        member_id,
        body.role,
        store=call.ports.store,
        clock=call.ports.clock,
    )
    return _member(changed)


@members.delete("/members/{member_id}", needs=Permission.ADMINISTER, conflicts=True)
def remove_member(call: Call, member_id: str) -> None:
    """Remove a member, or take an invitation back."""
    people.remove(
        call.scope,
        call.actor,
        member_id,
        store=call.ports.store,
        directory=call.ports.directory,
        clock=call.ports.clock,
    )


@members.post("/invitations/accept", needs=Access.SIGNED_IN, conflicts=True, refusals=(404,))
def accept_invitation(call: Call, body: AcceptInvitation) -> Workspace:
    """Join the workspace that an invitation was made for."""
    joined = people.accept(
        call.caller,
        body.token,
        store=call.ports.store,
        directory=call.ports.directory,
        clock=call.ports.clock,
    )
    return Workspace.of(joined)
