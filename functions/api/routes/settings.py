"""Limits and thresholds of the workspace."""

from __future__ import annotations

from brightrun.domain.agreement import Agreement as AgreementRecord
from brightrun.domain.template_usage import ENOUGH
from brightrun.domain.tenancy import Permission
from brightrun.domain.tenant import Tenant
from brightrun.usecases import agreement, tenants
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.schemas.identity import Settings, SettingsChange
from functions.api.schemas.opinions import Agreement, Agreements

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


@settings.get("/settings/second-opinion/agreement", needs=Permission.READ)
def read_agreement(call: Call) -> Agreements:
    """Say how far second opinions agree with people's decisions, by model, and what they cost this month."""
    store = call.ports.store
    found = agreement.agreement_by_model(call.scope, store=store, rows=call.ports.rows)
    limit = tenants.read_workspace(call.scope, store=store).settings.second_opinion.monthly_micros
    spent = agreement.spent_this_month(call.scope, store=store, clock=call.ports.clock)
    items = [_agreement(model, each) for model, each in found.items()]
    return Agreements(items=items, total=len(items), spent_micros=spent, limit_micros=limit)


def _agreement(model: str, found: AgreementRecord) -> Agreement:
    likely = found.kappa_interval
    return Agreement.of(
        found,
        model=model,
        needed=ENOUGH,
        kappa_low=likely.low if likely else None,
        kappa_high=likely.high if likely else None,
    )
