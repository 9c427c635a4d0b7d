"""The functions that keep runs going: what each is told, what each may do."""

from __future__ import annotations

from aws_cdk import Duration
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_

from infra.config import Config
from infra.constructs.environment import Environment, Resources
from infra.constructs.functions import FunctionFactory, FunctionSpec
from infra.constructs.grants import Access, objects, table_access
from layers.build import Layer

ONE_CALL = "t/*/conversations/*/attempts/*"
"""Keys of the requests and answers of calls."""

ECONOMY_SECONDS = 180
"""Several parts of fifty calls are settled and handed over in one step; what is left follows in the next."""


class ClockworkFunctions:
    """Ticks, parts of economy runs and the sweeper, and the grants that other functions share with them."""

    def __init__(self, factory: FunctionFactory, resources: Resources, config: Config) -> None:
        self._factory = factory
        self._has = resources
        self._config = config
        self._tells = Environment(resources, config)

    def batch_steps(self) -> lambda_.Function:
        """One tick of a batch's state machine."""
        function = self._factory.make(FunctionSpec("batch-steps", "batch_steps", self._tells.clockwork(), 60, 512))
        self._minds_batches(function)
        return function

    def economy_steps(self) -> lambda_.Function:
        """Hands the parts of economy runs to Claude and settles them.

        Not the ticks' function: only runs in economy mode pay for importing the provider's client, and only this
        function of the clockwork holds the provider's key.
        """
        has = self._has
        function = self._factory.make(
            FunctionSpec(
                "economy-steps",
                "economy_steps",
                {
                    **self._tells.table(),
                    **self._tells.limits(),
                    **self._tells.claude_address(),
                    "ENVELOPE_SECRET_ARN": has.envelope_secret.secret_arn,
                    "PAYLOADS_BUCKET": has.payloads.bucket_name,
                    "CLAUDE_SECRET_ARN": has.claude_secret.secret_arn,
                },
                ECONOMY_SECONDS,
                1_024,
                extra_layers=[Layer.LLM],
            )
        )
        self._writes(function)
        objects(
            function, has.payloads.bucket_arn, "s3:GetObject", "s3:PutObject", within=ONE_CALL, missing_is_seen=True
        )
        has.envelope_secret.grant_read(function)
        has.claude_secret.grant_read(function)
        return function

    def sweeper(self) -> lambda_.Function:
        """Brings back what got lost; once a minute, never twice at a time."""
        function = self._factory.make(
            FunctionSpec(
                "sweeper",
                "sweeper",
                {**self._tells.clockwork(), "OPERATIONS_QUEUE_URL": self._has.operations.queue.queue_url},
                55,
                512,
                reserved=self._config.reserved(1),
            )
        )
        self._minds_batches(function)
        # Operations that stand still are given to a worker again.
        self._has.operations.queue.grant_send_messages(function)
        # It looks for runs that nothing keeps going.
        self._starts_batches(function, "states:ListExecutions")
        # It finishes deletions that broke off.
        objects(function, self._has.payloads.bucket_arn, "s3:DeleteObject", within=ONE_CALL)
        events.Rule(
            function,
            "EveryMinute",
            schedule=events.Schedule.rate(Duration.minutes(1)),
            # A missed minute is made up by the next one.
            targets=[targets.LambdaFunction(function, retry_attempts=0)],  # pyright: ignore[reportArgumentType]
        )
        return function

    def _writes(self, function: lambda_.Function, *more: Access) -> None:
        table_access(function, self._has.table, Access.READ, Access.WRITE, *more)

    def _sends(self, function: lambda_.Function) -> None:
        self._has.interactive.queue.grant_send_messages(function)
        self._has.batch.queue.grant_send_messages(function)

    def _minds_batches(self, function: lambda_.Function) -> None:
        self._writes(function)
        # What has ended leaves the list of what is open.
        table_access(function, self._has.table, Access.DELETE, keys=["T#*#OPENBATCHES", "T#*#OPENOPERATIONS"])
        self._sends(function)
        # An answer that was paid for but not settled is looked for; mostly there is none.
        objects(function, self._has.payloads.bucket_arn, "s3:GetObject", missing_is_seen=True)
        self._has.envelope_secret.grant_read(function)

    def _starts_batches(self, function: lambda_.Function, *more: str) -> None:
        function.add_to_role_policy(
            iam.PolicyStatement(actions=["states:StartExecution", *more], resources=[self._has.workflow.arn])
        )
