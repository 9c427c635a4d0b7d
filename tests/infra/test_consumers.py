"""Queues and who empties them: the times fit each other and nothing runs without a limit."""

from __future__ import annotations

from typing import Any

import pytest

from brightrun.domain import timing
from infra.config import Config, Local, workers_for
from tests.infra.template import Template

CONSUMERS = {
    "generation-worker-interactive": "interactive-jobs",
    "generation-worker-batch": "batch-jobs",
    "export-worker": "export-jobs",
    "operations-worker": "operations-jobs",
}


def queue(template: Template, name: str) -> dict[str, Any]:
    (found,) = [each for each in template.of_type("AWS::SQS::Queue").values() if each["QueueName"].endswith(f"-{name}")]
    return found


@pytest.mark.parametrize(("function", "jobs"), CONSUMERS.items())
def test_a_message_hides_for_six_times_its_consumers_timeout(
    any_app_template: Template, function: str, jobs: str
) -> None:
    timeout = any_app_template.functions()[function]["Timeout"]
    assert queue(any_app_template, jobs)["VisibilityTimeout"] >= 6 * timeout


@pytest.mark.parametrize("jobs", CONSUMERS.values())
def test_what_fails_again_and_again_becomes_a_dead_letter(any_app_template: Template, jobs: str) -> None:
    redrive = queue(any_app_template, jobs)["RedrivePolicy"]
    assert 5 <= redrive["maxReceiveCount"] <= 10
    assert queue(any_app_template, f"{jobs}-dlq")["MessageRetentionPeriod"] == 14 * 24 * 3600


@pytest.mark.parametrize("jobs", CONSUMERS.values())
def test_a_dead_letter_that_nobody_can_read_is_parked_where_nothing_consumes_it(
    any_app_template: Template, jobs: str
) -> None:
    redrive = queue(any_app_template, f"{jobs}-dlq")["RedrivePolicy"]
    (parked,) = [
        name
        for name, each in any_app_template.of_type("AWS::SQS::Queue").items()
        if each["QueueName"].endswith("-parked-jobs")
    ]
    assert redrive["maxReceiveCount"] == 3
    assert redrive["deadLetterTargetArn"] == {"Fn::GetAtt": [parked, "Arn"]}
    sources = any_app_template.of_type("AWS::Lambda::EventSourceMapping").values()
    assert all(each["EventSourceArn"] != {"Fn::GetAtt": [parked, "Arn"]} for each in sources)


def test_every_queue_is_encrypted(any_app_template: Template) -> None:
    assert all(each["SqsManagedSseEnabled"] for each in any_app_template.of_type("AWS::SQS::Queue").values())


@pytest.mark.parametrize("function", CONSUMERS)
def test_a_consumer_has_reserved_and_event_source_concurrency(any_app_template: Template, function: str) -> None:
    reserved = any_app_template.functions()[function]["ReservedConcurrentExecutions"]
    (source,) = any_app_template.sources_of(function)
    assert source["ScalingConfig"]["MaximumConcurrency"] == reserved


@pytest.mark.parametrize("function", [*CONSUMERS, "dead-letters", "projector"])
def test_a_message_that_failed_comes_back_alone(any_app_template: Template, function: str) -> None:
    sources = any_app_template.sources_of(function)
    assert sources
    assert all(each["FunctionResponseTypes"] == ["ReportBatchItemFailures"] for each in sources)


def test_a_worker_takes_ten_jobs_at_a_time(any_app_template: Template) -> None:
    for function in ("generation-worker-interactive", "generation-worker-batch"):
        (source,) = any_app_template.sources_of(function)
        assert source["BatchSize"] == 10


def test_dead_letters_of_all_queues_have_a_consumer(any_app_template: Template) -> None:
    assert len(any_app_template.sources_of("dead-letters")) == 4


def test_the_times_follow_from_the_limit_of_one_call(any_app_template: Template) -> None:
    worker = any_app_template.functions()["generation-worker-batch"]
    assert timing.CALL_LIMIT_SECONDS < timing.lease_seconds() < worker["Timeout"]
    assert worker["Timeout"] == timing.function_timeout_seconds()
    assert queue(any_app_template, "batch-jobs")["VisibilityTimeout"] == timing.visibility_seconds()


def test_the_projector_wakes_for_batches_only(any_app_template: Template) -> None:
    (source,) = any_app_template.sources_of("projector")
    (rule,) = source["FilterCriteria"]["Filters"]
    assert rule["Pattern"] == '{"dynamodb":{"Keys":{"sk":{"S":["BATCH"]}}}}'
    assert source["BisectBatchOnFunctionError"] is True


def test_the_sweeper_runs_every_minute_and_never_twice_at_a_time(any_app_template: Template) -> None:
    rule = any_app_template.one("AWS::Events::Rule")
    assert rule["ScheduleExpression"] == "rate(1 minute)"
    assert any_app_template.functions()["sweeper"]["ReservedConcurrentExecutions"] == 1
    assert any_app_template.functions()["sweeper"]["Timeout"] < 60


def test_concurrency_follows_from_rate_and_latency() -> None:
    # 160 a minute × 25 s = 67 in flight and a delivery of ten, half as many again in reserve, ten a worker.
    assert Config(stage="dev").batch_concurrency == 12
    assert workers_for(600, 2) == 5


def test_where_the_line_is_slow_nobody_claims_what_would_wait_too_long() -> None:
    # 50 a minute × 45 s = 37.5 in flight, half as many again; ten more would wait for 12 s each other.
    assert workers_for(50, 45) == 6
    assert workers_for(50, 2) == 2


def test_two_cores_never_run_more_than_three_workers() -> None:
    local = Config(stage="local", local=Local("http://127.0.0.1:4566", None), conversations_per_minute=10_000)
    assert local.batch_concurrency == 3


def test_a_small_account_gets_no_reservation_that_lambda_would_refuse() -> None:
    assert Config(stage="dev", concurrency_quota=10).reserved(10) is None
    assert Config(stage="dev", concurrency_quota=1_000).reserved(10) == 10
