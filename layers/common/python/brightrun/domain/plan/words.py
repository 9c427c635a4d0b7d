"""The words of one slot: who speaks, along which arc, about what, feeling what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from brightrun.domain.emotions import family_of, valence_of
from brightrun.domain.plan.spread import Spread
from brightrun.domain.taxonomy import Arc, EdgeCase, Emotion, Persona, Taxonomy, Tier, Topic

TURNS: dict[Tier, tuple[int, ...]] = {
    Tier.TEMPLATE: (10, 12, 14),
    Tier.SCENARIO: (10, 12, 14, 16),
    Tier.EDGE_CASE: (8, 10, 12),
}
"""Planned numbers of messages by tier: even, inside the 8 to 16 of IS4.10."""

_CLOSENESS = {0: 3, 1: 1, 2: 1}
"""A feeling of the arc's own start is taken three times as often as one that only points its way."""


@dataclass(frozen=True, slots=True)
class SlotWords:
    """The dimensions of one slot."""

    tier: Tier
    persona: Persona
    arc: Arc
    topic: Topic
    emotion: str
    tone: str
    intent: str
    outcome: str
    turns: int
    edge_case: EdgeCase | None

    @property
    def signature(self) -> tuple[str, ...]:
        """What makes two slots alike."""
        kind = self.edge_case.kind if self.edge_case else ""
        named = (self.persona.name, self.arc.name, self.topic.name)
        return (self.tier, *named, self.emotion, self.tone, self.intent, self.outcome, kind)


class WordPicker:
    """Picks the words of slot after slot, so that singles, pairs and triples stay even."""

    def __init__(self, taxonomy: Taxonomy, spread: Spread) -> None:
        """Both are used for one plan only."""
        self._taxonomy = taxonomy
        self._spread = spread
        self._hard_arcs = [arc for arc in taxonomy.arcs if valence_of(arc.start) < 0]

    def pick(self, tier: Tier) -> SlotWords:
        """The next slot's words."""
        spread, taxonomy = self._spread, self._taxonomy
        edge_case = None
        if tier is Tier.EDGE_CASE:
            edge_case = spread.least(taxonomy.edge_cases, lambda e: (spread.count("edge", e.kind),), lambda e: e.kind)
            spread.add("edge", edge_case.kind)
        arc = self._arc(tier)
        persona = self._persona(tier, arc)
        topic = self._topic(persona, arc)
        emotion = self._emotion(persona, arc, topic)
        tone = self._tone(persona, topic)
        intent = self._least_of(taxonomy.intents, "intent", persona.name, topic.name)
        outcome = self._outcome(edge_case, persona)
        turns = spread.least(
            TURNS[tier],
            lambda n: (
                spread.count("turns", tier, n),
                spread.count("turns", tier, n, persona.name),
            ),
            lambda n: n,
        )
        spread.add("turns", tier, turns)
        spread.add("turns", tier, turns, persona.name)
        spread.turn += 1
        found = SlotWords(tier, persona, arc, topic, emotion, tone, intent, outcome, turns, edge_case)
        return self._unlike_others(found)

    def _unlike_others(self, words: SlotWords) -> SlotWords:
        """The same slot, with another intent, outcome or tone when one just like it was dealt before."""
        spread, taxonomy = self._spread, self._taxonomy
        outcomes = (words.outcome,) if words.edge_case else taxonomy.outcomes
        others = (
            replace(words, intent=intent, outcome=outcome, tone=tone)
            for tone in (words.tone, *taxonomy.tones)
            for outcome in (words.outcome, *outcomes)
            for intent in (words.intent, *taxonomy.intents)
        )
        fresh = next((each for each in others if not spread.count("slot", *each.signature)), words)
        spread.add("slot", *fresh.signature)
        return fresh

    def _arc(self, tier: Tier) -> Arc:
        spread = self._spread
        options: Sequence[Arc] = self._taxonomy.arcs
        if tier is Tier.EDGE_CASE and self._hard_arcs:
            options = self._hard_arcs

        def cost(arc: Arc) -> tuple[float, ...]:
            overall, in_tier = spread.count("arc", arc.name), spread.count("arc", arc.name, tier)
            # Scenarios even out what the edge cases, which only go with hard arcs, have tilted.
            return (overall, in_tier) if tier is Tier.SCENARIO else (in_tier, overall)

        arc = spread.least(options, cost, lambda a: a.name)
        spread.add("arc", arc.name)
        spread.add("arc", arc.name, tier)
        return arc

    def _persona(self, tier: Tier, arc: Arc) -> Persona:
        spread = self._spread

        def cost(persona: Persona) -> tuple[float, ...]:
            return (
                spread.count("pa", persona.name, arc.name),
                spread.count("persona", persona.name, tier),
                spread.count("persona", persona.name),
            )

        persona = spread.least(self._taxonomy.personas, cost, lambda p: p.name)
        for key in (
            ("pa", persona.name, arc.name),
            ("persona", persona.name, tier),
            ("persona", persona.name),
        ):
            spread.add(*key)
        return persona

    def _topic(self, persona: Persona, arc: Arc) -> Topic:
        spread = self._spread

        def cost(topic: Topic) -> tuple[float, ...]:
            name = topic.name
            with_persona = spread.count("pt", persona.name, name)
            with_arc = spread.count("at", arc.name, name)
            return (
                spread.count("pat", persona.name, arc.name, name),
                spread.count("topic", name),
                max(with_persona, with_arc),
                with_persona + with_arc,
            )

        topic = spread.least(self._taxonomy.topics, cost, lambda t: t.name)
        for key in (
            ("pat", persona.name, arc.name, topic.name),
            ("topic", topic.name),
            ("pt", persona.name, topic.name),
            ("at", arc.name, topic.name),
        ):
            spread.add(*key)
        return topic

    def _emotion(self, persona: Persona, arc: Arc, topic: Topic) -> str:
        """One that the arc starts from, preferably one that this persona knows."""
        spread = self._spread
        known = {emotion.name: emotion for emotion in self._taxonomy.emotions}
        names = list(dict.fromkeys((*known, *persona.emotions)))
        if not names:
            return arc.start or "Uncertain"

        def cost(name: str) -> tuple[float, ...]:
            distance = arc_distance(known.get(name) or Emotion(name=name), arc, known)
            weight = _CLOSENESS[distance] * (2 if name in persona.emotions else 1)
            return (
                1 if distance > 1 else 0,
                spread.count("whole", persona.name, arc.name, topic.name, name),
                (1 + spread.count("emotion", name, arc.name, persona.name)) / weight,
                (1 + spread.count("emotion", name, arc.name)) / weight,
                spread.count("emotion", name),
            )

        name = spread.least(names, cost, lambda n: n)
        spread.add("whole", persona.name, arc.name, topic.name, name)
        spread.add("emotion", name)
        spread.add("emotion", name, arc.name)
        spread.add("emotion", name, arc.name, persona.name)
        return name

    def _tone(self, persona: Persona, topic: Topic) -> str:
        fitting = [tone for tone in persona.tones if tone in self._taxonomy.tones]
        return self._least_of(fitting or self._taxonomy.tones, "tone", persona.name, topic.name)

    def _outcome(self, edge_case: EdgeCase | None, persona: Persona) -> str:
        """An edge case that speaks of an outcome ("crisis with referral") gets that one."""
        outcomes = self._taxonomy.outcomes
        if edge_case is not None:
            kind = edge_case.kind.lower()
            named = [outcome for outcome in outcomes if outcome.lower() in kind]
            outcomes = tuple(named) or outcomes
        return self._least_of(outcomes, "outcome", persona.name, "")

    def _least_of(self, options: Sequence[str], kind: str, persona: str, topic: str) -> str:
        spread = self._spread
        value = spread.least(
            options,
            lambda v: (
                spread.count(kind, v, persona, topic),
                spread.count(kind, v, persona),
                spread.count(kind, v),
            ),
            lambda v: v,
        )
        spread.add(kind, value, persona, topic)
        spread.add(kind, value, persona)
        spread.add(kind, value)
        return value


def arc_distance(emotion: Emotion, arc: Arc, known: dict[str, Emotion]) -> int:
    """How far an emotion is from the arc's start: 0 the same or of its family, 1 of its direction, 2 not."""
    if not arc.start:
        return 0
    start = arc.start.lower()
    named = next((e for e in known.values() if e.name.lower() == start), None)
    families = {start, named.family.lower() if named else start, family_of(arc.start)} - {""}
    own = {emotion.name.lower(), emotion.family.lower(), family_of(emotion.name)} - {""}
    if families & own:
        return 0
    feeling, wanted = valence_of(emotion.name), valence_of(arc.start)
    return 1 if feeling * wanted > 0 or (feeling == 0 and wanted == 0) else 2
