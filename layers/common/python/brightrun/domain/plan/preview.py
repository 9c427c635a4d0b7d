"""What a plan gives, told before anything is made: counts, pairs, likeness, and why which passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from brightrun.domain.document import Chunk
from brightrun.domain.plan.request import PlannedSlot
from brightrun.domain.plan.sources import dimension, words_of
from brightrun.domain.taxonomy import Taxonomy, Tier

_PAIRED = ("persona", "arc", "topic")
_MOST_TERMS = 3
_SAMPLES_A_TIER = 3


@dataclass(frozen=True, slots=True)
class PairCoverage:
    """How many of the possible pairs of two dimensions a plan holds at least once."""

    rows: str
    columns: str
    covered: int
    possible: int


def tier_figures(planned: Sequence[PlannedSlot]) -> dict[str, int]:
    """How many of each tier."""
    return {tier.value: sum(one.head.tier is tier for one in planned) for tier in Tier}


def samples(planned: Sequence[PlannedSlot]) -> tuple[PlannedSlot, ...]:
    """The first few of each tier."""
    return tuple(one for tier in Tier for one in islice((p for p in planned if p.head.tier is tier), _SAMPLES_A_TIER))


def coverage_of(planned: Sequence[PlannedSlot]) -> dict[str, dict[str, int]]:
    """How often each persona, arc, topic and pair of them is planned (pairs as `A × B`)."""
    heads = [one.head for one in planned]
    counts = {name: Counter(str(getattr(head, name)) for head in heads) for name in ("tier", *_PAIRED)}
    for one, other in combinations(_PAIRED, 2):
        counts[f"{one}_{other}"] = Counter(f"{getattr(h, one)} × {getattr(h, other)}" for h in heads)
    return {name: dict(sorted(counter.items())) for name, counter in counts.items()}


def pairs_of(planned: Sequence[PlannedSlot], taxonomy: Taxonomy) -> tuple[PairCoverage, ...]:
    """Pairwise coverage of persona, arc and topic."""
    sizes = {"persona": len(taxonomy.personas), "arc": len(taxonomy.arcs), "topic": len(taxonomy.topics)}
    return tuple(
        PairCoverage(
            one,
            other,
            len({(getattr(p.head, one), getattr(p.head, other)) for p in planned}),
            sizes[one] * sizes[other],
        )
        for one, other in combinations(_PAIRED, 2)
    )


def alike(planned: Sequence[PlannedSlot]) -> int:
    """How many slots repeat all the words of an earlier one; 0 while the vocabulary has room."""
    seen = {
        (
            one.head.tier,
            one.head.persona,
            one.head.arc,
            one.head.topic,
            one.head.emotion,
            one.head.intent,
            one.head.tone,
            one.head.outcome,
            one.slot.edge_case,
        )
        for one in planned
    }
    return len(planned) - len(seen)


def reasons_for(one: PlannedSlot, chunks: Mapping[str, Chunk], taxonomy: Taxonomy) -> tuple[str, ...]:
    """Why each of a slot's passages was chosen, in the words that it shares with the slot."""
    topic = next((each for each in taxonomy.topics if each.name == one.head.topic), None)
    wanted = [one.head.topic, *(topic.keywords if topic else ()), one.slot.edge_case or ""]
    return tuple(_reason(chunks[name], wanted) for name in one.head.chunk_ids if name in chunks)


def _reason(chunk: Chunk, wanted: Sequence[str]) -> str:
    said = set(words_of(chunk.text)) | set(words_of(dimension(chunk, "key_terms")))
    said |= set(words_of(dimension(chunk, "problem_context"))) | set(words_of(dimension(chunk, "summary")))
    terms = dict.fromkeys(word for text in wanted for word in text.replace("-", " ").split() if _met(word, said))
    if not terms:
        return "used least so far; nothing in your documents speaks of this topic"
    return f"speaks of {', '.join(list(terms)[:_MOST_TERMS])}"


def _met(word: str, said: set[str]) -> bool:
    return bool(set(words_of(word)) & said)
