"""What each function reads from its environment: one frozen model per function, built once per process."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field


class FunctionSettings(BaseModel):
    """Names of fields are names of variables in lower case. An unset or empty required one fails at start."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_min_length=0)

    stage: str = Field(min_length=1)
    table_name: str = Field(min_length=1)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Raises pydantic's ValidationError, which names what is missing."""
        source = os.environ if environment is None else environment
        return cls.model_validate({name: source[name.upper()] for name in cls.model_fields if name.upper() in source})


class _Limits(BaseModel):
    claude_key_id: str = "platform"
    requests_per_minute: int = Field(ge=1)
    input_tokens_per_minute: int = Field(ge=1)
    output_tokens_per_minute: int = Field(ge=1)
    default_model: str = Field(min_length=1)


class _Jobs(BaseModel):
    interactive_queue_url: str = Field(min_length=1)
    batch_queue_url: str = Field(min_length=1)
    envelope_secret_arn: str = Field(min_length=1)


class ApiSettings(FunctionSettings, _Limits, _Jobs):
    payloads_bucket: str = Field(min_length=1)
    exports_bucket: str = Field(min_length=1)
    export_queue_url: str = Field(min_length=1)
    operations_queue_url: str = Field(min_length=1)
    state_machine_arn: str = Field(min_length=1)
    user_pool_id: str = Field(min_length=1)
    user_pool_client_id: str = Field(min_length=1)
    issuer: str = Field(min_length=1)
    token_url: str = Field(min_length=1)
    web_origin: str = Field(min_length=1)


class AuthorizerSettings(FunctionSettings):
    issuer: str = Field(min_length=1)
    jwks_url: str = Field(min_length=1)
    user_pool_client_id: str = Field(min_length=1)


class TokenClaimsSettings(FunctionSettings):
    pass


class WorkerSettings(FunctionSettings, _Limits, _Jobs):
    """The generation workers. `anthropic_base_url` exists in the local target only."""

    payloads_bucket: str = Field(min_length=1)
    claude_secret_arn: str = Field(min_length=1)
    anthropic_base_url: str | None = None
    queue: Literal["interactive", "batch"]


class ClockworkSettings(FunctionSettings, _Limits, _Jobs):
    """The state machine's steps, and what the sweeper shares with them."""

    payloads_bucket: str = Field(min_length=1)
    state_machine_arn: str = Field(min_length=1)


class EconomySettings(FunctionSettings, _Limits):
    """What hands economy runs to the provider. `anthropic_base_url` exists in the local target only."""

    envelope_secret_arn: str = Field(min_length=1)
    payloads_bucket: str = Field(min_length=1)
    claude_secret_arn: str = Field(min_length=1)
    anthropic_base_url: str | None = None


class SweeperSettings(ClockworkSettings):
    operations_queue_url: str = Field(min_length=1)


class OperationsWorkerSettings(FunctionSettings):
    payloads_bucket: str = Field(min_length=1)
    envelope_secret_arn: str = Field(min_length=1)


class DeadLettersSettings(FunctionSettings):
    envelope_secret_arn: str = Field(min_length=1)


class ExportWorkerSettings(FunctionSettings):
    exports_bucket: str = Field(min_length=1)
    envelope_secret_arn: str = Field(min_length=1)


class ProjectorSettings(FunctionSettings):
    mail_from: str = Field(min_length=1)
    web_origin: str = Field(min_length=1)


class TemplateSeedSettings(FunctionSettings):
    pass
