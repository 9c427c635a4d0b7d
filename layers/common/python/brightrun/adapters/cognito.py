"""The token endpoint of Cognito, with the standard library: one form post, one JSON answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from brightrun.domain.errors import NotSignedIn, Unavailable
from brightrun.ports.identity import Tokens

_SECONDS = 8
_ENDED = "Your sign-in has ended. Please sign in again."


class CognitoTokens:
    """Implements `TokenExchange` for a public client (code flow with PKCE, no secret)."""

    def __init__(self, token_url: str, client_id: str, send: Callable[[Request], bytes] | None = None) -> None:
        if not token_url.startswith(("https://", "http://")):
            raise ValueError("the token endpoint is a web address")
        self._token_url = token_url
        self._client_id = client_id
        self._send = send or _send

    def exchange(self, code: str, code_verifier: str, redirect_uri: str) -> Tokens:
        return self._tokens(
            grant_type="authorization_code",
            code=code,
            code_verifier=code_verifier,
            redirect_uri=redirect_uri,
        )

    def refresh(self, refresh_token: str) -> Tokens:
        return self._tokens(grant_type="refresh_token", refresh_token=refresh_token)

    def revoke(self, refresh_token: str) -> None:
        address = self._token_url.removesuffix("/token") + "/revoke"
        try:
            self._post(address, {"token": refresh_token})
        except (NotSignedIn, Unavailable):
            return

    def _tokens(self, **form: str) -> Tokens:
        answer = json.loads(self._post(self._token_url, form))
        return _tokens_of(answer)

    def _post(self, address: str, form: dict[str, str]) -> bytes:
        body = urlencode({**form, "client_id": self._client_id}).encode()
        request = Request(  # noqa: S310 - the address is the settings', checked above
            address,
            data=body,
            headers={"Content-Type": "application/x-www-form-urlencoded"},
            method="POST",
        )
        try:
            return self._send(request)
        except HTTPError as error:
            if error.code < 500:
                raise NotSignedIn(_ENDED) from None
            raise Unavailable("The sign-in service does not answer now.") from None
        except (URLError, TimeoutError, ConnectionError):
            raise Unavailable("The sign-in service does not answer now.") from None


def _send(request: Request) -> bytes:
    with urlopen(request, timeout=_SECONDS) as response:  # noqa: S310 - made above, of the settings' address
        return response.read()


def _tokens_of(answer: dict[str, Any]) -> Tokens:
    token = answer.get("id_token")
    if not isinstance(token, str) or not token:
        raise NotSignedIn(_ENDED)
    refresh = answer.get("refresh_token")
    return Tokens(
        id_token=token,
        refresh_token=refresh if isinstance(refresh, str) else None,
        seconds=int(answer.get("expires_in", 3600)),
    )
