"""One call, as a handler sees it: who, for whose data, under which guard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from brightrun.domain.errors import NotAllowed, NotSignedIn, PreconditionMissing
from brightrun.domain.tenancy import Actor, Caller, TenantScope
from brightrun.usecases.parts.once import Once
from functions.api.ports import Ports


@dataclass(frozen=True)
class Call:
    """What `endpoint` has established before the handler runs."""

    ports: Ports
    headers: Mapping[str, str]
    """By lower-case name: clients write them as they like."""
    request_id: str
    known_caller: Caller | None = None
    known_scope: TenantScope | None = None
    if_match: int | None = None
    """The revision that the caller has read."""
    known_once: Once | None = None
    reply_headers: dict[str, str] = field(default_factory=dict[str, str])
    """Headers that the handler adds to a successful answer."""

    @property
    def caller(self) -> Caller:
        if self.known_caller is None:
            raise NotSignedIn("Please sign in.")
        return self.known_caller

    @property
    def actor(self) -> Actor:
        return self.caller.actor

    @property
    def scope(self) -> TenantScope:
        if self.known_scope is None:
            raise NotAllowed("This page does not belong to a workspace.", code="no_workspace")
        return self.known_scope

    @property
    def revision(self) -> int:
        if self.if_match is None:
            raise PreconditionMissing(
                "Say which revision you have read, in the If-Match header: it protects others' changes."
            )
        return self.if_match

    @property
    def once(self) -> Once:
        if self.known_once is None:
            raise PreconditionMissing("Send an Idempotency-Key header: it makes sure that nothing is paid twice.")
        return self.known_once
