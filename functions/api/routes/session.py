"""Signing in and staying signed in: the refresh token lives in a cookie that only these routes see.

Against forged requests from other sites: the cookie is SameSite=Strict, a body has to be JSON (which a
form can't send), and a request that names another origin is refused.
"""

from __future__ import annotations

from datetime import timedelta
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from brightrun.domain.errors import NotAllowed, NotSignedIn
from brightrun.ports.identity import Tokens
from functions.api.call import Call
from functions.api.route import PREFIX, Access, Resource
from functions.api.schemas.session import CodeExchange, Grant
from functions.api.schemas.wire import NoInput

session = Resource("session", "Signing in and staying signed in.")

COOKIE = "br_refresh"
_DAYS_KEPT = 30


@session.post("/session", needs=Access.PUBLIC, refusals=(401, 403))
def open_session(call: Call, body: CodeExchange) -> Grant:
    """Exchange the sign-in page's code for a token."""
    _refuse_other_origins(call)
    back = urlsplit(body.redirect_uri)
    if f"{back.scheme}://{back.netloc}" != call.ports.settings.web_origin:
        raise NotAllowed("This sign-in was not started here.", code="other_origin")
    tokens = call.ports.tokens.exchange(body.code, body.code_verifier, body.redirect_uri)
    if tokens.refresh_token:
        _set_cookie(call, tokens.refresh_token, _DAYS_KEPT * 86_400)
    return _grant(call, tokens)


@session.post("/session/refresh", needs=Access.PUBLIC, refusals=(401, 403))
def refresh_session(call: Call, body: NoInput) -> Grant:
    """Get a fresh token by the session's cookie."""
    _ = body
    _refuse_other_origins(call)
    kept = _kept(call)
    if kept is None:
        raise NotSignedIn("Please sign in.")
    tokens = call.ports.tokens.refresh(kept)
    if tokens.refresh_token:
        _set_cookie(call, tokens.refresh_token, _DAYS_KEPT * 86_400)
    return _grant(call, tokens)


@session.delete("/session", needs=Access.PUBLIC, refusals=(403,))
def close_session(call: Call) -> None:
    """Sign out."""
    _refuse_other_origins(call)
    kept = _kept(call)
    if kept is not None:
        call.ports.tokens.revoke(kept)
    _set_cookie(call, "", 0)


def _grant(call: Call, tokens: Tokens) -> Grant:
    ends = call.ports.clock.now() + timedelta(seconds=tokens.seconds)
    return Grant(id_token=tokens.id_token, expires_at=ends)


def _kept(call: Call) -> str | None:
    cookies = SimpleCookie()
    try:
        cookies.load(call.headers.get("cookie", ""))
    except CookieError:
        return None
    found = cookies.get(COOKIE)
    return found.value if found and found.value else None


def _set_cookie(call: Call, value: str, seconds: int) -> None:
    origin = urlsplit(call.ports.settings.web_origin)
    # A browser keeps a Secure cookie for https and for the machine that it runs on.
    secure = origin.scheme == "https" or origin.hostname == "localhost"
    parts = [
        f"{COOKIE}={value}",
        f"Path={PREFIX}/session",
        f"Max-Age={seconds}",
        "HttpOnly",
        "SameSite=Strict",
        *(["Secure"] if secure else []),
    ]
    call.reply_headers["Set-Cookie"] = "; ".join(parts)


def _refuse_other_origins(call: Call) -> None:
    origin = call.headers.get("origin")
    if origin and origin != call.ports.settings.web_origin:
        raise NotAllowed("This request came from another site.", code="other_origin")
