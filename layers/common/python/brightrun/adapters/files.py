"""Files in S3: payloads of calls, and exports with their presigned links. Keys begin with the tenant."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

from botocore.exceptions import BotoCoreError, ClientError

from brightrun.adapters.aws_errors import code_of
from brightrun.domain.errors import FileGone, Unavailable
from brightrun.domain.tenancy import TenantScope

if TYPE_CHECKING:
    from types_boto3_s3 import S3Client

_IN_MEMORY = 8 * 1024 * 1024
_PIECE = 1024 * 1024


def _key(scope: TenantScope, key: str) -> str:
    return f"t/{scope.tenant_id}/{key}"


class S3Payloads:
    """Implements `Payloads`."""

    def __init__(self, client: S3Client, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def put_once(self, scope: TenantScope, key: str, body: bytes) -> bool:
        try:
            self._client.put_object(
                Bucket=self._bucket,
                Key=_key(scope, key),
                Body=body,
                IfNoneMatch="*",
                ContentType="application/json",
            )
        except ClientError as error:
            if code_of(error) in {"PreconditionFailed", "412"}:
                return False
            raise Unavailable("The answer could not be kept.") from error
        except BotoCoreError as error:
            raise Unavailable("The answer could not be kept.") from error
        return True

    def delete(self, scope: TenantScope, key: str) -> None:
        try:
            self._client.delete_object(Bucket=self._bucket, Key=_key(scope, key))
        except (ClientError, BotoCoreError) as error:
            raise Unavailable("A stored answer could not be deleted.") from error

    def get(self, scope: TenantScope, key: str) -> bytes | None:
        try:
            return self._client.get_object(Bucket=self._bucket, Key=_key(scope, key))["Body"].read()
        except ClientError as error:
            if code_of(error) in {"NoSuchKey", "404"}:
                return None
            raise Unavailable("A stored answer could not be read.") from error
        except BotoCoreError as error:
            raise Unavailable("A stored answer could not be read.") from error


class S3ExportFiles:
    """Implements `ExportFiles`. Parts beyond 8 MB go through a file on disk, so that memory stays flat."""

    def __init__(self, client: S3Client, bucket: str) -> None:
        self._client = client
        self._bucket = bucket

    def write(self, scope: TenantScope, key: str, parts: Iterable[bytes], *, content_type: str) -> int:
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as spool:
            for part in parts:
                spool.write(part)
            size = spool.tell()
            spool.seek(0)
            try:
                self._client.put_object(Bucket=self._bucket, Key=_key(scope, key), Body=spool, ContentType=content_type)
            except (ClientError, BotoCoreError) as error:
                raise Unavailable("The file could not be written.") from error
        return size

    def read(self, scope: TenantScope, key: str) -> Iterator[bytes]:
        try:
            body = self._client.get_object(Bucket=self._bucket, Key=_key(scope, key))["Body"]
            yield from body.iter_chunks(_PIECE)
        except (ClientError, BotoCoreError) as error:
            if isinstance(error, ClientError) and code_of(error) in {"NoSuchKey", "404"}:
                raise FileGone("The file is not kept any more.") from error
            raise Unavailable("The file could not be read back.") from error

    def link(self, scope: TenantScope, key: str, *, filename: str, content_type: str, seconds: int) -> str:
        return self._client.generate_presigned_url(
            "get_object",
            Params={
                "Bucket": self._bucket,
                "Key": _key(scope, key),
                "ResponseContentDisposition": f"attachment; filename*=UTF-8''{quote(filename)}",
                "ResponseContentType": content_type,
            },
            ExpiresIn=seconds,
        )
