"""What must not be lost, and who may come near it."""

from __future__ import annotations

import json
from pathlib import Path

from infra.config import Config
from infra.synth import Rendered, render
from tests.infra.template import FEW_ROUTES, Template


def test_the_table_has_the_keys_of_the_design(data_template: Template) -> None:
    table = data_template.one("AWS::DynamoDB::Table")
    assert [key["AttributeName"] for key in table["KeySchema"]] == ["pk", "sk"]
    (index,) = table["GlobalSecondaryIndexes"]
    assert index["IndexName"] == "gsi1"
    assert [key["AttributeName"] for key in index["KeySchema"]] == ["gsi1pk", "gsi1sk"]
    assert index["Projection"] == {"ProjectionType": "ALL"}
    assert table["TimeToLiveSpecification"] == {"AttributeName": "ttl", "Enabled": True}


def test_the_table_can_be_brought_back_and_tells_what_changed(data_template: Template) -> None:
    table = data_template.one("AWS::DynamoDB::Table")
    assert table["PointInTimeRecoverySpecification"]["PointInTimeRecoveryEnabled"] is True
    assert table["StreamSpecification"] == {"StreamViewType": "NEW_AND_OLD_IMAGES"}
    assert table["BillingMode"] == "PAY_PER_REQUEST"


def test_every_bucket_is_encrypted_private_and_speaks_tls_only(aws: Rendered) -> None:
    for stack in ("data", "app"):
        template = Template(aws.template(stack))
        buckets = template.of_type("AWS::S3::Bucket")
        assert buckets
        for bucket in buckets.values():
            assert bucket["BucketEncryption"]
            assert set(bucket["PublicAccessBlockConfiguration"].values()) == {True}
            assert bucket["LifecycleConfiguration"]["Rules"]
        policies = [json.dumps(each) for each in template.of_type("AWS::S3::BucketPolicy").values()]
        assert len(policies) == len(buckets)
        assert all('"aws:SecureTransport": "false"' in each for each in policies)


def test_claudes_key_has_no_value_until_someone_puts_one(data_template: Template) -> None:
    secrets = data_template.of_type("AWS::SecretsManager::Secret").values()
    (claude,) = [each for each in secrets if "Claude" in each["Description"]]
    assert "GenerateSecretString" not in claude
    assert "SecretString" not in claude


def test_production_keeps_its_data(tmp_path: Path) -> None:
    rendered = render(Config(stage="prod"), tmp_path, FEW_ROUTES, checked=False)
    data = rendered.template("data")
    kept = ("AWS::DynamoDB::Table", "AWS::S3::Bucket")
    for resource in data["Resources"].values():
        if resource["Type"] in kept:
            assert resource["DeletionPolicy"] == "Retain"
    assert Template(data).one("AWS::DynamoDB::Table")["DeletionProtectionEnabled"] is True


def test_every_log_group_forgets(any_app_template: Template) -> None:
    groups = any_app_template.of_type("AWS::Logs::LogGroup")
    assert len(groups) > len(any_app_template.functions())
    assert all(each["RetentionInDays"] == 90 for each in groups.values())


def test_every_function_is_traced_on_lambdas_own_interpreter(any_app_template: Template) -> None:
    for function in any_app_template.functions().values():
        assert function["TracingConfig"] == {"Mode": "Active"}
        assert function["Runtime"] == "python3.13"
        assert function["Architectures"] == ["arm64"]
