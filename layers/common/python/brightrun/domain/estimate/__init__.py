"""What a run will cost and how long it will take, said before anything is spent."""

from brightrun.domain.estimate.forecast import estimate, sensible
from brightrun.domain.estimate.records import (
    Allowances,
    Alternative,
    Driver,
    Estimate,
    Notice,
    PlannedCall,
)

__all__ = [
    "Allowances",
    "Alternative",
    "Driver",
    "Estimate",
    "Notice",
    "PlannedCall",
    "estimate",
    "sensible",
]
