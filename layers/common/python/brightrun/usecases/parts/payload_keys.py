"""Where the request and the answer of a call are kept."""

from __future__ import annotations

from brightrun.domain.attempt import Attempt


def answer_key(attempt: Attempt) -> str:
    return f"{attempt.payload_key}/answer.json"


def request_key(attempt: Attempt) -> str:
    return f"{attempt.payload_key}/request.json"
