"""Topping up: the words that a gap leaves free, and the tiers that its conversations are of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from brightrun.domain.dataset import Dataset
from brightrun.domain.errors import InvalidInput
from brightrun.domain.plan.request import Fill, Passage, stands_in
from brightrun.domain.plan.shares import tier_counts
from brightrun.domain.taxonomy import Taxonomy, Tier

_LISTS: Mapping[str, tuple[str, Callable[[Any], str]]] = {
    "persona": ("personas", lambda each: each.name),
    "arc": ("arcs", lambda each: each.name),
    "topic": ("topics", lambda each: each.name),
    "content_category": ("topics", lambda each: each.content_category),
    "topic_cluster": ("topics", lambda each: each.cluster),
    "intent": ("intents", str),
    "tone": ("tones", str),
    "outcome": ("outcomes", str),
}
"""Where a dimension's words stand in the vocabulary."""

_OF_SOURCES = frozenset({"document_id", "source_category"})
FILLABLE = frozenset({"tier", *_LISTS, *_OF_SOURCES})
"""Dimensions that a plan can aim at. A feeling follows from the arc, so it is not among them."""


def narrowed(taxonomy: Taxonomy, where: Mapping[str, str]) -> Taxonomy:
    """The vocabulary without what a gap does not want. Raises InvalidInput for words that are not in it."""
    for dimension, value in where.items():
        if dimension not in FILLABLE:
            raise InvalidInput(f"Gaps can't be filled by {dimension}.", code="bad_dimension")
        if dimension not in _LISTS:
            continue
        name, read = _LISTS[dimension]
        kept = tuple(each for each in getattr(taxonomy, name) if read(each) == value)
        if not kept:
            raise InvalidInput(f"{value} is not in this dataset's vocabulary any more.", code="unknown_word")
        if name == "tones":
            # A persona's own tones would win over the one that is asked for.
            personas = tuple(each.model_copy(update={"tones": ()}) for each in taxonomy.personas)
            taxonomy = taxonomy.model_copy(update={"personas": personas})
        taxonomy = taxonomy.model_copy(update={name: kept})
    return taxonomy


def of_personas(taxonomy: Taxonomy, names: Sequence[str] | None) -> Taxonomy:
    """The vocabulary for some of the personas only. Raises InvalidInput for one that is not in it."""
    if names is None:
        return taxonomy
    kept = tuple(each for each in taxonomy.personas if each.name in set(names))
    if unknown := [name for name in names if name not in {each.name for each in kept}]:
        raise InvalidInput(f"{unknown[0]} is not in this dataset's vocabulary any more.", code="unknown_word")
    return taxonomy.model_copy(update={"personas": kept})


def tiers_of(fill: Fill, dataset: Dataset, passages: Sequence[Passage]) -> list[Tier]:
    """A tier for each of a gap's conversations: the one it names, else the dataset's shares."""
    named = fill.where.get("tier")
    if named is not None:
        return [Tier(named)] * fill.count
    if not _OF_SOURCES.isdisjoint(fill.where):
        return [Tier.SCENARIO] * fill.count
    if not passages:
        return [Tier.TEMPLATE] * fill.count
    counts = tier_counts(fill.count, dataset.tier_weights)
    return [tier for tier in Tier for _ in range(counts[tier])]


def counts_of_fills(fills: Sequence[Fill], dataset: Dataset, passages: Sequence[Passage]) -> dict[Tier, int]:
    """How many of each tier all gaps together take. Raises InvalidInput for a source that may not be used."""
    for fill in fills:
        tier = fill.where.get("tier")
        if tier is not None and tier not in set(Tier):
            raise InvalidInput(f"There is no tier {tier}.", code="unknown_word")
        _check_source(fill.where, passages)
    counts = Counter(tier for fill in fills for tier in tiers_of(fill, dataset, passages))
    return {tier: counts[tier] for tier in Tier}


def _check_source(where: Mapping[str, str], passages: Sequence[Passage]) -> None:
    if not any(stands_in(passage, where) for passage in passages) and not _OF_SOURCES.isdisjoint(where):
        raise InvalidInput("No passage of this source may be used. Release some for training.", code="no_passages")
