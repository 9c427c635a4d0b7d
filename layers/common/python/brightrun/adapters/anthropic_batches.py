"""Anthropic's Message Batches: many calls at half price, their results by the name of each call for 29 days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

import anthropic
from anthropic import Anthropic
from anthropic.types.messages import MessageBatch, MessageBatchIndividualResponse
from anthropic.types.messages.batch_create_params import Request

from brightrun.adapters.anthropic_model import asked, classify, seconds_of, usage_of
from brightrun.domain.provider import FailureClass, ModelReply, ModelRequest, ProviderFailure
from brightrun.domain.timing import SUBMIT_LIMIT_SECONDS
from brightrun.ports.services import ListedBatch

_LOOK_SECONDS = 20.0
_PAGE = 100
_NOT_CREATED = {400, 401, 402, 403, 404, 413, 422, 429, 503, 529}
"""Answers after which a batch does not exist, for certain. Of any other the list has to be asked."""

_ITEM_STATUS = {
    "invalid_request_error": 400,
    "authentication_error": 401,
    "billing_error": 402,
    "permission_error": 403,
    "not_found_error": 404,
    "request_too_large": 413,
    "rate_limit_error": 429,
    "overloaded_error": 529,
}


class AnthropicBatches:
    """Implements `ProviderBatches`. Nothing is repeated by the SDK: only we know what may be."""

    def __init__(self, api_key: str, base_url: str | None = None) -> None:
        self._client = Anthropic(auth_token=api_key, base_url=base_url, max_retries=0, timeout=_LOOK_SECONDS)

    def create(self, calls: Sequence[tuple[str, ModelRequest]]) -> str:
        requests: list[Request] = [{"custom_id": name, "params": {**asked(request)}} for name, request in calls]
        try:
            made = self._client.messages.batches.create(requests=requests, timeout=float(SUBMIT_LIMIT_SECONDS))
        except anthropic.APIStatusError as error:
            raise _status_failure(error, certain=error.status_code in _NOT_CREATED) from error
        except anthropic.APIError as error:
            raise _no_answer(error) from error
        return made.id

    def look(self, provider_id: str) -> ListedBatch | None:
        try:
            return _listed(self._client.messages.batches.retrieve(provider_id))
        except anthropic.NotFoundError:
            return None
        except anthropic.APIError as error:
            raise _asking_failed(error) from error

    def since(self, moment: datetime) -> Iterator[ListedBatch]:
        try:
            for found in self._client.messages.batches.list(limit=_PAGE):
                if found.created_at < moment:
                    return
                yield _listed(found)
        except anthropic.APIError as error:
            raise _asking_failed(error) from error

    def cancel(self, provider_id: str) -> None:
        try:
            self._client.messages.batches.cancel(provider_id)
        except anthropic.APIError as error:
            raise _asking_failed(error) from error

    def results(self, provider_id: str) -> Iterator[tuple[str, ModelReply | ProviderFailure]]:
        try:
            for row in self._client.messages.batches.results(provider_id):
                yield row.custom_id, _result(row)
        except anthropic.APIError as error:
            raise _asking_failed(error) from error


def _listed(found: MessageBatch) -> ListedBatch:
    counts = found.request_counts
    total = counts.processing + counts.succeeded + counts.errored + counts.canceled + counts.expired
    return ListedBatch(found.id, total, found.created_at, ended=found.processing_status == "ended")


def _result(row: MessageBatchIndividualResponse) -> ModelReply | ProviderFailure:
    """An answer, billed by its usage; or why there is none, which is never billed."""
    result = row.result
    if result.type == "succeeded":
        return _reply(result.message.model_dump(mode="json"))
    if result.type == "errored":
        error = result.error.error
        kind, sentence = classify(_ITEM_STATUS.get(error.type, 500), error.type, begun=False)
        return ProviderFailure(kind, error.type, sentence, request_id=result.error.request_id)
    sentence = {
        "expired": "Claude did not come to this one within a day.",
        "canceled": "The run was stopped before this one was written.",
    }[result.type]
    return ProviderFailure(FailureClass.TRANSIENT, result.type, sentence)


def _reply(message: dict[str, Any]) -> ModelReply:
    texts = [block.get("text", "") for block in message["content"] if block.get("type") == "text"]
    return ModelReply(
        text="".join(texts),
        written_by=str(message.get("model", "")),
        stop_reason=message.get("stop_reason") or "",
        stop_details=message.get("stop_details") or {},
        usage=usage_of(message["usage"]),
        request_id=None,
        raw=message,
    )


def _status_failure(error: anthropic.APIStatusError, *, certain: bool = True) -> ProviderFailure:
    code = error.error_code or error.type or f"http_{error.status_code}"
    kind, sentence = classify(error.status_code, code, begun=False)
    return ProviderFailure(
        kind if certain else FailureClass.AMBIGUOUS,
        code,
        sentence,
        status=error.status_code,
        retry_after=seconds_of(error.response.headers.get("retry-after")),
        request_id=error.request_id,
    )


def _no_answer(error: anthropic.APIError) -> ProviderFailure:
    """A connection that was never made handed over nothing; one that broke may have."""
    if type(error.__cause__).__name__ in {"ConnectError", "ConnectTimeout", "PoolTimeout"}:
        return ProviderFailure(FailureClass.TRANSIENT, "unreachable", "Claude could not be reached.")
    return ProviderFailure(FailureClass.AMBIGUOUS, "connection_lost", "The connection to Claude was lost.")


def _asking_failed(error: anthropic.APIError) -> ProviderFailure:
    """Asking costs nothing: whatever it was, it is asked again."""
    if isinstance(error, anthropic.APIStatusError):
        return _status_failure(error)
    return ProviderFailure(FailureClass.TRANSIENT, "unreachable", "Claude could not be reached.")
