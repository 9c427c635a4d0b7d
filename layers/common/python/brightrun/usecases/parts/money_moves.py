"""How a reservation is taken and settled: the same amounts in every budget that a batch draws on."""

from __future__ import annotations

from collections.abc import Sequence

from brightrun.domain.model import Micros
from brightrun.ports.changes import MoveBudget


def reserve(budgets: Sequence[str], amount: Micros) -> list[MoveBudget]:
    """Sets the worst case aside; refused as a whole when one budget can't cover it."""
    return [MoveBudget(key, remaining=-amount, reserved=amount) for key in budgets]


def settle(budgets: Sequence[str], reserved: Micros, cost: Micros) -> list[MoveBudget]:
    """Books what it cost and gives the rest of the reservation back."""
    return [MoveBudget(key, remaining=reserved - cost, reserved=-reserved, spent=cost) for key in budgets]
