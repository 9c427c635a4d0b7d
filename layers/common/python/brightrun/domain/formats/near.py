"""Near duplicates among thousands of conversations, by a small sketch of each.

A sketch is the 64 smallest hashes of a text's five-word shingles; the share that two sketches have in
common estimates the share of shingles that the texts have in common (Broder 1997, bottom-k).
"""

from __future__ import annotations

import heapq
import re
import zlib
from collections import Counter

SKETCH = 64
SHINGLE = 5
NEAR = 0.5
"""From this estimated share of common shingles, two conversations are near duplicates."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


def shingles(text: str) -> set[int]:
    """Hashes of all runs of five words; of the whole text when it is shorter."""
    words = _WORD.findall(text.lower())
    if len(words) < SHINGLE:
        return {zlib.crc32(" ".join(words).encode())} if words else set()
    return {zlib.crc32(" ".join(words[n : n + SHINGLE]).encode()) for n in range(len(words) - SHINGLE + 1)}


class NearDuplicates:
    """Finds texts that say nearly what an earlier one said. Holds a sketch a text, never the text."""

    def __init__(self) -> None:
        """Empty: nothing has been seen."""
        self._sketches: list[tuple[int, ...]] = []
        self._seen_in: dict[int, list[int]] = {}

    def add(self, text: str) -> tuple[int, float] | None:
        """Notes a text. Answers the number of the earlier text nearest to it and their likeness, or None."""
        sketch = tuple(heapq.nsmallest(SKETCH, shingles(text)))
        number = len(self._sketches)
        shared = Counter(other for value in sketch for other in self._seen_in.get(value, ()))
        for value in sketch:
            self._seen_in.setdefault(value, []).append(number)
        self._sketches.append(sketch)
        nearest = max(
            ((self._likeness(sketch, self._sketches[other]), -other) for other, _ in shared.most_common(8)),
            default=(0.0, 0),
        )
        return (-nearest[1], nearest[0]) if nearest[0] >= NEAR else None

    @staticmethod
    def _likeness(one: tuple[int, ...], other: tuple[int, ...]) -> float:
        together = heapq.nsmallest(SKETCH, {*one, *other})
        both = set(one) & set(other)
        return sum(value in both for value in together) / max(1, len(together))
