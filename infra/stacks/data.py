"""What must outlive every release: items, objects, secrets."""

from __future__ import annotations

from aws_cdk import RemovalPolicy, Stack
from aws_cdk import aws_secretsmanager as secrets
from constructs import Construct

from infra.config import Config, synthesizer
from infra.constructs import storage


class DataStack(Stack):
    """The table, the private buckets and the two secrets."""

    def __init__(self, scope: Construct, name: str, config: Config) -> None:
        super().__init__(
            scope,
            name,
            synthesizer=synthesizer(config),
            termination_protection=config.is_production,
        )
        self.table = storage.table(self, config)
        self.logs = None if config.local else storage.logs_bucket(self, config)
        self.payloads = storage.private_bucket(
            self, "Payloads", config, logs=self.logs, expire_days=storage.PAYLOAD_DAYS
        )
        self.exports = storage.private_bucket(
            self, "Exports", config, logs=self.logs, expire_days=storage.EXPORT_DAYS
        )
        self.envelope_secret = secrets.Secret(
            self,
            "EnvelopeSecret",
            description="Signs job envelopes: what mints a tenant's scope in a worker",
            generate_secret_string=secrets.SecretStringGenerator(
                password_length=64, exclude_punctuation=True
            ),
        )
        self.claude_secret = _empty_secret(self, config)


def _empty_secret(scope: Construct, config: Config) -> secrets.ISecret:
    """Claude's key, without a value until an operator puts one: a made-up key would look real."""
    made = secrets.CfnSecret(
        scope,
        "ClaudeSecret",
        name=f"{config.prefix}/claude",
        description="The platform's key for the Claude API, a plain string",
    )
    made.apply_removal_policy(RemovalPolicy.DESTROY)
    return secrets.Secret.from_secret_complete_arn(scope, "ClaudeSecretRef", made.ref)
