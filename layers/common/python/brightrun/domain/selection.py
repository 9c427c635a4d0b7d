"""Which conversations a run is about: all that are left, a tier, a filter, or these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import model_validator

from brightrun.domain.conversation import OPEN_IN_BATCH, WRITTEN, ConversationHead, Status
from brightrun.domain.errors import InvalidInput
from brightrun.domain.model import Record
from brightrun.domain.row_filter import RowFilter
from brightrun.domain.task import TaskKind
from brightrun.domain.taxonomy import Tier

MOST_IDS = 10_000
_LEFT = frozenset({Status.PLANNED, Status.FAILED})
_DONE: dict[TaskKind, str] = {"write": "written", "rewrite": "changed", "judge": "judged"}
_NEVER: dict[TaskKind, str] = {"write": "written again", "rewrite": "written again", "judge": "judged"}


@dataclass(frozen=True, slots=True)
class Choice:
    """The rows of a run in their order; `left_out` counts by its reason what was meant and stays as it is."""

    heads: tuple[ConversationHead, ...]
    left_out: Mapping[str, int]


class Selection(Record):
    """Exactly one of `all`, `tier`, `filter` and `ids` is set.

    To be written, the first three mean what is not written yet or failed, and `ids` are written again whatever
    they are. To be rewritten, all four mean what has a text. For second opinions, the first three mean what is
    written and has none yet, and `ids` are judged once more. The old versions stay. `without_approved` leaves
    out what a person has approved.
    """

    all: bool = False
    tier: Tier | None = None
    filter: RowFilter | None = None
    ids: tuple[str, ...] = ()
    without_approved: bool = False

    @model_validator(mode="after")
    def _one_of_them(self) -> Selection:
        chosen = [self.all, self.tier is not None, self.filter is not None, bool(self.ids)]
        if sum(chosen) != 1:
            raise ValueError("say either all, a tier, a filter or ids")
        if len(self.ids) > MOST_IDS:
            raise ValueError(f"at most {MOST_IDS:,} ids")
        return self

    def choose(self, heads: Iterable[ConversationHead], kind: TaskKind = "write") -> Choice:
        """What is to be written or rewritten. Raises InvalidInput when an id is unknown or nothing is left."""
        meant = self._meant(list(heads), kind)
        obstacles = [self._obstacle(head, kind) for head in meant]
        chosen = tuple(head for head, obstacle in zip(meant, obstacles, strict=True) if obstacle is None)
        left_out = dict(Counter(obstacle for obstacle in obstacles if obstacle is not None))
        if not chosen:
            raise self._nothing(kind, left_out)
        return Choice(chosen, left_out)

    def _meant(self, heads: list[ConversationHead], kind: TaskKind) -> list[ConversationHead]:
        if self.ids:
            by_id = {head.id: head for head in heads}
            unknown = [id_ for id_ in self.ids if id_ not in by_id]
            if unknown:
                raise InvalidInput(
                    f"{len(unknown)} of these conversations are not in this dataset.",
                    code="unknown_conversations",
                    ids=unknown[:100],
                )
            return [by_id[id_] for id_ in dict.fromkeys(self.ids)]
        if kind == "write":
            heads = [head for head in heads if head.status in _LEFT and not head.is_seed]
        if kind == "judge":
            heads = [head for head in heads if head.status in WRITTEN and head.opinion is None and not head.is_seed]
        if self.tier is not None:
            heads = [head for head in heads if head.tier is self.tier]
        return heads if self.filter is None else self.filter.select(heads)

    def _obstacle(self, head: ConversationHead, kind: TaskKind) -> str | None:
        """Why this one stays as it is."""
        if head.status in OPEN_IN_BATCH:
            return "being_written"
        if head.is_seed:
            return "is_seed"
        if kind != "write" and head.current_version is None:
            return "not_written"
        if self.without_approved and head.approved_version is not None:
            return "approved"
        return None

    def _nothing(self, kind: TaskKind, left_out: Mapping[str, int]) -> InvalidInput:
        done = _DONE[kind]
        if "approved" in left_out:
            return InvalidInput(
                f"All that could be {done} here is approved, and approved ones were to be left out.",
                code="all_approved",
            )
        if "not_written" in left_out or (kind == "rewrite" and not left_out):
            return InvalidInput(f"Nothing is written here yet that could be {done}.", code=f"nothing_to_{kind}")
        if left_out:
            sentence = "All of these are being written already."
            if "being_written" not in left_out:
                sentence = f"These are your own examples, which are never {_NEVER[kind]}."
            return InvalidInput(sentence, code="nothing_to_generate")
        if kind == "judge":
            return InvalidInput("Nothing here is written and has no second opinion yet.", code="nothing_to_judge")
        return InvalidInput(
            "There is nothing left to generate here. Plan some conversations first.",
            code="nothing_to_generate",
        )
