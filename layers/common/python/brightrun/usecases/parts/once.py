"""An intention of a client that must happen once, however often its request arrives."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from brightrun.domain.errors import InvalidInput
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.changes import RememberAnswer
from brightrun.ports.stores import Tenants

KEPT_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Once:
    """A request with an Idempotency-Key. `fingerprint` is a digest of everything that was asked.

    The use case puts `remember(...)` into the transaction of what it makes, so that a request
    which is sent again after a lost answer finds what the first one made. `key` is a digest too:
    what a client chose as its key is stored nowhere.
    """

    key: str
    fingerprint: str
    expires_at: datetime

    @classmethod
    def of(cls, client_key: str, *asked: str, now: datetime) -> Once:
        """For a client's key and the parts of its request (who, method, path, body)."""
        return cls(key=_digest(client_key), fingerprint=_digest(*asked), expires_at=now + KEPT_FOR)

    def remember(self, answer: str) -> RememberAnswer:
        """The change that stores `answer`, an id; refused when another request was first."""
        return RememberAnswer(key=self.key, fingerprint=self.fingerprint, answer=answer, expires_at=self.expires_at)

    def answered(self, scope: TenantScope, *, store: Tenants) -> str | None:
        """What an earlier request with this key was answered, or None for the first.

        Raises InvalidInput (`idempotency_key_reused`) when that one asked for something else.
        """
        found = store.answer(scope, self.key)
        if found is None:
            return None
        fingerprint, answer = found
        if fingerprint != self.fingerprint:
            raise InvalidInput(
                "This Idempotency-Key was used for another request. Take a new one.",
                code="idempotency_key_reused",
            )
        return answer


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
