"""Queues, files, the workflow engine and mail, in memory."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brightrun.domain.errors import FileGone, Unavailable
from brightrun.ports.services import Backlog

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brightrun.domain.tenancy import TenantScope
    from brightrun.ports.services import Job


@dataclass(frozen=True, slots=True)
class Sent:
    scope: TenantScope
    job: Job
    delay_seconds: int


class FakeJobQueue:
    """Keeps what was sent, in order. The next `refuse` sends are not taken."""

    def __init__(self) -> None:
        self.held: deque[Sent] = deque()
        self.in_delivery = 0
        self.sent: list[Sent] = []
        self.refuse = 0

    def send(self, scope: TenantScope, jobs: Sequence[Job], *, delay_seconds: int = 0) -> None:
        if self.refuse:
            self.refuse -= 1
            raise Unavailable("The queue did not answer.")
        for job in jobs:
            sent = Sent(scope, job, delay_seconds)
            self.sent.append(sent)
            self.held.append(sent)

    def backlog(self, *, interactive: bool) -> Backlog:
        to_come = sum(sent.job.interactive is interactive for sent in self.held)
        return Backlog(to_come, 0 if interactive else self.in_delivery)

    def receive(self, most: int = 10, *, interactive: bool | None = None) -> list[Sent]:
        """What a consumer would be given next, of one lane or of both; it is taken off the queue.

        First in, first out: nothing here depends on SQS being fair to quiet tenants.
        """
        if interactive is None:
            return [self.held.popleft() for _ in range(min(most, len(self.held)))]
        found = [sent for sent in self.held if sent.job.interactive is interactive][:most]
        for sent in found:
            self.held.remove(sent)
        return found


@dataclass
class FakeExportQueue:
    waiting: deque[tuple[TenantScope, str, str]] = field(default_factory=deque)

    def send(self, scope: TenantScope, dataset_id: str, export_id: str) -> None:
        self.waiting.append((scope, dataset_id, export_id))


@dataclass
class FakeOperationQueue:
    waiting: deque[tuple[TenantScope, str]] = field(default_factory=deque)

    def send(self, scope: TenantScope, operation_id: str) -> None:
        self.waiting.append((scope, operation_id))


@dataclass
class FakeWorkflow:
    """Executions by name; `stop` is an operator's hand or a restart of the engine."""

    running: set[tuple[str, str]] = field(default_factory=set)
    started: list[tuple[str, str]] = field(default_factory=list)

    def start(self, scope: TenantScope, batch_id: str, run: int) -> None:
        name = (scope.tenant_id, f"{batch_id}-{run}")
        if name not in self.started:
            self.started.append(name)
            self.running.add(name)

    def alive(self, scope: TenantScope, batch_id: str, run: int) -> bool:
        return (scope.tenant_id, f"{batch_id}-{run}") in self.running

    def stop(self, scope: TenantScope, batch_id: str, run: int) -> None:
        self.running.discard((scope.tenant_id, f"{batch_id}-{run}"))


@dataclass
class FakePayloads:
    bodies: dict[tuple[str, str], bytes] = field(default_factory=dict)
    refuse: int = 0

    def _answer(self) -> None:
        if self.refuse:
            self.refuse -= 1
            raise Unavailable("The payload store did not answer.")

    def put_once(self, scope: TenantScope, key: str, body: bytes) -> bool:
        self._answer()
        place = (scope.tenant_id, key)
        if place in self.bodies:
            return False
        self.bodies[place] = body
        return True

    def get(self, scope: TenantScope, key: str) -> bytes | None:
        return self.bodies.get((scope.tenant_id, key))

    def delete(self, scope: TenantScope, key: str) -> None:
        self._answer()
        self.bodies.pop((scope.tenant_id, key), None)


@dataclass
class FakeExportFiles:
    """Keeps parts as they came, so that a test can see that a file was streamed."""

    parts: dict[tuple[str, str], list[bytes]] = field(default_factory=dict)
    types: dict[tuple[str, str], str] = field(default_factory=dict)
    links: list[tuple[str, str, str, int]] = field(default_factory=list)

    def write(self, scope: TenantScope, key: str, parts: Iterable[bytes], *, content_type: str) -> int:
        place = (scope.tenant_id, key)
        self.parts[place] = list(parts)
        self.types[place] = content_type
        return sum(map(len, self.parts[place]))

    def read(self, scope: TenantScope, key: str) -> Iterable[bytes]:
        if (scope.tenant_id, key) not in self.parts:
            raise FileGone("The file is not kept any more.")
        return iter(self.parts[scope.tenant_id, key])

    def link(self, scope: TenantScope, key: str, *, filename: str, content_type: str, seconds: int) -> str:
        self.links.append((key, filename, content_type, seconds))
        return f"https://files.invalid/{scope.tenant_id}/{key}?seconds={seconds}"


@dataclass(frozen=True, slots=True)
class Mail:
    scope: TenantScope
    to: str
    subject: str
    text: str


@dataclass
class FakeMailer:
    sent: list[Mail] = field(default_factory=list)
    refuse: int = 0

    def send(self, scope: TenantScope, *, to: str, subject: str, text: str) -> None:
        if self.refuse:
            self.refuse -= 1
            raise Unavailable("The mail was not taken.")
        self.sent.append(Mail(scope, to, subject, text))
