"""The state machine that keeps time for a batch."""

from __future__ import annotations

from pathlib import Path

from aws_cdk import ArnFormat, RemovalPolicy, Stack
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_
from aws_cdk import aws_logs as logs
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from infra.config import Config

DEFINITION = Path(__file__).parent.parent / "state_machines/batch.asl.json"


class BatchWorkflow(Construct):
    """One execution a batch run; CDK, tests and the local cloud read the same ASL file.

    Its ARN is known from its name before it exists, because the functions that it calls
    are told it too.
    """

    def __init__(self, scope: Construct, name: str, config: Config) -> None:
        super().__init__(scope, name)
        self._config = config
        self._name = f"{config.prefix}-batch"
        stack = Stack.of(self)
        self.arn = stack.format_arn(
            service="states",
            resource="stateMachine",
            resource_name=self._name,
            arn_format=ArnFormat.COLON_RESOURCE_NAME,
        )

    def run(self, batch_steps: lambda_.Function, economy_steps: lambda_.Function) -> sfn.StateMachine:
        """Create the machine around the function that looks after a batch, and the one of economy runs."""
        machine = sfn.StateMachine(
            self,
            "Machine",
            state_machine_name=self._name,
            definition_body=sfn.DefinitionBody.from_string(DEFINITION.read_text()),
            definition_substitutions={
                "BatchStepsArn": batch_steps.function_arn,
                "EconomyStepsArn": economy_steps.function_arn,
            },
            tracing_enabled=True,
            logs=self._logs(),
            removal_policy=RemovalPolicy.DESTROY,
        )
        # Not `grant_invoke`, which allows every version of the function as well.
        machine.add_to_role_policy(
            iam.PolicyStatement(
                actions=["lambda:InvokeFunction"], resources=[batch_steps.function_arn, economy_steps.function_arn]
            )
        )
        machine.add_to_role_policy(iam.PolicyStatement(actions=["states:StartExecution"], resources=[self.arn]))
        return machine

    def _logs(self) -> sfn.LogOptions:
        group = logs.LogGroup(
            self,
            "Logs",
            # Step Functions needs this prefix, or its resource policy outgrows its limit.
            log_group_name=f"/aws/vendedlogs/states/{self._name}",
            retention=logs.RetentionDays.THREE_MONTHS,
            removal_policy=RemovalPolicy.DESTROY,
        )
        # Envelopes are signed, not secret, but data of executions has no place in logs.
        return sfn.LogOptions(destination=group, level=sfn.LogLevel.ALL, include_execution_data=False)
