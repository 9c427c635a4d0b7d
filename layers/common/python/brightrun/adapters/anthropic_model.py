"""Claude through Anthropic's SDK: one streamed call at a time, never repeated, its errors put in our words.

This module and the one of its batches are the only ones that import `anthropic`: the import takes a second and
75 MB, so that only the functions that call it have it.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from typing import Any

import anthropic
from anthropic import AsyncAnthropic
from anthropic.types.message_create_params import MessageCreateParamsBase

from brightrun.domain.money import Usage
from brightrun.domain.provider import (
    FailureClass,
    ModelReply,
    ModelRequest,
    ProviderFailure,
    RateSnapshot,
)

_SPEND_LIMITS = {"enforced_spend_limit_reached", "contract_spend_limit_reached", "spend_limit_reached"}
_BUSY = "Claude was too busy to answer."
_SENTENCES = {
    401: "Claude did not accept the key of this workspace. Everything waits until it is replaced.",
    402: "The account with Claude has a billing problem. Everything waits until it is solved.",
    403: "The key of this workspace may not use this model. Everything waits until that is changed.",
    404: "Claude no longer offers this model. Choose another one for a new run.",
}
_TRANSIENT = {408, 409, 429, 500, 503, 529}
_CIRCUIT = {401, 402, 403, 404}


class AnthropicModel:
    """Implements `LanguageModel`. One instance, one HTTP client and one event loop for a process."""

    def __init__(self, api_key: str, base_url: str | None = None) -> None:
        self._client = AsyncAnthropic(auth_token=api_key, base_url=base_url, max_retries=0)

    async def complete(self, request: ModelRequest) -> ModelReply:
        """Streams one answer; silence for `stall_seconds` or `limit_seconds` in all end it."""
        started = _Progress()
        try:
            async with asyncio.timeout(request.limit_seconds):
                return await self._stream(request, started)
        except anthropic.APIStatusError as error:
            raise _status_failure(error, started) from error
        except anthropic.APIConnectionError as error:
            raise _connection_failure(error) from error
        except TimeoutError as error:
            raise ProviderFailure(FailureClass.AMBIGUOUS, "timeout", "Claude did not answer in time.") from error
        except anthropic.APIError as error:
            raise ProviderFailure(FailureClass.AMBIGUOUS, "broken_stream", "Claude's answer broke off.") from error

    async def _stream(self, request: ModelRequest, progress: _Progress) -> ModelReply:
        started = time.monotonic()
        stream = await self._client.messages.create(**asked(request), stream=True, timeout=float(request.limit_seconds))
        parts = _Parts()
        events = aiter(stream)
        try:
            while True:
                event = await asyncio.wait_for(anext(events, None), request.stall_seconds)
                if event is None:
                    break
                progress.first_byte_seconds = progress.first_byte_seconds or time.monotonic() - started
                parts.add(event.model_dump(mode="json"))
        finally:
            await stream.close()
        if parts.stop_reason is None:
            raise ProviderFailure(FailureClass.AMBIGUOUS, "broken_stream", "Claude's answer broke off.")
        headers = stream.response.headers
        reply = parts.reply(headers.get("request-id"), _rate(headers))
        return reply.model_copy(update={"first_byte_seconds": progress.first_byte_seconds})


def asked(request: ModelRequest) -> MessageCreateParamsBase:
    """The request in the provider's words, the same for one call and in a batch."""
    return {
        "model": request.model,
        "max_tokens": request.max_tokens,
        "system": [
            {
                "type": "text",
                "text": request.prompt.common,
                "cache_control": {"type": "ephemeral", "ttl": "5m"},
            }
        ],
        "messages": [{"role": "user", "content": request.prompt.text}],
        "output_config": {"format": {"type": "json_schema", "schema": request.answer_schema}},
    }


class _Progress:
    """Whether the answer had begun: what fails before that was not billed."""

    first_byte_seconds: float | None = None

    @property
    def begun(self) -> bool:
        return self.first_byte_seconds is not None


class _Parts:
    """An answer as it is put together from the events of its stream."""

    def __init__(self) -> None:
        self.message: dict[str, Any] = {}
        self.blocks: dict[int, dict[str, Any]] = {}
        self.usage: dict[str, Any] = {}
        self.stop_reason: str | None = None
        self.stop_details: dict[str, Any] = {}

    def add(self, event: dict[str, Any]) -> None:
        match event["type"]:
            case "message_start":
                self.message = event["message"]
                self._bill(event["message"].get("usage"))
            case "content_block_start":
                self.blocks[event["index"]] = dict(event["content_block"])
            case "content_block_delta":
                self._extend(self.blocks[event["index"]], event["delta"])
            case "message_delta":
                delta = event["delta"]
                self.stop_reason = delta.get("stop_reason") or self.stop_reason
                self.stop_details = delta.get("stop_details") or self.stop_details
                self._bill(event.get("usage"))
            case _:
                pass

    def _bill(self, usage: dict[str, Any] | None) -> None:
        self.usage |= {name: value for name, value in (usage or {}).items() if value is not None}

    def _extend(self, block: dict[str, Any], delta: dict[str, Any]) -> None:
        for name in ("text", "thinking", "partial_json"):
            if name in delta:
                block[name] = block.get(name, "") + delta[name]

    def reply(self, request_id: str | None, rate: RateSnapshot) -> ModelReply:
        blocks = [self.blocks[index] for index in sorted(self.blocks)]
        # A thinking block may come first: the text is chosen by its type, never by its place.
        text = "".join(block.get("text", "") for block in blocks if block.get("type") == "text")
        return ModelReply(
            text=text,
            written_by=str(self.message.get("model", "")),
            stop_reason=self.stop_reason or "",
            stop_details=self.stop_details,
            usage=usage_of(self.usage),
            request_id=request_id,
            rate=rate,
            raw={
                **self.message,
                "content": blocks,
                "usage": self.usage,
                "stop_reason": self.stop_reason,
                "stop_details": self.stop_details or None,
            },
        )


def usage_of(billed: Mapping[str, Any]) -> Usage:
    """Tokens as they are billed, from the provider's own count."""
    creation: dict[str, Any] = billed.get("cache_creation") or {}
    written = int(billed.get("cache_creation_input_tokens") or 0)
    one_hour = int(creation.get("ephemeral_1h_input_tokens") or 0)
    details: dict[str, Any] = billed.get("output_tokens_details") or {}
    return Usage(
        input=int(billed.get("input_tokens") or 0),
        output=int(billed.get("output_tokens") or 0),
        cache_write_5m=written - one_hour,
        cache_write_1h=one_hour,
        cache_read=int(billed.get("cache_read_input_tokens") or 0),
        thinking=details.get("thinking_tokens"),
    )


def _rate(headers: Mapping[str, str]) -> RateSnapshot:
    def number(kind: str, what: str) -> int | None:
        value = headers.get(f"anthropic-ratelimit-{kind}-{what}", "")
        return int(value) if value.isdigit() else None

    return RateSnapshot(
        requests_limit=number("requests", "limit"),
        requests_remaining=number("requests", "remaining"),
        input_tokens_limit=number("input-tokens", "limit"),
        input_tokens_remaining=number("input-tokens", "remaining"),
        output_tokens_limit=number("output-tokens", "limit"),
        output_tokens_remaining=number("output-tokens", "remaining"),
    )


def _status_failure(error: anthropic.APIStatusError, progress: _Progress) -> ProviderFailure:
    status = error.status_code
    code = error.error_code or error.type or f"http_{status}"
    kind, sentence = classify(status, code, begun=progress.begun)
    return ProviderFailure(
        kind,
        code,
        sentence,
        status=status,
        retry_after=seconds_of(error.response.headers.get("retry-after")),
        request_id=error.request_id,
        rate=_rate(error.response.headers),
    )


def classify(status: int, code: str, *, begun: bool) -> tuple[FailureClass, str]:
    """The classes of the provider's errors. A code decides where there is one, never a message."""
    if code in _SPEND_LIMITS:
        return FailureClass.CIRCUIT, "The account with Claude has reached its spending limit."
    if status in _CIRCUIT:
        return FailureClass.CIRCUIT, _SENTENCES[status]
    if begun:
        return FailureClass.AMBIGUOUS, "Claude's answer broke off."
    if status in _TRANSIENT:
        return FailureClass.TRANSIENT, _BUSY
    if status >= 500:
        return FailureClass.AMBIGUOUS, "Claude did not answer in time."
    return FailureClass.PERMANENT, "Claude did not accept this request."


def _connection_failure(error: anthropic.APIConnectionError) -> ProviderFailure:
    """A connection that was never made cost nothing; one that broke may have."""
    cause = type(error.__cause__).__name__
    if cause in {"ConnectError", "ConnectTimeout", "PoolTimeout"}:
        return ProviderFailure(FailureClass.TRANSIENT, "unreachable", "Claude could not be reached.")
    return ProviderFailure(FailureClass.AMBIGUOUS, "connection_lost", "The connection to Claude was lost.")


def seconds_of(value: str | None) -> float | None:
    """A header's seconds, if it has any."""
    try:
        return float(value) if value is not None else None
    except ValueError:
        return None
