"""Look at the account before deploying to it: what would fail late is said early."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import boto3
from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError, NoRegionError

if TYPE_CHECKING:
    from types_boto3_lambda import LambdaClient
    from types_boto3_secretsmanager import SecretsManagerClient
    from types_boto3_sesv2 import SESV2Client

SMALL_QUOTA = 200
"""Below it the workers share what the account has, without a reservation of their own."""


@dataclass(frozen=True)
class Finding:
    """One thing about the account. `ready` is false when something is not set up yet."""

    subject: str
    ready: bool
    sentence: str


@dataclass(frozen=True)
class Account:
    """What the deployment needs to know of the account."""

    number: str
    region: str
    concurrency_quota: int
    findings: list[Finding]


class NoAccountError(Exception):
    """There are no credentials, or no region; the message says what to do."""


def inspect(stage: str, mail_from: str, session: boto3.Session | None = None) -> Account:
    """Read quota, mail and key of the account that the environment's credentials open.

    Raises:
        NoAccountError: when no account can be reached.
    """
    session = session or boto3.Session()
    try:
        number = session.client("sts").get_caller_identity()["Account"]
    except NoRegionError as error:
        raise NoAccountError("No region is set: export AWS_REGION, for instance eu-west-1.") from error
    except NoCredentialsError as error:
        raise NoAccountError("No AWS credentials were found: run `aws sso login`, or export AWS_PROFILE.") from error
    except (BotoCoreError, ClientError) as error:
        raise NoAccountError(f"AWS refused the credentials: {error}") from error
    quota = _concurrency_quota(session.client("lambda"))
    return Account(
        number=number,
        region=session.region_name,
        concurrency_quota=quota,
        findings=[
            _about_concurrency(quota),
            _about_mail(session.client("sesv2"), mail_from),
            _about_claude(session.client("secretsmanager"), stage),
        ],
    )


def _concurrency_quota(client: LambdaClient) -> int:
    return client.get_account_settings().get("AccountLimit", {}).get("ConcurrentExecutions", 0)


def _about_concurrency(quota: int) -> Finding:
    if quota >= SMALL_QUOTA:
        return Finding("Lambda concurrency", ready=True, sentence=f"quota {quota}, workers reserve")
    return Finding(
        "Lambda concurrency",
        ready=False,
        sentence=f"quota {quota}: workers get no reservation; ask AWS to raise it to 1,000",
    )


def _about_mail(client: SESV2Client, mail_from: str) -> Finding:
    account = client.get_account()
    domain = mail_from.rpartition("@")[2]
    known = {
        identity.get("IdentityName", "")
        for identity in client.list_email_identities()["EmailIdentities"]
        if identity.get("SendingEnabled")
    }
    if not known & {mail_from, domain}:
        sentence = f"not set up: verify {domain} in SES, then deploy with MAIL_FROM={mail_from}"
        return Finding("Mail", ready=False, sentence=sentence)
    if not account.get("ProductionAccessEnabled"):
        sentence = "in the SES sandbox: only verified addresses get mail; ask for production access"
        return Finding("Mail", ready=False, sentence=sentence)
    return Finding("Mail", ready=True, sentence=f"sends from {mail_from}")


def _about_claude(client: SecretsManagerClient, stage: str) -> Finding:
    name = f"brightrun-{stage}/claude"
    try:
        value = client.get_secret_value(SecretId=name).get("SecretString", "")
    except client.exceptions.ResourceNotFoundException:
        value = ""
    if value:
        return Finding("Claude key", ready=True, sentence=f"set in {name}")
    put = f"aws secretsmanager put-secret-value --secret-id {name} --secret-string file://claude-key"
    return Finding("Claude key", ready=False, sentence=f"not set up: after the deployment, {put}")
