"""Cursors: where a list goes on, opaque to callers and signed so that nobody can make one up.

A cursor holds the sort value and the id of the last row shown, not an offset: rows that come and go
in between shift nothing.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Sequence
from typing import Any

from brightrun.domain.errors import InvalidInput

_SIGNATURE_BYTES = 16


def seal_cursor(position: Sequence[Any], about: Sequence[str], key: bytes) -> str:
    """The cursor for a position. `about` ties it to a tenant, a list and an order."""
    payload = json.dumps(list(position), separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(_signature(payload, about, key) + payload).decode().rstrip("=")


def open_cursor(cursor: str, about: Sequence[str], key: bytes) -> list[Any]:
    """The position in a cursor. Raises InvalidInput for one that was not made here, for this list."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except (binascii.Error, ValueError) as error:
        raise _refused() from error
    signature, payload = raw[:_SIGNATURE_BYTES], raw[_SIGNATURE_BYTES:]
    if not hmac.compare_digest(signature, _signature(payload, about, key)):
        raise _refused()
    return json.loads(payload)


def _signature(payload: bytes, about: Sequence[str], key: bytes) -> bytes:
    text = b"cursor\x1f" + "\x1f".join(about).encode() + b"\x1f" + payload
    return hmac.new(key, text, hashlib.sha256).digest()[:_SIGNATURE_BYTES]


def _refused() -> InvalidInput:
    return InvalidInput(
        "This cursor does not belong to this list. Start at the first page.",
        code="bad_cursor",
        fields=[("cursor", "not a cursor of this list")],
    )
