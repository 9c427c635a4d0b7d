"""The words of an example in the words of its dataset, so that both are found by the same filters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from brightrun.domain.seeds.entry import Seed
from brightrun.domain.taxonomy import Taxonomy, choices


def fitted(seeds: Iterable[Seed], taxonomy: Taxonomy) -> tuple[Seed, ...]:
    """Spelt as the dataset spells them. A word that it does not have stays as the file says it."""
    spelling = {name: {word.casefold(): word for word in known} for name, known in _known(taxonomy).items()}
    topics = {topic.name: topic for topic in taxonomy.topics}
    done: list[Seed] = []
    for seed in seeds:
        words = {name: spelling[name].get(word.casefold(), word) for name, word in seed.words.items()}
        if topic := topics.get(words.get("topic", "")):
            of_topic = {"topic_cluster": topic.cluster, "content_category": topic.content_category}
            words = {name: word for name, word in of_topic.items() if word} | words
        done.append(replace(seed, words=words))
    return tuple(done)


def unknown_words(seeds: Iterable[Seed], taxonomy: Taxonomy) -> tuple[tuple[str, str], ...]:
    """(dimension, word) that the dataset does not have, each once."""
    known = _known(taxonomy)
    said = ((name, word) for seed in seeds for name, word in seed.words.items())
    return tuple(dict.fromkeys((name, word) for name, word in said if word not in known[name]))


def _known(taxonomy: Taxonomy) -> Mapping[str, frozenset[str]]:
    return {**choices(taxonomy), "arc": frozenset(arc.name for arc in taxonomy.arcs)}
