"""What a role may do with the table, said by verbs and keys.

CDK's own `grant_read_data` brings `Scan`, which this product never does, and its write
grant brings deletes to functions that delete nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from aws_cdk import Stack
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda as lambda_


class Access(Enum):
    """Sets of actions; a transaction needs the action of each of its items."""

    READ = ("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query")
    WRITE = ("dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:ConditionCheckItem")
    DELETE = ("dynamodb:DeleteItem",)


def table_access(
    grantee: iam.IGrantable,
    table: dynamodb.ITable,
    *access: Access,
    keys: Sequence[str] | None = None,
) -> None:
    """Let a function at the table.

    Args:
        grantee: the function.
        table: the one table; its index is included when something is read.
        access: what it may do.
        keys: patterns of partition keys (`U#*`) that it is held to; None is every key.
    """
    conditions = {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": list(keys)}} if keys else None
    resources = [table.table_arn]
    if Access.READ in access and not keys:
        resources.append(f"{table.table_arn}/index/gsi1")
    grantee.grant_principal.add_to_principal_policy(
        iam.PolicyStatement(
            actions=[action for each in access for action in each.value],
            resources=resources,
            conditions=conditions,
        )
    )


def objects(
    grantee: iam.IGrantable, bucket_arn: str, *actions: str, within: str = "*", missing_is_seen: bool = False
) -> None:
    """Let a function at the objects of a bucket, by S3 action names.

    Args:
        grantee: the function.
        bucket_arn: of the bucket.
        actions: on its objects.
        within: the pattern of keys that it is held to.
        missing_is_seen: S3 answers 404 for an object that isn't there only to those who may
            list the bucket; everyone else gets 403, as if the bucket were closed.
    """
    principal = grantee.grant_principal
    principal.add_to_principal_policy(iam.PolicyStatement(actions=list(actions), resources=[f"{bucket_arn}/{within}"]))
    if missing_is_seen:
        principal.add_to_principal_policy(iam.PolicyStatement(actions=["s3:ListBucket"], resources=[bucket_arn]))


def send_mail(function: lambda_.Function, mail_from: str, *, emulated: bool) -> None:
    """Let a function send mail, from the product's own address only.

    SES checks the identity that it knows the sender by: the address, or its whole domain.

    Args:
        function: that may send.
        mail_from: the address.
        emulated: MiniStack asks for the action on any resource and knows no sender in conditions.
    """
    if emulated:
        function.add_to_role_policy(iam.PolicyStatement(actions=["ses:SendEmail"], resources=["*"]))
        return
    identities = [
        Stack.of(function).format_arn(service="ses", resource="identity", resource_name=name)
        for name in (mail_from, mail_from.rpartition("@")[2])
    ]
    function.add_to_role_policy(
        iam.PolicyStatement(
            actions=["ses:SendEmail"],
            resources=identities,
            conditions={"StringEquals": {"ses:FromAddress": mail_from}},
        )
    )
