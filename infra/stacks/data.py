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
        self.exports = storage.private_bucket(self, "Exports", config, logs=self.logs, expire_days=storage.EXPORT_DAYS)
        self.envelope_secret = self._secret(
            "EnvelopeSecret",
            description="Signs job envelopes: what mints a tenant's scope in a worker",
            generate=secrets.CfnSecret.GenerateSecretStringProperty(password_length=64, exclude_punctuation=True),
        )
        # Without a value until an operator puts one: a made-up key would look real.
        self.claude_secret = self._secret(
            "ClaudeSecret",
            physical_name=f"{config.prefix}/claude",
            description="The platform's key for the Claude API, a plain string",
        )

    def _secret(
        self,
        name: str,
        *,
        description: str,
        physical_name: str | None = None,
        generate: secrets.CfnSecret.GenerateSecretStringProperty | None = None,
    ) -> secrets.ISecret:
        made = secrets.CfnSecret(
            self,
            name,
            name=physical_name,
            description=description,
            generate_secret_string=generate,
        )
        made.apply_removal_policy(RemovalPolicy.DESTROY)
        # Not `Ref`: that is an ARN on AWS but a name on MiniStack, where IAM is checked too.
        arn = made.get_att("Id").to_string()
        return secrets.Secret.from_secret_complete_arn(self, f"{name}Read", arn)
