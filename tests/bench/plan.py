"""Plans: exact weights, pairs met, none alike, and what spreading takes. The starter pack's own words and passages."""

from __future__ import annotations

from time import perf_counter

from brightrun.adapters.packs import PackFolder
from brightrun.domain.document import Chunk, chunk_id
from brightrun.domain.pack import Pack
from brightrun.domain.plan import (
    Passage,
    PlannedSlot,
    PlanRequest,
    PlanStamp,
    alike,
    expand_plan,
    pairs_of,
    tier_figures,
)
from brightrun.domain.taxonomy import Tier
from tests.bench.rows import Row
from tests.domain.samples import NOW, dataset, template
from tests.functions.world import PACKS

_SIZES = (90, 100, 1_000, 10_000)
_BY_HAND = {
    90: (40, 35, 15),
    100: (44, 39, 17),
    1_000: (444, 389, 167),
    10_000: (4_444, 3_889, 1_667),
}
"""40/35/15 by largest remainder, worked out on paper."""


def rows() -> list[Row]:
    """Every figure of this part."""
    return [row for size in _SIZES for row in _figures(size, PackFolder(PACKS).pack("financial-planning"))]


def _passages(pack: Pack) -> list[Passage]:
    return [
        Passage(_chunk(f"doc-{at}", number, each.text, each.dimensions), document.category, document.title)
        for at, document in enumerate(pack.documents, start=1)
        for number, each in enumerate(document.chunks, start=1)
    ]


def _chunk(document: str, number: int, text: str, dimensions: dict[str, object]) -> Chunk:
    return Chunk(id=chunk_id(document, number), document_id=document, number=number, text=text, dimensions=dimensions)


def _plan(size: int, pack: Pack) -> list[PlannedSlot]:
    return expand_plan(
        PlanRequest(total=size),
        dataset=dataset(taxonomy=pack.taxonomy),
        passages=_passages(pack),
        templates=[template(tier.value, tier) for tier in Tier],
        stamp=PlanStamp("bench", 1, NOW),
        seed="bench",
    )


def _figures(size: int, pack: Pack) -> list[Row]:
    began = perf_counter()
    planned = _plan(size, pack)
    took = perf_counter() - began
    off = sum(abs(a - b) for a, b in zip(tier_figures(planned).values(), _BY_HAND[size], strict=True))
    pairs = pairs_of(planned, pack.taxonomy)
    told = ", ".join(f"{p.rows} × {p.columns} {p.covered} of {p.possible}" for p in pairs)
    reachable = sum(min(pair.possible, size) for pair in pairs)
    met = 100 * sum(pair.covered for pair in pairs) / reachable
    return [
        Row(f"plan of {size:,}: slots off their tier's weight", off, 0, "slots"),
        Row(f"plan of {size:,}: pairs not met that could be", 100 - met, 10, "%", told),
        Row(f"plan of {size:,}: slots alike", alike(planned), 0, "slots"),
        Row(f"plan of {size:,}: time per 10,000", took / size * 10_000, 60, "s"),
    ]
