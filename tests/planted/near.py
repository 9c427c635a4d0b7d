"""Texts put together from the sentences of all trades, and copies of some of them with known changes."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.planted.talks import clean_talks

SENTENCES_A_TEXT = 16
_WORDS = ("perhaps", "surely", "maybe", "today", "again", "quite", "truly", "later")


@dataclass(frozen=True, slots=True)
class Copy:
    """A text; `of` is the place of the text that it was copied from, or None for an original."""

    text: str
    of: int | None = None


def sentences() -> list[str]:
    """Every sentence of every clean talk, once, in a fixed order."""
    texts = " ".join(talk.text.replace("\n", " ") for talk in clean_talks())
    return list(dict.fromkeys(re.split(r"(?<=[.!?]) ", texts)))


def originals_and_copies(count: int, copies: int, seed: int) -> list[Copy]:
    """`count` texts that share a sentence now and then, and `copies` of them, each changed in one of three ways."""
    chance = random.Random(seed)  # noqa: S311 - texts, not secrets
    pool = list(_varied(sentences(), chance, count * SENTENCES_A_TEXT))
    texts = [Copy(" ".join(chance.sample(pool, SENTENCES_A_TEXT))) for _ in range(count)]
    sources = chance.sample(range(count), copies)
    return [*texts, *(Copy(_copied(texts[of].text, chance, n % 3), of) for n, of in enumerate(sources))]


def _varied(known: list[str], chance: random.Random, least: int) -> Iterator[str]:
    """As many sentences as a real dataset has: each word of a sentence is kept, joined with another's end."""
    wanted = min(least // 2, 40_000)
    yield from known
    for _ in range(wanted):
        head, tail = chance.choice(known).split(), chance.choice(known).split()
        yield " ".join(head[: chance.randint(3, 9)] + tail[-chance.randint(4, 10) :])


def _copied(text: str, chance: random.Random, way: int) -> str:
    parts = re.split(r"(?<=[.!?]) ", text)
    if way == 0:
        del parts[chance.randrange(len(parts))]
    elif way == 1:
        chance.shuffle(parts)
    words = " ".join(parts).split()
    for _ in range(len(words) // 33):
        words[chance.randrange(len(words))] = chance.choice(_WORDS)
    return " ".join(words)
