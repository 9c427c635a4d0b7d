"""Sign in as the web app does: the hosted page, a code with PKCE, then the product's /session."""

from __future__ import annotations

import base64
import hashlib
import html
import re
import secrets
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlparse

import httpx

from infra.local.errors import LocalCloudError

if TYPE_CHECKING:
    from collections.abc import Mapping

SCOPES = "openid email profile"
FIELD = re.compile(r'name="([^"]+)" value="([^"]*)"')
SEE_OTHER = 302


def sign_in(stack: Mapping[str, Any], email: str, password: str) -> str:
    """Return an ID token, good for an hour.

    Args:
        stack: as `stack.json` has it: `aws_endpoint`, `client_id`, `web_url`, `direct_api_url`.
        email: of a person in the user pool.
        password: of that person.

    Raises:
        LocalCloudError: when the page, the code or the exchange is refused.
    """
    verifier = secrets.token_urlsafe(48)
    redirect_uri = f"{stack['web_url']}/signed-in"
    with httpx.Client(base_url=stack["aws_endpoint"], timeout=60) as browser:
        page = browser.get(
            "/oauth2/authorize",
            params={
                "client_id": stack["client_id"],
                "response_type": "code",
                "scope": SCOPES,
                "redirect_uri": redirect_uri,
                "state": secrets.token_urlsafe(12),
                "code_challenge": _challenge(verifier),
                "code_challenge_method": "S256",
            },
        )
        form = {name: html.unescape(value) for name, value in FIELD.findall(page.text)}
        answer = browser.post("/login", data={**form, "username": email, "password": password})
    if answer.status_code != SEE_OTHER:
        raise LocalCloudError(f"{email} could not sign in: the sign-in page said no.")
    code = parse_qs(urlparse(answer.headers["location"]).query)["code"][0]
    session = httpx.post(
        f"{stack['direct_api_url']}/session",
        json={"code": code, "code_verifier": verifier, "redirect_uri": redirect_uri},
        timeout=60,
    )
    if session.is_error:
        said = f"{session.status_code} {session.text[:300]}"
        raise LocalCloudError(f"{email} could not sign in: /session answered {said}")
    return str(session.json()["id_token"])


def _challenge(verifier: str) -> str:
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")
