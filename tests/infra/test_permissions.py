"""One role a function, and in it what the function does and nothing else."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.infra.template import Template

READS = {"dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"}
WRITES = {"dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:ConditionCheckItem"}
EVERYONE = {"logs:CreateLogStream", "logs:PutLogEvents", "xray:PutTraceSegments", "xray:PutTelemetryRecords"}
SENDS = {"sqs:SendMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl"}
CONSUMES = {
    "sqs:ReceiveMessage",
    "sqs:ChangeMessageVisibility",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "sqs:GetQueueUrl",
}
SECRETS = {"secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"}
STREAM = {
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
}
STARTS = {"states:StartExecution"}
LOOKS_FOR_PAYLOADS = {"s3:GetObject", "s3:ListBucket"}

MAY = {
    "token-claims": READS,
    "authorizer": READS,
    "api": READS | WRITES | {"dynamodb:DeleteItem", "s3:DeleteObject"} | LOOKS_FOR_PAYLOADS | SENDS | SECRETS | STARTS,
    "generation-worker-interactive": READS | WRITES | CONSUMES | SENDS | SECRETS | {"s3:PutObject"},
    "generation-worker-batch": READS | WRITES | CONSUMES | SENDS | SECRETS | {"s3:PutObject"},
    "batch-steps": READS | WRITES | {"dynamodb:DeleteItem"} | SENDS | SECRETS | LOOKS_FOR_PAYLOADS,
    "economy-steps": READS | WRITES | SECRETS | LOOKS_FOR_PAYLOADS | {"s3:PutObject"},
    "sweeper": READS
    | WRITES
    | {"dynamodb:DeleteItem", "s3:DeleteObject"}
    | SENDS
    | SECRETS
    | STARTS
    | {"states:ListExecutions"}
    | LOOKS_FOR_PAYLOADS,
    "dead-letters": READS | WRITES | CONSUMES | SECRETS,
    "export-worker": READS | WRITES | CONSUMES | SECRETS | {"s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"},
    "operations-worker": READS | WRITES | {"dynamodb:DeleteItem", "s3:DeleteObject"} | CONSUMES | SECRETS,
    "projector": READS | WRITES | {"dynamodb:DeleteItem"} | STREAM | {"ses:SendEmail"},
    "template-seed": READS | WRITES,
}

OPEN = ["T#*#OPENBATCHES", "T#*#OPENOPERATIONS"]
"""The lists of what has not ended yet."""

WITHOUT_A_RESOURCE = {
    "xray:PutTraceSegments",
    "xray:PutTelemetryRecords",
    "xray:GetSamplingRules",
    "xray:GetSamplingTargets",
    "dynamodb:ListStreams",
    "logs:CreateLogDelivery",
    "logs:GetLogDelivery",
    "logs:UpdateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:DescribeResourcePolicies",
    "logs:DescribeLogGroups",
}
"""Actions that IAM grants on everything or not at all."""


def test_the_table_of_permissions_names_every_function(any_app_template: Template) -> None:
    assert set(any_app_template.functions()) == set(MAY)


@pytest.mark.parametrize("function", sorted(MAY))
def test_a_function_may_do_what_it_does_and_no_more(any_app_template: Template, function: str) -> None:
    assert any_app_template.actions_of(function) - EVERYONE == MAY[function]


def test_no_two_functions_share_a_role(any_app_template: Template) -> None:
    roles = Counter(any_app_template.role_of(name) for name in any_app_template.functions())
    assert set(roles.values()) == {1}


def test_a_star_stands_only_where_iam_knows_no_resource(app_template: Template) -> None:
    for role in app_template.of_type("AWS::IAM::Role"):
        for statement in app_template.statements(role):
            if '"*"' in statement.resources:
                assert statement.actions <= WITHOUT_A_RESOURCE


@pytest.mark.story("IS3.1.0", 3, via="template")
@pytest.mark.story("IS4.20.0", 5, via="template")
def test_no_action_is_a_wildcard_and_nobody_scans(any_app_template: Template) -> None:
    for role in any_app_template.of_type("AWS::IAM::Role"):
        for statement in any_app_template.statements(role):
            assert not [action for action in statement.actions if "*" in action]
            assert "dynamodb:Scan" not in statement.actions


@pytest.mark.parametrize(
    ("function", "keys"),
    [
        ("token-claims", ["U#*"]),
        ("authorizer", ["K#*", "U#*", "T#*"]),
        ("template-seed", ["T#house#*", "SYS#*"]),
    ],
)
def test_functions_with_one_purpose_are_held_to_their_keys(
    any_app_template: Template, function: str, keys: list[str]
) -> None:
    role = any_app_template.role_of(function)
    (table,) = [s for s in any_app_template.statements(role) if "dynamodb:GetItem" in s.actions]
    assert table.conditions == {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": keys}}


@pytest.mark.parametrize("function", ["batch-steps", "sweeper"])
def test_who_ends_batches_deletes_from_the_lists_of_open_ones_only(any_app_template: Template, function: str) -> None:
    role = any_app_template.role_of(function)
    (deletes,) = [s for s in any_app_template.statements(role) if "dynamodb:DeleteItem" in s.actions]
    assert deletes.conditions == {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": OPEN}}


def test_only_those_who_call_claude_read_its_key(any_app_template: Template) -> None:
    readers = {
        name
        for name in any_app_template.functions()
        for statement in any_app_template.statements(any_app_template.role_of(name))
        if "secretsmanager:GetSecretValue" in statement.actions
        and any("ClaudeSecret" in resource for resource in statement.resources)
    }
    assert readers == {"generation-worker-interactive", "generation-worker-batch", "economy-steps"}


def test_the_api_reads_and_deletes_requests_and_answers_of_calls_and_writes_none(any_app_template: Template) -> None:
    role = any_app_template.role_of("api")
    allowed = {
        (action, resource)
        for statement in any_app_template.statements(role)
        for action in statement.actions
        for resource in statement.resources
        if "Payloads" in resource
    }
    assert {action for action, _ in allowed} == {"s3:GetObject", "s3:DeleteObject", "s3:ListBucket"}
    assert all("/t/*/conversations/*/attempts/*" in resource for action, resource in allowed if "Object" in action)


def test_the_sweeper_deletes_requests_and_answers_of_calls_only(any_app_template: Template) -> None:
    (deletes,) = [
        s for s in any_app_template.statements(any_app_template.role_of("sweeper")) if "s3:DeleteObject" in s.actions
    ]
    assert all("/t/*/conversations/*/attempts/*" in resource for resource in deletes.resources)


def test_mail_leaves_from_the_products_own_address_only(app_template: Template) -> None:
    role = app_template.role_of("projector")
    (mail,) = [s for s in app_template.statements(role) if "ses:SendEmail" in s.actions]
    assert mail.conditions == {"StringEquals": {"ses:FromAddress": "no-reply@brightrun.example"}}


def test_the_state_machine_calls_two_functions_and_starts_itself(any_app_template: Template) -> None:
    machine = any_app_template.one("AWS::StepFunctions::StateMachine")
    statements = list(any_app_template.statements(machine["RoleArn"]["Fn::GetAtt"][0]))
    (invoke,) = [s for s in statements if "lambda:InvokeFunction" in s.actions]
    (start,) = [s for s in statements if "states:StartExecution" in s.actions]
    assert len(invoke.resources) == 2
    assert len(start.resources) == 1
    assert all(name in "".join(invoke.resources) for name in ("BatchSteps", "EconomySteps"))
    assert ":stateMachine:" in start.resources[0]
