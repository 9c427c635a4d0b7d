"""Records as a test wants them: sensible everywhere, different where it says so."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from brightrun.domain.attempt import Attempt
from brightrun.domain.batch import Batch, Promise
from brightrun.domain.budget import batch_budget_key
from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.document import Chunk, Document, chunk_id
from brightrun.domain.event import Action, Event, Subject
from brightrun.domain.export import Export
from brightrun.domain.ids import derived_ulid
from brightrun.domain.opinion import LABELS, Opinion, OpinionPart
from brightrun.domain.slot import Slot, reference, shard_of
from brightrun.domain.taxonomy import Arc, EdgeCase, Persona, Taxonomy, Tier, Topic
from brightrun.domain.template import Template, TemplateVersion
from brightrun.domain.tenancy import Role
from brightrun.domain.tenant import ApiKey, Invitation, Member, Tenant, UserProfile
from brightrun.domain.version import Quality, QualityPart, Turn, Version, band_of
from tests.fakes.clock import START

MODEL = "claude-haiku-5-5"


def an_id(*parts: object) -> str:
    """A ULID that is the same in every run."""
    return derived_ulid(START, *parts)


def taxonomy() -> Taxonomy:
    return Taxonomy(
        personas=(
            Persona(name="Anxious Investor", emotions=("Fear",), tones=("Calm",)),
            Persona(name="Confident Planner", emotions=("Hope",), tones=("Warm",)),
        ),
        arcs=(
            Arc(name="Anxiety-to-Relief", start="Fear", end="Relief"),
            Arc(name="Triumph", start="Doubt", end="Pride"),
        ),
        topics=(
            Topic(name="Inheritance windfall", cluster="Estate"),
            Topic(name="Roth conversion", cluster="Tax"),
        ),
        intents=("Reassure", "Explain"),
        tones=("Calm", "Warm"),
        outcomes=("resolved", "action plan"),
        edge_cases=(EdgeCase(kind="hostility"),),
        firm="Hollis & Park",
        advisor_name="Maya",
    )


def dataset(**changes: Any) -> Dataset:
    given = {
        "id": an_id("dataset"),
        "name": "Financial planning",
        "prefix": "FP",
        "taxonomy": taxonomy(),
        "created_at": START,
        "updated_at": START,
        "created_by": "user-1",
    }
    return Dataset(**{**given, **changes})


def head(number: int = 1, **changes: Any) -> ConversationHead:
    given = {
        "id": an_id("conversation", number),
        "ref": reference("FP", number),
        "dataset_id": an_id("dataset"),
        "shard": shard_of(number),
        "persona": "Anxious Investor",
        "emotion": "Fear",
        "arc": "Anxiety-to-Relief",
        "topic": "Inheritance windfall",
        "intent": "Reassure",
        "tone": "Calm",
        "outcome": "resolved",
        "tier": Tier.TEMPLATE,
        "template_id": "anxiety-to-relief",
        "template_version": 1,
        "created_at": START,
        "updated_at": START,
    }
    return ConversationHead(**{**given, **changes})


def slot(number: int = 1, **changes: Any) -> Slot:
    given = {
        "conversation_id": an_id("conversation", number),
        "dataset_id": an_id("dataset"),
        "shard": shard_of(number),
        "number": number,
        "situation": f"Situation {number}.",
        "turns_planned": 8,
        "plan_id": an_id("plan"),
    }
    return Slot(**{**given, **changes})


def attempt(number: int = 1, **changes: Any) -> Attempt:
    given = {
        "id": an_id("attempt", number),
        "conversation_id": an_id("conversation", number),
        "dataset_id": an_id("dataset"),
        "batch_id": an_id("batch"),
        "model": MODEL,
        "owner": "worker-1",
        "budgets": (batch_budget_key(an_id("batch")),),
        "reserved_micros": 5_000,
        "started_at": START,
    }
    return Attempt(**{**given, **changes})


def quality(score: float = 8.4) -> Quality:
    part = QualityPart(key="structure", label="Structure", score=score, weight=1.0, sentence="It alternates.")
    return Quality(score=score, band=band_of(score), formula="structure", parts=(part,))


def opinion(score: int = 7, **changes: Any) -> Opinion:
    """The same score in every part, unless `parts` says otherwise."""
    parts = tuple(OpinionPart(key=k, label=v, score=score, sentence="It holds.", turn=1) for k, v in LABELS.items())
    whose = {"model": MODEL, "written_by": MODEL, "rubric_version": 1, "attempt_id": an_id("opinion"), "asked_by": "u"}
    return Opinion(**{"parts": parts, "cost_micros": 900, "at": START, **whose, **changes})


def version(number: int = 1, *, of: int = 1, score: float = 8.4, **changes: Any) -> Version:
    given = {
        "conversation_id": an_id("conversation", of),
        "number": number,
        "origin": "attempt",
        "title": f"Version {number}",
        "turn_count": 8,
        "quality": quality(score),
        "model": MODEL,
        "written_by": MODEL,
        "template_id": "anxiety-to-relief",
        "template_version": 1,
        "created_at": START,
        "created_by": "system",
    }
    return Version(**{**given, **changes})


def turns(count: int = 8) -> tuple[Turn, ...]:
    return tuple(
        Turn(number=n, role="user" if n % 2 else "assistant", content=f"Turn {n}.") for n in range(1, count + 1)
    )


def batch(**changes: Any) -> Batch:
    given = {
        "id": an_id("batch"),
        "dataset_id": an_id("dataset"),
        "kind": "batch",
        "model": MODEL,
        "total": 1,
        "budgets": (batch_budget_key(an_id("batch")),),
        "cap_micros": 1_000_000,
        "promise": Promise(expected_micros=1_000, at_most_micros=5_000, expected_seconds=60),
        "started_by": "user-1",
        "started_by_name": "Maya Hollis",
        "started_at": START,
        "deadline": START + timedelta(hours=24),
    }
    return Batch(**{**given, **changes})


def event(number: int = 1, **changes: Any) -> Event:
    given = {
        "id": an_id("event", number),
        "at": START,
        "action": Action.CONVERSATION_APPROVED,
        "actor_id": "user-1",
        "actor_name": "Maya Hollis",
        "actor_via": "session",
        "subject": Subject(kind="conversation", id=an_id("conversation", 1), ref="FP-0001"),
        "dataset_id": an_id("dataset"),
        "details": {"version": 1},
    }
    return Event(**{**given, **changes})


def document(number: int = 1, **changes: Any) -> Document:
    given = {
        "id": an_id("document", number),
        "title": f"Document {number}",
        "category": "Knowledge Base",
        "chunk_count": 2,
        "created_at": START,
        "updated_at": START,
        "imported_by": "user-1",
        "fingerprint": f"fingerprint-{number}",
    }
    return Document(**{**given, **changes})


def chunk(number: int = 1, *, of: int = 1, **changes: Any) -> Chunk:
    given = {
        "id": chunk_id(an_id("document", of), number),
        "document_id": an_id("document", of),
        "number": number,
        "text": f"The fee is {number}.5 percent.",
        "dimensions": {"topic": "fees", "confidence": 0.5},
    }
    return Chunk(**{**given, **changes})


def template(**changes: Any) -> Template:
    given = {
        "id": "anxiety-to-relief",
        "name": "Anxiety to Relief",
        "tier": Tier.TEMPLATE,
        "arc": "Anxiety-to-Relief",
        "active_version": 1,
        "latest_version": 1,
        "updated_at": START,
    }
    return Template(**{**given, **changes})


def template_version(number: int = 1, **changes: Any) -> TemplateVersion:
    given = {
        "template_id": "anxiety-to-relief",
        "number": number,
        "body": "Write as {persona}.",
        "common": "You write conversations.",
        "parameters": ("persona",),
        "sha256": "0" * 64,
        "created_at": START,
        "created_by": "system",
    }
    return TemplateVersion(**{**given, **changes})


def export(number: int = 1, **changes: Any) -> Export:
    given = {
        "id": an_id("export", number),
        "dataset_id": an_id("dataset"),
        "name": "Approved",
        "formats": ("openai_chat_jsonl",),
        "created_by": "user-1",
        "created_by_name": "Maya Hollis",
        "created_at": START,
    }
    return Export(**{**given, **changes})


def tenant(tenant_id: str = "acme", **changes: Any) -> Tenant:
    return Tenant(**{"id": tenant_id, "name": "Acme", "created_at": START, **changes})


def member(user_id: str = "user-1", **changes: Any) -> Member:
    given = {
        "user_id": user_id,
        "email": f"{user_id}@acme.example",
        "name": user_id,
        "role": Role.OWNER,
        "joined_at": START,
    }
    return Member(**{**given, **changes})


def user(user_id: str = "user-1", **changes: Any) -> UserProfile:
    given = {"user_id": user_id, "email": f"{user_id}@acme.example", "name": user_id}
    return UserProfile(**{**given, **changes})


def invitation(number: int = 1, **changes: Any) -> Invitation:
    given = {
        "id": an_id("invitation", number),
        "email": "tom@acme.example",
        "role": Role.EDITOR,
        "token_sha256": f"{number:064d}",
        "invited_by": "user-1",
        "created_at": START,
        "expires_at": START + timedelta(days=7),
    }
    return Invitation(**{**given, **changes})


def api_key(number: int = 1, **changes: Any) -> ApiKey:
    given = {
        "id": an_id("key", number),
        "tenant_id": "acme",
        "name": "Pipeline",
        "role": Role.EDITOR,
        "prefix": "br_abc",
        "sha256": f"{number:064x}",
        "created_at": START,
        "created_by": "user-1",
    }
    return ApiKey(**{**given, **changes})
