"""A language model that a test scripts, and a provider's limits as a provider keeps them."""

from __future__ import annotations

import asyncio
import json
import math
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from brightrun.domain.judging import OPINION_SCHEMA
from brightrun.domain.money import Usage
from brightrun.domain.opinion import LABELS
from brightrun.domain.provider import (
    FailureClass,
    ModelReply,
    ModelRequest,
    ProviderFailure,
    RateSnapshot,
)

if TYPE_CHECKING:
    import random

    from brightrun.domain.limiter import Limits

Time = Callable[[], float]
SLACK_SECONDS = 0.001
"""Our clock has microseconds, the loop has floats: a bucket is generous by no more than that."""


class Bucket:
    """Tokens that drip in at a steady rate, as the provider describes its limits."""

    def __init__(self, per_minute: int, burst_seconds: float, time: Time) -> None:
        self.rate = per_minute / 60
        self._capacity = self.rate * burst_seconds
        self._level = self._capacity
        self._time = time
        self._at = time()

    def _drip(self) -> None:
        now = self._time()
        self._level = min(self._capacity, self._level + (now - self._at) * self.rate)
        self._at = now

    def short_by(self, amount: float) -> float:
        """Seconds until `amount` could be taken; 0 when it can be now."""
        self._drip()
        return max(0.0, (min(amount, self._capacity) - self._level) / self.rate - SLACK_SECONDS)

    def take(self, amount: float) -> None:
        self._drip()
        self._level -= amount


@dataclass
class Provider:
    """Three buckets. Output tokens count when they have been written, as they do in life."""

    limits: Limits
    time: Time
    burst_seconds: float = 1.0
    _buckets: tuple[Bucket, Bucket, Bucket] = field(init=False)

    def __post_init__(self) -> None:
        per_minute = (
            self.limits.requests_per_minute,
            self.limits.input_tokens_per_minute,
            self.limits.output_tokens_per_minute,
        )
        requests, read, written = (Bucket(n, self.burst_seconds, self.time) for n in per_minute)
        self._buckets = (requests, read, written)

    def admit(self, input_tokens: int) -> None:
        """Raises the 429 that a provider would answer."""
        requests, read, written = self._buckets
        wait = max(requests.short_by(1), read.short_by(input_tokens), written.short_by(0))
        if wait > 0:
            raise ProviderFailure(
                FailureClass.TRANSIENT,
                "rate_limit_error",
                "Claude asked us to slow down.",
                status=429,
                retry_after=wait,
                rate=self.snapshot(),
            )
        requests.take(1)
        read.take(input_tokens)

    def written(self, output_tokens: int) -> None:
        self._buckets[2].take(output_tokens)

    def snapshot(self) -> RateSnapshot:
        return RateSnapshot(
            requests_limit=self.limits.requests_per_minute,
            input_tokens_limit=self.limits.input_tokens_per_minute,
            output_tokens_limit=self.limits.output_tokens_per_minute,
        )


def opinion_text(score: int = 7, **changes: object) -> str:
    """A valid opinion with the same score in every part."""
    part = {"score": score, "sentence": "It could be said of nobody else.", "turn": 2}
    return json.dumps({**dict.fromkeys(LABELS, part), **changes})


def answer_text(request: ModelRequest, *, turns: int | None = None, **changes: object) -> str:
    """A valid answer of as many turns as the plan in the prompt asks for, or an opinion where one is asked for."""
    if request.answer_schema == OPINION_SCHEMA:
        return opinion_text()
    planned = re.search(r"^turns: (\d+)$", request.prompt.text, re.MULTILINE)
    reference = re.search(r"^reference: (\S+)$", request.prompt.text, re.MULTILINE)
    count = turns if turns is not None else int(planned.group(1)) if planned else 8
    name = reference.group(1) if reference else "a question"
    spoken = [
        {
            "role": "user" if number % 2 else "assistant",
            "content": f"{name}: thought number {number}, said in a sentence of its own.",
        }
        for number in range(1, count + 1)
    ]
    answer = {
        "title": f"About {name}",
        "turns": spoken,
        "confidence": 0.8,
        "confidence_reason": "The plan was clear.",
        "facts_used": [],
    }
    return json.dumps({**answer, **changes})


USUAL = Usage(input=3_000, output=3_300)
"""What a conversation of twelve turns takes."""


def usual_reply(request: ModelRequest) -> ModelReply:
    """A normal answer that is billed like a real one."""
    return reply(request, usage=USUAL)


def reply(
    request: ModelRequest,
    text: str | None = None,
    *,
    usage: Usage | None = None,
    stop_reason: str = "end_turn",
    request_id: str = "req_1",
) -> ModelReply:
    body = answer_text(request) if text is None else text
    return ModelReply(
        text=body,
        written_by=f"fake:{request.model}",
        stop_reason=stop_reason,
        usage=usage or Usage(input=request.prompt.size_bytes // 4, output=len(body) // 4),
        request_id=request_id,
        raw={"content": [{"type": "text", "text": body}]},
    )


@dataclass(frozen=True, slots=True)
class Call:
    at: float
    request: ModelRequest


Answer = Callable[[ModelRequest], ModelReply]
FIRST_BYTE_SHARE = 0.2
"""An answer begins after a fifth of its time, as the practice model's do."""


@dataclass
class Cache:
    """The provider's prompt cache: a part can be read by calls that begin after the first answer to it has begun."""

    time: Time
    minimum_tokens: int = 1_024
    readable: dict[str, float] = field(default_factory=dict)

    def look(self, request: ModelRequest, begins: float) -> str:
        """`read`, `written` or nothing, for a call that begins now."""
        common = request.prompt.common
        if len(common) // 4 < self.minimum_tokens:
            return ""
        if self.readable.get(common, math.inf) <= self.time() + SLACK_SECONDS:
            return "read"
        self.readable.setdefault(common, self.time() + begins)
        return "written"

    def billed(self, answer: ModelReply, request: ModelRequest, seen: str) -> ModelReply:
        part, whole = len(request.prompt.common) // 4, request.prompt.size_bytes // 4
        usage = Usage(
            input=whole - part if seen else whole,
            output=answer.usage.output,
            cache_read=part if seen == "read" else 0,
            cache_write_5m=part if seen == "written" else 0,
        )
        return answer.model_copy(update={"usage": usage})


class FakeModel:
    """Answers after `latency` seconds. `script` is played first, an entry a call.

    An entry that is an exception is raised, a callable is asked; None is a normal answer.
    `fault_rate` of the other calls, drawn from `chance`, fail with one of `faults`.
    """

    def __init__(
        self,
        *,
        latency: float | Callable[[ModelRequest], float] = 0.0,
        provider: Provider | None = None,
        answer: Answer | None = None,
        faults: tuple[ProviderFailure, ...] = (),
        fault_rate: float = 0.0,
        chance: random.Random | None = None,
        cache: Cache | None = None,
    ) -> None:
        self.cache = cache
        self.script: deque[Exception | Answer | None] = deque()
        self.calls: list[Call] = []
        self.slowed = 0
        self.injected = 0
        self.in_flight = 0
        self.most_in_flight = 0
        self._latency = latency
        self._provider = provider
        self._answer = answer or reply
        self._faults = faults
        self._fault_rate = fault_rate
        self._chance = chance

    async def complete(self, request: ModelRequest) -> ModelReply:
        self.calls.append(Call(asyncio.get_running_loop().time(), request))
        entry = self._fault()
        if isinstance(entry, Exception):
            raise entry
        if self._provider is not None:
            self._admit(request)
        seconds = self._latency(request) if callable(self._latency) else self._latency
        begins = seconds * FIRST_BYTE_SHARE
        seen = self.cache.look(request, begins) if self.cache is not None else ""
        self.in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self.in_flight)
        try:
            await asyncio.sleep(seconds)
        finally:
            self.in_flight -= 1
        answer = (entry or self._answer)(request).model_copy(update={"first_byte_seconds": begins})
        if self.cache is not None:
            answer = self.cache.billed(answer, request, seen)
        if self._provider is not None:
            self._provider.written(answer.usage.output)
            answer = answer.model_copy(update={"rate": self._provider.snapshot()})
        return answer

    def _fault(self) -> Exception | Answer | None:
        if self.script:
            return self.script.popleft()
        if self._faults and self._chance and self._chance.random() < self._fault_rate:
            self.injected += 1
            return self._chance.choice(self._faults)
        return None

    def _admit(self, request: ModelRequest) -> None:
        if self._provider is None:
            return
        try:
            self._provider.admit(request.prompt.size_bytes // 4)
        except ProviderFailure:
            self.slowed += 1
            raise
