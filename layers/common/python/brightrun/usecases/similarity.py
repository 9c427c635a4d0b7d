"""How different the conversations of a dataset are: near duplicates, shared openings, one figure of diversity.

Counted from the sketches that the rows carry, so 10,000 conversations need no text to be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.errors import NotFound
from brightrun.domain.near import diversity, nearest_of, unpacked
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations, Datasets
from brightrun.usecases.parts.row_cache import RowCache

MOST_PAIRS = 100
MOST_OPENINGS = 50
MOST_OF_AN_OPENING = 20
MOST_SIMILAR = 5


class SimilarityStore(Datasets, Conversations, Protocol):
    """What the rows are read from."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Another conversation, and the estimated share of three-word runs that it has in common."""

    id: str
    ref: str
    likeness: float


@dataclass(frozen=True, slots=True)
class NearPair:
    """A conversation that says nearly what an earlier one says."""

    id: str
    ref: str
    other: Likeness


@dataclass(frozen=True, slots=True)
class Similarity:
    """`diversity` is the share of conversations that neither repeat another nor begin like one."""

    compared: int
    diversity: float
    near_duplicates: int
    shared_openings: int
    pairs: tuple[NearPair, ...]
    openings: tuple[tuple[str, ...], ...]
    """References of conversations that begin with the same six words."""


def dataset_similarity(scope: TenantScope, dataset_id: str, *, store: SimilarityStore, rows: RowCache) -> Similarity:
    """Over all that has been written. Raises NotFound."""
    written = _written(scope, dataset_id, store, rows)
    found = diversity([unpacked(head.sketch) for head in written])
    pairs = [
        NearPair(
            written[pair.later].id,
            written[pair.later].ref,
            _likeness(written[pair.earlier], pair.likeness),
        )
        for pair in found.near[:MOST_PAIRS]
    ]
    openings = sorted(found.openings, key=len, reverse=True)
    return Similarity(
        compared=len(written),
        diversity=round(found.share, 3),
        near_duplicates=len(found.near),
        shared_openings=sum(len(group) for group in openings),
        pairs=tuple(pairs),
        openings=tuple(tuple(written[n].ref for n in group[:MOST_OF_AN_OPENING]) for group in openings[:MOST_OPENINGS]),
    )


def similar_to(
    scope: TenantScope, head: ConversationHead, *, store: SimilarityStore, rows: RowCache
) -> tuple[Likeness, ...]:
    """The few others of the dataset that say nearly the same, the likest first."""
    if not head.sketch:
        return ()
    others = [other for other in _written(scope, head.dataset_id, store, rows) if other.id != head.id]
    found = nearest_of(unpacked(head.sketch), [unpacked(other.sketch) for other in others])
    return tuple(_likeness(others[place], share) for place, share in found[:MOST_SIMILAR])


def _written(scope: TenantScope, dataset_id: str, store: SimilarityStore, rows: RowCache) -> Sequence[ConversationHead]:
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    return [head for head in rows.rows(scope, dataset, store=store).heads if head.sketch]


def _likeness(head: ConversationHead, share: float) -> Likeness:
    return Likeness(head.id, head.ref, round(share, 2))
