"""The bytes of an export, one conversation a line, and their reading back.

Everything streams: at no time is more than one conversation held.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from brightrun.domain.export import Format
from brightrun.domain.formats.items import ExportItem
from brightrun.domain.version import Turn

SUFFIX: dict[Format, str] = {
    "openai_chat_jsonl": ".jsonl",
    "anthropic_jsonl": ".anthropic.jsonl",
    "full_json": ".json",
}
CONTENT_TYPE: dict[Format, str] = {
    "openai_chat_jsonl": "application/jsonl",
    "anthropic_jsonl": "application/jsonl",
    "full_json": "application/json",
}

_FULL_LIST = b'"conversations": [\n'
_FULL_END = b"]}\n"


def chat_row(item: ExportItem) -> dict[str, Any]:
    """A row of OpenAI's chat format: the approved messages and no other key.

    Anthropic's is the same without a system text, which is optional there; it wants more of the messages' order
    (`ExportChecks`).
    """
    return {"messages": [{"role": turn.role, "content": turn.content} for turn in item.turns]}


def full_row(item: ExportItem) -> dict[str, Any]:
    """Everything that is known of one conversation."""
    head, version = item.head, item.version
    return {
        "id": head.id,
        "reference": head.ref,
        "title": version.title,
        "tier": head.tier.value,
        "persona": head.persona,
        "emotion": head.emotion,
        "emotional_arc": head.arc,
        "topic": head.topic,
        "intent": head.intent,
        "tone": head.tone,
        "content_category": head.content_category,
        "topic_cluster": head.topic_cluster,
        "outcome": head.outcome,
        "tags": list(head.tags),
        "is_seed": head.is_seed,
        "version": version.number,
        "origin": version.origin,
        "model": version.model,
        "written_by": version.written_by,
        "template": {"id": version.template_id, "version": version.template_version},
        "parameters": dict(version.parameters),
        "sources": {
            "documents": list(head.source_document_ids),
            "categories": list(head.source_categories),
            "passages": list(head.chunk_ids),
            "facts_used": list(version.facts_used),
        },
        "quality": version.quality.model_dump(mode="json"),
        "confidence": version.confidence,
        "confidence_reason": version.confidence_reason,
        "review": head.review.model_dump(mode="json") if head.review else None,
        "cost_micros": head.cost_micros,
        "created_at": version.model_dump(mode="json")["created_at"],
        "turns": [turn.model_dump(mode="json") for turn in item.turns],
    }


def digest_of(turns: Iterable[tuple[str, str]]) -> bytes:
    """What a conversation says, as 16 bytes: equal for equal (role, content) pairs."""
    canonical = json.dumps(list(turns), ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).digest()[:16]


@dataclass
class Written:
    """What passed through while a file was written: its hash, size, and each row's own digest."""

    sha256: str = ""
    size: int = 0
    rows: list[bytes] = field(default_factory=list[bytes])


def parts_of(
    format_: Format, items: Iterable[ExportItem], metadata: dict[str, Any], written: Written
) -> Iterator[bytes]:
    """The file's bytes, part by part. `written` is complete when the last part has been taken."""
    lines = _full_lines(items, metadata, written) if format_ == "full_json" else _chat_lines(items, written)
    hashed = hashlib.sha256()
    for part in lines:
        hashed.update(part)
        written.size += len(part)
        yield part
    written.sha256 = hashed.hexdigest()


def _chat_lines(items: Iterable[ExportItem], written: Written) -> Iterator[bytes]:
    for item in items:
        written.rows.append(_digest_of_turns(item.turns))
        yield _json(chat_row(item)) + b"\n"


def _full_lines(items: Iterable[ExportItem], metadata: dict[str, Any], written: Written) -> Iterator[bytes]:
    yield b'{"metadata": ' + _json(metadata) + b",\n" + _FULL_LIST
    before = b""
    for item in items:
        written.rows.append(_digest_of_turns(item.turns))
        yield before + _json(full_row(item))
        before = b",\n"
    yield (b"\n" if before else b"") + _FULL_END


def _digest_of_turns(turns: Sequence[Turn]) -> bytes:
    return digest_of((turn.role, turn.content) for turn in turns)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()


def difference(format_: Format, parts: Iterable[bytes], written: Written) -> str | None:
    """Reads a stored file back. None when it says what was written, else where it differs."""
    hashed = hashlib.sha256()
    rows = 0
    read = _full_digest if format_ == "full_json" else _chat_digest
    try:
        for number, line in enumerate(_lines(parts, hashed.update), start=1):
            found = read(line)
            if found is None:
                continue
            if rows >= len(written.rows) or found != written.rows[rows]:
                return f"Line {number} of the file does not say what is stored."
            rows += 1
    except (ValueError, KeyError, TypeError):
        return f"Row {rows + 1} of the file can't be read back."
    if rows != len(written.rows):
        return f"The file holds {rows} of {len(written.rows)} conversations."
    if hashed.hexdigest() != written.sha256:
        return "The file's bytes are not those that were written."
    return None


def _chat_digest(line: bytes) -> bytes | None:
    row = cast("dict[str, Any]", json.loads(line))
    if set(row) != {"messages"}:
        raise ValueError("unknown keys")
    return digest_of((message["role"], message["content"]) for message in row["messages"])


def _full_digest(line: bytes) -> bytes | None:
    if line.startswith(b'{"metadata": '):
        json.loads(line.removeprefix(b'{"metadata": ').rstrip().removesuffix(b","))
        return None
    if line in {_FULL_LIST, _FULL_END}:
        return None
    row = cast("dict[str, Any]", json.loads(line.rstrip().removesuffix(b",")))
    return digest_of((turn["role"], turn["content"]) for turn in row["turns"])


def _lines(parts: Iterable[bytes], seen: Callable[[bytes], None]) -> Iterator[bytes]:
    """Whole lines out of parts of any size; each part is shown to `seen`."""
    rest = b""
    for part in parts:
        seen(part)
        *whole, rest = (rest + part).split(b"\n")
        for line in whole:
            yield line + b"\n"
    if rest:
        yield rest
