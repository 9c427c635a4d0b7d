"""The rows of a dataset, kept decoded between requests (design §3a, decision 0032).

Shards that did not move since they were read are not read again. The revisions are asked for each
time, so a list always shows every write that was committed before it.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.dataset import Dataset
from brightrun.domain.row_filter import searched_text
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations
from brightrun.usecases.parts.facets import Entries, entries_of
from brightrun.usecases.parts.rows import shards_of
from brightrun.usecases.parts.text_cache import TextCache

MOST_SHARDS = 600
"""60,000 rows, about 150 MB of a function's memory."""


@dataclass(frozen=True)
class KeptShard:
    """A decoded shard with its rows in the order in which they were planned.

    What a list needs of them beside is worked out when it is first asked for, once for a revision.
    """

    number: int
    revision: int
    heads: tuple[ConversationHead, ...]

    @cached_property
    def entries(self) -> tuple[Entries, ...]:
        """What each row counts for, in the order of `heads`."""
        return tuple(map(entries_of, self.heads))

    @cached_property
    def values(self) -> frozenset[str]:
        """Every value of every dimension."""
        return frozenset(chain.from_iterable(self.entries))

    @cached_property
    def texts(self) -> dict[str, str]:
        """What a search looks through, by id."""
        return {head.id: searched_text(head) for head in self.heads}

    @classmethod
    def of(cls, number: int, revision: int, heads: Iterable[ConversationHead]) -> KeptShard:
        return cls(number, revision, tuple(sorted(heads, key=lambda head: (len(head.ref), head.ref))))


@dataclass(frozen=True)
class Rows:
    """All rows of a dataset. `revision` changes whenever one of them does."""

    shards: Sequence[KeptShard]

    @cached_property
    def heads(self) -> list[ConversationHead]:
        return list(chain.from_iterable(shard.heads for shard in self.shards))

    @property
    def revision(self) -> str:
        seen = ",".join(f"{shard.number}:{shard.revision}" for shard in self.shards)
        return hashlib.sha256(seen.encode()).hexdigest()[:16]

    @property
    def entries(self) -> list[Entries]:
        """What each row counts for, in the order of `heads`."""
        return list(chain.from_iterable(shard.entries for shard in self.shards))

    @property
    def values(self) -> frozenset[str]:
        """Every value that some row has, as rows count for it."""
        return frozenset[str]().union(*(shard.values for shard in self.shards))

    @property
    def texts(self) -> dict[str, str]:
        """What a search looks through, by id."""
        return dict(chain.from_iterable(shard.texts.items() for shard in self.shards))


@dataclass
class RowCache:
    """Decoded shards of any number of tenants; the one unused for longest goes first."""

    most_shards: int = MOST_SHARDS
    texts: TextCache = field(default_factory=TextCache)
    _kept: OrderedDict[tuple[str, str, int], KeptShard] = field(
        default_factory=OrderedDict[tuple[str, str, int], KeptShard]
    )

    def rows(self, scope: TenantScope, dataset: Dataset, *, store: Conversations) -> Rows:
        """Every row of the dataset, in the order in which they were planned."""
        numbers = range(dataset.shard_count)
        revisions = store.shard_revisions(scope, dataset.id, numbers) if numbers else {}
        places = {number: (scope.tenant_id, dataset.id, number) for number in numbers}
        kept = {number: self._kept.get(place) for number, place in places.items()}
        moved = [n for n, shard in kept.items() if shard is None or shard.revision != revisions.get(n, 0)]
        # The revisions were read before the rows: what is kept under one is never older than it says.
        read = zip(moved, shards_of(scope, dataset.id, moved, store), strict=True)
        fresh = {number: KeptShard.of(number, revisions.get(number, 0), heads) for number, heads in read}
        shards = [fresh.get(number) or kept[number] for number in numbers]
        found = [shard for shard in shards if shard is not None]
        for shard in found:
            self._kept[places[shard.number]] = shard
            self._kept.move_to_end(places[shard.number])
        while len(self._kept) > self.most_shards:
            self._kept.popitem(last=False)
        return Rows(found)
