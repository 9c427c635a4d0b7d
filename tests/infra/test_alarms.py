"""Somebody hears of work that is lost, late, refused or stopped."""

from __future__ import annotations

from typing import Any

import pytest

from tests.infra.template import Template


def alarms(template: Template) -> dict[str, dict[str, Any]]:
    made = template.of_type("AWS::CloudWatch::Alarm").values()
    return {each["AlarmName"].split("-", 2)[2]: each for each in made}


@pytest.mark.parametrize("queue", ["interactive", "batch", "export", "operations"])
def test_dead_letters_and_old_messages_are_noticed(any_app_template: Template, queue: str) -> None:
    found = alarms(any_app_template)
    assert found[f"{queue}-dead-letters"]["Threshold"] == 1
    assert found[f"{queue}-oldest-message"]["MetricName"] == "ApproximateAgeOfOldestMessage"


def test_messages_that_nobody_can_read_are_noticed(any_app_template: Template) -> None:
    parked = alarms(any_app_template)["parked-jobs"]
    assert (parked["Threshold"], parked["EvaluationPeriods"]) == (1, 1)
    assert parked["MetricName"] == "ApproximateNumberOfMessagesVisible"


def test_failed_answers_and_failed_executions_are_noticed(any_app_template: Template) -> None:
    found = alarms(any_app_template)
    assert found["api-errors"]["MetricName"] == "5XXError"
    assert found["batch-executions-failed"]["MetricName"] == "ExecutionsFailed"


def test_every_alarm_says_what_it_means_and_goes_somewhere(any_app_template: Template) -> None:
    for alarm in alarms(any_app_template).values():
        assert alarm["AlarmDescription"].endswith(".")
        assert alarm["AlarmActions"]
        assert alarm["TreatMissingData"] == "notBreaching"
