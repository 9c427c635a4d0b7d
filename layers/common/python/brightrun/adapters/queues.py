"""Jobs through SQS, in signed envelopes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from brightrun.domain.errors import InvalidInput, Unavailable
from brightrun.domain.tenancy import TenantScope, sign_envelope
from brightrun.ports.services import Backlog, Job

if TYPE_CHECKING:
    from types_boto3_sqs import SQSClient
    from types_boto3_sqs.literals import QueueAttributeNameType
    from types_boto3_sqs.type_defs import ChangeMessageVisibilityBatchRequestEntryTypeDef

SCHEMA = 1
_PER_REQUEST = 10
_TRIES = 3
_TO_COME: QueueAttributeNameType = "ApproximateNumberOfMessages"
_DELAYED: QueueAttributeNameType = "ApproximateNumberOfMessagesDelayed"
_IN_DELIVERY: QueueAttributeNameType = "ApproximateNumberOfMessagesNotVisible"


def job_payload(job: Job) -> dict[str, Any]:
    """What a job's envelope carries besides its tenant and signature."""
    return {
        "schema": SCHEMA,
        "dataset": job.dataset_id,
        "shard": job.shard,
        "conversation": job.conversation_id,
        "batch": job.batch_id,
        "run": job.run,
        "interactive": job.interactive,
    }


def job_of_payload(payload: Mapping[str, Any]) -> Job:
    """The job in an envelope. Raises InvalidInput for one of a schema that this worker does not know."""
    if payload.get("schema") != SCHEMA:
        raise InvalidInput(f"A job of schema {payload.get('schema')!r} can't be read here.")
    return Job(
        dataset_id=str(payload["dataset"]),
        shard=int(payload["shard"]),
        conversation_id=str(payload["conversation"]),
        batch_id=str(payload["batch"]),
        run=int(payload["run"]),
        interactive=bool(payload.get("interactive")),
    )


class SqsJobQueue:
    """Implements `JobQueue`: interactive jobs have a queue of their own, so that one click never waits."""

    def __init__(self, client: SQSClient, *, interactive_url: str, batch_url: str, key: Callable[[], bytes]) -> None:
        self._client = client
        self._urls = {True: interactive_url, False: batch_url}
        self._key = key

    def send(self, scope: TenantScope, jobs: Sequence[Job], *, delay_seconds: int = 0) -> None:
        for interactive, url in self._urls.items():
            bodies = [_body(scope, job_payload(job), self._key()) for job in jobs if job.interactive is interactive]
            for start in range(0, len(bodies), _PER_REQUEST):
                _send_all(self._client, url, scope, bodies[start : start + _PER_REQUEST], delay_seconds)

    def backlog(self, *, interactive: bool) -> Backlog:
        names = (_TO_COME, _DELAYED, _IN_DELIVERY)
        try:
            answer = self._client.get_queue_attributes(QueueUrl=self._urls[interactive], AttributeNames=names)
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("The queue did not answer.") from error
        counts = {name: int(answer.get("Attributes", {}).get(name, 0)) for name in names}
        return Backlog(counts[_TO_COME] + counts[_DELAYED], counts[_IN_DELIVERY])

    def postpone(self, receipts: Sequence[str], seconds: int, *, interactive: bool) -> None:
        """Messages that could not be done now come again so soon, not only when they would have timed out."""
        entries: list[ChangeMessageVisibilityBatchRequestEntryTypeDef] = [
            {"Id": str(number), "ReceiptHandle": receipt, "VisibilityTimeout": seconds}
            for number, receipt in enumerate(receipts)
        ]
        try:
            for start in range(0, len(entries), _PER_REQUEST):
                self._client.change_message_visibility_batch(
                    QueueUrl=self._urls[interactive], Entries=entries[start : start + _PER_REQUEST]
                )
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("The queue did not put the jobs off.") from error


class SqsExportQueue:
    """Implements `ExportQueue`."""

    def __init__(self, client: SQSClient, *, url: str, key: Callable[[], bytes]) -> None:
        self._client = client
        self._url = url
        self._key = key

    def send(self, scope: TenantScope, dataset_id: str, export_id: str) -> None:
        payload = {"schema": SCHEMA, "dataset": dataset_id, "export": export_id}
        _send_all(self._client, self._url, scope, [_body(scope, payload, self._key())], 0)


class SqsOperationQueue:
    """Implements `OperationQueue`."""

    def __init__(self, client: SQSClient, *, url: str, key: Callable[[], bytes]) -> None:
        self._client = client
        self._url = url
        self._key = key

    def send(self, scope: TenantScope, operation_id: str) -> None:
        payload = {"schema": SCHEMA, "operation": operation_id}
        _send_all(self._client, self._url, scope, [_body(scope, payload, self._key())], 0)


def _body(scope: TenantScope, payload: Mapping[str, Any], key: bytes) -> str:
    return json.dumps(sign_envelope(scope, payload, key), separators=(",", ":"))


def _send_all(client: SQSClient, url: str, scope: TenantScope, bodies: Sequence[str], delay_seconds: int) -> None:
    """Sends up to ten messages; what the queue did not take is sent again. Doubles do no harm."""
    left = {str(number): body for number, body in enumerate(bodies)}
    for _ in range(_TRIES):
        try:
            answer = client.send_message_batch(
                QueueUrl=url,
                Entries=[
                    {
                        "Id": number,
                        "MessageBody": body,
                        "DelaySeconds": delay_seconds,
                        # Fair queues: a tenant with many jobs does not keep others waiting.
                        "MessageGroupId": scope.tenant_id,
                    }
                    for number, body in left.items()
                ],
            )
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("The queue did not take the jobs.") from error
        left = {failed["Id"]: left[failed["Id"]] for failed in answer.get("Failed", [])}
        if not left:
            return
    raise Unavailable("The queue did not take all jobs.")
