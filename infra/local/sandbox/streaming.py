"""A finished answer as server-sent events, paced over the time that an answer takes."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from typing import Any

from infra.local.sandbox.messages import Answer
from infra.local.sandbox.wire import Cut

Json = dict[str, Any]
PIECES = 24
FIRST_TOKEN_SHARE = 0.2


def event(name: str, data: Json) -> bytes:
    """One event; the type stands in its name and in its data."""
    body = json.dumps({"type": name, **data}, ensure_ascii=False, separators=(",", ":"))
    return f"event: {name}\ndata: {body}\n\n".encode()


def _pieces(text: str, count: int) -> list[str]:
    size = max(1, -(-len(text) // count))
    return [text[start : start + size] for start in range(0, len(text), size)]


def _block_events(index: int, block: Json) -> list[bytes]:
    if block["type"] == "thinking":
        start: Json = {"type": "thinking", "thinking": "", "signature": ""}
        deltas: list[Json] = [
            {"type": "thinking_delta", "thinking": block["thinking"]},
            {"type": "signature_delta", "signature": block["signature"]},
        ]
    else:
        start = {"type": "text", "text": ""}
        deltas = [{"type": "text_delta", "text": p} for p in _pieces(block["text"], PIECES)]
    return [
        event("content_block_start", {"index": index, "content_block": start}),
        *(event("content_block_delta", {"index": index, "delta": delta}) for delta in deltas),
        event("content_block_stop", {"index": index}),
    ]


def all_events(answer: Answer) -> list[bytes]:
    """Every event of the answer in order."""
    usage = answer.usage.as_json()
    opening: Json = answer.as_json() | {
        "content": list[Json](),
        "stop_reason": None,
        "stop_details": None,
        "usage": usage | {"output_tokens": 1},
    }
    closing: Json = {
        "delta": {
            "stop_reason": answer.stop_reason,
            "stop_sequence": None,
            "stop_details": answer.stop_details(),
        },
        "usage": {key: value for key, value in usage.items() if key.endswith("tokens")},
    }
    events = [event("message_start", {"message": opening}), event("ping", {})]
    for index, block in enumerate(answer.content()):
        events.extend(_block_events(index, block))
    return [*events, event("message_delta", closing), event("message_stop", {})]


async def paced(answer: Answer, seconds: float, cut: str | None, done: Callable[[], None]) -> AsyncGenerator[bytes]:
    """The events over `seconds`; `cut` is None, "truncate" or "stream_error" at half."""
    events = all_events(answer)
    step = seconds * (1 - FIRST_TOKEN_SHARE) / max(1, len(events) - 2)
    try:
        await asyncio.sleep(seconds * FIRST_TOKEN_SHARE)
        for number, data in enumerate(events):
            if cut is not None and number >= len(events) // 2:
                if cut == "truncate":
                    raise Cut
                error = {"type": "overloaded_error", "message": "Overloaded"}
                yield event("error", {"error": error})
                return
            yield data
            if number >= 2:
                await asyncio.sleep(step)
    finally:
        done()
