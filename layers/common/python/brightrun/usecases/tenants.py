"""Workspaces: the first sign-in makes one, the owner sets its limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol, cast

from pydantic import ValidationError

from brightrun.domain.budget import month_budget_key, opinions_budget_key
from brightrun.domain.errors import ChangeLost, InvalidInput, NotFound, Stale
from brightrun.domain.event import Action, Subject
from brightrun.domain.ids import request_token
from brightrun.domain.money import Catalogue, dollars
from brightrun.domain.tenancy import Actor, Caller, Role, TenantScope, scope_for_identity
from brightrun.domain.tenant import Member, Tenant, TenantSettings, UserProfile
from brightrun.ports.changes import Change, ResizeBudget, SaveMember, SaveTenant, SaveUser
from brightrun.ports.clock import Clock
from brightrun.ports.stores import Batches, Commits, Directory, Tenants
from brightrun.usecases.parts.record import event


class TenantStore(Commits, Tenants, Batches, Protocol):
    """What workspaces read and write."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """The caller, the workspace that is open, and all that this person belongs to."""

    caller: Caller
    tenant: Tenant | None
    memberships: tuple[tuple[Tenant, Role], ...]


def introduce(caller: Caller, *, store: TenantStore, directory: Directory, clock: Clock) -> Introduction:
    """Who this is. A person's first call makes their workspace, once, however often it is sent."""
    if caller.via == "api_key":
        return _introduce_key(caller, store)
    profile = directory.user(caller.user_id)
    if profile is None:
        profile = _welcome(caller, store=store, directory=directory, clock=clock)
    found: list[tuple[Tenant, Role]] = []
    for tenant_id in profile.tenants:
        scope = scope_for_identity(tenant_id)
        tenant, member = store.tenant(scope), store.member(scope, caller.user_id)
        if tenant is not None and member is not None and not tenant.suspended:
            found.append((tenant, member.role))
    opened = caller.tenant_id or profile.active_tenant
    tenant, role = next(((tenant, role) for tenant, role in found if tenant.id == opened), (None, None))
    known = replace(caller, tenant_id=tenant.id if tenant else None, role=role)
    return Introduction(known, tenant, tuple(found))


def _introduce_key(caller: Caller, store: TenantStore) -> Introduction:
    if caller.tenant_id is None or caller.role is None:
        return Introduction(caller, None, ())
    tenant = read_workspace(scope_for_identity(caller.tenant_id), store=store)
    return Introduction(caller, tenant, ((tenant, caller.role),))


def _welcome(caller: Caller, *, store: TenantStore, directory: Directory, clock: Clock) -> UserProfile:
    """Makes a workspace with its owner. Of two first calls at once one makes it, both find it."""
    tenant_id, now = clock.new_id(), clock.now()
    called = caller.name or caller.email.partition("@")[0] or "My"
    tenant = Tenant(
        id=tenant_id,
        name=f"{called[:100]}'s workspace",
        settings=TenantSettings(notify_email=caller.email),
        created_at=now,
    )
    profile = UserProfile(
        user_id=caller.user_id,
        email=caller.email,
        name=caller.name,
        active_tenant=tenant_id,
        tenants=(tenant_id,),
    )
    owner = Member(
        user_id=caller.user_id,
        email=caller.email,
        name=caller.name,
        role=Role.OWNER,
        joined_at=now,
    )
    changes: list[Change] = [
        SaveUser(profile, expected=None),
        SaveTenant(tenant, expected=None),
        SaveMember(owner, expected=None),
        event(
            clock,
            caller.actor,
            Action.TENANT_CREATED,
            Subject(kind="tenant", id=tenant_id, ref=tenant.name),
        ),
    ]
    try:
        store.commit(scope_for_identity(tenant_id), changes, token=request_token("welcome", tenant_id))
    except ChangeLost:
        there = directory.user(caller.user_id)
        if there is None:
            raise
        return there
    return profile


def read_workspace(scope: TenantScope, *, store: Tenants) -> Tenant:
    """The workspace with its settings. Raises NotFound."""
    tenant = store.tenant(scope)
    if tenant is None:
        raise NotFound("This workspace")
    return tenant


def change_settings(
    scope: TenantScope,
    actor: Actor,
    changes: Mapping[str, Any],
    *,
    expected: int,
    store: TenantStore,
    catalogue: Catalogue,
    clock: Clock,
) -> Tenant:
    """Changes limits and thresholds; a new monthly budget counts from this month on.

    `changes` are fields of TenantSettings, or `name`. Raises Stale, InvalidInput.
    """
    tenant = read_workspace(scope, store=store)
    if tenant.revision != expected:
        raise _stale(tenant)
    after = _changed(tenant, changes)
    known = (tenant.settings.default_model, tenant.settings.second_opinion.model)
    for model in (after.settings.default_model, after.settings.second_opinion.model):
        if model and model not in known:
            catalogue.model(model, clock.now().date())
    if after.name == tenant.name and after.settings == tenant.settings:
        return tenant
    after = after.model_copy(update={"revision": tenant.revision + 1})
    writes: list[Change] = [
        SaveTenant(after, expected=tenant.revision),
        event(
            clock,
            actor,
            Action.SETTINGS_CHANGED,
            Subject(kind="tenant", id=tenant.id, ref=after.name),
            changed=_differences(tenant, after),
        ),
        *_resized(scope, after, store, clock),
    ]
    try:
        store.commit(scope, writes, token=request_token("settings", clock.new_id()))
    except ChangeLost as lost:
        if 0 in lost.lost:
            raise _stale(read_workspace(scope, store=store)) from None
        raise _too_low(scope, after, store, clock) from None
    return after


def _changed(tenant: Tenant, changes: Mapping[str, Any]) -> Tenant:
    name = changes.get("name", tenant.name)
    wanted = {key: value for key, value in changes.items() if key != "name"}
    try:
        settings = TenantSettings.model_validate(_merged(tenant.settings.model_dump(), wanted))
    except ValidationError as error:
        fields = [
            (".".join(map(str, each["loc"])), each["msg"].removeprefix("Value error, "))
            for each in error.errors(include_input=False)
        ]
        raise InvalidInput("Some of these settings can't be used.", fields=fields) from None
    if not name.strip():
        raise InvalidInput("A workspace needs a name.", fields=[("name", "is empty")])
    return tenant.model_copy(update={"name": name.strip(), "settings": settings})


def _merged(before: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """What is left out stays, inside groups too."""
    groups = {key: cast("Mapping[str, Any]", new) for key, new in changes.items() if isinstance(new, Mapping)}
    return {**before, **changes, **{key: _merged(before[key], new) for key, new in groups.items()}}


def _differences(before: Tenant, after: Tenant) -> dict[str, Any]:
    old = {"name": before.name, **before.settings.model_dump()}
    new = {"name": after.name, **after.settings.model_dump()}
    return {key: {"from": old[key], "to": value} for key, value in new.items() if value != old[key]}


def _monthly(after: Tenant, clock: Clock) -> list[tuple[str, str, int]]:
    """This month's allowances: the field that sets it, its key, its size."""
    settings, now = after.settings, clock.now()
    return [
        ("monthly_budget_micros", month_budget_key(now), settings.monthly_budget_micros),
        ("second_opinion.monthly_micros", opinions_budget_key(now), settings.second_opinion.monthly_micros),
    ]


def _resized(scope: TenantScope, after: Tenant, store: Batches, clock: Clock) -> list[Change]:
    """Those that have been opened: a later month opens with the new figure."""
    changes: list[Change] = []
    for _, key, cap in _monthly(after, clock):
        opened = store.budget(scope, key)
        if opened is not None and opened.cap != cap:
            changes.append(ResizeBudget(key, cap - opened.cap))
    return changes


def _too_low(scope: TenantScope, after: Tenant, store: Batches, clock: Clock) -> InvalidInput:
    budgets = [(name, store.budget(scope, key), cap) for name, key, cap in _monthly(after, clock)]
    taken = {name: found.spent + found.reserved for name, found, _ in budgets if found}
    low = [name for name, found, cap in budgets if found and taken[name] > cap]
    return InvalidInput(
        f"{dollars(max((taken[name] for name in low), default=0))} of this month are spent or set aside already; "
        "the limit can't be lower.",
        code="budget_too_low",
        fields=[(name, f"at least {taken[name]}") for name in low],
    )


def _stale(current: Tenant) -> Stale:
    return Stale(
        "Somebody changed these settings in the meantime.",
        details={"current": current, "revision": current.revision},
    )
