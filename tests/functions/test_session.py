from __future__ import annotations

from http.cookies import Morsel, SimpleCookie

import pytest

from tests.functions.world import ORIGIN, SETTINGS, Answer, FakePorts, Gateway

CODE = {"code": "code-1", "code_verifier": "v" * 43, "redirect_uri": f"{ORIGIN}/signed-in"}
KEPT = {"Cookie": "theme=dark; br_refresh=refresh-1"}


@pytest.fixture
def gateway() -> Gateway:
    return Gateway()


def cookie(answer: Answer) -> Morsel[str]:
    return SimpleCookie(answer.headers["Set-Cookie"])["br_refresh"]


def test_signing_in_gives_a_token_and_keeps_the_refresh_token_in_a_cookie(gateway: Gateway):
    answer = gateway.call("POST", "/session", body=CODE, Origin=ORIGIN)
    assert answer.json == {"id_token": "an.id.token", "expires_at": "2026-11-23T10:00:00Z"}
    assert "refresh-1" not in answer.text
    kept = cookie(answer)
    assert kept.value == "refresh-1"
    assert kept["path"] == "/api/v1/session"
    assert kept["httponly"]
    assert kept["samesite"] == "Strict"


@pytest.mark.parametrize(
    ("origin", "secure"),
    [("https://app.brightrun.example", True), ("http://localhost:8300", True), ("http://127.0.0.1:8300", False)],
)
def test_the_cookie_is_secure_wherever_a_browser_would_keep_it(origin: str, *, secure: bool):
    gateway = Gateway(FakePorts(settings=SETTINGS.model_copy(update={"web_origin": origin})))
    body = {**CODE, "redirect_uri": f"{origin}/signed-in"}
    answer = gateway.call("POST", "/session", body=body, Origin=origin)
    assert bool(cookie(answer)["secure"]) is secure


def test_a_reload_gets_a_fresh_token_by_the_cookie(gateway: Gateway):
    answer = gateway.call("POST", "/session/refresh", body={}, **KEPT)
    assert answer.json["id_token"] == "a.fresh.token"


@pytest.mark.parametrize("headers", [{}, {"Cookie": "br_refresh="}, {"Cookie": "br_refresh=stolen"}, {"Cookie": "=;="}])
def test_without_a_good_cookie_there_is_no_session(gateway: Gateway, headers: dict[str, str]):
    answer = gateway.call("POST", "/session/refresh", body={}, **headers)
    assert (answer.status, answer.code) == (401, "not_signed_in")


def test_signing_out_ends_the_cookie_here_and_the_token_there(gateway: Gateway):
    answer = gateway.call("DELETE", "/session", **KEPT)
    assert answer.status == 204
    assert cookie(answer)["max-age"] == "0"
    assert gateway.ports.tokens.revoked == ["refresh-1"]
    assert gateway.call("POST", "/session/refresh", body={}, **KEPT).status == 401


def test_signing_out_twice_is_signing_out(gateway: Gateway):
    assert gateway.call("DELETE", "/session").status == 204


def test_a_wrong_code_is_no_sign_in(gateway: Gateway):
    answer = gateway.call("POST", "/session", body={**CODE, "code": "guess"})
    assert answer.status == 401
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/session"), ("POST", "/session/refresh"), ("DELETE", "/session")]
)
def test_another_site_can_not_use_the_cookie(gateway: Gateway, method: str, path: str):
    body = {"/session": CODE, "/session/refresh": {}}[path] if method == "POST" else None
    answer = gateway.call(method, path, body=body, Origin="https://evil.example", **KEPT)
    assert (answer.status, answer.code) == (403, "other_origin")
    assert gateway.ports.tokens.revoked == []


def test_a_form_post_is_not_a_sign_in(gateway: Gateway):
    answer = gateway.call(
        "POST", "/session/refresh", body="a=b", content_type="application/x-www-form-urlencoded", **KEPT
    )
    assert answer.status == 415


@pytest.mark.parametrize(
    "address", ["https://evil.example/back", f"{ORIGIN}.evil.example/back", f"{ORIGIN}@evil.example"]
)
def test_a_code_comes_back_to_this_app_only(gateway: Gateway, address: str):
    answer = gateway.call("POST", "/session", body={**CODE, "redirect_uri": address})
    assert (answer.status, answer.code) == (403, "other_origin")
