"""An example of the owner's as it is stored: its first version, and the row that follows from that version alone."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from brightrun.domain.conversation import ConversationHead, Status
from brightrun.domain.dataset import Dataset
from brightrun.domain.near import small_sketch
from brightrun.domain.plan import PlannedSlot
from brightrun.domain.score import score_conversation
from brightrun.domain.seeds import WORDS, Seed
from brightrun.domain.slot import Slot, reference, shard_of
from brightrun.domain.taxonomy import Tier
from brightrun.domain.tenancy import Actor
from brightrun.domain.tenant import TenantSettings
from brightrun.domain.version import Version, words_of_turns


def first_version(
    id_: str, seed: Seed, dataset: Dataset, settings: TenantSettings, actor: Actor, now: datetime
) -> Version:
    """Measured like any text, without passages and without a plan that asked for it. It costs nothing."""
    told = _told(seed)
    unwritten = _row(id_, told, len(seed.turns), dataset, 1, now)
    quality = score_conversation(
        seed.turns,
        head=unwritten.head,
        slot=unwritten.slot,
        chunks=(),
        taxonomy=dataset.taxonomy,
        flag_below=settings.flag_below,
        rules=settings.score,
    )
    return Version(
        conversation_id=id_,
        number=1,
        origin="import",
        title=seed.title,
        turn_count=len(seed.turns),
        quality=quality,
        written_by=seed.written_by,
        parameters=told,
        sketch=small_sketch(seed.turns),
        words=words_of_turns(seed.turns),
        created_at=now,
        created_by=actor.id,
        created_by_name=actor.name,
    )


def row_of(version: Version, dataset: Dataset, number: int, at: datetime) -> PlannedSlot:
    """The row that shows this version. It waits for a person's decision like every other."""
    row = _row(version.conversation_id, version.parameters, version.turn_count, dataset, number, at)
    shown = {"status": Status.GENERATED, "latest_version": version.number, **version.shown}
    return PlannedSlot(slot=row.slot, head=row.head.model_copy(update=shown))


def _told(seed: Seed) -> dict[str, str]:
    told = {**seed.words, "tier": seed.tier.value, "tags": "\n".join(seed.tags), "system": seed.system}
    return {name: value for name, value in told.items() if value}


def _row(id_: str, told: Mapping[str, str], turns: int, dataset: Dataset, number: int, at: datetime) -> PlannedSlot:
    shard = shard_of(number)
    filed: dict[str, Any] = {name: told.get(name, "") for name in WORDS}
    slot = Slot(conversation_id=id_, dataset_id=dataset.id, shard=shard, number=number, turns_planned=turns, plan_id="")
    head = ConversationHead(
        id=id_,
        ref=reference(dataset.prefix, number),
        dataset_id=dataset.id,
        shard=shard,
        **filed,
        tier=Tier(told["tier"]),
        tags=tuple(filter(None, told.get("tags", "").split("\n"))),
        is_seed=True,
        created_at=at,
        updated_at=at,
    )
    return PlannedSlot(slot=slot, head=head)
