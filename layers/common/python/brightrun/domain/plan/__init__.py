"""A plan: what will be written, spread evenly and bound to sources before a cent is spent."""

from brightrun.domain.plan.expand import coverage_of, expand_plan
from brightrun.domain.plan.request import Fill, Passage, PlannedSlot, PlanRequest, PlanStamp
from brightrun.domain.plan.shares import largest_remainder, tier_counts

__all__ = [
    "Fill",
    "Passage",
    "PlanRequest",
    "PlanStamp",
    "PlannedSlot",
    "coverage_of",
    "expand_plan",
    "largest_remainder",
    "tier_counts",
]
