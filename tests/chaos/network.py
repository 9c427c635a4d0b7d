"""The network between the functions and AWS: passes every request on byte by byte, but on a bad day.

It knows enough of AWS to answer as AWS does on such a day (throttles, transaction conflicts with their reasons)
and to do what no service does to its callers but networks do: an answer that is lost after the change was made,
a request that arrives again or long after its sender gave up.
"""

from __future__ import annotations

import asyncio
import json
import random
import re
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

HOST = "127.0.0.1"
_SCOPE = re.compile(rb"credential=[^/]+/\d+/[^/]+/([a-z0-9-]+)/aws4_request", re.IGNORECASE)
_LONGER_THAN_ANYBODY_WAITS = 12.0

JSON_ERRORS = {
    "throttle": (400, "ProvisionedThroughputExceededException"),
    "limit": (400, "RequestLimitExceeded"),
    "error": (500, "InternalServerError"),
}
S3_ERRORS = {"throttle": (503, "SlowDown"), "limit": (503, "SlowDown"), "error": (500, "InternalError")}


@dataclass(frozen=True)
class Call:
    """One request to AWS as it came over the wire."""

    raw: bytes
    method: str
    path: str
    service: str
    operation: str
    body: bytes

    @classmethod
    def parse(cls, head: bytes, body: bytes) -> Call:
        method, path, _ = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ", 2)
        scope = _SCOPE.search(head)
        target = re.search(rb"\r\nx-amz-target:\s*\S+\.(\w+)", head, re.IGNORECASE)
        return cls(
            raw=head + body,
            method=method,
            path=path,
            service=scope[1].decode() if scope else "",
            operation=target[1].decode() if target else method,
            body=body,
        )

    @property
    def is_answer(self) -> bool:
        """Whether a provider's answer is being kept."""
        return self.service == "s3" and self.method == "PUT" and "/attempts/" in self.path and "answer" in self.path


@dataclass
class Network:
    """Listens on `port` and passes on to `upstream`. `rates` are (service, fault) → share of the requests."""

    port: int
    upstream: int
    dice: random.Random
    rates: dict[tuple[str, str], float] = field(default_factory=dict[tuple[str, str], float])
    seen: Counter[str] = field(default_factory=Counter[str])
    done: Counter[str] = field(default_factory=Counter[str])
    answers: dict[str, bool] = field(default_factory=dict[str, bool])
    """Paths of the provider's answers that somebody tried to keep → whether it worked."""

    def start(self) -> None:
        """Begins in a thread of its own."""
        ready = threading.Event()
        self._loop = asyncio.new_event_loop()

        async def begin() -> None:
            self._server = await asyncio.start_server(self._serve, HOST, self.port, limit=2**20, backlog=512)
            ready.set()

        def work() -> None:
            self._loop.run_until_complete(begin())
            self._loop.run_forever()

        threading.Thread(target=work, name="network", daemon=True).start()
        ready.wait(10)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)

    def calm(self) -> None:
        """From now on everything passes."""
        self.rates = {}

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = _Upstream(self.upstream)
        try:
            while (call := await _read_call(reader, writer)) is not None:
                answer = await self._answer(call, line)
                if answer is None:
                    break
                writer.write(answer)
                await writer.drain()
        except (OSError, ValueError, asyncio.IncompleteReadError):
            pass
        finally:
            line.close()
            writer.transport.abort()

    async def _answer(self, call: Call, line: _Upstream) -> bytes | None:
        """What the caller gets; None drops the connection."""
        self.seen[call.service] += 1
        fault = self._fault(call)
        if fault:
            self.done[f"{call.service} {fault}"] += 1
        if call.is_answer:
            self.answers.setdefault(call.path, False)
        if planted := _planted(call, fault, self.dice):
            return planted
        if fault in {"slow", "hang"}:
            await asyncio.sleep(self.dice.uniform(0.3, 3) if fault == "slow" else _LONGER_THAN_ANYBODY_WAITS)
        if fault == "late":
            self._later(call, self.dice.uniform(1, 20))
        if fault in {"late", "reset", "hang"}:
            return None
        answer = await line.ask(call)
        if call.is_answer and answer.startswith((b"HTTP/1.1 200", b"HTTP/1.1 412")):
            self.answers[call.path] = True
        if fault == "twice":
            self._later(call, self.dice.uniform(0, 30))
        return None if fault == "lost" else answer

    def _fault(self, call: Call) -> str:
        for (service, fault), rate in tuple(self.rates.items()):
            if service == call.service and _possible(fault, call) and self.dice.random() < rate:
                return fault
        return ""

    def _later(self, call: Call, seconds: float) -> None:
        async def send() -> None:
            await asyncio.sleep(seconds)
            line = _Upstream(self.upstream)
            with suppress(OSError, asyncio.IncompleteReadError):
                await line.ask(call)
            line.close()

        task = self._loop.create_task(send())
        _kept.add(task)
        task.add_done_callback(_kept.discard)


_kept: set[asyncio.Task[None]] = set()


class _Upstream:
    """A connection to AWS that is opened when it is needed."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, call: Call) -> bytes:
        if self._ends is None or self._ends[0].at_eof():
            self._ends = await asyncio.open_connection(HOST, self._port, limit=2**20)
        reader, writer = self._ends
        writer.write(call.raw)
        await writer.drain()
        return await _read_answer(reader, call.method)

    def close(self) -> None:
        if self._ends:
            self._ends[1].transport.abort()


async def _read_call(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Call | None:
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    fields = _fields(head)
    if fields.get("expect", "").lower() == "100-continue":
        writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        head = re.sub(rb"\r\nexpect:[^\r]*", b"", head, flags=re.IGNORECASE)
    return Call.parse(head, await _read_body(reader, fields))


async def _read_answer(reader: asyncio.StreamReader, method: str) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    if head.split(b" ", 2)[1] in {b"204", b"304"} or method == "HEAD":
        return head
    return head + await _read_body(reader, _fields(head))


async def _read_body(reader: asyncio.StreamReader, fields: dict[str, str]) -> bytes:
    """The body as it stands on the wire, chunk sizes included."""
    if fields.get("transfer-encoding", "").lower() != "chunked":
        return await reader.readexactly(int(fields.get("content-length", "0")))
    body = b""
    while True:
        size = await reader.readline()
        body += size
        count = int(size.split(b";")[0], 16)
        body += await reader.readexactly(count + 2)
        if count == 0:
            return body


def _fields(head: bytes) -> dict[str, str]:
    lines = head.decode("latin-1").split("\r\n")[1:]
    return {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines) if name}


def _possible(fault: str, call: Call) -> bool:
    if fault == "conflict":
        return call.operation == "TransactWriteItems"
    if fault in {"twice", "late"} and call.service == "sqs":
        return call.operation.startswith("SendMessage")
    return True


def _planted(call: Call, fault: str, dice: random.Random) -> bytes | None:
    """What AWS would answer; None for a fault in which it does not."""
    if fault in JSON_ERRORS:
        return _refusal(call, fault)
    return _conflict(call, dice) if fault == "conflict" else None


def _refusal(call: Call, fault: str) -> bytes:
    if call.service == "s3":
        status, code = S3_ERRORS[fault]
        text = f'<?xml version="1.0" encoding="UTF-8"?><Error><Code>{code}</Code><Message>Busy.</Message></Error>'
        return _http(status, text.encode(), "application/xml")
    status, code = JSON_ERRORS[fault]
    if call.service != "dynamodb" and status == 400:
        code = "ThrottlingException"
    return _json_error(status, code, {"message": "Busy."})


def _conflict(call: Call, dice: random.Random) -> bytes:
    """As AWS cancels a transaction beside another one: one reason an action, in their order."""
    count = len(json.loads(call.body)["TransactItems"])
    reasons: list[dict[str, Any]] = [{"Code": "None"} for _ in range(count)]
    reasons[dice.randrange(count)] = {"Code": "TransactionConflict", "Message": "Transaction is ongoing for the item"}
    codes = ", ".join(reason["Code"] for reason in reasons)
    message = f"Transaction cancelled, please refer cancellation reasons for specific reasons [{codes}]"
    return _json_error(400, "TransactionCanceledException", {"Message": message, "CancellationReasons": reasons})


def _json_error(status: int, code: str, fields: dict[str, Any]) -> bytes:
    body = {"__type": f"com.amazonaws.dynamodb.v20120810#{code}", **fields}
    return _http(status, json.dumps(body).encode(), "application/x-amz-json-1.0")


def _http(status: int, body: bytes, kind: str) -> bytes:
    head = f"HTTP/1.1 {status} Planted\r\ncontent-type: {kind}\r\ncontent-length: {len(body)}\r\n\r\n"
    return head.encode() + body
