"""Coverage: what conversations cover, against the plan."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from functions.api.schemas.wire import Wire

Dimension = Literal[
    "persona",
    "arc",
    "tier",
    "topic",
    "emotion",
    "intent",
    "tone",
    "outcome",
    "content_category",
    "topic_cluster",
    "source_category",
    "document_id",
]


class CoverageQuery(Wire):
    """Two different dimensions: one down, one across."""

    rows: Dimension = "persona"
    cols: Dimension = "arc"


class Tally(Wire):
    """`ready` are generated or approved, `coming` are planned or being written; `missing` neither is nor comes."""

    ready: int
    approved: int
    coming: int
    planned: int
    target: int
    missing: int


class CoverageLine(Tally):
    """One word of a dimension."""

    value: str


class CoverageCell(Tally):
    """One pair of words. What nobody needs lacks nothing."""

    row: str
    column: str
    not_needed: bool


class UnusedDocument(Wire):
    """A document that no conversation is built on."""

    id: str
    title: str
    chunk_count: int


class Figures(Wire):
    """Of written conversations; null where there is nothing to take a figure from.

    `mean_score` is over `scored` ones, `mean_turns` over `written`, `words_per_turn` over `counted`; `approval` is
    the approved share of the `decided` ones, 0 to 1.
    """

    written: int
    scored: int
    mean_score: float | None
    mean_turns: float | None
    counted: int
    words_per_turn: float | None
    decided: int
    approval: float | None


class Comparison(Wire):
    """The owner's own examples against the generated ones."""

    examples: Figures
    generated: Figures


class CoverageTable(Wire):
    """Cells without any figure are left out. `gaps` are those that lack something, at most 100, the emptiest first."""

    rows: list[CoverageLine]
    columns: list[CoverageLine]
    cells: list[CoverageCell]
    total: Tally
    gaps: list[CoverageCell]
    gap_count: int
    missing: int
    charts: dict[str, list[CoverageLine]]
    titles: dict[str, str]
    unused: list[UnusedDocument]
    comparison: Comparison


class Gap(Wire):
    """Words by dimension, such as a persona with an arc, and how many conversations to add there."""

    where: dict[Dimension, str] = Field(min_length=1, max_length=3)
    count: int = Field(ge=1, le=1_000)


class FillRequest(Wire):
    """Gaps to be filled."""

    gaps: list[Gap] = Field(min_length=1, max_length=200)
