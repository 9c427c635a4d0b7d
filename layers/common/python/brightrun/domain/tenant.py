"""A workspace, its people and its keys."""

from __future__ import annotations

from pydantic import Field

from brightrun.domain.model import Instant, Micros, Record
from brightrun.domain.score_rules import ScoreRules
from brightrun.domain.tenancy import Role


class SecondOpinion(Record):
    """Whether a model reads what was written and says what it thinks, which one, and for how much a month."""

    on: bool = False
    model: str = ""
    """The workspace's usual one when it is empty."""
    monthly_micros: Micros = Field(default=5_000_000, ge=0, le=1_000_000_000_000)
    after_runs: bool = False
    """For all that a run has written, as soon as it ends, out of what is left of its limit."""


class TenantSettings(Record):
    """Limits and thresholds that the owner may change."""

    monthly_budget_micros: Micros = Field(default=100_000_000, ge=0, le=1_000_000_000_000)
    warn_cost_micros: Micros = Field(default=100_000_000, ge=0)
    warn_minutes: int = Field(default=120, ge=1, le=100_000)
    flag_below: float = Field(default=6.0, ge=1, le=10)
    edge_case_min: float = Field(default=8.0, ge=1, le=10)
    default_model: str = ""
    notify_email: str = ""
    max_paid_attempts: int = Field(default=3, ge=1, le=5)
    score: ScoreRules = ScoreRules()
    second_opinion: SecondOpinion = SecondOpinion()


class Tenant(Record):
    id: str
    name: str = Field(min_length=1, max_length=120)
    plan: str = "free"
    settings: TenantSettings = TenantSettings()
    suspended: bool = False
    created_at: Instant
    revision: int = 1


class Member(Record):
    user_id: str
    email: str
    name: str
    role: Role
    joined_at: Instant
    revision: int = 1


class Invitation(Record):
    """Open until accepted. Only the SHA-256 of the token that the mail carries is stored."""

    id: str
    email: str
    role: Role
    token_sha256: str
    invited_by: str
    created_at: Instant
    expires_at: Instant


class UserProfile(Record):
    """What the identity provider knows of a person, and the workspace that is open for them."""

    user_id: str
    email: str
    name: str
    active_tenant: str | None = None
    tenants: tuple[str, ...] = ()
    revision: int = 1


class ApiKey(Record):
    """A key for programs. The secret is shown once; only its SHA-256 is stored."""

    id: str
    tenant_id: str
    name: str
    role: Role
    prefix: str
    sha256: str
    created_at: Instant
    created_by: str
    revoked_at: Instant | None = None
