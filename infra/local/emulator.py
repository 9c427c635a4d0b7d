"""MiniStack, the AWS emulator, as one program with its state under the home folder."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any, Literal, cast, overload

import boto3
from botocore.config import Config

from infra.local.errors import LocalCloudError
from infra.local.places import MINISTACK_PYTHON, ROOT, Home
from infra.local.programs import Program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from types_boto3_cloudformation import CloudFormationClient
    from types_boto3_cognito_idp import CognitoIdentityProviderClient
    from types_boto3_lambda import LambdaClient
    from types_boto3_logs import CloudWatchLogsClient
    from types_boto3_s3 import S3Client
    from types_boto3_secretsmanager import SecretsManagerClient
    from types_boto3_ses import SESClient

REGION = "us-east-1"
ACCOUNT = "000000000000"
NAME = "ministack"
KEEP_WARM_SECONDS = "1800"


def endpoint(port: int) -> str:
    """Return the address of every AWS service of this cloud."""
    return f"http://127.0.0.1:{port}"


def health(port: int) -> str:
    """Return what answers once it is ready."""
    return f"{endpoint(port)}/_ministack/health"


def program(home: Home, port: int, *, auth: bool, env: dict[str, str]) -> Program:
    """Describe the emulator.

    Its environment is its functions' environment too, so nothing of this shell goes in:
    a worker must not find the user's own AWS or Claude credentials.
    """
    if not MINISTACK_PYTHON.exists():
        raise LocalCloudError("MiniStack is not installed. `make run` installs it.")
    for folder in (home.state, home.objects):
        folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(home.scratch, ignore_errors=True)
    home.scratch.mkdir(parents=True)
    return Program(
        name=NAME,
        command=[str(MINISTACK_PYTHON), "-m", "ministack"],
        env={
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(home.scratch),
            "TMPDIR": str(home.scratch),
            "GATEWAY_PORT": str(port),
            "BIND_HOST": "127.0.0.1",
            "PERSIST_STATE": "1",
            "STATE_DIR": str(home.state),
            "S3_PERSIST": "1",
            "S3_DATA_DIR": str(home.objects),
            "IOT_MTLS_ENABLED": "0",
            "SFTP_ENABLED": "0",
            "AUTH": "true" if auth else "false",
            "LAMBDA_WARM_TTL_SECONDS": KEEP_WARM_SECONDS,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": REGION,
            "POWERTOOLS_TRACE_DISABLED": "1",
            **env,
        },
        log=home.logs / "ministack.log",
        cwd=ROOT,
        stop_seconds=60,
    )


class CloudWatch:
    """What the functions of a cloud wrote."""

    def __init__(self, port: int) -> None:
        self._client = client("logs", port)

    def lines(self, function: str, since_ms: int, until_ms: int) -> Iterator[str]:
        """Return a function's lines from one moment to another, both included."""
        try:
            found = self._client.filter_log_events(
                logGroupName=f"/aws/lambda/{function}", startTime=since_ms, endTime=until_ms
            )
        except self._client.exceptions.ResourceNotFoundException:
            return
        for event in found["events"]:
            yield event.get("message", "")


@overload
def client(service: Literal["cloudformation"], port: int) -> CloudFormationClient: ...
@overload
def client(service: Literal["cognito-idp"], port: int) -> CognitoIdentityProviderClient: ...
@overload
def client(service: Literal["lambda"], port: int) -> LambdaClient: ...
@overload
def client(service: Literal["logs"], port: int) -> CloudWatchLogsClient: ...
@overload
def client(service: Literal["s3"], port: int) -> S3Client: ...
@overload
def client(service: Literal["secretsmanager"], port: int) -> SecretsManagerClient: ...
@overload
def client(service: Literal["ses"], port: int) -> SESClient: ...
def client(service: Any, port: int) -> Any:
    """Return a client of this cloud, with the account's own keys."""
    return cast("Any", boto3).client(
        service,
        endpoint_url=endpoint(port),
        region_name=REGION,
        aws_access_key_id="test",
        aws_secret_access_key="test",  # noqa: S106 - the emulator takes any
        config=Config(
            signature_version="s3v4" if service == "s3" else None,
            s3={"addressing_style": "path"},
            retries={"total_max_attempts": 1},
            read_timeout=180,
        ),
    )
