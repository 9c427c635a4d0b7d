"""A plan: what will be written, spread evenly and bound to sources before a cent is spent."""

from brightrun.domain.plan.expand import expand_plan
from brightrun.domain.plan.preview import PairCoverage, alike, coverage_of, pairs_of, reasons_for, samples, tier_figures
from brightrun.domain.plan.request import Fill, Passage, PlannedSlot, PlanRequest, PlanStamp
from brightrun.domain.plan.shares import largest_remainder, tier_counts

__all__ = [
    "Fill",
    "PairCoverage",
    "Passage",
    "PlanRequest",
    "PlanStamp",
    "PlannedSlot",
    "alike",
    "coverage_of",
    "expand_plan",
    "largest_remainder",
    "pairs_of",
    "reasons_for",
    "samples",
    "tier_counts",
    "tier_figures",
]
