"""A small firm to plan, prompt and score with."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from brightrun.domain.dataset import Dataset
from brightrun.domain.document import Chunk, chunk_id
from brightrun.domain.plan import Passage
from brightrun.domain.taxonomy import Arc, EdgeCase, Emotion, Persona, Taxonomy, Tier, Topic
from brightrun.domain.template import Template, TemplateVersion

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

ARCS = {
    "Triumph": ("doubt", "pride"),
    "Struggle-to-Success": ("frustration", "determination"),
    "Steady Confidence": ("confidence", "confidence"),
    "Anxiety-to-Relief": ("anxiety", "relief"),
    "Discovery": ("curiosity", "clarity"),
}
TOPICS = (
    "Mortgage payoff",
    "Estate planning",
    "Roth conversion",
    "RSU diversification",
    "Social security timing",
    "Life insurance types",
    "Eldercare costs",
    "Tax-loss harvesting",
    "Inheritance windfall",
    "Career transition",
    "Emergency fund",
    "College savings",
)
KINDS = (
    "emotional-overwhelm",
    "conflicting-goals",
    "crisis-with-referral",
    "hostility",
    "out-of-scope",
)


def taxonomy() -> Taxonomy:
    return Taxonomy(
        personas=(
            Persona(name="Anxious Investor", detail="Watches.", emotions=("Fear", "Worry")),
            Persona(name="Overwhelmed Avoider", detail="Hides.", emotions=("Shame", "Fear")),
            Persona(name="Pragmatic Optimist", detail="Tries.", emotions=("Hope",)),
            Persona(name="Confident Planner", detail="Lists.", tones=("Direct",)),
            Persona(name="Mid-Career Professional", detail="Hurries."),
            Persona(name="Recently Widowed", detail="Waits.", emotions=("Grief",)),
        ),
        emotions=tuple(
            Emotion(name=name, family=family)
            for name, family in (
                ("Fear", "fear"),
                ("Worry", "fear"),
                ("Grief", "sadness"),
                ("Shame", "shame"),
                ("Frustration", "anger"),
                ("Doubt", "confusion"),
                ("Curiosity", "curiosity"),
                ("Hope", "hope"),
                ("Confidence", "confidence"),
            )
        ),
        arcs=tuple(Arc(name=name, detail=f"From {a} to {b}.", start=a, end=b) for name, (a, b) in ARCS.items()),
        topics=tuple(Topic(name=name, cluster=name.split()[0], keywords=(name.split()[-1],)) for name in TOPICS),
        intents=("Explain", "Reassure", "Decide", "Plan"),
        tones=("Calm", "Warm", "Direct"),
        outcomes=("resolved", "action plan", "referral", "ongoing"),
        edge_cases=tuple(EdgeCase(kind=kind, detail=f"About {kind}.") for kind in KINDS),
        firm="Hollis & Park",
        advisor_name="Maya",
    )


def dataset(**changes: Any) -> Dataset:
    values: dict[str, Any] = {
        "id": "dataset-1",
        "name": "Front room",
        "prefix": "FP",
        "taxonomy": taxonomy(),
        "created_at": NOW,
        "updated_at": NOW,
        "created_by": "user-1",
    }
    return Dataset.model_validate({**values, **changes})


def chunk(number: int, text: str, document: str = "doc-1", **changes: Any) -> Chunk:
    return Chunk.model_validate(
        {
            "id": chunk_id(document, number),
            "document_id": document,
            "number": number,
            "text": text,
            "dimensions": {},
            **changes,
        }
    )


def passages(count: int = 24) -> list[Passage]:
    found: list[Passage] = []
    for number in range(1, count + 1):
        topic, other = TOPICS[number % len(TOPICS)], TOPICS[(number * 5) % len(TOPICS)]
        dimensions = {
            "problem_context": f"A client is late with {topic.lower()}.",
            "solution_action": f"We look at {topic.lower()} first.",
            "scenario_outcome": "It was done in time.",
            "prompt_candidate": f"What about {topic.lower()}?",
        }
        text = f"{topic} comes first with us. We ask about {other.lower()} after {number} days."
        document = f"doc-{1 + number % 3}"
        found.append(Passage(chunk(number, text, document, dimensions=dimensions), "Knowledge Base", "Desk"))
    return found


def template(name: str, tier: Tier, **changes: Any) -> Template:
    return Template.model_validate(
        {
            "id": name,
            "name": name,
            "tier": tier,
            "active_version": 1,
            "latest_version": 1,
            "updated_at": NOW,
            **changes,
        }
    )


def templates() -> list[Template]:
    return [
        *(template(name.lower(), Tier.TEMPLATE, arc=name) for name in ARCS),
        template("files", Tier.SCENARIO),
        *(template(kind, Tier.EDGE_CASE, edge_case=kind) for kind in KINDS),
    ]


def template_version(body: str, name: str = "t", common: str = "House rules.") -> TemplateVersion:
    return TemplateVersion(
        template_id=name,
        number=1,
        body=body,
        common=common,
        parameters=(),
        sha256="0" * 64,
        created_at=NOW,
        created_by="system",
    )
