"""Parts of economy runs, as a test wants them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from brightrun.domain.ids import derived_ulid
from brightrun.domain.provider_batch import BatchedCall, ProviderBatch
from tests.fakes import make
from tests.fakes.clock import START


def part(number: int = 1, **changes: Any) -> ProviderBatch:
    call = BatchedCall(
        conversation_id=make.an_id("conversation", number),
        shard=0,
        attempt_id=make.an_id("attempt", number),
        max_tokens=4_000,
    )
    given = {
        "id": derived_ulid(START + timedelta(seconds=number), "part", number),
        "batch_id": make.an_id("batch"),
        "dataset_id": make.an_id("dataset"),
        "number": number,
        "calls": (call,),
        "held_micros": 5_000,
        "made_at": START,
    }
    return ProviderBatch(**{**given, **changes})
