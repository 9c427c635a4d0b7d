"""The rows of a dataset, kept decoded between requests (design §3a).

Shards that did not move since they were read are not read again. The revisions are asked for each
time, so a list always shows every write that was committed before it.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations, Shard

MOST_SHARDS = 120
"""60,000 rows, about 150 MB of a function's memory."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of a dataset. `revision` changes whenever one of them does."""

    heads: list[ConversationHead]
    revision: str


@dataclass
class RowCache:
    """Decoded shards of any number of tenants; the one unused for longest goes first."""

    most_shards: int = MOST_SHARDS
    _kept: OrderedDict[tuple[str, str, int], Shard] = field(default_factory=OrderedDict[tuple[str, str, int], Shard])

    def rows(self, scope: TenantScope, dataset: Dataset, *, store: Conversations) -> Rows:
        """Every row of the dataset, in the order in which they were planned."""
        numbers = range(dataset.shard_count)
        revisions = store.shard_revisions(scope, dataset.id, numbers) if numbers else {}
        shards = [self._shard(scope, dataset.id, number, revisions.get(number, 0), store) for number in numbers]
        heads = sorted(
            (head for shard in shards for head in shard.heads),
            key=lambda head: (head.shard, len(head.ref), head.ref),
        )
        seen = ",".join(f"{shard.number}:{shard.revision}" for shard in shards)
        return Rows(heads, hashlib.sha256(seen.encode()).hexdigest()[:16])

    def _shard(self, scope: TenantScope, dataset_id: str, number: int, revision: int, store: Conversations) -> Shard:
        place = (scope.tenant_id, dataset_id, number)
        kept = self._kept.get(place)
        if kept is None or kept.revision != revision:
            kept = store.shard(scope, dataset_id, number)
            self._kept[place] = kept
        self._kept.move_to_end(place)
        while len(self._kept) > self.most_shards:
            self._kept.popitem(last=False)
        return kept
