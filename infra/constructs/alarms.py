"""The first alarms: work that is lost, late, refused or stopped."""

from __future__ import annotations

from collections.abc import Mapping

from aws_cdk import Duration
from aws_cdk import aws_apigateway as apigw
from aws_cdk import aws_cloudwatch as cloudwatch
from aws_cdk import aws_cloudwatch_actions as actions
from aws_cdk import aws_sns as sns
from aws_cdk import aws_sns_subscriptions as subscriptions
from aws_cdk import aws_sqs as sqs
from aws_cdk import aws_stepfunctions as sfn
from constructs import Construct

from infra.config import Config
from infra.constructs.queues import JobQueue

OLDEST_MESSAGE_MINUTES = 30
"""Waiting for the provider is normal for minutes; half an hour means that nobody consumes."""


class Alarms(Construct):
    """Alarms that go to one topic, and to a mailbox when one is configured."""

    def __init__(self, scope: Construct, name: str, config: Config) -> None:
        super().__init__(scope, name)
        self._prefix = config.prefix
        self._topic = sns.Topic(self, "Topic", enforce_ssl=config.local is None)
        if config.alarm_mail:
            self._topic.add_subscription(subscriptions.EmailSubscription(config.alarm_mail))  # pyright: ignore[reportArgumentType]

    def watch_queues(self, queues: Mapping[str, JobQueue]) -> None:
        """Dead letters, and messages that nobody takes."""
        for name, pair in queues.items():
            self._alarm(
                f"{name}-dead-letters",
                pair.dead_letters.metric_approximate_number_of_messages_visible(
                    statistic="Maximum", period=Duration.minutes(1)
                ),
                threshold=1,
                says=f"The {name} queue has dead letters that their consumer did not take.",
                periods=5,
            )
            self._alarm(
                f"{name}-oldest-message",
                pair.queue.metric_approximate_age_of_oldest_message(statistic="Maximum", period=Duration.minutes(5)),
                threshold=OLDEST_MESSAGE_MINUTES * 60,
                says=f"A {name} job has waited for {OLDEST_MESSAGE_MINUTES} minutes.",
            )

    def watch_parking(self, parked: sqs.IQueue) -> None:
        """Messages that no consumer can read: they stay until somebody has looked."""
        self._alarm(
            "parked-jobs",
            parked.metric_approximate_number_of_messages_visible(statistic="Maximum", period=Duration.minutes(1)),
            threshold=1,
            says="A message that nobody can read is parked. Its conversation is sent again without it.",
        )

    def watch_api(self, api: apigw.RestApi) -> None:
        """Answers that are our fault."""
        self._alarm(
            "api-errors",
            api.metric_server_error(statistic="Sum", period=Duration.minutes(5)),
            threshold=5,
            says="The API answered five times with a 5xx within five minutes.",
        )

    def watch_workflow(self, machine: sfn.IStateMachine) -> None:
        """Executions that stopped; the sweeper revives them, but someone should know why."""
        self._alarm(
            "batch-executions-failed",
            machine.metric_failed(statistic="Sum", period=Duration.minutes(5)),
            threshold=1,
            says="A batch's execution failed.",
        )

    def _alarm(
        self,
        name: str,
        metric: cloudwatch.Metric,
        *,
        threshold: float,
        says: str,
        periods: int = 1,
    ) -> None:
        alarm = metric.create_alarm(
            self,
            name,
            alarm_name=f"{self._prefix}-{name}",
            alarm_description=says,
            threshold=threshold,
            evaluation_periods=periods,
            comparison_operator=cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            treat_missing_data=cloudwatch.TreatMissingData.NOT_BREACHING,
        )
        alarm.add_alarm_action(actions.SnsAction(self._topic))  # pyright: ignore[reportArgumentType]
