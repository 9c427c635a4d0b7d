"""Everything that went wrong in a workspace, newest first: read off the record, nothing is scanned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from brightrun.domain.errors import NotFound
from brightrun.domain.event import Action, Event
from brightrun.domain.model import Instant, Micros, Record
from brightrun.domain.tenancy import TenantScope
from brightrun.domain.words import Kind, kind_of
from brightrun.ports.stores import Datasets, Events, Tenants

_FAILURES = frozenset({Action.CONVERSATION_FAILED, Action.CONVERSATION_ATTEMPT_FAILED})
_READ_AT_ONCE = 200
_MOST_ROUNDS = 10
"""Where failures are rare a page is short and has a cursor; no request walks the whole record."""


class FailureStore(Events, Tenants, Datasets, Protocol):
    """What the list is read from."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which failures; a field that is None or empty asks for nothing."""

    dataset_id: str | None = None
    conversation_id: str | None = None
    kinds: frozenset[Kind] = frozenset()
    final: bool | None = None

    def takes(self, event: Event) -> bool:
        return (
            event.action in _FAILURES
            and self.dataset_id in {None, event.dataset_id}
            and self.conversation_id in {None, event.subject.id}
            and (not self.kinds or _kind(event) in self.kinds)
            and self.final in {None, event.action is Action.CONVERSATION_FAILED}
        )


class FailureRecord(Record):
    """One call that came to nothing, or (`final`) a conversation that was given up.

    `attempt_id` is None when no call was made, `http_status` when the provider answered no error.
    `retryable` says whether another try may help; what is not final is tried again without anybody's help.
    """

    id: str
    at: Instant
    conversation_id: str
    ref: str
    dataset_id: str | None
    batch_id: str | None
    attempt_id: str | None
    final: bool
    kind: Kind
    code: str
    reason: str
    request_id: str | None
    http_status: int | None
    cost_micros: Micros
    retryable: bool


@dataclass(frozen=True, slots=True)
class FailurePage:
    """`next` is the event behind which the list goes on."""

    failures: tuple[FailureRecord, ...]
    next: str | None


def list_failures(
    scope: TenantScope, wanted: Wanted, *, before: str | None, limit: int, store: FailureStore
) -> FailurePage:
    """A page of failures that are wanted, older than the event `before`. Raises NotFound for an unknown dataset."""
    if wanted.dataset_id is not None and store.dataset(scope, wanted.dataset_id) is None:
        raise NotFound("This dataset")
    tenant = store.tenant(scope)
    if tenant is None:
        return FailurePage((), None)
    found: list[FailureRecord] = []
    for _ in range(_MOST_ROUNDS):
        page = store.latest(scope, before=before, limit=_READ_AT_ONCE, since=tenant.created_at)
        for event in page:
            before = event.id
            if wanted.takes(event):
                found.append(_failure(event))
                if len(found) == limit:
                    return FailurePage(tuple(found), before)
        if len(page) < _READ_AT_ONCE:
            return FailurePage(tuple(found), None)
    return FailurePage(tuple(found), before)


def _kind(event: Event) -> Kind:
    return event.details.get("kind") or kind_of(str(event.details.get("code", "")))


def _failure(event: Event) -> FailureRecord:
    told: Mapping[str, Any] = event.details
    kind = _kind(event)
    return FailureRecord(
        id=event.id,
        at=event.at,
        conversation_id=event.subject.id,
        ref=event.subject.ref,
        dataset_id=event.dataset_id,
        batch_id=told.get("batch"),
        attempt_id=told.get("attempt"),
        final=event.action is Action.CONVERSATION_FAILED,
        kind=kind,
        code=str(told.get("code", "")),
        reason=str(told.get("reason", "")),
        request_id=told.get("request_id"),
        http_status=told.get("status"),
        cost_micros=int(told.get("cost_micros", 0)),
        retryable=kind == "transient",
    )
