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
from tests.fakes.table import create_table

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
    create_table(client, TABLE)
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
