"""What would fail late is said before a deployment begins."""

from __future__ import annotations

from typing import Any

import boto3
import pytest
from botocore.stub import Stubber

from infra.preflight import Account, Finding, NoAccountError, inspect

FROM = "no-reply@firm.example"


class StubbedSession:
    """A session whose clients answer from a script and never leave the machine."""

    region_name = "eu-west-1"

    def __init__(self, answers: dict[str, list[tuple[str, dict[str, Any] | None]]]) -> None:
        self._answers = answers

    def client(self, service: str) -> Any:
        made = boto3.client(  # pyright: ignore[reportCallIssue]
            service, region_name=self.region_name, aws_access_key_id="x", aws_secret_access_key="x"
        )
        stubber = Stubber(made)
        for method, answer in self._answers[service]:
            if answer is None:
                stubber.add_client_error(method, "ResourceNotFoundException")
            else:
                stubber.add_response(method, answer)
        stubber.activate()
        return made


def account(*, quota: int = 1_000, production_mail: bool = True, key: str | None = "sk") -> Account:
    secret = {"SecretString": key} if key is not None else None
    identity = {"IdentityName": "firm.example", "SendingEnabled": True}
    session = StubbedSession(
        {
            "sts": [("get_caller_identity", {"Account": "123456789012"})],
            "lambda": [("get_account_settings", {"AccountLimit": {"ConcurrentExecutions": quota}})],
            "sesv2": [
                ("get_account", {"ProductionAccessEnabled": production_mail}),
                ("list_email_identities", {"EmailIdentities": [identity]}),
            ],
            "secretsmanager": [("get_secret_value", secret)],
        }
    )
    return inspect("dev", FROM, session)  # type: ignore[arg-type]


def about(subject: str, found: Account) -> Finding:
    (one,) = [finding for finding in found.findings if finding.subject == subject]
    return one


def test_an_account_that_has_everything_is_ready() -> None:
    found = account()
    assert found.number == "123456789012"
    assert all(finding.ready for finding in found.findings)


def test_a_small_quota_is_read_and_said() -> None:
    found = account(quota=10)
    assert found.concurrency_quota == 10
    assert not about("Lambda concurrency", found).ready


def test_the_mail_sandbox_is_said() -> None:
    assert "sandbox" in about("Mail", account(production_mail=False)).sentence


def test_a_missing_key_says_how_to_set_it() -> None:
    sentence = about("Claude key", account(key=None)).sentence
    assert "not set up" in sentence
    assert "--secret-id brightrun-dev/claude" in sentence


def test_no_credentials_is_one_plain_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_ENDPOINT_URL", "AWS_WEB_IDENTITY_TOKEN_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nonexistent")
    with pytest.raises(NoAccountError, match="No AWS credentials"):
        inspect("dev", FROM, boto3.Session(region_name="eu-west-1"))
