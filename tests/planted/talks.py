"""Conversations of trades that have nothing in common, written by hand, with their passages and people.

`music` and `bikes` are held out: no measure was ever adjusted by looking at them.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.document import Chunk
from brightrun.domain.score import score_conversation
from brightrun.domain.slot import Slot
from brightrun.domain.taxonomy import Arc, EdgeCase, Persona, Taxonomy, Tier, Topic
from brightrun.domain.version import Quality, Turn
from tests.domain.samples import NOW, chunk

HELD_OUT = ("music", "bikes")
_FOLDER = Path(__file__).parent / "domains"
_WITHOUT = (None, 3)
"""Of each talk the whole, and one without its fourth exchange."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation with everything that its score is made of."""

    domain: str
    persona: str
    turns: tuple[Turn, ...]
    planned: int
    chunks: tuple[Chunk, ...]
    taxonomy: Taxonomy
    head: ConversationHead
    confidence: float = 0.9

    @property
    def held_out(self) -> bool:
        return self.domain in HELD_OUT

    @property
    def text(self) -> str:
        return "\n".join(turn.content for turn in self.turns)

    def with_texts(self, *texts: str) -> Talk:
        """The same conversation with other messages, voices taking turns."""
        return replace(self, turns=in_turns(*texts))

    def scored(self, **more: Any) -> Quality:
        slot = Slot(conversation_id="c", dataset_id="d", shard=0, number=1, turns_planned=self.planned, plan_id="p")
        return score_conversation(
            self.turns,
            head=self.head,
            slot=slot,
            chunks=self.chunks,
            taxonomy=self.taxonomy,
            confidence=self.confidence,
            **more,
        )


def in_turns(*texts: str) -> tuple[Turn, ...]:
    return tuple(
        Turn(number=n, role="user" if n % 2 else "assistant", content=text) for n, text in enumerate(texts, start=1)
    )


@cache
def clean_talks() -> tuple[Talk, ...]:
    """All of them, as their writers left them."""
    return tuple(
        _talk(path.stem, words, number, without)
        for path in sorted(_FOLDER.glob("*.toml"))
        for words in [tomllib.loads(path.read_text(encoding="utf-8"))]
        for number in range(len(words["personas"]))
        for without in _WITHOUT
    )


def _talk(domain: str, words: dict[str, Any], number: int, without: int | None) -> Talk:
    person = words["personas"][number]
    exchanges = [pair for n, pair in enumerate(zip(person["client"], words["advisor"], strict=True)) if n != without]
    turns = in_turns(*(text for pair in exchanges for text in pair))
    chunks = tuple(chunk(n, text, f"doc-{domain}") for n, text in enumerate(words["passages"], start=1))
    start, end = words["feelings"]
    taxonomy = Taxonomy(
        personas=tuple(Persona(name=each["name"], detail=each["detail"]) for each in words["personas"]),
        arcs=(Arc(name=words["arc"], start=start, end=end),),
        topics=(Topic(name=words["topic"], keywords=tuple(words["keywords"])),),
        intents=("Reassure",),
        tones=(words["tone"],),
        outcomes=("resolved",),
        edge_cases=(EdgeCase(kind="hostility"),),
        firm=words["firm"],
    )
    head = ConversationHead(
        id="c", ref="XX-0001", dataset_id="d", shard=0, persona=person["name"], emotion=start.capitalize(),
        arc=words["arc"], topic=words["topic"], intent="Reassure", tone=words["tone"], tier=Tier.TEMPLATE,
        chunk_ids=tuple(each.id for each in chunks), created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    return Talk(domain, person["name"], turns, len(turns), chunks, taxonomy, head)
