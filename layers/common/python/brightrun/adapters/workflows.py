"""One Step Functions execution for each run of a batch."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from botocore.exceptions import BotoCoreError, ClientError

from brightrun.adapters.aws_errors import code_of
from brightrun.domain.errors import Unavailable
from brightrun.domain.tenancy import TenantScope, sign_envelope

if TYPE_CHECKING:
    from types_boto3_stepfunctions import SFNClient


class StepFunctionsWorkflow:
    """Implements `Workflow`. An execution that continued itself carries `-<n>` behind its name."""

    def __init__(self, client: SFNClient, *, machine_arn: str, key: Callable[[], bytes]) -> None:
        self._client = client
        self._machine = machine_arn
        self._key = key

    def start(self, scope: TenantScope, batch_id: str, run: int) -> None:
        payload = {"schema": 1, "batch": batch_id, "run": run}
        document = {"envelope": sign_envelope(scope, payload, self._key()), "ticks": 0}
        try:
            self._client.start_execution(
                stateMachineArn=self._machine,
                name=_name(batch_id, run),
                input=json.dumps(document),
            )
        except ClientError as error:
            if code_of(error) != "ExecutionAlreadyExists":
                raise Unavailable("The run could not be started.") from error
        except BotoCoreError as error:
            raise Unavailable("The run could not be started.") from error

    def alive(self, scope: TenantScope, batch_id: str, run: int) -> bool:  # noqa: ARG002 - the port's scope comes first
        name = _name(batch_id, run)
        try:
            for page in self._client.get_paginator("list_executions").paginate(
                stateMachineArn=self._machine, statusFilter="RUNNING"
            ):
                if any(found["name"] == name or found["name"].startswith(f"{name}-") for found in page["executions"]):
                    return True
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("The state of the run could not be read.") from error
        return False


def _name(batch_id: str, run: int) -> str:
    return f"{batch_id}-{run}"
