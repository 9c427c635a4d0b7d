"""Everything outside storage: queues, files, the model, the workflow engine, mail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from brightrun.domain.provider import ModelReply, ModelRequest, ProviderFailure
from brightrun.domain.tenancy import TenantScope


@dataclass(frozen=True, slots=True)
class Job:
    """One conversation to be written, as it travels through the queue."""

    dataset_id: str
    shard: int
    conversation_id: str
    batch_id: str
    run: int
    interactive: bool = False


@dataclass(frozen=True, slots=True)
class Backlog:
    """About how many messages a queue holds: those that a consumer could take now or soon, and those in delivery.

    A message whose consumer died counts as in delivery until it may be seen again.
    """

    to_come: int
    in_delivery: int


class JobQueue(Protocol):
    def send(self, scope: TenantScope, jobs: Sequence[Job], *, delay_seconds: int = 0) -> None:
        """Puts jobs into their queue in signed envelopes. Raises Unavailable when one was not taken."""
        ...

    def backlog(self, *, interactive: bool) -> Backlog: ...


class ExportQueue(Protocol):
    def send(self, scope: TenantScope, dataset_id: str, export_id: str) -> None: ...


class OperationQueue(Protocol):
    def send(self, scope: TenantScope, operation_id: str) -> None: ...


class Workflow(Protocol):
    def start(self, scope: TenantScope, batch_id: str, run: int) -> None:
        """Starts the execution `<batch>-<run>`; one that exists already is success."""
        ...

    def alive(self, scope: TenantScope, batch_id: str, run: int) -> bool: ...


class LanguageModel(Protocol):
    async def complete(self, request: ModelRequest) -> ModelReply:
        """One call, never repeated. Raises ProviderFailure."""
        ...


@dataclass(frozen=True, slots=True)
class ListedBatch:
    """A provider batch as its list shows it. Which calls are in it, only its results tell."""

    id: str
    calls: int
    created_at: datetime
    ended: bool


class ProviderBatches(Protocol):
    """Many calls in one batch at half price. Every method raises ProviderFailure; only `create` can be ambiguous."""

    def create(self, calls: Sequence[tuple[str, ModelRequest]]) -> str:
        """The provider's id of a new batch. Each call has a name of its own, by which its result is found."""
        ...

    def look(self, provider_id: str) -> ListedBatch | None:
        """None when the provider knows no such batch."""
        ...

    def since(self, moment: datetime) -> Iterator[ListedBatch]:
        """Every batch under this key that was created since then, newest first."""
        ...

    def cancel(self, provider_id: str) -> None:
        """Asks for an early end; what is written by then is billed and kept."""
        ...

    def results(self, provider_id: str) -> Iterator[tuple[str, ModelReply | ProviderFailure]]:
        """Streams the results of a batch that has ended, by name and in no order. A failure was not billed."""
        ...


class Payloads(Protocol):
    """Raw requests and answers, by a key inside the tenant's own prefix."""

    def put_once(self, scope: TenantScope, key: str, body: bytes) -> bool:
        """False when it is there already: the first answer stands."""
        ...

    def get(self, scope: TenantScope, key: str) -> bytes | None: ...

    def delete(self, scope: TenantScope, key: str) -> None:
        """Gone for good; what is not there is no error."""
        ...


class ExportFiles(Protocol):
    def write(self, scope: TenantScope, key: str, parts: Iterable[bytes], *, content_type: str) -> int:
        """Streams the parts into one file and answers its size in bytes."""
        ...

    def read(self, scope: TenantScope, key: str) -> Iterable[bytes]:
        """Raises FileGone for a file that is not kept any more."""
        ...

    def link(self, scope: TenantScope, key: str, *, filename: str, content_type: str, seconds: int) -> str:
        """A presigned download link, made for one click."""
        ...


class Mailer(Protocol):
    def send(self, scope: TenantScope, *, to: str, subject: str, text: str) -> None:
        """Raises Unavailable only when the mail was definitely not taken."""
        ...
