"""Who is asking, and the workspace and its people."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from brightrun.domain.model import Instant, Micros
from brightrun.domain.score_rules import ScoreRules
from brightrun.domain.tenancy import Permission, Role
from brightrun.domain.tenant import SecondOpinion
from functions.api.schemas.opinions import SecondOpinionChange
from functions.api.schemas.wire import Listing, Wire

EMAIL = r"^[^@\s]+@[^@\s]+\.[^@\s]+$"


class User(Wire):
    id: str
    email: str
    name: str


class Workspace(Wire):
    id: str
    name: str
    plan: str


class Membership(Wire):
    """A workspace that the caller can open."""

    id: str
    name: str
    role: Role


class Me(Wire):
    """The caller. `tenant` and `role` are null for someone who is in no workspace."""

    user: User
    tenant: Workspace | None
    role: Role | None
    via: Literal["session", "api_key"]
    is_staff: bool
    tenants: list[Membership]
    permissions: list[Permission]


class Settings(Wire):
    """Limits and thresholds of a workspace. Money in micro-dollars."""

    name: str
    monthly_budget_micros: Micros
    warn_cost_micros: Micros
    warn_minutes: int
    flag_below: float
    edge_case_min: float
    default_model: str
    notify_email: str
    max_paid_attempts: int
    score: ScoreRules
    second_opinion: SecondOpinion
    revision: int


class SettingsChange(Wire):
    """What to change; what is left out stays."""

    name: str | None = Field(default=None, min_length=1, max_length=120)
    monthly_budget_micros: Micros | None = None
    warn_cost_micros: Micros | None = None
    warn_minutes: int | None = None
    flag_below: float | None = None
    edge_case_min: float | None = None
    default_model: str | None = Field(default=None, max_length=120)
    notify_email: str | None = Field(default=None, max_length=254, pattern=rf"^$|{EMAIL}")
    max_paid_attempts: int | None = None
    score: ScoreRules | None = None
    second_opinion: SecondOpinionChange | None = None


class Member(Wire):
    """A person of the workspace, or one who was invited and has not come yet."""

    id: str
    email: str
    name: str
    role: Role
    state: Literal["active", "invited"]
    since: Instant


class Members(Listing[Member]):
    """Everyone of the workspace, invitations last."""


class Invite(Wire):
    email: str = Field(max_length=254, pattern=EMAIL)
    role: Role


class InvitationMade(Wire):
    """The token is shown this once; whoever signs in with the invited address may redeem it."""

    id: str
    email: str
    role: Role
    accept_token: str
    expires_at: Instant


class RoleChange(Wire):
    role: Role


class AcceptInvitation(Wire):
    token: str = Field(min_length=20, max_length=200)


class ApiKey(Wire):
    """A key for programs, by its first characters."""

    id: str
    name: str
    role: Role
    prefix: str
    created_at: Instant
    created_by: str
    revoked_at: Instant | None


class ApiKeys(Listing[ApiKey]):
    """All keys of the workspace, newest first."""


class NewApiKey(Wire):
    name: str = Field(min_length=1, max_length=80)
    role: Role


class ApiKeyMade(Wire):
    """The whole key, shown this once."""

    id: str
    name: str
    role: Role
    prefix: str
    key: str
