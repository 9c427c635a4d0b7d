"""Put the rendered app into the emulator: files to a bucket, stacks to CloudFormation.

What `cdk deploy` does, by four calls and in two seconds instead of twenty; the templates
are the same ones that AWS gets from this app.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from botocore.exceptions import ClientError

from infra.local import emulator
from infra.local.errors import LocalCloudError
from infra.local.programs import wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from infra.local.assembly import Addresses

SETTLE_SECONDS = 300
TEMPLATES = "brightrun-local-templates"
GOOD = {"CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE"}
BATCH_CALLS = ('"sqs:SendMessage"', '"sqs:SendMessage", "sqs:SendMessageBatch"')
"""AWS asks for the permission of the single call when ten are sent at once; MiniStack for the call's own name."""
PIECES = {
    "${AWS::AccountId}": emulator.ACCOUNT,
    "${AWS::Region}": emulator.REGION,
    "${AWS::Partition}": "aws",
}


@dataclass(frozen=True)
class Stack:
    """One stack ready to deploy."""

    name: str
    template: str
    assets: Path
    folder: Path

    @property
    def fingerprint(self) -> str:
        """Changes with the template, and so with every file that it names by hash."""
        return hashlib.sha256(self.template.encode()).hexdigest()


def read(folder: Path, addresses: Addresses) -> list[Stack]:
    """Return the app's stacks in the order in which they depend on each other."""
    artifacts: dict[str, Any] = json.loads((folder / "manifest.json").read_text())["artifacts"]
    stacks = {key: value for key, value in artifacts.items() if value["type"] == "aws:cloudformation:stack"}
    return [_stack(folder, key, stacks[key], addresses) for key in _ordered(stacks)]


def deploy(port: int, stacks: list[Stack]) -> None:
    """Create or update each stack.

    Raises:
        LocalCloudError: when a stack is refused or fails, with the resources to blame.
    """
    for stack in stacks:
        _publish(port, stack)
        _apply(port, stack)


def in_place(port: int, stacks: list[Stack], deployed: dict[str, Any]) -> bool:
    """Say whether exactly these stacks are what the emulator already holds."""
    wanted = {stack.name: stack.fingerprint for stack in stacks}
    return deployed == wanted and all(_status(port, stack.name) in GOOD for stack in stacks)


def _ordered(stacks: dict[str, Any]) -> list[str]:
    done: list[str] = []
    while len(done) < len(stacks):
        done += [
            key
            for key, value in stacks.items()
            if key not in done and all(other in done or other not in stacks for other in value.get("dependencies", []))
        ]
    return done


def _stack(folder: Path, key: str, artifact: dict[str, Any], addresses: Addresses) -> Stack:
    properties = artifact["properties"]
    template = json.loads((folder / properties["templateFile"]).read_text())
    # Both only check that `cdk bootstrap` ran, which a deployment of our own doesn't need.
    template.get("Parameters", {}).pop("BootstrapVersion", None)
    template.get("Rules", {}).pop("CheckBootstrapVersion", None)
    secrets = {
        name for name, resource in template["Resources"].items() if resource["Type"] == "AWS::SecretsManager::Secret"
    }
    text = addresses.fill(json.dumps(_arns_of(secrets, template)).replace(*BATCH_CALLS))
    name = properties.get("stackName", key)
    return Stack(name, text, folder / f"{key}.assets.json", folder)


def _arns_of(secrets: set[str], node: Any) -> Any:
    """Ask for a secret's ARN where a `Ref` means it: MiniStack's `Ref` gives the name."""
    if isinstance(node, dict):
        node = cast("dict[str, Any]", node)
        if len(node) == 1 and node.get("Ref") in secrets:
            return {"Fn::GetAtt": [node["Ref"], "Id"]}
        return {key: _arns_of(secrets, value) for key, value in node.items()}
    if isinstance(node, list):
        return [_arns_of(secrets, value) for value in cast("list[Any]", node)]
    return node


def _publish(port: int, stack: Stack) -> None:
    s3 = emulator.client("s3", port)
    files: dict[str, Any] = json.loads(stack.assets.read_text())["files"]
    for file in files.values():
        source = stack.folder / file["source"]["path"]
        if source.name.endswith(".template.json"):
            continue
        place = next(iter(file["destinations"].values()))
        bucket, key = _filled(place["bucketName"]), _filled(place["objectKey"])
        with suppress(s3.exceptions.BucketAlreadyOwnedByYou, s3.exceptions.BucketAlreadyExists):
            s3.create_bucket(Bucket=bucket)
        try:
            s3.head_object(Bucket=bucket, Key=key)
        except ClientError:
            zipped = file["source"]["packaging"] == "zip"
            s3.put_object(Bucket=bucket, Key=key, Body=_zip(source) if zipped else source.read_bytes())


def _uploaded(port: int, stack: Stack) -> str:
    """Put the template where CloudFormation reads it: inline it may have 51,200 bytes."""
    s3 = emulator.client("s3", port)
    with suppress(s3.exceptions.BucketAlreadyOwnedByYou, s3.exceptions.BucketAlreadyExists):
        s3.create_bucket(Bucket=TEMPLATES)
    key = f"{stack.name}-{stack.fingerprint[:16]}.json"
    s3.put_object(Bucket=TEMPLATES, Key=key, Body=stack.template.encode())
    return f"{emulator.endpoint(port)}/{TEMPLATES}/{key}"


def _filled(text: str) -> str:
    for piece, value in PIECES.items():
        text = text.replace(piece, value)
    return text


def _zip(folder: Path) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, path.relative_to(folder))
    return content.getvalue()


def _apply(port: int, stack: Stack) -> None:
    cloudformation = emulator.client("cloudformation", port)
    status = _status(port, stack.name)
    if status and status not in GOOD | {"UPDATE_ROLLBACK_COMPLETE"}:
        cloudformation.delete_stack(StackName=stack.name)
        wait_until(lambda: _status(port, stack.name) is None, SETTLE_SECONDS)
        status = None
    change = cloudformation.update_stack if status else cloudformation.create_stack
    try:
        change(
            StackName=stack.name,
            TemplateURL=_uploaded(port, stack),
            Capabilities=["CAPABILITY_IAM", "CAPABILITY_NAMED_IAM", "CAPABILITY_AUTO_EXPAND"],
        )
    except ClientError as error:
        if "No updates" in str(error):
            return
        raise LocalCloudError(f"Stack {stack.name} was refused: {str(error)[-600:]}") from error
    wait_until(lambda: not str(_status(port, stack.name)).endswith("_IN_PROGRESS"), SETTLE_SECONDS)
    if (ended := _status(port, stack.name)) not in GOOD:
        reasons = "\n".join(_failures(port, stack.name))
        raise LocalCloudError(f"Stack {stack.name} ended as {ended}:\n{reasons}")


def _status(port: int, name: str) -> str | None:
    try:
        found = emulator.client("cloudformation", port).describe_stacks(StackName=name)["Stacks"]
    except ClientError:
        return None
    status = found[0]["StackStatus"] if found else None
    return None if status == "DELETE_COMPLETE" else status


def _failures(port: int, name: str) -> Iterator[str]:
    events = emulator.client("cloudformation", port).describe_stack_events(StackName=name)
    for event in events["StackEvents"]:
        if event.get("ResourceStatus", "").endswith("FAILED"):
            yield f"{event.get('LogicalResourceId')}: {event.get('ResourceStatusReason')}"
