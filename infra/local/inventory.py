"""What was deployed, found in the stacks themselves, as `stack.json` tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from infra.local import emulator
from infra.local.errors import LocalCloudError

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True)
class Resource:
    """One deployed resource: its name in the template, its type, its id in the cloud."""

    logical: str
    type: str
    physical: str

    def named(self, *words: str) -> bool:
        """Say whether the logical name holds all these words."""
        return all(word.lower() in self.logical.lower() for word in words)


def describe(port: int, stacks: Iterable[str]) -> dict[str, Any]:
    """Return the ids that tools and tests need: table, buckets, queues, pool, functions.

    Raises:
        LocalCloudError: when the stack lacks one of them.
    """
    names = list(stacks)
    found = list(_resources(port, names))
    client_id = _one(found, "AWS::Cognito::UserPoolClient")
    api, stage = _one(found, "AWS::ApiGateway::RestApi"), _one(found, "AWS::ApiGateway::Stage")
    base = f"{emulator.endpoint(port)}/restapis/{api}/{stage}/_user_request_"
    return {
        "stack": names[0] if len(names) == 1 else names,
        "aws_endpoint": emulator.endpoint(port),
        "region": emulator.REGION,
        "account": emulator.ACCOUNT,
        "api_origin": base,
        "direct_api_url": f"{base}/api/v1",
        "table": _one(found, "AWS::DynamoDB::Table"),
        "payloads_bucket": _one(found, "AWS::S3::Bucket", "payloads"),
        "exports_bucket": _one(found, "AWS::S3::Bucket", "exports"),
        "queues": _queues(found),
        "state_machine": _one(found, "AWS::StepFunctions::StateMachine"),
        "user_pool_id": _one(found, "AWS::Cognito::UserPool"),
        "client_id": client_id,
        "claude_secret": _one(found, "AWS::SecretsManager::Secret", "claude"),
        "functions": _functions(port, found),
    }


def _resources(port: int, stacks: Iterable[str]) -> Iterable[Resource]:
    cloudformation = emulator.client("cloudformation", port)
    for stack in stacks:
        described = cloudformation.describe_stack_resources(StackName=stack)["StackResources"]
        for item in described:
            yield Resource(
                item["LogicalResourceId"],
                item["ResourceType"],
                item.get("PhysicalResourceId", ""),
            )


def _one(found: list[Resource], kind: str, *words: str) -> str:
    fitting = [item for item in found if item.type == kind and item.named(*words)]
    if not fitting:
        raise LocalCloudError(f"The deployed stack has no {' '.join(words)} {kind}.")
    return min(fitting, key=lambda item: len(item.logical)).physical


def _queues(found: list[Resource]) -> dict[str, str]:
    queues: dict[str, str] = {}
    for item in found:
        if item.type != "AWS::SQS::Queue":
            continue
        use = next((use for use in ("interactive", "batch", "export", "operations") if item.named(use)), None)
        if use:
            dead = any(item.named(word) for word in ("dead", "dlq"))
            queues[f"{use}_dlq" if dead else use] = item.physical
    return queues


def _functions(port: int, found: list[Resource]) -> dict[str, str]:
    """Name each function as its package; the two generation workers by their queue."""
    client = emulator.client("lambda", port)
    functions: dict[str, str] = {}
    for item in found:
        if item.type != "AWS::Lambda::Function":
            continue
        handler = client.get_function_configuration(FunctionName=item.physical).get("Handler", "")
        name = handler.split(".")[1] if handler.startswith("functions.") else item.logical
        if name == "generation_worker":
            name += "_interactive" if item.named("interactive") else "_batch"
        functions[name] = item.physical
    return functions
