"""Where everything is kept: one table, the payloads and the exports."""

from __future__ import annotations

from aws_cdk import Duration, RemovalPolicy
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_s3 as s3
from constructs import Construct

from infra.config import Config

PAYLOAD_DAYS = 400
"""A raw request and answer stay a year and a month, so a yearly audit can read them."""

EXPORT_DAYS = 400
"""A file can be built again from its manifest; the manifest itself is in the table."""


def table(scope: Construct, config: Config) -> dynamodb.Table:
    """The single table. Its keys are in `infra/decisions/0001-one-table.md`."""
    made = dynamodb.Table(
        scope,
        "Table",
        table_name=f"{config.prefix}-table",
        partition_key=_text("pk"),
        sort_key=_text("sk"),
        billing_mode=dynamodb.BillingMode.PAY_PER_REQUEST,
        encryption=dynamodb.TableEncryption.AWS_MANAGED,
        point_in_time_recovery_specification=dynamodb.PointInTimeRecoverySpecification(
            point_in_time_recovery_enabled=True,
        ),
        stream=dynamodb.StreamViewType.NEW_AND_OLD_IMAGES,
        time_to_live_attribute="ttl",
        deletion_protection=config.is_production,
        removal_policy=_removal(config),
    )
    made.add_global_secondary_index(
        index_name="gsi1",
        partition_key=_text("gsi1pk"),
        sort_key=_text("gsi1sk"),
        projection_type=dynamodb.ProjectionType.ALL,
    )
    return made


def logs_bucket(scope: Construct, config: Config) -> s3.Bucket:
    """Access logs of the other buckets and of the distribution."""
    return s3.Bucket(
        scope,
        "Logs",
        encryption=s3.BucketEncryption.S3_MANAGED,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        enforce_ssl=True,
        # CloudFront still writes its standard logs under an ACL.
        object_ownership=s3.ObjectOwnership.BUCKET_OWNER_PREFERRED,
        lifecycle_rules=[s3.LifecycleRule(expiration=Duration.days(90))],
        removal_policy=_removal(config),
    )


def private_bucket(
    scope: Construct,
    name: str,
    config: Config,
    *,
    logs: s3.IBucket | None,
    expire_days: int | None = None,
) -> s3.Bucket:
    """A bucket that is encrypted, speaks TLS only and is never public.

    Args:
        scope: where it is made.
        name: its construct id, and its folder in the access logs.
        config: of the deployment; production keeps the bucket when the stack goes.
        logs: where access is logged; the local cloud logs none.
        expire_days: after how many days an object goes; None keeps it.
    """
    rules = [s3.LifecycleRule(abort_incomplete_multipart_upload_after=Duration.days(1))]
    if expire_days:
        rules.append(s3.LifecycleRule(expiration=Duration.days(expire_days)))
    return s3.Bucket(
        scope,
        name,
        encryption=s3.BucketEncryption.S3_MANAGED,
        block_public_access=s3.BlockPublicAccess.BLOCK_ALL,
        object_ownership=s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
        # The local cloud speaks HTTP on loopback: a policy that denies it denies everything.
        enforce_ssl=config.local is None,
        lifecycle_rules=rules,
        server_access_logs_bucket=logs,
        server_access_logs_prefix=f"{name.lower()}/" if logs else None,
        removal_policy=_removal(config),
    )


def _text(name: str) -> dynamodb.Attribute:
    return dynamodb.Attribute(name=name, type=dynamodb.AttributeType.STRING)


def _removal(config: Config) -> RemovalPolicy:
    return RemovalPolicy.RETAIN if config.is_production else RemovalPolicy.DESTROY
