"""What the job queue promises, on moto: its counts, and messages that come again soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import boto3
import pytest
from moto import mock_aws

from brightrun.adapters.queues import SqsJobQueue
from brightrun.domain.errors import Unavailable
from brightrun.domain.tenancy import RegisteredTenant, scope_of_registered
from brightrun.ports.services import Backlog, Job

if TYPE_CHECKING:
    from collections.abc import Iterator

ACME = scope_of_registered(RegisteredTenant("acme"))
JOB = Job("dataset", 0, "conversation", "batch", 1)


@pytest.fixture
def sqs() -> Iterator[tuple[SqsJobQueue, object, str]]:
    with mock_aws():
        client = boto3.client("sqs", region_name="us-east-1", aws_access_key_id="t", aws_secret_access_key="t")
        urls = [client.create_queue(QueueName=name)["QueueUrl"] for name in ("now", "batch")]
        queue = SqsJobQueue(client, interactive_url=urls[0], batch_url=urls[1], key=lambda: b"key")
        yield queue, client, urls[1]


def test_a_backlog_tells_messages_to_come_from_those_in_delivery(sqs):
    queue, client, url = sqs
    queue.send(ACME, [JOB] * 3)
    queue.send(ACME, [JOB], delay_seconds=60)
    client.receive_message(QueueUrl=url, MaxNumberOfMessages=1)
    assert queue.backlog(interactive=False) == Backlog(to_come=3, in_delivery=1)
    assert queue.backlog(interactive=True) == Backlog(to_come=0, in_delivery=0)


def test_a_message_that_is_put_off_comes_again_when_it_was_told_to(sqs):
    queue, client, url = sqs
    queue.send(ACME, [JOB] * 12)
    taken = [
        message["ReceiptHandle"]
        for _ in range(2)
        for message in client.receive_message(QueueUrl=url, MaxNumberOfMessages=10, VisibilityTimeout=1_440)["Messages"]
    ]
    assert queue.backlog(interactive=False) == Backlog(to_come=0, in_delivery=12)
    queue.postpone(taken, 0, interactive=False)
    assert queue.backlog(interactive=False) == Backlog(to_come=12, in_delivery=0)


def test_a_queue_that_is_not_there_is_unavailable(sqs):
    queue, client, url = sqs
    client.delete_queue(QueueUrl=url)
    with pytest.raises(Unavailable):
        queue.postpone(["receipt"], 5, interactive=False)
    with pytest.raises(Unavailable):
        queue.backlog(interactive=False)
