"""The words a tenant plans with: personas, arcs, topics and the rest. All of it is the tenant's own data."""

from __future__ import annotations

from enum import StrEnum

from pydantic import ConfigDict, Field

from brightrun.domain.model import Record

MOST_TAGS, LONGEST_TAG = 20, 40
"""Tags are the only words of a conversation that no list holds."""


class Tier(StrEnum):
    """Where a conversation comes from: an emotional arc, a real situation, or a hard moment."""

    TEMPLATE = "template"
    SCENARIO = "scenario"
    EDGE_CASE = "edge_case"


class Persona(Record):
    name: str = Field(min_length=1, max_length=80)
    detail: str = ""
    emotions: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()


class Emotion(Record):
    name: str = Field(min_length=1, max_length=80)
    family: str = ""
    intensity: str = ""


class Arc(Record):
    """An emotional arc. `start` and `end` are the feelings it leads from and to (`from`, `to` on the wire)."""

    name: str = Field(min_length=1, max_length=80)
    detail: str = ""
    start: str = Field(default="", alias="from")
    end: str = Field(default="", alias="to")

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Topic(Record):
    name: str = Field(min_length=1, max_length=120)
    cluster: str = ""
    content_category: str = ""
    keywords: tuple[str, ...] = ()


class EdgeCase(Record):
    kind: str = Field(min_length=1, max_length=80)
    detail: str = ""


class Taxonomy(Record):
    """Everything a plan draws from. Names are unique inside each list."""

    personas: tuple[Persona, ...] = Field(min_length=1, max_length=60)
    emotions: tuple[Emotion, ...] = ()
    arcs: tuple[Arc, ...] = Field(min_length=1, max_length=40)
    topics: tuple[Topic, ...] = Field(min_length=1, max_length=400)
    intents: tuple[str, ...] = Field(min_length=1)
    tones: tuple[str, ...] = Field(min_length=1)
    content_categories: tuple[str, ...] = ()
    topic_clusters: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = Field(min_length=1)
    edge_cases: tuple[EdgeCase, ...] = Field(min_length=1)
    firm: str = ""
    advisor_name: str = ""


class TierWeights(Record):
    """Relative shares of the three tiers; 40/35/15 by default (IS3.4)."""

    template: int = Field(default=40, ge=0, le=10_000)
    scenario: int = Field(default=35, ge=0, le=10_000)
    edge_case: int = Field(default=15, ge=0, le=10_000)

    def of(self, tier: Tier) -> int:
        return int(getattr(self, tier.value))


def choices(taxonomy: Taxonomy) -> dict[str, frozenset[str]]:
    """What each dimension of a row that people may change can be, by its name in the row."""
    feelings = {emotion.name for emotion in taxonomy.emotions}
    feelings |= {name for persona in taxonomy.personas for name in persona.emotions}
    feelings |= {name for arc in taxonomy.arcs for name in (arc.start, arc.end) if name}
    categories = {*taxonomy.content_categories, *(topic.content_category for topic in taxonomy.topics)}
    clusters = {*taxonomy.topic_clusters, *(topic.cluster for topic in taxonomy.topics)}
    return {
        "persona": frozenset(persona.name for persona in taxonomy.personas),
        "emotion": frozenset(feelings),
        "topic": frozenset(topic.name for topic in taxonomy.topics),
        "intent": frozenset(taxonomy.intents),
        "tone": frozenset(taxonomy.tones),
        "content_category": frozenset({*categories, ""}),
        "topic_cluster": frozenset({*clusters, ""}),
        "outcome": frozenset(taxonomy.outcomes),
    }
