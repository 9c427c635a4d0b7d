"""Which of the chosen conversations can be written now, and why the others can't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.conversation import OPEN_IN_BATCH, ConversationHead
from brightrun.domain.errors import NotFound
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations, Datasets
from brightrun.usecases.parts.row_cache import RowCache


class RowStore(Conversations, Datasets, Protocol):
    """Where rows are read."""


@dataclass(frozen=True, slots=True)
class NotWritable:
    id: str
    ref: str
    code: str
    reason: str


def split_writable(
    scope: TenantScope, dataset_id: str, ids: Sequence[str], *, store: RowStore, rows: RowCache
) -> tuple[tuple[str, ...], tuple[NotWritable, ...]]:
    """Ids that can go into a run, and the others with their reasons. Raises NotFound for the dataset."""
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    heads = {head.id: head for head in rows.rows(scope, dataset, store=store).heads}
    ready: list[str] = []
    failed: list[NotWritable] = []
    for id_ in dict.fromkeys(ids):
        obstacle = _obstacle(id_, heads.get(id_))
        if obstacle is None:
            ready.append(id_)
        else:
            failed.append(obstacle)
    return tuple(ready), tuple(failed)


def _obstacle(id_: str, head: ConversationHead | None) -> NotWritable | None:
    if head is None:
        gone = NotFound("This conversation")
        return NotWritable(id_, "", gone.code, gone.message)
    if head.status in OPEN_IN_BATCH:
        return NotWritable(id_, head.ref, "already_queued", f"{head.ref} is already being written.")
    if head.is_seed:
        return NotWritable(id_, head.ref, "is_seed", f"{head.ref} is your own example and is never written again.")
    return None
