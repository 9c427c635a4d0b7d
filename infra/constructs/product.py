"""The product's functions: what each is told, what each may do, what sets it off."""

from __future__ import annotations

from collections.abc import Mapping

from aws_cdk import Duration, triggers
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_lambda_event_sources as sources

from brightrun.domain import timing
from infra.constructs.clockwork import ONE_CALL, ClockworkFunctions
from infra.constructs.functions import FunctionSpec
from infra.constructs.grants import Access, objects, send_mail, table_access
from infra.constructs.queues import EXPORT_SECONDS, OPERATION_SECONDS, consume, only_batches
from layers.build import Layer


class ProductFunctions(ClockworkFunctions):
    """Makes the functions one by one; each method is one function, whole."""

    def token_claims(self) -> lambda_.Function:
        """Adds the active tenant to a token."""
        function = self._factory.make(FunctionSpec("token-claims", "token_claims", self._tells.table(), 5, 512))
        table_access(function, self._has.table, Access.READ, keys=["U#*"])
        return function

    def authorizer(self, identity: Mapping[str, str]) -> lambda_.Function:
        """Says who calls: a token's user or a key, with the membership that the table has."""
        function = self._factory.make(
            FunctionSpec(
                "authorizer",
                "authorizer",
                {
                    **self._tells.table(),
                    "ISSUER": identity["ISSUER"],
                    "JWKS_URL": identity["JWKS_URL"],
                    "USER_POOL_CLIENT_ID": identity["USER_POOL_CLIENT_ID"],
                },
                10,
                512,
                extra_layers=[Layer.IDENTITY],
            )
        )
        table_access(function, self._has.table, Access.READ, keys=["K#*", "U#*", "T#*"])
        return function

    def api(self, identity: Mapping[str, str]) -> lambda_.Function:
        """Answers every route."""
        has = self._has
        function = self._factory.make(
            FunctionSpec(
                "api",
                "api",
                {
                    **self._tells.clockwork(),
                    "EXPORTS_BUCKET": has.exports.bucket_name,
                    "EXPORT_QUEUE_URL": has.export.queue.queue_url,
                    "OPERATIONS_QUEUE_URL": has.operations.queue.queue_url,
                    "USER_POOL_ID": identity["USER_POOL_ID"],
                    "USER_POOL_CLIENT_ID": identity["USER_POOL_CLIENT_ID"],
                    "ISSUER": identity["ISSUER"],
                    "TOKEN_URL": identity["TOKEN_URL"],
                    "WEB_ORIGIN": has.web_origin,
                },
                29,
                1_024,
                entry="app.handler",
                with_prompts=True,
            )
        )
        self._writes(function, Access.DELETE)
        self._sends(function)
        has.export.queue.grant_send_messages(function)
        has.operations.queue.grant_send_messages(function)
        objects(function, has.exports.bucket_arn, "s3:GetObject")
        # Editors read what was sent and what came back, if anything did, and delete it with its version.
        read_and_delete = ("s3:GetObject", "s3:DeleteObject")
        objects(function, has.payloads.bucket_arn, *read_and_delete, within=ONE_CALL, missing_is_seen=True)
        self._starts_batches(function)
        has.envelope_secret.grant_read(function)
        return function

    def generation_worker(self, kind: str) -> lambda_.Function:
        """Calls Claude for the jobs of one queue, `interactive` or `batch`."""
        has, config = self._has, self._config
        batch = kind == "batch"
        concurrency = config.batch_concurrency if batch else config.interactive_concurrency
        function = self._factory.make(
            FunctionSpec(
                f"generation-worker-{kind}",
                "generation_worker",
                {
                    **self._tells.table(),
                    **self._tells.limits(),
                    **self._tells.job_queues(),
                    **self._tells.claude_address(),
                    "QUEUE": kind,
                    "PAYLOADS_BUCKET": has.payloads.bucket_name,
                    "CLAUDE_SECRET_ARN": has.claude_secret.secret_arn,
                },
                timing.function_timeout_seconds(),
                1_024,
                extra_layers=[Layer.LLM],
                reserved=config.reserved(concurrency),
            )
        )
        self._writes(function)
        self._sends(function)
        objects(function, has.payloads.bucket_arn, "s3:PutObject")
        has.envelope_secret.grant_read(function)
        has.claude_secret.grant_read(function)
        consume(function, (has.batch if batch else has.interactive).queue, max_concurrency=concurrency)
        return function

    def dead_letters(self) -> lambda_.Function:
        """Marks jobs that no consumer could do, each with its reason."""
        has = self._has
        function = self._factory.make(
            FunctionSpec(
                "dead-letters",
                "dead_letters",
                {**self._tells.table(), "ENVELOPE_SECRET_ARN": has.envelope_secret.secret_arn},
                60,
                512,
            )
        )
        self._writes(function)
        has.envelope_secret.grant_read(function)
        for pair in (has.interactive, has.batch, has.export, has.operations):
            consume(function, pair.dead_letters)
        return function

    def export_worker(self) -> lambda_.Function:
        """Builds the files of an export."""
        has, config = self._has, self._config
        function = self._factory.make(
            FunctionSpec(
                "export-worker",
                "export_worker",
                {
                    **self._tells.table(),
                    "EXPORTS_BUCKET": has.exports.bucket_name,
                    "ENVELOPE_SECRET_ARN": has.envelope_secret.secret_arn,
                },
                EXPORT_SECONDS,
                1_024,
                reserved=config.reserved(config.export_concurrency),
            )
        )
        self._writes(function)
        objects(
            function,
            has.exports.bucket_arn,
            "s3:GetObject",
            "s3:PutObject",
            "s3:AbortMultipartUpload",
        )
        has.envelope_secret.grant_read(function)
        consume(function, has.export.queue, batch_size=1, max_concurrency=config.export_concurrency)
        return function

    def operations_worker(self) -> lambda_.Function:
        """Does one action to many conversations."""
        has, config = self._has, self._config
        function = self._factory.make(
            FunctionSpec(
                "operations-worker",
                "operations_worker",
                {
                    **self._tells.table(),
                    "PAYLOADS_BUCKET": has.payloads.bucket_name,
                    "ENVELOPE_SECRET_ARN": has.envelope_secret.secret_arn,
                },
                OPERATION_SECONDS,
                512,
                reserved=config.reserved(config.export_concurrency),
            )
        )
        self._writes(function, Access.DELETE)
        # What was sent and answered for a conversation goes with it.
        objects(function, has.payloads.bucket_arn, "s3:DeleteObject", within=ONE_CALL)
        has.envelope_secret.grant_read(function)
        consume(function, has.operations.queue, batch_size=1, max_concurrency=config.export_concurrency)
        return function

    def projector(self) -> lambda_.Function:
        """Sends the mail of a batch that ended or paused, from the table's stream."""
        config = self._config
        function = self._factory.make(
            FunctionSpec(
                "projector",
                "projector",
                {
                    **self._tells.table(),
                    "MAIL_FROM": config.mail_from,
                    "WEB_ORIGIN": self._has.web_origin,
                },
                60,
                512,
            )
        )
        self._writes(function, Access.DELETE)
        send_mail(function, config.mail_from, emulated=config.local is not None)
        function.add_event_source(
            sources.DynamoEventSource(
                self._has.table,
                starting_position=lambda_.StartingPosition.LATEST,
                batch_size=100,
                bisect_batch_on_error=True,
                retry_attempts=5,
                report_batch_item_failures=True,
                # Every other write would wake a function that has nothing to do.
                filters=[only_batches()],
            )
        )
        return function

    def template_seed(self) -> lambda_.Function:
        """Puts the house's prompts into the table at each deployment that changes them."""
        function = self._factory.make(
            FunctionSpec("template-seed", "template_seed", self._tells.table(), 120, 512, with_prompts=True)
        )
        table_access(function, self._has.table, Access.READ, Access.WRITE, keys=["T#house#*", "SYS#*"])
        triggers.Trigger(
            function,
            "AtDeployment",
            handler=function,
            timeout=Duration.minutes(2),
            execute_after=[self._has.table],
        )
        return function
