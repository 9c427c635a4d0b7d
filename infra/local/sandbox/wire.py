"""HTTP/1.1 on asyncio, as much of it as the sandbox needs.

A framework would hide the two things that the sandbox must be able to do to its callers: cut a
connection in the middle of a body, and never answer. It also starts in a fraction of a framework's
time.
"""

import asyncio
import contextlib
import json
from collections.abc import AsyncGenerator, Awaitable, Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, urlsplit

MAX_BODY = 64 * 1024 * 1024


@dataclass(frozen=True)
class Request:
    """One request; header names are lower case."""

    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes
    client_port: int

    def json(self) -> Any:
        """The body as JSON; raises ValueError when it is none."""
        return json.loads(self.body or b"null")


@dataclass
class Response:
    """An answer. `declared_length` larger than the body cuts the connection early."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict[str, str])
    stream: AsyncGenerator[bytes] | None = None
    declared_length: int | None = None


class Cut(Exception):
    """Raised by a handler to drop the connection without an answer."""


Handler = Callable[[Request], Awaitable[Response]]


def answer_json(value: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """A JSON answer."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return Response(status, body, {"content-type": "application/json", **(headers or {})})


def page_of(rows: list[dict[str, Any]], request: Request) -> dict[str, Any]:
    """The page of a list that the query asks for."""
    limit = int(request.query.get("limit", ["20"])[0])
    after = request.query.get("after_id", [""])[0]
    ids = [row["id"] for row in rows]
    start = ids.index(after) + 1 if after in ids else 0
    page = rows[start : start + limit]
    return {
        "data": page,
        "has_more": start + limit < len(rows),
        "first_id": page[0]["id"] if page else None,
        "last_id": page[-1]["id"] if page else None,
    }


async def _read(reader: asyncio.StreamReader, port: int) -> Request | None:
    line = await reader.readline()
    if not line.strip():
        return None
    method, target, _ = line.decode("latin-1").split(" ", 2)
    headers: dict[str, str] = {}
    while (raw := await reader.readline()).strip():
        name, _, value = raw.decode("latin-1").partition(":")
        headers[name.strip().lower()] = value.strip()
    body = b""
    if headers.get("transfer-encoding", "").lower() == "chunked":
        while size := int((await reader.readline()).split(b";")[0], 16):
            body += await reader.readexactly(size)
            await reader.readline()
        await reader.readline()
    elif length := int(headers.get("content-length", "0")):
        if length > MAX_BODY:
            raise Cut
        body = await reader.readexactly(length)
    parts = urlsplit(target)
    return Request(method, parts.path, parse_qs(parts.query), headers, body, port)


def _head(response: Response, *, keep: bool) -> bytes:
    try:
        reason = HTTPStatus(response.status).phrase
    except ValueError:
        reason = "Overloaded"
    headers = dict(response.headers)
    if response.stream is None:
        length = response.declared_length
        headers["content-length"] = str(len(response.body) if length is None else length)
    else:
        headers["transfer-encoding"] = "chunked"
    headers["connection"] = "keep-alive" if keep else "close"
    lines = [f"HTTP/1.1 {response.status} {reason}", *(f"{k}: {v}" for k, v in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


async def _write(writer: asyncio.StreamWriter, response: Response, *, keep: bool) -> None:
    writer.write(_head(response, keep=keep))
    if response.stream is None:
        writer.write(response.body)
        await writer.drain()
        if response.declared_length is not None and response.declared_length > len(response.body):
            raise Cut
        return
    async with contextlib.aclosing(response.stream) as pieces:
        async for piece in pieces:
            writer.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
            await writer.drain()
    writer.write(b"0\r\n\r\n")
    await writer.drain()


async def _serve_connection(handler: Handler, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    port = int(writer.get_extra_info("peername")[1])
    try:
        while (request := await _read(reader, port)) is not None:
            keep = request.headers.get("connection", "").lower() != "close"
            await _write(writer, await handler(request), keep=keep)
            if not keep:
                break
        writer.close()
        await writer.wait_closed()
    except Cut:
        writer.transport.abort()
    except (ConnectionError, asyncio.IncompleteReadError, ValueError):
        writer.transport.abort()
    except asyncio.CancelledError:
        writer.transport.abort()
        raise


async def serve(handler: Handler, host: str, port: int) -> asyncio.Server:
    """Listen; port 0 takes a free one. Each connection is a task of its own."""
    tasks: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async def run() -> None:
            with contextlib.suppress(asyncio.CancelledError):
                await _serve_connection(handler, reader, writer)

        task = asyncio.get_running_loop().create_task(run())
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    return await asyncio.start_server(accept, host, port, limit=2**20, backlog=512)
