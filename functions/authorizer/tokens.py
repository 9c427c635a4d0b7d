"""Verifies sign-in tokens: ours, for us, unchanged, in time, and signed with RS256 by the pool's own key."""

from __future__ import annotations

from typing import Any, Protocol

import jwt

from brightrun.domain.errors import NotSignedIn, Unavailable
from brightrun.usecases.identity import Claims

ALGORITHM = "RS256"
"""The one that Cognito signs with. A token does not get to choose another, least of all `none`."""

LEEWAY_SECONDS = 5
STAFF = "staff"


class SigningKeys(Protocol):
    """The pool's public keys (JWKS), by the id in a token's header."""

    def get_signing_key_from_jwt(self, token: str | bytes) -> jwt.PyJWK: ...


def verify(token: str, *, keys: SigningKeys, issuer: str, client_id: str) -> Claims:
    """What a valid identity token says. Raises NotSignedIn for any other text, Unavailable without keys."""
    try:
        if jwt.get_unverified_header(token).get("alg") != ALGORITHM:
            raise NotSignedIn("This sign-in is not valid.")
        key = keys.get_signing_key_from_jwt(token)
        told: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=[ALGORITHM],
            issuer=issuer,
            audience=client_id,
            leeway=LEEWAY_SECONDS,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
    except jwt.PyJWKClientConnectionError as error:
        raise Unavailable("The sign-in keys can't be read now.") from error
    except (jwt.PyJWTError, ValueError) as error:
        raise NotSignedIn("This sign-in is not valid.") from error
    if told.get("token_use") != "id":
        raise NotSignedIn("Send the identity token.")
    return _claims(told)


def _claims(told: dict[str, Any]) -> Claims:
    groups = told.get("cognito:groups") or ()
    email = str(told.get("email") or "")
    tenant = told.get("custom:tenant") or told.get("tenant")
    return Claims(
        user_id=str(told["sub"]),
        email=email,
        name=str(told.get("name") or email.partition("@")[0]),
        tenant=str(tenant) if tenant else None,
        is_staff=STAFF in groups,
    )
