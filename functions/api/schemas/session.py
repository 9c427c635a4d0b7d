"""Signing in and staying signed in."""

from __future__ import annotations

from pydantic import Field

from brightrun.domain.model import Instant
from functions.api.schemas.wire import Wire


class CodeExchange(Wire):
    """What the browser brings back from the sign-in page (OIDC code flow with PKCE)."""

    code: str = Field(min_length=1, max_length=2048)
    code_verifier: str = Field(min_length=43, max_length=128)
    redirect_uri: str = Field(min_length=1, max_length=2048)


class Grant(Wire):
    """A token for the `Authorization` header, and when it ends."""

    id_token: str
    expires_at: Instant
