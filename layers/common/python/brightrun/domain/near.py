"""Near duplicates and shared openings among thousands of conversations, by a small sketch of each.

A sketch is the smallest hashes of a text's three-word shingles; the share that two sketches have in common
estimates the share of shingles that the texts have in common (Broder 1997, bottom-k). Exports sketch the
texts that they read; rows carry a small sketch of their current version, so a dataset needs no text at all.
"""

from __future__ import annotations

import heapq
import re
import struct
import zlib
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from brightrun.domain.version import Turn

SKETCH = 64
SMALL_SKETCH = 24
"""What a row carries: 96 bytes."""

SHINGLE = 3
NEAR = 0.5
"""From this estimated share of common shingles, two conversations are near duplicates."""

OPENING_WORDS = 6
_MOST_COMPARED = 8
_CROWD = 50
"""A shingle that this many texts share is a habit of the writer and finds no duplicate."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Sketch:
    """`opening` is a hash of the first words; 0 when there are none."""

    hashes: tuple[int, ...]
    opening: int = 0

    def packed(self) -> str:
        """As a row keeps it."""
        return b64encode(struct.pack(f">{1 + len(self.hashes)}I", self.opening, *self.hashes)).decode()


def unpacked(text: str) -> Sketch:
    """A sketch from a row."""
    data = b64decode(text)
    opening, *hashes = struct.unpack(f">{len(data) // 4}I", data)
    return Sketch(tuple(hashes), opening)


def shingles(text: str) -> set[int]:
    """Hashes of all runs of three words; of the whole text when it is shorter."""
    words = _words(text)
    if len(words) < SHINGLE:
        return {zlib.crc32(" ".join(words).encode())} if words else set()
    return {zlib.crc32(" ".join(words[n : n + SHINGLE]).encode()) for n in range(len(words) - SHINGLE + 1)}


def sketch_of(text: str, size: int = SKETCH) -> Sketch:
    """The sketch of a text whose first line opens it."""
    first = _words(text.partition("\n")[0])[:OPENING_WORDS]
    opening = zlib.crc32(" ".join(first).encode()) if len(first) == OPENING_WORDS else 0
    return Sketch(tuple(heapq.nsmallest(size, shingles(text))), opening)


def small_sketch(turns: Sequence[Turn]) -> str:
    """What a row carries of a version, packed."""
    return sketch_of("\n".join(turn.content for turn in turns), SMALL_SKETCH).packed()


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower().replace("\u2019", "'"))


def likeness(one: Sketch, other: Sketch) -> float:
    """The estimated share of common shingles, 0 to 1."""
    size = min(SKETCH, max(len(one.hashes), len(other.hashes)))
    together = heapq.nsmallest(size, {*one.hashes, *other.hashes})
    both = set(one.hashes) & set(other.hashes)
    return sum(value in both for value in together) / max(1, len(together))


class NearDuplicates:
    """Finds texts that say nearly what an earlier one said. Holds a sketch a text, never the text."""

    def __init__(self) -> None:
        """Empty: nothing has been seen."""
        self._sketches: list[Sketch] = []
        self._seen_in: dict[int, list[int]] = {}

    def add(self, sketch: Sketch) -> tuple[int, float] | None:
        """Notes a sketch. Answers the number of the earlier one nearest to it and their likeness, or None."""
        number = len(self._sketches)
        shared: Counter[int] = Counter()
        for value in sketch.hashes:
            places = self._seen_in.setdefault(value, [])
            shared.update(places)
            if len(places) < _CROWD:
                places.append(number)
        self._sketches.append(sketch)
        # Both hold what the two have in common, so half of it must have been seen here to be worth a look.
        likely = [
            other for other, count in shared.most_common(_MOST_COMPARED) if 2 * count >= NEAR * len(sketch.hashes)
        ]
        nearest = max(((likeness(sketch, self._sketches[other]), -other) for other in likely), default=(0.0, 0))
        return (-nearest[1], nearest[0]) if nearest[0] >= NEAR else None


@dataclass(frozen=True, slots=True)
class Alike:
    """Two of many that say nearly the same, by their places; the second came later."""

    earlier: int
    later: int
    likeness: float


@dataclass(frozen=True, slots=True)
class Diversity:
    """How different many texts are: pairs, groups that begin alike, and the share of those that stand alone."""

    near: tuple[Alike, ...]
    openings: tuple[tuple[int, ...], ...]
    share: float


def diversity(sketches: Sequence[Sketch]) -> Diversity:
    """`share` is 1 when no two say nearly the same or begin with the same words."""
    seen, near, opened = NearDuplicates(), list[Alike](), dict[int, list[int]]()
    for number, sketch in enumerate(sketches):
        found = seen.add(sketch)
        if found is not None:
            near.append(Alike(found[0], number, found[1]))
        if sketch.opening:
            opened.setdefault(sketch.opening, []).append(number)
    groups = tuple(tuple(group) for group in opened.values() if len(group) > 1)
    repeated = {pair.later for pair in near} | {number for group in groups for number in group[1:]}
    return Diversity(tuple(near), groups, 1 - len(repeated) / max(1, len(sketches)))


def nearest_of(sketch: Sketch, others: Sequence[Sketch]) -> list[tuple[int, float]]:
    """(place, likeness) of the others that say nearly the same, the likest first."""
    mine = set(sketch.hashes)
    few = [n for n, other in enumerate(others) if len(mine.intersection(other.hashes)) * 4 >= len(mine)]
    likes = [(n, likeness(sketch, others[n])) for n in few]
    return sorted((one for one in likes if one[1] >= NEAR), key=lambda one: (-one[1], one[0]))
