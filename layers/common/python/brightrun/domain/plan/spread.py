"""Even spread: every choice goes to what has been used least, in itself and together with the others."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from brightrun.domain.conversation import ConversationHead

Value = TypeVar("Value")


class Spread:
    """Counts what was chosen and picks what is rarest. Deterministic for a seed."""

    def __init__(self, seed: str) -> None:
        """`seed` decides only among equals."""
        self._seed = seed
        self._counts: Counter[Hashable] = Counter()
        self._ranks: dict[Hashable, int] = {}
        self.turn = 0
        """Moves on with every slot, so that ties do not always fall the same way."""

    def count(self, *key: Hashable) -> int:
        """How often this value, or these values together, were chosen."""
        return self._counts[key]

    def add(self, *key: Hashable) -> None:
        """Notes a choice."""
        self._counts[key] += 1

    def note(self, head: ConversationHead) -> None:
        """Counts a conversation that is there already, as if it had been chosen by this plan."""
        persona, arc, topic, tier = head.persona, head.arc, head.topic, head.tier
        for key in (
            ("arc", arc),
            ("arc", arc, tier),
            ("pa", persona, arc),
            ("persona", persona, tier),
            ("persona", persona),
            ("pat", persona, arc, topic),
            ("topic", topic),
            ("pt", persona, topic),
            ("at", arc, topic),
            ("whole", persona, arc, topic, head.emotion),
            ("emotion", head.emotion),
            ("emotion", head.emotion, arc),
            ("emotion", head.emotion, arc, persona),
            ("slot", tier, persona, arc, topic, head.emotion, head.tone, head.intent, head.outcome, ""),
        ):
            self.add(*key)
        for kind, value in (("tone", head.tone), ("intent", head.intent)):
            for key in ((kind, value, persona, topic), (kind, value, persona), (kind, value)):
                self.add(*key)

    def least(
        self,
        options: Sequence[Value],
        cost: Callable[[Value], tuple[float, ...]],
        name: Callable[[Value], Hashable],
    ) -> Value:
        """The option of the lowest cost; among equals the seed decides, another way each turn."""
        size = len(options)
        return min(
            options,
            key=lambda option: (
                *cost(option),
                (self._rank(name(option)) + self.turn) % max(size, 1),
            ),
        )

    def _rank(self, name: Hashable) -> int:
        known = self._ranks.get(name)
        if known is None:
            digest = hashlib.sha256(f"{self._seed}\x1f{name}".encode()).digest()
            known = self._ranks[name] = int.from_bytes(digest[:8], "big")
        return known
