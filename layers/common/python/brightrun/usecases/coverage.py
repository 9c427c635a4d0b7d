"""Coverage: what a dataset's conversations cover, against its plan, and what would fill the gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from brightrun.domain.conversation import ConversationHead
from brightrun.domain.coverage import Coverage, Line, cover, distribution
from brightrun.domain.dataset import Dataset
from brightrun.domain.document import Document
from brightrun.domain.errors import NotFound
from brightrun.domain.seeds import Comparison, compare
from brightrun.domain.tenancy import TenantScope
from brightrun.ports.stores import Conversations, Datasets, Documents
from brightrun.usecases.parts.row_cache import RowCache

CHARTS = ("tier", "persona", "arc", "emotion", "document_id", "source_category", "content_category", "topic")
"""The distributions that are shown beside the table."""


class CoverageStore(Datasets, Conversations, Documents, Protocol):
    """What coverage is counted from."""


@dataclass(frozen=True, slots=True)
class CoverageReport:
    """The table, a chart for each of `CHARTS`, the titles of documents, and those that nothing is built on.

    `comparison` sets the owner's examples against what was generated.
    """

    table: Coverage
    charts: dict[str, tuple[Line, ...]]
    titles: dict[str, str]
    unused: tuple[Document, ...]
    comparison: Comparison


def read_coverage(
    scope: TenantScope, dataset_id: str, rows: str, columns: str, *, store: CoverageStore, cache: RowCache
) -> CoverageReport:
    """Counted from the rows of this moment. Raises NotFound, InvalidInput for dimensions that can't be paired."""
    dataset = store.dataset(scope, dataset_id)
    if dataset is None:
        raise NotFound("This dataset")
    heads = cache.rows(scope, dataset, store=store).heads
    documents = store.documents(scope)
    return CoverageReport(
        table=cover(heads, dataset, rows, columns),
        charts={name: _chart(heads, dataset, name, documents) for name in CHARTS},
        titles={document.id: document.title for document in documents},
        unused=_unused(heads, documents),
        comparison=compare(heads),
    )


def _chart(
    heads: Sequence[ConversationHead], dataset: Dataset, name: str, documents: Sequence[Document]
) -> tuple[Line, ...]:
    lines = distribution(heads, dataset, name)
    if name == "document_id":
        known = {document.id for document in documents}
        return tuple(line for line in lines if line.value in known)
    return lines


def _unused(heads: Sequence[ConversationHead], documents: Sequence[Document]) -> tuple[Document, ...]:
    used = {document for head in heads for document in head.source_document_ids}
    return tuple(document for document in documents if document.id not in used) if heads else ()
