"""What people change in a conversation: its text, its history and what it is filed under."""

from __future__ import annotations

from brightrun.domain.tenancy import Permission
from brightrun.usecases import deleting, describing, editing, reading, replanning, version_cleanup
from functions.api.call import Call
from functions.api.route import KIB, Resource
from functions.api.routes.conversations import row_wire, version_wire
from functions.api.schemas.conversations import (
    ConversationRow,
    DeletedVersions,
    DeleteVersions,
    Edit,
    EditRequest,
    KeptVersion,
)
from functions.api.schemas.describing import Description, Situation

versions = Resource("versions", "What people change: a text, its history, what it is filed under.")


@versions.patch("/conversations/{conversation_id}", needs=Permission.WRITE, if_match=True)
def describe_conversation(call: Call, conversation_id: str, body: Description) -> ConversationRow:
    """Change what a conversation is filed under, in the dataset's own words."""
    store = call.ports.store
    given = body.model_dump(exclude_none=True)
    wanted = {name: tuple(value) if name == "tags" else value for name, value in given.items()}
    head = describing.describe(
        call.scope,
        call.actor,
        conversation_id,
        wanted,
        expected=call.revision,
        store=store,
        clock=call.ports.clock,
    )
    return row_wire(head, reading.template_names(call.scope, store=store))


@versions.patch("/conversations/{conversation_id}/situation", needs=Permission.WRITE, if_match=True)
def change_situation(call: Call, conversation_id: str, body: Situation) -> ConversationRow:
    """Change what a conversation that is not written will be written from."""
    store = call.ports.store
    head = replanning.change_situation(
        call.scope,
        call.actor,
        conversation_id,
        body.model_dump(exclude_none=True),
        expected=call.revision,
        store=store,
        clock=call.ports.clock,
    )
    return row_wire(head, reading.template_names(call.scope, store=store))


@versions.patch("/conversations/{conversation_id}/turns", needs=Permission.WRITE, if_match=True, most_bytes=1_024 * KIB)
def edit_turns(call: Call, conversation_id: str, body: EditRequest) -> Edit:
    """Change messages: one new version a sitting, the text before stays as it was."""
    store = call.ports.store
    done = editing.edit_turns(
        call.scope,
        call.actor,
        conversation_id,
        body.version,
        {turn.number: turn.content for turn in body.turns},
        expected=call.revision,
        store=store,
        clock=call.ports.clock,
    )
    return Edit(
        row=row_wire(done.head, reading.template_names(call.scope, store=store)),
        version=version_wire(done.version, done.turns),
        was_score=done.was_score,
    )


@versions.post("/conversations/{conversation_id}/versions/delete", needs=Permission.WRITE, if_match=True)
def delete_versions(call: Call, conversation_id: str, body: DeleteVersions) -> DeletedVersions:
    """Delete versions that nobody needs; their cost and their lines in the record stay."""
    ports = call.ports
    done = version_cleanup.delete_versions(
        call.scope,
        call.actor,
        conversation_id,
        body.numbers,
        expected=call.revision,
        store=ports.store,
        payloads=ports.payloads,
        files=ports.export_files,
        clock=ports.clock,
    )
    return DeletedVersions(
        row=row_wire(done.head, reading.template_names(call.scope, store=ports.store)),
        deleted=list(done.deleted),
        kept=[KeptVersion.of(each) for each in done.kept],
    )


@versions.delete("/conversations/{conversation_id}", needs=Permission.WRITE, conflicts=True)
def delete_conversation(call: Call, conversation_id: str) -> None:
    """Delete a conversation with everything that it says; its cost and its lines in the record stay."""
    ports = call.ports
    deleting.delete_conversation(
        call.scope, call.actor, conversation_id, store=ports.store, payloads=ports.payloads, clock=ports.clock
    )
