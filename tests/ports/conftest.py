"""Each contract runs twice: against the fake and against the adapter on moto.

moto ignores request tokens and is wrong under threads, so what needs either is asked of the fake
here and of the deployed stack in tests/e2e.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import boto3
import pytest
from moto import mock_aws

from brightrun.adapters.dynamodb.store import DynamoDirectory, DynamoLimiters, DynamoStore
from brightrun.adapters.dynamodb.table import Table
from tests.fakes.store import FakeStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brightrun.ports.stores import Directory, Limiters, Store

TABLE = "contract"


@dataclass(frozen=True, slots=True)
class Storage:
    store: Store
    directory: Directory
    limiters: Limiters


def _dynamodb() -> Storage:
    client = boto3.client(
        "dynamodb",
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
    client.create_table(
        TableName=TABLE,
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[
            {"AttributeName": "pk", "KeyType": "HASH"},
            {"AttributeName": "sk", "KeyType": "RANGE"},
        ],
        AttributeDefinitions=[
            {"AttributeName": name, "AttributeType": "S"} for name in ("pk", "sk", "gsi1pk", "gsi1sk")
        ],
        GlobalSecondaryIndexes=[
            {
                "IndexName": "gsi1",
                "KeySchema": [
                    {"AttributeName": "gsi1pk", "KeyType": "HASH"},
                    {"AttributeName": "gsi1sk", "KeyType": "RANGE"},
                ],
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
    )
    table = Table(client, TABLE, pause=lambda _: None)
    return Storage(DynamoStore(table), DynamoDirectory(table), DynamoLimiters(table))


@pytest.fixture(params=["fake", "dynamodb"])
def storage(request: pytest.FixtureRequest) -> Iterator[Storage]:
    if request.param == "fake":
        fake = FakeStore()
        yield Storage(fake, fake, fake)
        return
    with mock_aws():
        yield _dynamodb()


@pytest.fixture
def kept(storage: Storage) -> Store:
    """The store under contract."""
    return storage.store
