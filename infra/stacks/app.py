"""What runs: identity, API, functions, queues, the state machine and the distribution."""

from __future__ import annotations

import json
from collections.abc import Mapping

from aws_cdk import CfnOutput, Stack
from constructs import Construct

from brightrun.domain import timing
from infra.config import Config, synthesizer
from infra.constructs.alarms import Alarms
from infra.constructs.api import STAGE_NAME, ChaliceApi, RouteTable
from infra.constructs.edge import Edge
from infra.constructs.environment import Resources
from infra.constructs.functions import FunctionFactory
from infra.constructs.identity import Identity, sign_in_origins
from infra.constructs.product import ProductFunctions
from infra.constructs.queues import EXPORT_SECONDS, OPERATION_SECONDS, job_queue, parking
from infra.constructs.storage import private_bucket
from infra.constructs.workflow import BatchWorkflow
from infra.stacks.data import DataStack


class AppStack(Stack):
    """Joins the constructs, in the order of addresses first, then who is told them."""

    def __init__(self, scope: Construct, name: str, config: Config, data: DataStack, routes: RouteTable) -> None:
        super().__init__(scope, name, synthesizer=synthesizer(config))
        self.config = config
        self.api = ChaliceApi(self, "Api", config)
        self.edge = self._edge(data)
        self.resources = self._resources(data)
        factory = FunctionFactory(Construct(self, "Functions"), config)
        functions = ProductFunctions(factory, self.resources, config)
        self.identity = Identity(
            self,
            "Identity",
            config,
            web_origin=self.resources.web_origin,
            token_claims=functions.token_claims(),
        )
        told = self._identity_environment()
        self.api.add_routes(routes, functions.api(told), functions.authorizer(told))
        machine = self.resources.workflow.run(functions.batch_steps(), functions.economy_steps())
        functions.generation_worker("interactive")
        functions.generation_worker("batch")
        functions.sweeper()
        functions.dead_letters()
        functions.export_worker()
        functions.operations_worker()
        functions.projector()
        functions.template_seed()
        self.functions = factory.made

        alarms = Alarms(self, "Alarms", config)
        alarms.watch_queues(self.queues)
        alarms.watch_parking(self.parked)
        alarms.watch_api(self.api.rest_api)
        alarms.watch_workflow(machine)
        self._outputs()

    def _edge(self, data: DataStack) -> Edge | None:
        if self.config.local or data.logs is None:
            # MiniStack has no distribution in front of an API: the web server is a proxy there.
            return None
        self.web = private_bucket(self, "Web", self.config, logs=data.logs)
        return Edge(
            self,
            "Edge",
            web=self.web,
            logs=data.logs,
            rest_api_id=self.api.rest_api.rest_api_id,
            sign_in_origins=sign_in_origins(self.config),
        )

    def _resources(self, data: DataStack) -> Resources:
        worker_visibility = timing.visibility_seconds()
        self.parked = parking(self, self.config)
        self.queues = {
            name: job_queue(self, f"{name}-jobs", self.config, visibility_seconds=visibility, parked=self.parked)
            for name, visibility in {
                "interactive": worker_visibility,
                "batch": worker_visibility,
                "export": 6 * EXPORT_SECONDS,
                "operations": 6 * OPERATION_SECONDS,
            }.items()
        }
        return Resources(
            table=data.table,
            payloads=data.payloads,
            exports=data.exports,
            envelope_secret=data.envelope_secret,
            claude_secret=data.claude_secret,
            workflow=BatchWorkflow(self, "Batches", self.config),
            web_origin=self.config.web_origin or (self.edge.origin if self.edge else ""),
            **self.queues,
        )

    def _identity_environment(self) -> Mapping[str, str]:
        return {
            "USER_POOL_ID": self.identity.pool.user_pool_id,
            "USER_POOL_CLIENT_ID": self.identity.client.user_pool_client_id,
            "ISSUER": self.identity.issuer,
            "JWKS_URL": self.identity.jwks_url,
            "TOKEN_URL": self.identity.token_url,
        }

    def _outputs(self) -> None:
        has = self.resources
        outputs = {
            "RestApiId": self.api.rest_api.rest_api_id,
            "ApiStage": STAGE_NAME,
            "WebOrigin": has.web_origin,
            "TableName": has.table.table_name,
            "PayloadsBucket": has.payloads.bucket_name,
            "ExportsBucket": has.exports.bucket_name,
            "StateMachineArn": has.workflow.arn,
            "UserPoolId": self.identity.pool.user_pool_id,
            "UserPoolClientId": self.identity.client.user_pool_client_id,
            "SignInPages": self.identity.pages_url,
            "ClaudeSecretArn": has.claude_secret.secret_arn,
            "EnvelopeSecretArn": has.envelope_secret.secret_arn,
            "ParkedJobsUrl": self.parked.queue_url,
            "Functions": json.dumps({name: f"{self.config.prefix}-{name}" for name in self.functions}),
        }
        for name, pair in self.queues.items():
            outputs[f"{name.capitalize()}QueueUrl"] = pair.queue.queue_url
            outputs[f"{name.capitalize()}DeadLettersUrl"] = pair.dead_letters.queue_url
        for key, value in outputs.items():
            CfnOutput(self, f"Out{key}", value=value).override_logical_id(key)
