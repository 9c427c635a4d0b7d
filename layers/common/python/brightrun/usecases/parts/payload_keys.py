"""Where the request and the answer of a call are kept."""

from __future__ import annotations

from brightrun.domain.attempt import Attempt


def answer_key(attempt: Attempt) -> str:
    return f"{attempt.payload_key}/answer.json"


def request_key(attempt: Attempt) -> str:
    return request_key_of(attempt.conversation_id, attempt.id)


def request_key_of(conversation_id: str, attempt_id: str) -> str:
    return f"conversations/{conversation_id}/attempts/{attempt_id}/request.json"
