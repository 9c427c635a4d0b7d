"""Coverage, and filling what it lacks."""

from __future__ import annotations

from collections.abc import Sequence

from brightrun.domain import coverage as figures
from brightrun.domain.tenancy import Permission
from functions.api.call import Call
from functions.api.route import Resource
from functions.api.schemas.coverage import (
    Comparison,
    CoverageCell,
    CoverageLine,
    CoverageQuery,
    CoverageTable,
    FillRequest,
    Tally,
    UnusedDocument,
)
from functions.api.schemas.datasets import PlanApplied

coverage = Resource("coverage", "Coverage: what conversations cover, against the plan.")

_MOST_GAPS = 100


def _lines(lines: Sequence[figures.Line]) -> list[CoverageLine]:
    return [CoverageLine.of(line.tally, value=line.value) for line in lines]


def _cells(cells: Sequence[figures.Cell]) -> list[CoverageCell]:
    return [
        CoverageCell.of(cell.tally, row=cell.row, column=cell.column, not_needed=cell.not_needed, missing=cell.missing)
        for cell in cells
    ]


@coverage.get("/datasets/{dataset_id}/coverage", needs=Permission.READ)
def read_coverage(call: Call, dataset_id: str, query: CoverageQuery) -> CoverageTable:
    """Read how many conversations stand in every pair of two dimensions, and what is missing."""
    from brightrun.usecases import coverage as counting

    ports = call.ports
    found = counting.read_coverage(call.scope, dataset_id, query.rows, query.cols, store=ports.store, cache=ports.rows)
    table = found.table
    return CoverageTable(
        rows=_lines(table.rows),
        columns=_lines(table.columns),
        cells=_cells(table.cells),
        total=Tally.of(table.total),
        gaps=_cells(table.gaps[:_MOST_GAPS]),
        gap_count=len(table.gaps),
        missing=sum(gap.missing for gap in table.gaps),
        charts={name: _lines(lines) for name, lines in found.charts.items()},
        titles=found.titles,
        unused=[UnusedDocument.of(document) for document in found.unused],
        comparison=Comparison.of(found.comparison),
    )


@coverage.post("/datasets/{dataset_id}/coverage/fill", needs=Permission.WRITE, status=201, conflicts=True)
def fill_gaps(call: Call, dataset_id: str, body: FillRequest) -> PlanApplied:
    """Plan conversations for gaps; nothing is spent by that."""
    from brightrun.domain import plan as planning
    from brightrun.usecases import plan

    ports = call.ports
    fills = tuple(planning.Fill(where={**gap.where}, count=gap.count) for gap in body.gaps)
    done = plan.apply_plan(
        call.scope,
        call.actor,
        dataset_id,
        planning.PlanRequest(total=sum(fill.count for fill in fills), fills=fills),
        store=ports.store,
        clock=ports.clock,
        revision=call.if_match,
    )
    return PlanApplied.of(done)
