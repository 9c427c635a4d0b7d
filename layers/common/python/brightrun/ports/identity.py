"""The identity provider's token endpoint, for signing in and staying signed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Tokens:
    """What a sign-in gives. `refresh_token` is None when the one that was used stays good."""

    id_token: str
    refresh_token: str | None
    seconds: int


class TokenExchange(Protocol):
    """OAuth 2.0 at the provider. Raises NotSignedIn for a refusal, Unavailable for no answer."""

    def exchange(self, code: str, code_verifier: str, redirect_uri: str) -> Tokens:
        """Tokens for the code that came back from the sign-in page (PKCE)."""
        ...

    def refresh(self, refresh_token: str) -> Tokens:
        """A fresh token for someone who signed in before."""
        ...

    def revoke(self, refresh_token: str) -> None:
        """Ends the sign-in. Best effort: a provider that does not answer changes nothing here."""
        ...
