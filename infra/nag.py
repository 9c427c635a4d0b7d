"""cdk-nag's AwsSolutions pack, and what we answer to what it asks.

Each exception names where it holds and why. A finding without an answer fails the
synthesis; an answer that no finding needs any more fails `tests/infra/test_nag.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aws_cdk import Acknowledgment, App, Validations
from cdk_nag import AwsSolutionsChecks
from constructs import IConstruct

from infra.config import Config
from infra.constructs.clockwork import ONE_CALL
from infra.deployment import Stacks

ASSETS = "arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>"


@dataclass(frozen=True)
class Answer:
    """One finding that stays, at one construct and below it."""

    at: IConstruct
    finding: str
    reason: str

    @property
    def rule(self) -> str:
        """The finding as cdk-nag reports it."""
        return f"AwsSolutions-{self.finding}"


def check(app: App, stacks: Stacks, config: Config, *, answered: bool = True) -> None:
    """Add the pack to the synthesis, with our answers unless a test wants the bare findings."""
    Validations.of(app).add_plugins(AwsSolutionsChecks(app))
    if not answered:
        return
    for answer in answers(stacks, config):
        Validations.of(answer.at).acknowledge(Acknowledgment(id=answer.rule, reason=answer.reason))


def answers(stacks: Stacks, config: Config) -> Iterator[Answer]:
    """Every exception that holds for the deployment."""
    yield from _data(stacks)
    yield from _api(stacks)
    yield from _identity(stacks)
    yield from _functions(stacks, config)
    yield from _local(stacks) if config.local else _edge(stacks)
    if stacks.web:
        yield from _upload(stacks.web, config)


def _data(stacks: Stacks) -> Iterator[Answer]:
    yield Answer(
        stacks.data,
        "SMG4",
        "Claude's key is rotated at Anthropic by a person. The envelope secret only signs jobs "
        "that live for hours; rotating it in one step would refuse those that are on their way.",
    )


def _api(stacks: Stacks) -> Iterator[Answer]:
    api = stacks.app.api
    yield Answer(
        api,
        "APIG2",
        "pydantic models validate every body and name each wrong field (API endpoint).",
    )
    yield Answer(api, "APIG3", "A web ACL costs more than the stack at rest; the stage throttles instead.")
    yield Answer(
        api,
        "COG4",
        "The authorizer takes Cognito's tokens and API keys, and reads membership from the table.",
    )
    for path in sorted({path for _, path in stacks.app.api.public_methods}):
        yield Answer(
            api.rest_api.root.resource_for_path(path),
            "APIG4",
            "Public on purpose: see PUBLIC_ROUTES in infra/constructs/api.py.",
        )


def _identity(stacks: Stacks) -> Iterator[Answer]:
    pool = stacks.app.identity
    yield Answer(pool, "COG2", "A second factor is the user's choice; a firm may demand it of its own.")
    yield Answer(pool, "COG8", "The plus plan is priced per user and month; a deployment may choose it.")


def _functions(stacks: Stacks, config: Config) -> Iterator[Answer]:
    app = stacks.app
    tracing = "X-Ray's write actions know no resource; a test holds every `*` to such actions."
    for function in app.functions.values():
        scope = function.node.scope
        if scope is None:
            continue
        yield Answer(
            scope,
            "L1",
            "Python 3.13 is what the layers are locked and compiled for (layers/build.py).",
        )
        yield Answer(scope, "IAM5[Resource::*]", tracing)
    yield Answer(
        app.resources.workflow,
        "IAM5[Resource::*]",
        "X-Ray and log delivery actions know no resource; a test holds every `*` to such actions.",
    )
    exports = f"IAM5[Resource::{config.prefix}-data:ExportsOutputFnGetAtt"
    objects = "Objects have the tenant in their key; a role is of a function, not of a tenant."
    for bucket, users in {
        "Exports25637AFBArn08434897": ("api", "export-worker"),
        "PayloadsCDFAA0A2Arn61AB835C": (
            "batch-steps",
            "generation-worker-interactive",
            "generation-worker-batch",
            "sweeper",
        ),
    }.items():
        for user in users:
            yield Answer(app.functions[user].node.scope or app, f"{exports}{bucket}/*]", objects)
    payloads = f"{exports}PayloadsCDFAA0A2Arn61AB835C"
    for user in ("api", "economy-steps", "operations-worker", "sweeper"):
        yield Answer(app.functions[user].node.scope or app, f"{payloads}/{ONE_CALL}]", objects)


def _edge(stacks: Stacks) -> Iterator[Answer]:
    edge, api = stacks.app.edge, stacks.app.api
    if edge is None:
        return
    yield Answer(edge, "CFR1", "Customers may sign in from anywhere.")
    yield Answer(edge, "CFR2", "As APIG3: the API throttles, and the rest is static files.")
    yield Answer(
        edge,
        "CFR4",
        "CloudFront's own certificate fixes the policy; a domain of one's own lifts it.",
    )
    yield Answer(
        api,
        "IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]",
        "What API Gateway asks for before it writes access logs; its role is the account's.",
    )


def _local(stacks: Stacks) -> Iterator[Answer]:
    loopback = "The local cloud speaks HTTP on loopback: denying it would deny everything."
    logs = "The local cloud's access is seen in its own log."
    for stack, finding, reason in (
        (stacks.data, "S1", logs),
        (stacks.data, "S10", loopback),
        (stacks.app, "SQS4", loopback),
        (stacks.app, "SNS3", loopback),
        (stacks.app, "APIG1", logs),
        (stacks.app, "APIG6", logs),
    ):
        yield Answer(stack, finding, reason)


def _upload(web: IConstruct, config: Config) -> Iterator[Answer]:
    cdk = "CDK's own uploader of the web build; it runs at deployment only, on this bucket only."
    bucket = f"{config.prefix}-app:ExportsOutputFnGetAttWeb3C8945DBArn1CBB3848"
    for finding in (
        "L1",
        "IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]",
        "IAM5[Action::s3:GetBucket*]",
        "IAM5[Action::s3:GetObject*]",
        "IAM5[Action::s3:List*]",
        "IAM5[Action::s3:Abort*]",
        "IAM5[Action::s3:DeleteObject*]",
        "IAM5[Resource::*]",
        f"IAM5[Resource::{ASSETS}/*]",
        f"IAM5[Resource::{bucket}/*]",
    ):
        yield Answer(web, finding, cdk)
