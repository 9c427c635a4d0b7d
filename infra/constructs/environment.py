"""What exists before any function does, and how functions are told of it."""

from __future__ import annotations

from dataclasses import dataclass

from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_s3 as s3
from aws_cdk import aws_secretsmanager as secrets

from infra.config import Config
from infra.constructs.queues import JobQueue
from infra.constructs.workflow import BatchWorkflow


@dataclass(frozen=True)
class Resources:
    """What exists before any function does."""

    table: dynamodb.Table
    payloads: s3.IBucket
    exports: s3.IBucket
    envelope_secret: secrets.ISecret
    claude_secret: secrets.ISecret
    interactive: JobQueue
    batch: JobQueue
    export: JobQueue
    operations: JobQueue
    workflow: BatchWorkflow
    web_origin: str


class Environment:
    """Parts of functions' settings; `tests/infra` compares the whole with what each one reads."""

    def __init__(self, resources: Resources, config: Config) -> None:
        self._has = resources
        self._config = config

    def table(self) -> dict[str, str]:
        """What every function is told."""
        return {"TABLE_NAME": self._has.table.table_name}

    def limits(self) -> dict[str, str]:
        """The provider's limits to start with, and the model that is asked when nobody chose."""
        limits = self._config.limits
        return {
            "CLAUDE_KEY_ID": self._config.claude_key_id,
            "DEFAULT_MODEL": self._config.default_model,
            "REQUESTS_PER_MINUTE": str(limits.requests),
            "INPUT_TOKENS_PER_MINUTE": str(limits.input_tokens),
            "OUTPUT_TOKENS_PER_MINUTE": str(limits.output_tokens),
        }

    def job_queues(self) -> dict[str, str]:
        """Where jobs go, and what signs them."""
        return {
            "INTERACTIVE_QUEUE_URL": self._has.interactive.queue.queue_url,
            "BATCH_QUEUE_URL": self._has.batch.queue.queue_url,
            "ENVELOPE_SECRET_ARN": self._has.envelope_secret.secret_arn,
        }

    def claude_address(self) -> dict[str, str]:
        """Another address than Anthropic's exists in the local target only."""
        local = self._config.local
        return {"ANTHROPIC_BASE_URL": local.claude_url} if local and local.claude_url else {}

    def clockwork(self) -> dict[str, str]:
        """What looks after batches: queues, payloads and the state machine."""
        return {
            **self.table(),
            **self.limits(),
            **self.job_queues(),
            "PAYLOADS_BUCKET": self._has.payloads.bucket_name,
            "STATE_MACHINE_ARN": self._has.workflow.arn,
        }
