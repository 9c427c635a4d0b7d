"""One call of the Messages API: what is refused, what is answered and what it costs in tokens."""

import hashlib
from dataclasses import dataclass
from typing import Any, cast

from infra.local.sandbox.catalogue import MODELS
from infra.local.sandbox.config import SandboxConfig
from infra.local.sandbox.schema import problem

Json = dict[str, Any]

KNOWN_KEYS = frozenset(
    (
        "model",
        "max_tokens",
        "messages",
        "system",
        "stream",
        "metadata",
        "output_config",
        "thinking",
        "stop_sequences",
        "tools",
        "tool_choice",
        "service_tier",
        "cache_control",
        "inference_geo",
        "container",
        "context_management",
        "speed",
    )
)
REMOVED_KEYS = ("temperature", "top_p", "top_k")


class ApiError(Exception):
    """An error of the provider's own kinds, as status, type, message and optional code."""

    def __init__(self, status: int, kind: str, message: str, code: str | None = None) -> None:
        super().__init__(message)
        self.status, self.kind, self.message, self.code = status, kind, message, code

    def as_json(self, request_id: str) -> Json:
        """The wire shape; `error_code` stands in `error.details`, where the client looks."""
        error: Json = {"type": self.kind, "message": self.message}
        if self.code is not None:
            error["details"] = {"error_code": self.code}
        return {"type": "error", "error": error, "request_id": request_id}


def _bad(message: str) -> ApiError:
    return ApiError(400, "invalid_request_error", message)


@dataclass(frozen=True)
class Call:
    """A valid request. `prefix` is the part of the input up to the last cache breakpoint."""

    model: str
    max_tokens: int
    system: str
    prompt: str
    stream: bool
    schema: Json | None
    thinking: bool
    prefix: str
    ttl: int


@dataclass(frozen=True)
class Usage:
    """Tokens of one call, as the provider bills them."""

    input_tokens: int
    cache_creation: int
    cache_read: int
    output_tokens: int
    thinking_tokens: int
    ttl: int

    def as_json(self, *, batch: bool = False) -> Json:
        """The wire shape."""
        long_lived = self.ttl > 300
        return {
            "input_tokens": self.input_tokens,
            "cache_creation_input_tokens": self.cache_creation,
            "cache_read_input_tokens": self.cache_read,
            "cache_creation": {
                "ephemeral_5m_input_tokens": 0 if long_lived else self.cache_creation,
                "ephemeral_1h_input_tokens": self.cache_creation if long_lived else 0,
            },
            "output_tokens": self.output_tokens,
            "output_tokens_details": {"thinking_tokens": self.thinking_tokens},
            "service_tier": "batch" if batch else "standard",
        }


def tokens(text: str) -> int:
    """About what the provider's tokenizer counts for English: four characters a token."""
    return max(1, round(len(text) / 4)) if text else 0


def _blocks(value: Any, where: str) -> list[Json]:
    if value is None:
        return []
    if isinstance(value, str):
        return [{"type": "text", "text": value}]
    if not isinstance(value, list):
        raise _bad(f"{where}: Input should be a string or a list of content blocks")
    blocks = cast("list[Json]", value)
    for block in blocks:
        if block.get("type") == "text" and not isinstance(block.get("text"), str):
            raise _bad(f"{where}: text blocks need a text")
    return blocks


def _text(blocks: list[Json]) -> str:
    return "\n".join(str(block["text"]) for block in blocks if block.get("type") == "text")


def _cached_prefix(system: list[Json]) -> tuple[str, int]:
    last = max((i for i, b in enumerate(system) if b.get("cache_control")), default=-1)
    if last < 0:
        return "", 300
    control = cast("Json", system[last]["cache_control"])
    return _text(system[: last + 1]), 3_600 if control.get("ttl") == "1h" else 300


def _messages(body: Json) -> list[tuple[str, list[Json]]]:
    raw = body.get("messages")
    if not isinstance(raw, list) or not raw:
        raise _bad("messages: at least one message is required")
    found: list[tuple[str, list[Json]]] = []
    for number, item in enumerate(cast("list[Json]", raw)):
        if item.get("role") not in {"user", "assistant"}:
            raise _bad(f"messages.{number}.role: Input should be 'user' or 'assistant'")
        blocks = _blocks(item.get("content"), f"messages.{number}.content")
        if not _text(blocks).strip() and all(b.get("type") == "text" for b in blocks):
            raise _bad(f"messages.{number}: user messages must have non-empty content")
        found.append((str(item["role"]), blocks))
    if found[-1][0] == "assistant":
        raise _bad(
            "This model does not support assistant message prefill. The conversation must end with a user message."
        )
    return found


def _model(body: Json, retired: tuple[str, ...]) -> str:
    name = body.get("model")
    if not isinstance(name, str):
        raise _bad("model: Field required")
    played = MODELS.get(name)
    if played is None or played.lifecycle == "retired" or name in retired:
        raise ApiError(404, "not_found_error", f"model: {name}")
    return name


def _schema(body: Json) -> Json | None:
    output = cast("Json", body.get("output_config") or {})
    chosen = cast("Json | None", output.get("format"))
    if chosen is None:
        return None
    if chosen.get("type") != "json_schema":
        raise _bad("output_config.format.type: Input should be 'json_schema'")
    if (found := problem(chosen.get("schema"), "output_config.format.schema")) is not None:
        raise _bad(found)
    return cast("Json", chosen["schema"])


def parse_call(body: Any, config: SandboxConfig, *, counting: bool = False) -> Call:
    """The request as the provider would take it; raises ApiError as the provider would refuse."""
    if not isinstance(body, dict):
        raise _bad("The request body is not valid JSON")
    fields = cast("Json", body)
    for name in REMOVED_KEYS:
        if name in fields:
            raise _bad(f"{name}: this parameter is not supported by this model")
    if unknown := sorted(set(fields) - KNOWN_KEYS):
        raise _bad(f"{unknown[0]}: Extra inputs are not permitted")
    model = _model(fields, config.retired_models)
    limit = fields.get("max_tokens", 1 if counting else None)
    if not isinstance(limit, int) or limit < 1:
        raise _bad("max_tokens: Field required")
    if limit > MODELS[model].max_tokens:
        raise _bad(f"max_tokens: {limit} > {MODELS[model].max_tokens}, the maximum for {model}")
    if cast("Json", fields.get("tool_choice") or {}).get("type") in {"any", "tool"}:
        raise _bad("tool_choice: forced tool use is not supported by this model")
    system = _blocks(fields.get("system"), "system")
    prefix, ttl = _cached_prefix(system)
    messages = _messages(fields)
    return Call(
        model=model,
        max_tokens=limit,
        system=_text(system),
        prompt="\n".join(_text(blocks) for _, blocks in messages),
        stream=fields.get("stream") is True,
        schema=_schema(fields),
        thinking=cast("Json", fields.get("thinking") or {}).get("type") != "disabled",
        prefix=prefix,
        ttl=ttl,
    )


class PromptCache:
    """Which prefixes are cached, and from and until when they can be read."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str], tuple[float, float]] = {}

    def measure(self, call: Call, minimum: int, now: float, ready_at: float) -> tuple[int, int]:
        """(written, read) tokens of the prefix.

        An entry can be read only after the first answer has begun, so calls that are sent together
        all pay for writing it.
        """
        size = tokens(call.prefix)
        if size < minimum:
            return 0, 0
        key = (call.model, hashlib.sha256(call.prefix.encode()).hexdigest())
        begun, ends = self._entries.get(key, (0.0, 0.0))
        if ends >= now:
            self._entries[key] = (begun, now + call.ttl)
            return (0, size) if begun <= now else (size, 0)
        self._entries[key] = (ready_at, ready_at + call.ttl)
        return size, 0

    def clear(self) -> None:
        """Forget everything."""
        self._entries.clear()


@dataclass(frozen=True)
class Answer:
    """A finished answer before it is put on the wire."""

    id: str
    model: str
    thinking: str
    text: str
    stop_reason: str
    usage: Usage
    refusal_category: str | None = None

    def content(self) -> list[Json]:
        """The content blocks: thinking first when there is any, then the text."""
        blocks: list[Json] = []
        if self.thinking:
            signature = hashlib.sha256(self.thinking.encode()).hexdigest()
            blocks.append(
                {"type": "thinking", "thinking": self.thinking, "signature": signature},
            )
        if self.text:
            blocks.append({"type": "text", "text": self.text})
        return blocks

    def stop_details(self) -> Json | None:
        """Why it refused, when it did."""
        if self.refusal_category is None:
            return None
        return {
            "type": "refusal",
            "category": self.refusal_category,
            "explanation": "The practice model was told to refuse this one.",
        }

    def as_json(self, *, batch: bool = False) -> Json:
        """The whole message."""
        return {
            "id": self.id,
            "type": "message",
            "role": "assistant",
            "model": self.model,
            "content": self.content(),
            "stop_reason": self.stop_reason,
            "stop_sequence": None,
            "stop_details": self.stop_details(),
            "usage": self.usage.as_json(batch=batch),
        }
