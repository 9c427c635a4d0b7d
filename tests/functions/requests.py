"""One request for each route that an allowed caller of acme gets its success for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.functions import people as p


@dataclass(frozen=True)
class Sample:
    path: str
    body: Any = None
    query: dict[str, Any] | None = None
    headers: dict[str, str] = field(default_factory=dict)
    shared: bool = False
    """What the path names belongs to everybody, not to acme."""


ONCE = {"Idempotency_Key": "key-1"}
FIRST = {"If_Match": '"1"'}
CHUNK = {"text": "Our fee is 0.8 percent.", "dimensions": {"summary": "The fee", "pii_flag": False}}
BODY = "{persona} feels {emotion} about {topic}."
OWN = '{"messages": [{"role": "user", "content": "And now?"}, {"role": "assistant", "content": "We wait."}]}'
ALL = {"selection": {"all": True}}

SAMPLES: dict[str, Sample] = {
    "read_health": Sample("/health"),
    "read_openapi": Sample("/openapi.json"),
    "open_session": Sample(
        "/session",
        {"code": "code-1", "code_verifier": "v" * 43, "redirect_uri": "http://127.0.0.1:8300/signed-in"},
    ),
    "refresh_session": Sample("/session/refresh", {}, headers={"Cookie": "br_refresh=refresh-1"}),
    "close_session": Sample("/session"),
    "read_me": Sample("/me"),
    "read_settings": Sample("/settings"),
    "read_agreement": Sample("/settings/second-opinion/agreement"),
    "change_settings": Sample("/settings", {"flag_below": 5.5}, headers=FIRST),
    "list_members": Sample("/members"),
    "invite_member": Sample("/members", {"email": "new@acme.example", "role": "viewer"}),
    "change_member": Sample("/members/viewer-1", {"role": "reviewer"}),
    "remove_member": Sample("/members/viewer-1"),
    "accept_invitation": Sample("/invitations/accept", {"token": p.INVITATION}),
    "list_api_keys": Sample("/api-keys"),
    "create_api_key": Sample("/api-keys", {"name": "CI", "role": "editor"}),
    "revoke_api_key": Sample(f"/api-keys/{p.API_KEY_ID}"),
    "list_packs": Sample("/packs"),
    "read_pack": Sample("/packs/financial-planning", shared=True),
    "import_documents": Sample(
        "/documents/import",
        {"documents": [{"title": "Fees", "category": "Knowledge Base", "chunks": [CHUNK]}]},
    ),
    "list_documents": Sample("/documents"),
    "read_document": Sample(f"/documents/{p.DOCUMENT}"),
    "list_chunks": Sample(f"/documents/{p.DOCUMENT}/chunks"),
    "read_sources_file": Sample(f"/datasets/{p.DATASET}/sources/csv", query={"after": 0}),
    "read_chunk": Sample(f"/chunks/{p.CHUNK}"),
    "list_datasets": Sample("/datasets"),
    "create_dataset": Sample("/datasets", {"name": "Second", "pack": "financial-planning"}),
    "read_dataset": Sample(f"/datasets/{p.DATASET}"),
    "change_dataset": Sample(f"/datasets/{p.DATASET}", {"name": "Renamed"}, headers=FIRST),
    "read_vocabulary": Sample(f"/datasets/{p.DATASET}/vocabulary"),
    "import_vocabulary": Sample(
        f"/datasets/{p.DATASET}/vocabulary", {"text": "list,name\ntone,Calm\ntone,Brisk\n"}, headers=FIRST
    ),
    "read_summary": Sample(f"/datasets/{p.DATASET}/summary"),
    "read_similarity": Sample(f"/datasets/{p.DATASET}/similarity"),
    "verify_dataset": Sample(f"/datasets/{p.DATASET}/verify"),
    "preview_plan": Sample(f"/datasets/{p.DATASET}/plan/preview", {"total": 9}),
    "apply_plan": Sample(f"/datasets/{p.DATASET}/plan", {"total": 9}),
    "preview_seeds": Sample(f"/datasets/{p.DATASET}/seeds/preview", {"text": OWN}),
    "import_seeds": Sample(f"/datasets/{p.DATASET}/seeds", {"text": OWN}),
    "read_coverage": Sample(f"/datasets/{p.DATASET}/coverage", query={"rows": "tier", "cols": "topic"}),
    "fill_gaps": Sample(
        f"/datasets/{p.DATASET}/coverage/fill", {"gaps": [{"where": {"persona": "Anxious Investor"}, "count": 2}]}
    ),
    "list_conversations": Sample(f"/datasets/{p.DATASET}/conversations", query={"sort": "-score"}),
    "list_all_conversations": Sample("/conversations", query={"sort": "dataset", "q": "roth", "in_text": "true"}),
    "read_conversation": Sample(f"/conversations/{p.GENERATED}"),
    "read_version": Sample(f"/conversations/{p.GENERATED}/versions/1"),
    "describe_conversation": Sample(f"/conversations/{p.GENERATED}", {"tags": ["widow"]}, headers=FIRST),
    "change_situation": Sample(f"/conversations/{p.PLANNED}/situation", {"situation": "A letter came."}, headers=FIRST),
    "edit_turns": Sample(
        f"/conversations/{p.GENERATED}/turns",
        {"version": 1, "turns": [{"number": 2, "content": "Said otherwise."}]},
        headers=FIRST,
    ),
    "delete_versions": Sample(f"/conversations/{p.GENERATED}/versions/delete", {"numbers": [1]}, headers=FIRST),
    "list_attempts": Sample(f"/conversations/{p.GENERATED}/attempts"),
    "read_attempt": Sample(f"/conversations/{p.GENERATED}/attempts/{p.CALL}"),
    "review_conversation": Sample(
        f"/conversations/{p.GENERATED}/review", {"decision": "approve", "version": 1}, headers=FIRST
    ),
    "act_on_many": Sample(f"/datasets/{p.DATASET}/bulk", {"action": "approve", "ids": [p.GENERATED]}),
    "preview_bulk": Sample(f"/datasets/{p.DATASET}/bulk/preview", {"action": "approve", "filter": {}}),
    "read_operation": Sample(f"/operations/{p.OPERATION}"),
    "undo_operation": Sample(f"/operations/{p.OPERATION}/undo", {}),
    "undo_decision": Sample(f"/conversations/{p.APPROVED}/undo", {}),
    "note_opened": Sample(f"/conversations/{p.GENERATED}/opened", {"version": 1}),
    "rate_conversation": Sample(f"/conversations/{p.GENERATED}/rating", {"stars": 4}, headers=FIRST),
    "list_comments": Sample(f"/conversations/{p.GENERATED}/comments"),
    "add_comment": Sample(f"/conversations/{p.GENERATED}/comments", {"version": 1, "turn": 2, "text": "Too cold."}),
    "change_comment": Sample(f"/conversations/{p.GENERATED}/comments/{p.COMMENT}", {"text": "Warmer, please."}),
    "delete_comment": Sample(f"/conversations/{p.GENERATED}/comments/{p.COMMENT}"),
    "delete_conversation": Sample(f"/conversations/{p.PLANNED}"),
    "estimate_batch": Sample(f"/datasets/{p.DATASET}/batches/estimate", ALL),
    "start_batch": Sample(f"/datasets/{p.DATASET}/batches", {**ALL, "cap_micros": 5_000_000}, headers=ONCE),
    "generate_conversation": Sample(f"/conversations/{p.PLANNED}/generate", {}, headers=ONCE),
    "judge_conversation": Sample(f"/conversations/{p.GENERATED}/second-opinion", {}, headers=ONCE),
    "repair_conversation": Sample(
        f"/conversations/{p.GENERATED}/repair", {"instruction": "Warmer.", "version": 1}, headers=ONCE
    ),
    "list_batches": Sample(f"/datasets/{p.DATASET}/batches"),
    "read_batch": Sample(f"/batches/{p.RUNNING}"),
    "pause_batch": Sample(f"/batches/{p.RUNNING}/pause", {}),
    "resume_batch": Sample(f"/batches/{p.PAUSED}/resume", {}),
    "cancel_batch": Sample(f"/batches/{p.RUNNING}/cancel", {}),
    "retry_failed": Sample(f"/batches/{p.ENDED}/retry-failed", {}, headers=ONCE),
    "list_failures": Sample("/errors"),
    "preview_export": Sample(f"/datasets/{p.DATASET}/exports/preview", {"formats": ["full_json"]}),
    "start_export": Sample(f"/datasets/{p.DATASET}/exports", {"formats": ["openai_chat_jsonl"]}),
    "list_exports": Sample(f"/datasets/{p.DATASET}/exports"),
    "read_export": Sample(f"/exports/{p.EXPORT}"),
    "link_export": Sample(f"/exports/{p.EXPORT}/link", {"file": "approved.jsonl"}),
    "list_templates": Sample("/templates"),
    "read_template": Sample("/templates/anxiety-to-relief", shared=True),
    "create_template": Sample("/templates", {"name": "Ours", "tier": "template", "body": BODY}),
    "import_template": Sample("/templates/import", {"text": f"---\nname: Ours\ntier: template\n---\n{BODY}"}),
    "check_template": Sample("/templates/check", {"tier": "template", "body": BODY}),
    "read_template_usage": Sample("/templates/anxiety-to-relief/usage", shared=True),
    "add_template_version": Sample("/templates/anxiety-to-relief/versions", {"body": BODY}, shared=True),
    "share_template_versions": Sample(
        "/templates/anxiety-to-relief/shares",
        {"shares": [{"version": 1, "percent": 100}]},
        headers=FIRST,
        shared=True,
    ),
    "switch_template": Sample("/templates/anxiety-to-relief/state", {"state": "active"}, headers=FIRST, shared=True),
    "duplicate_template": Sample("/templates/anxiety-to-relief/duplicate", {"name": "Ours"}, shared=True),
    "preview_template": Sample("/templates/anxiety-to-relief/preview", {"conversation_id": p.GENERATED}),
    "list_models": Sample("/models"),
    "list_activity": Sample("/activity", query={"since": "2026-01-01", "user": "owner-1"}),
    "read_activity_file": Sample("/activity/csv", query={"until": "2099-12-31"}),
    "verify_record": Sample("/activity/verify"),
    "read_overview": Sample("/admin/overview"),
}
