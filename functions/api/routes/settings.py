"""Limits and thresholds of the workspace."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from brightrun.domain.tenant import Tenant
from brightrun.usecases import tenants
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.schemas.identity import Settings, SettingsChange

settings = Resource("settings", "Limits and thresholds of the workspace.")


def settings_wire(tenant: Tenant) -> Settings:
    return Settings.of(tenant.settings, name=tenant.name, revision=tenant.revision)


@settings.get("/settings", needs=Permission.READ)
def read_settings(call: Call) -> Settings:
    """Read the workspace's limits and thresholds."""
    return settings_wire(tenants.read_workspace(call.scope, store=call.ports.store))


@settings.patch("/settings", needs=Permission.ADMINISTER, if_match=True)
def change_settings(call: Call, body: SettingsChange) -> Settings:
    """Change the workspace's limits and thresholds."""
    changed = tenants.change_settings(
        call.scope,
        call.actor,
        body.model_dump(exclude_unset=True, exclude_none=True),
        expected=call.revision,
        store=call.ports.store,
        clock=call.ports.clock,
        catalogue=call.ports.catalogue,
    )
    return settings_wire(changed)
