from __future__ import annotations

import io
import json
from email.message import Message
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import parse_qs

import pytest

from brightrun.adapters.cognito import CognitoTokens
from brightrun.domain.errors import BrightRunError, NotSignedIn, Unavailable

if TYPE_CHECKING:
    from urllib.request import Request

URL = "https://sign-in.example/oauth2/token"


class Provider:
    """Answers with JSON, or raises what the network would."""

    def __init__(self, answer: object) -> None:
        self.answer = answer
        self.asked: list[Request] = []

    def __call__(self, request: Request) -> bytes:
        self.asked.append(request)
        if isinstance(self.answer, Exception):
            raise self.answer
        return json.dumps(self.answer).encode()

    @property
    def form(self) -> dict[str, list[str]]:
        body = self.asked[-1].data
        assert isinstance(body, bytes)
        return parse_qs(body.decode())


def refusal(status: int) -> HTTPError:
    return HTTPError(URL, status, "refused", Message(), io.BytesIO(b'{"error":"invalid_grant"}'))


def test_a_code_is_exchanged_with_its_verifier():
    provider = Provider({"id_token": "t", "refresh_token": "r", "expires_in": 300})
    tokens = CognitoTokens(URL, "client", provider).exchange("c", "v" * 43, "https://app/back")
    assert (tokens.id_token, tokens.refresh_token, tokens.seconds) == ("t", "r", 300)
    assert provider.asked[0].full_url == URL
    assert provider.form == {
        "grant_type": ["authorization_code"],
        "code": ["c"],
        "code_verifier": ["v" * 43],
        "redirect_uri": ["https://app/back"],
        "client_id": ["client"],
    }


def test_a_refresh_may_give_no_new_refresh_token():
    provider = Provider({"id_token": "t", "expires_in": 3600})
    assert CognitoTokens(URL, "client", provider).refresh("r").refresh_token is None
    assert provider.form["grant_type"] == ["refresh_token"]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (refusal(400), NotSignedIn),
        (refusal(401), NotSignedIn),
        (refusal(500), Unavailable),
        (URLError("no route"), Unavailable),
        (TimeoutError(), Unavailable),
        ({"access_token": "only"}, NotSignedIn),
    ],
)
def test_what_goes_wrong_there_is_said_in_our_words(answer: object, kind: type[BrightRunError]):
    with pytest.raises(kind) as refused:
        CognitoTokens(URL, "client", Provider(answer)).refresh("r")
    assert "grant" not in refused.value.message


def test_signing_out_is_best_effort():
    provider = Provider(URLError("no route"))
    CognitoTokens(URL, "client", provider).revoke("r")
    assert provider.asked[0].full_url == "https://sign-in.example/oauth2/revoke"
    assert provider.form == {"token": ["r"], "client_id": ["client"]}


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://x", ""])
def test_the_endpoint_is_a_web_address(url: str):
    with pytest.raises(ValueError, match="web address"):
        CognitoTokens(url, "client")
