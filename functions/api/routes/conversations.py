"""Conversations: the table, and one in full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from brightrun.domain.attempt import Attempt as AttemptRecord
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.tenancy import Permission
from brightrun.domain.version import Turn
from brightrun.domain.version import Version as VersionRecord
from brightrun.usecases import listing, reading, similarity
from functions.api.call import Call
from functions.api.cursor import open_cursor, seal_cursor
from functions.api.route import Resource
from functions.api.schemas.conversations import (
    Attempt,
    AttemptProblem,
    Attempts,
    Conversation,
    ConversationRow,
    FullAttempt,
    PlannedSlot,
    RowQuery,
    Rows,
    SearchedTexts,
    SourceFact,
    Version,
    VersionLine,
)
from functions.api.schemas.datasets import Likeness

conversations = Resource("conversations", "Conversations: the table, and one in full.")


def row_wire(head: ConversationHead, template_names: dict[str, str]) -> ConversationRow:
    """A row of the table. `template_names` is by template id."""
    return ConversationRow.of(head, **_row_extras(head, template_names))


def _row_extras(head: ConversationHead, template_names: dict[str, str]) -> dict[str, object]:
    writing = head.lease is not None
    return {
        "template_name": template_names.get(head.template_id or ""),
        "started_at": head.updated_at if writing else None,
    }


def _milliseconds(start: datetime, end: datetime | None) -> int | None:
    return None if end is None else round((end - start).total_seconds() * 1000)


def version_wire(version: VersionRecord, turns: tuple[Turn, ...]) -> Version:
    """A version with its messages."""
    return Version.of(version, turns=turns)


def _line(version: VersionRecord) -> VersionLine:
    return VersionLine.of(version, score=version.quality.score, by=version.created_by, by_name=version.created_by_name)


@conversations.get("/datasets/{dataset_id}/conversations", needs=Permission.READ)
def list_conversations(call: Call, dataset_id: str, query: RowQuery) -> Rows:
    """List conversations by filters, search and order, with exact totals and counts."""
    ports = call.ports
    about = (call.scope.tenant_id, dataset_id, query.sort)
    page = listing.list_rows(
        call.scope, dataset_id, _wanted(query), after=_after(call, query, about), store=ports.store, rows=ports.rows
    )
    return _rows(call, page, about)


@conversations.get("/conversations", needs=Permission.READ)
def list_all_conversations(call: Call, query: RowQuery) -> Rows:
    """List the conversations of all datasets of the workspace."""
    ports = call.ports
    about = (call.scope.tenant_id, "all datasets", query.sort)
    page = listing.list_all_rows(
        call.scope, _wanted(query), after=_after(call, query, about), store=ports.store, rows=ports.rows
    )
    return _rows(call, page, about)


def _wanted(query: RowQuery) -> listing.RowRequest:
    return listing.RowRequest.of(query.model_dump())


def _after(call: Call, query: RowQuery, about: Sequence[str]) -> Any:
    return tuple(open_cursor(query.cursor, about, call.ports.signing_key)) if query.cursor else None


def _rows(call: Call, page: listing.RowPage, about: Sequence[str]) -> Rows:
    names = reading.template_names(call.scope, store=call.ports.store)
    following = seal_cursor(page.next, about, call.ports.signing_key) if page.next else None
    return Rows(
        items=[row_wire(head, names) for head in page.heads],
        total=page.total,
        next_cursor=following,
        facets=page.facets,
        labels={**page.labels, "template_id": names},
        searched=SearchedTexts.of(page.searched) if page.searched else None,
        datasets_left_out=page.datasets_left_out,
        revision=page.revision,
    )


@conversations.get("/conversations/{conversation_id}", needs=Permission.READ)
def read_conversation(call: Call, conversation_id: str) -> Conversation:
    """Read a conversation in full, with its current version and its sources."""
    store = call.ports.store
    found = reading.read_conversation(call.scope, conversation_id, store=store)
    head = found.head
    names = reading.template_names(call.scope, store=store)
    similar = similarity.similar_to(call.scope, head, store=store, rows=call.ports.rows)
    return Conversation.of(
        head,
        **_row_extras(head, names),
        slot=PlannedSlot.of(found.slot),
        chunks=[SourceFact.of(fact) for fact in found.facts],
        version=version_wire(*found.current) if found.current else None,
        versions=[_line(each) for each in found.versions],
        similar=[Likeness.of(each) for each in similar],
    )


@conversations.get("/conversations/{conversation_id}/versions/{number}", needs=Permission.READ)
def read_version(call: Call, conversation_id: str, number: int) -> Version:
    """Read one version of a conversation."""
    return version_wire(*reading.read_version(call.scope, conversation_id, number, store=call.ports.store))


@conversations.get("/conversations/{conversation_id}/attempts", needs=Permission.READ)
def list_attempts(call: Call, conversation_id: str) -> Attempts:
    """List every call that was made for a conversation, and what it cost."""
    found = reading.read_attempts(call.scope, conversation_id, store=call.ports.store)
    items = [Attempt.of(each, **_call_extras(each)) for each in found]
    return Attempts(items=items, total=len(items))


@conversations.get("/conversations/{conversation_id}/attempts/{attempt_id}", needs=Permission.WRITE)
def read_attempt(call: Call, conversation_id: str, attempt_id: str) -> FullAttempt:
    """Read one call with its request and its answer."""
    ports = call.ports
    found = reading.read_call(call.scope, conversation_id, attempt_id, store=ports.store, payloads=ports.payloads)
    status = found.attempt.error.status if found.attempt.error else None
    return FullAttempt.of(
        found.attempt,
        **_call_extras(found.attempt),
        http_status=status,
        request=found.request,
        answer=found.answer,
    )


def _call_extras(attempt: AttemptRecord) -> dict[str, object]:
    usage = attempt.usage
    return {
        "input_tokens": usage.input,
        "output_tokens": usage.output,
        "thinking_tokens": usage.thinking,
        "cache_read_tokens": usage.cache_read,
        "cache_write_tokens": usage.cache_write_5m + usage.cache_write_1h,
        "error": AttemptProblem.of(attempt.error) if attempt.error else None,
        "duration_ms": _milliseconds(attempt.started_at, attempt.ended_at),
    }
