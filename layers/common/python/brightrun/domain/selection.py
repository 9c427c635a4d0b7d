"""Which conversations a run is about: all that are left, a tier, a filter, or these."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import model_validator

from brightrun.domain.conversation import OPEN_IN_BATCH, ConversationHead, Status
from brightrun.domain.errors import InvalidInput
from brightrun.domain.model import Record
from brightrun.domain.row_filter import RowFilter
from brightrun.domain.taxonomy import Tier

MOST_IDS = 10_000
_LEFT = frozenset({Status.PLANNED, Status.FAILED})


class Selection(Record):
    """Exactly one of its fields is set.

    `all`, `tier` and `filter` mean what is not written yet or failed; `ids` are written again whatever they
    are, and the old versions stay.
    """

    all: bool = False
    tier: Tier | None = None
    filter: RowFilter | None = None
    ids: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _one_of_them(self) -> Selection:
        chosen = [self.all, self.tier is not None, self.filter is not None, bool(self.ids)]
        if sum(chosen) != 1:
            raise ValueError("say either all, a tier, a filter or ids")
        if len(self.ids) > MOST_IDS:
            raise ValueError(f"at most {MOST_IDS:,} ids")
        return self

    def choose(self, heads: Iterable[ConversationHead]) -> list[ConversationHead]:
        """The rows to write, in their order. Raises InvalidInput when an id is unknown or none is left."""
        if self.ids:
            by_id = {head.id: head for head in heads}
            unknown = [id_ for id_ in self.ids if id_ not in by_id]
            if unknown:
                raise InvalidInput(
                    f"{len(unknown)} of these conversations are not in this dataset.",
                    code="unknown_conversations",
                    ids=unknown[:100],
                )
            asked = [by_id[id_] for id_ in dict.fromkeys(self.ids)]
            chosen = [head for head in asked if head.status not in OPEN_IN_BATCH and not head.is_seed]
            if not chosen:
                raise InvalidInput("All of these are being written already.", code="nothing_to_generate")
            return chosen
        left = [head for head in heads if head.status in _LEFT and not head.is_seed]
        if self.tier is not None:
            left = [head for head in left if head.tier is self.tier]
        if self.filter is not None:
            left = self.filter.select(left)
        if not left:
            raise InvalidInput(
                "There is nothing left to generate here. Plan some conversations first.",
                code="nothing_to_generate",
            )
        return left
